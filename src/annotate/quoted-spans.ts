import type { Span } from '../core/span.ts';

/** Words between quotation marks, marks left out. */
export interface QuotedSpan extends Span {
  /** True when the quotation goes on in the next block (a paragraph of a longer one, closed only at its end). */
  readonly open: boolean;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  // Pages mix the two kinds: a curly mark is at times closed by a straight one.
  ['“', '”"'],
  ['„', '“”'],
  ['«', '»'],
  ['‹', '›'],
  ['「', '」'],
  ['「', '」'],
  ['‘', '’'],
]);

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
    const mark = text[position] ?? '';
    const close = mark === '"' ? '"' : CLOSERS.get(mark);
    if (close === undefined || unclosed.has(mark) || !opens(text, position, from)) {
      position += 1;
      continue;
    }
    const end = closing(text, position + 1, to, close);
    if (end !== -1) {
      push(text, position + 1, end, false, into);
      position = end + 1;
      continue;
    }
    if (mark !== '‘' && /^\s*["“„«]/.test(text.slice(to, to + 4))) push(text, position + 1, to, true, into);
    unclosed.add(mark);
    position += 1;
  }
}

function opens(text: string, position: number, from: number): boolean {
  const mark = text[position];
  if (mark !== '"' && mark !== '‘') return true;
  const before = position === from ? ' ' : (text[position - 1] ?? ' ');
  const after = text[position + 1] ?? ' ';
  return /[\s(["“‘—–-]/.test(before) && /[^\s]/.test(after);
}

function closing(text: string, from: number, to: number, marks: string): number {
  for (let position = from; position < to; position += 1) {
    const mark = text[position] ?? '';
    if (marks.includes(mark) && !isOtherMark(text, position, mark)) return position;
  }
  return -1;
}

/** An apostrophe that looks like the closing single mark, or an inch sign that looks like the straight one. */
function isOtherMark(text: string, position: number, mark: string): boolean {
  const before = text[position - 1] ?? '';
  if (mark === '"') return /\d/.test(before) && /^ ?[x×\d]/.test(text.slice(position + 1, position + 3));
  if (mark !== '’') return false;
  if (/\p{L}/u.test(text[position + 1] ?? '')) return true;
  return before === 's' && text.slice(position + 1, position + 400).includes('’');
}

function push(text: string, from: number, to: number, open: boolean, into: QuotedSpan[]): void {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  const end = from + inner.trimEnd().length;
  if (end > start && /[\p{L}\p{N}]/u.test(inner)) into.push({ start, end, open });
}
