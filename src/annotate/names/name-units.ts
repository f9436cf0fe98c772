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
  const from = new Int32Array(tokens.length);
  const to = new Int32Array(tokens.length);
  const block = new Int32Array(tokens.length);
  let size = 0;
  let current = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const before = tokens[index - 1];
    const sentence = sentences[token.sentence];
    if (sentence !== undefined) current = sentence.block;
    if (token.text === '*' && before?.text === '*' && before.end === token.start) {
      to[size - 1] = index + 1;
      continue;
    }
    from[size] = index;
    to[size] = index + 1;
    block[size] = current;
    size += 1;
  }
  return { from: from.subarray(0, size), to: to.subarray(0, size), block: block.subarray(0, size) };
}
