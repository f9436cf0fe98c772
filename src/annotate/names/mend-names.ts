import type { TaggedToken, TextDocument } from '../text-document.ts';
import { cutOffices } from './cut-offices.ts';
import { joinBodies } from './listed-bodies.ts';
import {
  AMBIGUOUS_MONTHS,
  EMPTY_MODIFIERS,
  HYPHEN_SUFFIX,
  ORGANISATION_CUES,
  PERSON_TITLES,
} from './name-lexicon.ts';
import { KNOWN_ORGANISATIONS, PLACES } from './place-lexicon.ts';
import { shipTitles } from './ship-names.ts';
import type { NameRange } from './split-run.ts';
import { hasCapital, type WordUse } from './word-use.ts';

/**
 * The tagger's ranges brought to the form the rest of the program reads: titles and offices before a name set apart, "London-based"
 * as London, listed places with "and" in one piece, offices alone left out; and one name cut the same way all through
 * a document. `rules` are the ranges of the rules, which know the months that are surnames here.
 */
export function mendNames(
  document: TextDocument,
  ranges: readonly NameRange[],
  rules: readonly NameRange[],
  use: WordUse,
): NameRange[] {
  const ships = shipTitles(document);
  const cut = joinBodies(document.tokens, ranges)
    .flatMap((range) => cutOffices(document.tokens, range, use.isCommon))
    .flatMap((range) => trimmedRange(document, range, ships));
  const months = rules.filter(
    ({ from, to }) => to - from === 1 && AMBIGUOUS_MONTHS.has(document.tokens[from]?.lower ?? ''),
  );
  return joinedPlaces(document, withNew(cut, months));
}

/** Adds the ranges that overlap none there is, in order. */
function withNew(ranges: readonly NameRange[], more: readonly NameRange[]): NameRange[] {
  if (more.length === 0) return [...ranges];
  const free = more.filter((one) => !ranges.some(({ from, to }) => one.from < to && from < one.to));
  return [...ranges, ...free].sort((a, b) => a.from - b.from);
}

function trimmedRange(document: TextDocument, range: NameRange, ships: ReadonlySet<string>): NameRange[] {
  const { tokens } = document;
  const to = trimmedEnd(tokens, range);
  let from = trimmedStart(tokens, range.from, to);
  if (isOffice(tokens, from, to) || isCurrency(tokens, from, to)) return [];
  while (from + 1 < to && !isBody(tokens, from, to) && isTitleOf(tokens, from, ships)) from += 1;
  if (from >= to) return [];
  const before = tokens[from - 1];
  const titled = before !== undefined && hasCapital(before) && PERSON_TITLES.has(before.lower);
  return [{ from, to, title: titled && !isShip(tokens, from - 1, ships) ? before.lower : range.title }];
}

function trimmedEnd(tokens: readonly TaggedToken[], { from, to }: NameRange): number {
  let end = to;
  while (end - from > 2 && tokens[end - 2]?.text === '-' && HYPHEN_SUFFIX.test(tokens[end - 1]?.text ?? ''))
    end -= 2;
  while (end > from && /^[^\p{L}\p{N}.!)]+$/u.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** Without marks before the first word, with the initials the tagger left before it. */
function trimmedStart(tokens: readonly TaggedToken[], from: number, to: number): number {
  let start = from;
  while (start < to && /^[^\p{L}\p{N}(]+$/u.test(tokens[start]?.text ?? '')) start += 1;
  while (isInitial(tokens[start - 1]) && tokens[start - 1]?.sentence === tokens[start]?.sentence) start -= 1;
  return start;
}

function isInitial(token: TaggedToken | undefined): boolean {
  return token !== undefined && /^\p{Lu}\.$/u.test(token.text);
}

/** The country of "US$5m" is part of the sum. */
function isCurrency(tokens: readonly TaggedToken[], from: number, to: number): boolean {
  const next = tokens[to];
  return (
    to - from === 1 &&
    (tokens[from]?.text.endsWith('$') ||
      (next?.text.startsWith('$') === true && next.start === tokens[from]?.end))
  );
}

/** "Secretary of State", "Prime Minister": what somebody is, no name. */
function isOffice(tokens: readonly TaggedToken[], from: number, to: number): boolean {
  let titles = 0;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (PERSON_TITLES.has(word)) titles += 1;
    else if (!EMPTY_MODIFIERS.has(word) && !/^(?:of|the|-)$/.test(word)) return false;
  }
  return titles > 0 && to - from > 1;
}

/** "Justice Department", "General Motors": a title's word that belongs to the name of a body. */
function isBody(tokens: readonly TaggedToken[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map((token) => token.lower);
  return ORGANISATION_CUES.has(words.at(-1) ?? '') || KNOWN_ORGANISATIONS.has(words.join(' '));
}

function isTitleOf(tokens: readonly TaggedToken[], at: number, ships: ReadonlySet<string>): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  if (!PERSON_TITLES.has(tokens[at]?.lower ?? '') || /^(?:of|for|on|and|'s|-|&)$/.test(next)) return false;
  return !isShip(tokens, at, ships) && hasCapital(tokens[at + 1]);
}

function isShip(tokens: readonly TaggedToken[], at: number, ships: ReadonlySet<string>): boolean {
  return ships.has(`${tokens[at]?.lower} ${tokens[at + 1]?.lower ?? ''}`);
}

/** "Bosnia and Herzegovina" in one piece. */
function joinedPlaces(document: TextDocument, ranges: readonly NameRange[]): NameRange[] {
  const joined: NameRange[] = [];
  for (const range of ranges) {
    const before = joined.at(-1);
    if (before !== undefined && range.from === before.to + 1 && document.tokens[before.to]?.lower === 'and') {
      const words = document.tokens.slice(before.from, range.to).map((token) => token.lower);
      if (PLACES.has(words.join(' '))) {
        joined[joined.length - 1] = { ...before, to: range.to };
        continue;
      }
    }
    joined.push(range);
  }
  return joined;
}
