import type { TaggedToken, TextDocument } from '../text-document.ts';

/** How much of a sentence stands in quotation marks, by its words. */
export interface QuoteState {
  /** The quotation began in a sentence before. */
  readonly beginsInside: boolean;
  /** It goes on after the sentence. */
  readonly endsInside: boolean;
  /** Words inside quotation marks. */
  readonly quoted: number;
  readonly words: number;
  /** For each token of the sentence whether it stands inside. */
  readonly inside: readonly boolean[];
}

const OPENS = new Set(['“', '„', '«', '``']);
const CLOSES = new Set(['”', '»']);
/** After so many sentences without a closing mark the mark was forgotten. */
const LONGEST = 8;

/**
 * Reads the quotation marks of a text from its beginning: which words stand inside, sentence by sentence, a quotation
 * carried over sentences. Straight marks open or close by the blank beside them; two apostrophes count as one mark.
 */
export function quoteStates(document: TextDocument): QuoteState[] {
  const marks: Marks = { open: false, since: 0 };
  return document.sentences.map((range, index) => {
    if (marks.open && index - marks.since > LONGEST) marks.open = false;
    const beginsInside = marks.open;
    const tokens = document.tokens.slice(range.tokenStart, range.tokenEnd);
    const inside = tokens.map((token) => readMark(marks, document.text, token, index));
    const words = tokens.map(({ text }) => isWord(text));
    return {
      beginsInside,
      endsInside: marks.open,
      quoted: words.filter((word, at) => word && inside[at] === true).length,
      words: words.filter((word) => word).length,
      inside,
    };
  });
}

interface Marks {
  open: boolean;
  /** Sentence of the opening mark. */
  since: number;
}

/** Whether the text is inside a quotation after this token. */
function readMark(marks: Marks, text: string, token: TaggedToken, sentence: number): boolean {
  const mark = markOf(text, token.text, token.start);
  if (mark === 'none') return marks.open;
  if (mark === 'opens' && !marks.open) marks.since = sentence;
  marks.open = mark === 'opens';
  return marks.open;
}

function isWord(token: string): boolean {
  return token.length > 1 || /[\p{L}\p{N}]/u.test(token);
}

function markOf(text: string, mark: string, start: number): 'opens' | 'closes' | 'none' {
  const code = mark.charCodeAt(0);
  if (mark.length > 2 || (code > 0x27 && code < 0x60)) return 'none';
  if (OPENS.has(mark)) return 'opens';
  if (CLOSES.has(mark)) return 'closes';
  const doubled = mark === "'" && text[start + 1] === "'";
  if (mark !== '"' && mark !== "''" && !doubled) return 'none';
  const after = text[start + (doubled ? 2 : mark.length)] ?? ' ';
  const before = text[start - 1] ?? ' ';
  return !/\s/.test(after) && /[\s([—-]/.test(before) ? 'opens' : 'closes';
}
