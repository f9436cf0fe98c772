import type { TaggedToken } from '../text-document.ts';
import {
  CALENDAR,
  EMPTY_MODIFIERS,
  EVENT_CUES,
  FIRST_NAMES,
  ORGANISATION_CUES,
  PERSON_TITLES,
  PLACE_CUES,
  TITLE_MODIFIERS,
  WORK_CUES,
} from './name-lexicon.ts';
import { NATIONALITIES, PLACES } from './place-lexicon.ts';

/** A name where it stands: a range of tokens of one sentence. */
export interface NameRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Lower-case title or office written right before the name, inside the same run of capitals. */
  readonly title: string | null;
}

/** Offices that make a name with "of": "Duke of Edinburgh". */
const NOBILITY = /^(?:duke|duchess|prince|princess|king|queen|earl|archbishop|bishop)$/;

function isCueWord(lower: string): boolean {
  return (
    ORGANISATION_CUES.has(lower) || PLACE_CUES.has(lower) || EVENT_CUES.has(lower) || WORK_CUES.has(lower)
  );
}

/**
 * The names in one run of capitalised words: "Tesla Chief Executive Elon Musk" is Tesla and Elon Musk, "Russian
 * Foreign Minister Sergei Lavrov" only the latter, "Russian Foreign Ministry" one name, "Prime Minister" none.
 */
export function splitRun(
  tokens: readonly TaggedToken[],
  from: number,
  to: number,
  ships: ReadonlySet<string> = new Set(),
): NameRange[] {
  const title = lastTitle(tokens, from, to, ships);
  if (title === -1) return named(tokens, from, to, null);
  const before = withoutOffice(tokens, from, title + 1);
  const prefix = before > from ? named(tokens, from, before, null) : [];
  if (title + 1 >= to) return prefix;
  return [...prefix, ...named(tokens, title + 1, to, tokens[title]?.lower ?? null)];
}

function lastTitle(
  tokens: readonly TaggedToken[],
  from: number,
  to: number,
  ships: ReadonlySet<string>,
): number {
  const last = tokens[to - 1]?.lower ?? '';
  if (to - from > 1 && isCueWord(last) && !PERSON_TITLES.has(last)) return -1;
  for (let index = to - 1; index >= from; index -= 1) {
    const word = tokens[index]?.lower ?? '';
    const next = tokens[index + 1]?.lower ?? '';
    if (!PERSON_TITLES.has(word) || ships.has(`${word} ${next}`)) continue;
    if (index + 1 >= to || !/^(?:of|for|on|and|'s|-)$/.test(next)) return index;
    if (NOBILITY.test(word) || next === '-') return -1;
  }
  return -1;
}

/** End of what is left of `from`..`to` when office words are taken off its end. */
function withoutOffice(tokens: readonly TaggedToken[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const word = tokens[end - 1]?.lower ?? '';
    if (!PERSON_TITLES.has(word) && !EMPTY_MODIFIERS.has(word) && !NATIONALITIES.has(word) && word !== '-')
      break;
    end -= 1;
  }
  return end;
}

function named(tokens: readonly TaggedToken[], from: number, to: number, title: string | null): NameRange[] {
  let start = from;
  let end = to;
  while (end > start && /^(?:-|&|of|,|and)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  while (start < end && isLoose(tokens, start, end)) start += 1;
  if (start >= end) return [];
  if (end - start === 1 && isNothing(tokens[start])) return [];
  return [{ from: start, to: end, title }];
}

/** A nationality or title word at the head that is not part of the name. */
function isLoose(tokens: readonly TaggedToken[], start: number, end: number): boolean {
  const word = tokens[start]?.lower ?? '';
  if (word === '-' || word === '&') return true;
  if (/^(?:the|a|an)$/.test(word)) return true;
  if (CALENDAR.has(word)) return !(end - start > 1 || word === 'may');
  if (/^(?:former|then|ex|late|acting|mr\.?|mrs\.?|ms\.?|dr\.?|sir)$/.test(word)) return true;
  if (!NATIONALITIES.has(word) || end - start === 1) return false;
  const rest = tokens.slice(start + 1, end).map((token) => token.lower);
  if (/^(?:north|south|east|west|western|eastern|northern|southern)$/.test(word))
    return NATIONALITIES.has(rest.join(' '));
  if (rest.some(isCueWord) || PLACES.has(`${word} ${rest.join(' ')}`)) return false;
  return true;
}

function isNothing(token: TaggedToken | undefined): boolean {
  if (token === undefined) return true;
  const word = token.lower;
  if (FIRST_NAMES.has(word) || PLACES.has(word.replaceAll('.', ''))) return false;
  if (/^(?:house|senate|treasury|assembly|cabinet|supreme|u\.?s\.?|uk)$/.test(word)) return false;
  return (
    PERSON_TITLES.has(word) ||
    TITLE_MODIFIERS.has(word) ||
    NATIONALITIES.has(word) ||
    EMPTY_MODIFIERS.has(word)
  );
}
