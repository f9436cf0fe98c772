import { MENTION_TYPES, type MentionType } from '../../core/annotation.ts';
import { isReportingVerb } from '../reporting-verbs.ts';
import type { TaggedToken, TextDocument } from '../text-document.ts';
import { isPartyOfLabel } from './cut-offices.ts';
import { holdsBody } from './listed-bodies.ts';
import {
  EVENT_CUES,
  FIRST_NAMES,
  ORGANISATION_CUES,
  PARTICLES,
  PERSON_TITLES,
  PLACE_CUES,
  WORK_CUES,
} from './name-lexicon.ts';
import { KNOWN_ORGANISATIONS, PLACES } from './place-lexicon.ts';
import { isShipNamed } from './ship-names.ts';
import type { NameRange } from './split-run.ts';
import { type CommonWords, isAcronym } from './word-use.ts';

/** More than a first name (4) and a reporting verb (1.5) together: "the ferry Peter Holm". */
const SHIP_POINTS = 8;

/**
 * As a listed place (6) less the first name it may look like (4): "the harbour of Quellmouth", "(R-Texas)". Any weight from 3
 * on reads the invented places of the tests right.
 */
const PLACE_OF_POINTS = 6;
const PLACE_HEAD =
  /^(?:harbou?r|port|town|village|hamlet|city|district|province|region|county|suburbs?|outskirts|streets|shores?|coast|island|isle|peninsula|borough|neighbou?rhood|municipality|capital|north|south|east|west|northeast|northwest|southeast|southwest)$/;

/** "The harbour of", "the town of", "north of"; the party before a state. */
function isPlaceOf(tokens: readonly TaggedToken[], from: number): boolean {
  if (isPartyOfLabel(tokens, from - 2)) return true;
  return tokens[from - 1]?.lower === 'of' && PLACE_HEAD.test(tokens[from - 2]?.lower ?? '');
}

/** Points for each type, in the order of MENTION_TYPES. */
export type TypeEvidence = readonly number[];

/** Points below which a name keeps the type `other`: a single "to" or "from" before it says too little. */
const ENOUGH = 0.7;

export function chooseType(evidence: TypeEvidence): MentionType {
  const top = Math.max(...evidence);
  return top < ENOUGH ? 'other' : (MENTION_TYPES[evidence.indexOf(top)] ?? 'other');
}

export function addEvidence(a: TypeEvidence, b: TypeEvidence): number[] {
  return MENTION_TYPES.map((_, index) => (a[index] ?? 0) + (b[index] ?? 0));
}

/** What the words of a name and those around it say about its type. Lists and points are general; none is trained. */
export function typeEvidence(document: TextDocument, name: NameRange, isCommon: CommonWords): number[] {
  const points = MENTION_TYPES.map(() => 0);
  const give = (type: MentionType, amount: number) => {
    const index = MENTION_TYPES.indexOf(type);
    points[index] = (points[index] ?? 0) + amount;
  };
  const tokens = document.tokens.slice(name.from, name.to);
  inner(tokens, isCommon, give);
  around(document, name, give);
  if (isPlaceOf(document.tokens, name.from)) give('place', PLACE_OF_POINTS);
  return points;
}

type Give = (type: MentionType, amount: number) => void;

function inner(tokens: readonly TaggedToken[], isCommon: CommonWords, give: Give): void {
  const words = tokens.map((token) => token.lower);
  const joined = words.length === 1 ? (words[0] ?? '') : words.join(' ');
  const plain = joined.includes('.') ? joined.replaceAll('.', '') : joined;
  const phrase = plain.includes(' - ') ? plain.replaceAll(' - ', '-') : plain;
  if (PLACES.has(phrase)) give('place', 6);
  if (KNOWN_ORGANISATIONS.has(phrase)) give('organisation', 5);
  if (tokens.length > 2 && holdsBody(tokens)) give('organisation', 5);
  if (tokens.length > 1) {
    cues(words, give);
    personal(tokens, words, isCommon, give);
    return;
  }
  if (EVENT_CUES.has(phrase)) give('event', 1);
  if (phrase === 'order') give('work', 2);
  if (FIRST_NAMES.has(phrase)) give('person', 2);
  if (tokens.some(isAcronym)) give('organisation', 1.5);
}

/** Shapes of personal names: first name, initials, particle, "Jr". */
function personal(
  tokens: readonly TaggedToken[],
  words: readonly string[],
  isCommon: CommonWords,
  give: Give,
): void {
  if (FIRST_NAMES.has(words[0] ?? '')) give('person', 4);
  const initials =
    /^\p{Lu}\.$/u.test(tokens[1]?.text ?? '') || /^(?:\p{Lu}\.)+$/u.test(tokens[0]?.text ?? '');
  if (initials) give('person', 3);
  if (/^(?:jr|sr)\.?$/.test(words.at(-1) ?? '')) give('person', 5);
  if (words.includes('&')) give('organisation', 3);
  if (words.slice(1).some((word) => PARTICLES.has(word) && word !== 'la')) give('person', 1);
  const unusual = !isCommon(words[0] ?? '') || !isCommon(words.at(-1) ?? '');
  if (unusual && tokens.length <= 3 && !tokens.some(isAcronym) && !words.includes('of')) give('person', 1);
}

const CUE_POINTS: readonly (readonly [ReadonlySet<string>, MentionType, number])[] = [
  [ORGANISATION_CUES, 'organisation', 4],
  [PLACE_CUES, 'place', 4.5],
  [EVENT_CUES, 'event', 5],
  [WORK_CUES, 'work', 4],
];

/** Words that say what a longer name names: "… Ministry", "… River", "Bank of …", "Hurricane …". */
function cues(words: readonly string[], give: Give): void {
  const last = words.at(-1) ?? '';
  const head = words.includes('of') ? (words[words.indexOf('of') - 1] ?? last) : last;
  for (const word of new Set([last, head])) {
    for (const [list, type, points] of CUE_POINTS) if (list.has(word)) give(type, points);
  }
  if (words.some((word) => ORGANISATION_CUES.has(word))) give('organisation', 1.5);
  if (/^(?:lake|mount|cape|port|fort|gulf|bay|isle|strait)$/.test(words[0] ?? '')) give('place', 3);
  if (/^(?:hurricane|typhoon|operation|battle|cyclone)$/.test(words[0] ?? '')) give('event', 6);
}

function around(document: TextDocument, name: NameRange, give: Give): void {
  const before = document.tokens[name.from - 1];
  if (name.title !== null) give('person', 6);
  else if (before !== undefined && isTitleBefore(before)) give('person', 4);
  if (isShipNamed(document.tokens, name.from)) give('other', SHIP_POINTS);
  // "The Order said": nobody is called with an article; "the Holm plan" says nothing of Holm.
  const next = document.tokens[name.to];
  const alone = next === undefined || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.tag);
  if (name.title === null && before?.lower === 'the' && alone && next?.text !== '-') give('person', -2);
  const preposition = before?.lower ?? '';
  if (/^(?:in|near|across|throughout|outside|inside)$/.test(preposition)) give('place', 2.5);
  else if (/^(?:to|from|at|into)$/.test(preposition)) give('place', 0.6);
  after(document.tokens.slice(name.to, name.to + 3), name.to - name.from === 1, give);
}

function after(tokens: readonly TaggedToken[], single: boolean, give: Give): void {
  const [first = '', second = '', third = ''] = tokens.map((token) => token.lower);
  if (isReportingVerb(first)) give('person', single ? 1 : 1.5);
  if (first === 'who' || (first === ',' && second === 'who')) give('person', 3);
  if (first === ',' && /^\d{2}$/.test(second) && third === ',') give('person', 4);
  if (/^(?:inc|corp|ltd|plc)\.?$/.test(first)) give('organisation', 4);
  if (first === '-' && second === 'based') give('place', 3);
}

function isTitleBefore(token: TaggedToken): boolean {
  return PERSON_TITLES.has(token.lower) && token.lower !== 'king' && token.lower !== 'crown';
}
