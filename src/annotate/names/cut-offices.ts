import type { TaggedToken } from '../text-document.ts';
import { EVENT_CUES, FIRST_NAMES, ORGANISATION_CUES, PERSON_TITLES, PLACE_CUES } from './name-lexicon.ts';
import { PLACES } from './place-lexicon.ts';
import type { NameRange } from './split-run.ts';
import { type CommonWords, hasCapital } from './word-use.ts';

/** "author of Great Expectations": what these are of is a work, which may well end in a personal name. */
const OF_WORKS = /^(?:author|writer|editor|actor|actress|singer|analyst|economist)$/;
/** A given name behind one of these is the rest of a place: "San Juan Capistrano". */
const SAINT = /^(?:san|santa|santo|sao|são|saint|st\.?|ste\.?)$/;
/** Titles of several people, and parties, before the first name of a list: "Representatives A and B", "Republicans C and D". */
const PLURAL_TITLE =
  /^(?:sens?\.?|reps?\.?|representatives|senators|govs\.?|governors|congressmen|delegates|justices|judges|presidents|ministers|republicans|democrats)$/;
/** A title cut short, which is nothing by itself: what stands behind it is its name. */
const SHORT_TITLE = /^(?:sens?|reps?|govs?|gens?|profs?|attys?|lts?|sgts?|capts?)\.?$/;
const PARTY = /^(?:republican|democratic|democrat)$/;

/**
 * A range of the tagger without what American papers write around a name: the party of a label ("(R-Texas)"), titles of
 * several people, a title cut short behind a state; and "Director of National Intelligence Ana Holm" as body and person.
 */
export function cutOffices(
  tokens: readonly TaggedToken[],
  range: NameRange,
  isCommon: CommonWords,
): NameRange[] {
  const from = headCut(tokens, range.from, range.to);
  const to = tailCut(tokens, from, range.to);
  // A state's two letters are as well Azerbaijan's or Moldova's: the label stays with the person, and is no name.
  const isCode = to - from === 1 && /^\p{Lu}{2}$/u.test(tokens[from]?.text ?? '');
  if (from >= to || (isCode && isPartyOfLabel(tokens, from - 2))) return [];
  const person = personBehindBody(tokens, from, to, isCommon);
  if (person === null) return [{ ...range, from, to }];
  return [
    { from: person.body, to: person.at, title: null },
    { from: person.at, to, title: person.office },
  ];
}

function headCut(tokens: readonly TaggedToken[], from: number, to: number): number {
  if (isPartyOfLabel(tokens, from)) return from + 2;
  // "Chief of |Staff Ana Holm|".
  if (tokens[from]?.lower === 'staff' && tokens[from - 1]?.lower === 'of' && to - from > 1) return from + 1;
  // A person's name is left: two words with a capital.
  if (!PLURAL_TITLE.test(tokens[from]?.lower ?? '') || to - from < 3) return from;
  return hasCapital(tokens[from + 1]) && !isCueWord(tokens[to - 1]?.lower ?? '') ? from + 1 : from;
}

/** "R-" in "(R-Texas)" and ", R-Texas,". */
export function isPartyOfLabel(tokens: readonly TaggedToken[], at: number): boolean {
  const [before, party, hyphen, state] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!/^[RDIL]$/.test(party?.text ?? '') || !/^[-‑–]$/.test(hyphen?.text ?? '')) return false;
  return /^[(,]$/.test(before?.text ?? '') && hyphen?.start === party?.end && hasCapital(state);
}

/** "Maryland Democratic Sen. |Ben Cardin|" up to Maryland; nothing of "Sens. |Ben Cardin|". */
function tailCut(tokens: readonly TaggedToken[], from: number, to: number): number {
  const stop = tokens[to - 1]?.text === '.' ? to - 1 : to;
  const next = tokens[to]?.text === '.' ? tokens[to + 1] : tokens[to];
  if (!SHORT_TITLE.test(tokens[stop - 1]?.lower ?? '') || !hasCapital(next)) return to;
  const end = stop - 1;
  return end - from > 1 && PARTY.test(tokens[end - 1]?.lower ?? '') ? end - 1 : end;
}

interface HeldOffice {
  /** First token of the body or place the office is of. */
  readonly body: number;
  /** First token of the person. */
  readonly at: number;
  readonly office: string;
}

/** Where the person begins in "(Director of) National Intelligence |Ana Holm|"; null where there is none. */
function personBehindBody(
  tokens: readonly TaggedToken[],
  from: number,
  to: number,
  isCommon: CommonWords,
): HeldOffice | null {
  const body = bodyOfOffice(tokens, from);
  if (body === -1 || to - body < 3 || isCueWord(tokens[to - 1]?.lower ?? '')) return null;
  const the = tokens[body - 1]?.lower === 'the' ? 1 : 0;
  const office = tokens[body - 2 - the]?.lower ?? '';
  for (let at = to - 2; at > body; at -= 1)
    if (FIRST_NAMES.has(tokens[at]?.lower ?? '') && !SAINT.test(tokens[at - 1]?.lower ?? ''))
      return { body, at, office };
  const at = to - 2;
  const words = tokens.slice(body, at).map(({ lower }) => lower);
  const isUnusual = [tokens[at], tokens[at + 1]].every(
    (token) => hasCapital(token) && !isCommon(token?.lower ?? ''),
  );
  const isBody = PLACES.has(words.join(' ')) || isCommon(words.at(-1) ?? '');
  return isUnusual && isBody ? { body, at, office } : null;
}

/** First token of what the office before or at `from` is of; -1 when there is no office. */
function bodyOfOffice(tokens: readonly TaggedToken[], from: number): number {
  const body = tokens[from + 1]?.lower === 'of' ? from + 2 : from;
  const of = tokens[body - 1]?.lower === 'the' ? body - 2 : body - 1;
  const office = tokens[of - 1];
  if (tokens[of]?.lower !== 'of' || office?.sentence !== tokens[from]?.sentence) return -1;
  const lower = office?.lower ?? '';
  return PERSON_TITLES.has(lower) && !OF_WORKS.test(lower) ? body : -1;
}

function isCueWord(lower: string): boolean {
  return ORGANISATION_CUES.has(lower) || PLACE_CUES.has(lower) || EVENT_CUES.has(lower);
}
