import type { Span } from '../core/span.ts';

/** Words between quotation marks, marks left out. */
export interface QuotedSpan extends Span {
  /** True when the quotation goes on in the next block (a paragraph of a longer one, closed only at its end). */
  readonly open: boolean;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  // Pages mix the two kinds: a curly mark is at times closed by a straight one.
  ['“', '”"'],
  ['"', '"”'],
  // Two single marks for a double one, as in wire copy and old databases.
  ["''", "''"],
  ['``', "''"],
  ['„', '“”'],
  ['«', '»'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['‘', "’'"],
  ["'", "'’"],
]);

/** The UTF-16 codes of the marks that open, without the two ASCII apostrophes and the straight double mark. */
const OTHER_OPENERS: ReadonlySet<number> = new Set(Array.from('“„«‹「『‘', (mark) => mark.charCodeAt(0)));
const SINGLE = /^['‘]$/;
/** "'em", "'til", "'90s": an apostrophe where a word was cut. */
const ELISION = /^(?:em|til|cause|n|tis|twas|bout|round|cuz|\d\ds?)\b/i;

/**
 * Quoted stretches of a text, one per block at most at a time. Straight marks pair up within a block; a mark between
 * digits is an inch or second. A block that opens a quotation without closing it counts when the next one opens with a mark.
 */
export function findQuoted(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    quotedInBlock(text, start, end, found);
    start = end + 1;
  }
  return found;
}

function quotedInBlock(text: string, from: number, to: number, into: QuotedSpan[]): void {
  let position = from;
  /** Opening marks found to have no closing one in the rest of the block. */
  const unclosed = new Set<string>();
  while (position < to) {
    if (!isOpener(text.charCodeAt(position))) {
      position += 1;
      continue;
    }
    const mark = markAt(text, position);
    const close = CLOSERS.get(mark);
    if (close === undefined || unclosed.has(mark) || !opens(text, position, from, mark)) {
      position += 1;
      continue;
    }
    const inner = position + mark.length;
    const end = closing(text, inner, to, close);
    if (end !== -1) {
      push(text, inner, end, false, into);
      position = end + (SINGLE.test(mark) ? 1 : markLength(text, end));
      continue;
    }
    if (!SINGLE.test(mark) && /^\s*(?:["“„«]|'')/.test(text.slice(to, to + 4))) {
      push(text, inner, to, true, into);
      return;
    }
    unclosed.add(mark);
    position = inner;
  }
}

/** True for the codes of " ' ` and the marks that only open. */
function isOpener(code: number): boolean {
  if (code < 128) return code === 0x22 || code === 0x27 || code === 0x60;
  return OTHER_OPENERS.has(code);
}

/** The mark that begins at a position: two characters for a double mark made of two single ones. */
function markAt(text: string, position: number): string {
  const mark = text[position] ?? '';
  return (mark === "'" || mark === '`') && text[position + 1] === mark ? mark + mark : mark;
}

function opens(text: string, position: number, from: number, mark: string): boolean {
  const isSingle = SINGLE.test(mark);
  if (mark !== '"' && mark !== "''" && !isSingle) return true;
  const before = position === from ? ' ' : (text[position - 1] ?? ' ');
  const after = text[position + mark.length] ?? ' ';
  if (!/[\s(["“‘—–-]/.test(before) || /\s/.test(after)) return false;
  return !isSingle || !ELISION.test(text.slice(position + 1, position + 8));
}

function closing(text: string, from: number, to: number, marks: string): number {
  if (marks === "''") {
    const end = text.indexOf(marks, from);
    return end < to ? end : -1;
  }
  const one = marks.charCodeAt(0);
  const two = marks.charCodeAt(marks.length - 1);
  for (let position = from; position < to; position += 1) {
    const code = text.charCodeAt(position);
    const isClosing = code === one || code === two;
    if (isClosing && !isOtherMark(text, position, text[position] ?? '', to)) return position;
    if (code === 0x2019 && two === 0x22 && closesByTwo(text, from, position)) return position;
  }
  return -1;
}

/** “We will go on,’’ she said: two single marks close for a double one, unless the first closes a quotation within. */
function closesByTwo(text: string, from: number, position: number): boolean {
  return text.charCodeAt(position + 1) === 0x2019 && !text.slice(from, position).includes('‘');
}

/** Length of a closing mark: 2 for one made of two single ones. */
function markLength(text: string, at: number): number {
  const mark = text[at] ?? '';
  return /^['’]$/.test(mark) && text[at + 1] === mark ? 2 : 1;
}

/** An apostrophe that looks like the closing single mark, or an inch sign that looks like the straight one. */
function isOtherMark(text: string, position: number, mark: string, to: number): boolean {
  const before = text[position - 1] ?? '';
  const after = text[position + 1] ?? '';
  if (mark === '"') return /\d/.test(before) && /^ ?[x×\d]/.test(text.slice(position + 1, position + 3));
  if (mark !== '’' && mark !== "'") return false;
  if (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) return true;
  // A plural's apostrophe, when a later mark behind punctuation can close.
  if (before !== 's' || !/\s/.test(after)) return false;
  const next = /^[^'’\n]*[,.!?]['’]/.exec(text.slice(position + 1, Math.min(to, position + 400)));
  return next !== null;
}

function push(text: string, from: number, to: number, open: boolean, into: QuotedSpan[]): void {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  const end = from + inner.trimEnd().length;
  if (end > start && /[\p{L}\p{N}]/u.test(inner)) into.push({ start, end, open });
}
