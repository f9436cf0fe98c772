import type { TaggedToken } from '../text-document.ts';
import type { NameRange } from './split-run.ts';
import { hasCapital } from './word-use.ts';

/** Bodies with "and" or commas in their names, which no rule of grammar tells from a list of two. */
const BODIES = `ways and means
immigration and customs enforcement
customs and border protection
citizenship and immigration services
bureau of alcohol , tobacco , firearms and explosives
bureau of alcohol , tobacco , firearms , and explosives
alcohol , tobacco , firearms and explosives
food and drug administration
health and human services
housing and urban development
securities and exchange commission
oversight and government reform
energy and commerce
standard and poor 's
procter and gamble
marks and spencer
federation of trade and industry
revenue and customs
food and agriculture organization`;

const BY_FIRST_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  BODIES.split('\n').map((line) => line.split(' ')),
  ([first]) => first ?? '',
);

/**
 * The ranges with listed bodies and names around "&" ("AT&T") in one piece, and what the tagger took to be beside such a
 * piece joined to it ("House" before "Ways and Means"). Only what is written with capitals is a body.
 */
export function joinBodies(tokens: readonly TaggedToken[], ranges: readonly NameRange[]): NameRange[] {
  const pieces = tokens.flatMap((token, at) => {
    if (token.text === '&') return ampersandName(tokens, at, ranges);
    return hasCapital(token) ? listedAt(tokens, at) : [];
  });
  return pieces.reduce<NameRange[]>(withPiece, [...ranges]);
}

/** True when some of these tokens are the name of a listed body. */
export function holdsBody(tokens: readonly TaggedToken[]): boolean {
  return tokens.some((token, at) => hasCapital(token) && listedAt(tokens, at).length > 0);
}

function listedAt(tokens: readonly TaggedToken[], at: number): NameRange[] {
  const fits = (BY_FIRST_WORD.get(tokens[at]?.lower ?? '') ?? []).filter((words) =>
    words.every((word, offset) => isWordOf(tokens[at + offset], word)),
  );
  const longest = Math.max(0, ...fits.map((words) => words.length));
  return longest === 0 ? [] : [{ from: at, to: at + longest, title: null }];
}

function isWordOf(token: TaggedToken | undefined, word: string): boolean {
  return token?.lower === word && (hasCapital(token) || /^(?:and|of|,|'s)$/.test(word));
}

/** "AT&T", written without blanks; "R&D" and "Q&A" only where the tagger takes one side for part of a longer name. */
function ampersandName(
  tokens: readonly TaggedToken[],
  at: number,
  ranges: readonly NameRange[],
): NameRange[] {
  const [left, mark, right] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (left?.end !== mark?.start || right?.start !== mark?.end) return [];
  if (!hasCapital(left) || !hasCapital(right)) return [];
  const isLong = (left?.text.length ?? 0) > 1 || (right?.text.length ?? 0) > 1;
  const piece = { from: at - 1, to: at + 2, title: null };
  const isTaken = ranges.some(({ from, to }) => to - from > 1 && from < piece.to && piece.from < to);
  return isLong || isTaken ? [piece] : [];
}

/** In place of all ranges it overlaps, with what these have besides. */
function withPiece(ranges: readonly NameRange[], piece: NameRange): NameRange[] {
  const apart = ranges.filter(({ from, to }) => to <= piece.from || piece.to <= from);
  const own = ranges.filter(({ from, to }) => from < piece.to && piece.from < to);
  const from = Math.min(piece.from, ...own.map((range) => range.from));
  const to = Math.max(piece.to, ...own.map((range) => range.to));
  const title = own.find((range) => range.from === from)?.title ?? null;
  return [...apart, { from, to, title }].sort((a, b) => a.from - b.from);
}
