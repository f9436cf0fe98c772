import type { TextDocument } from '../text-document.ts';

/** What the tagger of names labels: a token, or a run of asterisks in masked corpora, as a range of tokens. */
export interface NameUnits {
  readonly from: Int32Array;
  /** Exclusive. */
  readonly to: Int32Array;
  /** Block of the text (line) each unit stands in; a name never crosses one. */
  readonly block: Int32Array;
}

/** All tokens of a document as units. */
export function nameUnits(document: TextDocument): NameUnits {
  const { tokens, sentences } = document;
  const from: number[] = [];
  const to: number[] = [];
  const block: number[] = [];
  let current = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const before = tokens[index - 1];
    const sentence = sentences[token.sentence];
    if (sentence !== undefined) current = sentence.block;
    if (token.text === '*' && before?.text === '*' && before.end === token.start) {
      to[to.length - 1] = index + 1;
      continue;
    }
    from.push(index);
    to.push(index + 1);
    block.push(current);
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to), block: Int32Array.from(block) };
}
