import { hashFeature } from '../../nlp/hashed-features.ts';
import type { DocumentSentence } from '../text-document.ts';
import { AUX, type BucketList, stemAt, type TokenTable, VERB } from './token-table.ts';

export const PART_BITS = 18;
/** What a token is to a cue; first and last words of a content are labels of their own, so that the model learns where contents begin and end. */
export const PARTS = ['other', 'content', 'source', 'content-first', 'content-last'] as const;

const THAT = hashFeature('that', 30);
const COMMA = hashFeature(',', 30);
/** Conjunctions at which a clause may end. */
const LINKS: ReadonlySet<number> = new Set(
  `and but or because while although though after before as when if since who which that to in on at for during ; : — - – ( )`
    .split(' ')
    .map((word) => hashFeature(word, 30)),
);

/** Buckets of 2^PART_BITS for each token of a sentence, seen from the cue at `cue`: where its content and its source stand. */
export function partFeatures(
  table: TokenTable,
  sentence: DocumentSentence,
  cue: number,
  list: BucketList,
): Int32Array[] {
  const places = placesOf(table, sentence, cue);
  const here = newHere();
  list.clear();
  for (let at = sentence.tokenStart; at < sentence.tokenEnd; at += 1) {
    goTo(here, table, sentence.tokenStart, cue, at, places);
    addByPlace(list, table, sentence, cue, places, here);
    addByDistance(list, table, cue, places, here);
    addOwn(list, table, sentence, cue, at, places, here);
  }
  const count = sentence.tokenEnd - sentence.tokenStart;
  const each = list.size / Math.max(1, count);
  return Array.from({ length: count }, (_, at) => list.view(at * each, (at + 1) * each));
}

/** What lies between each token and the cue, by place in the sentence. */
export interface Places {
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
  /** The nearest word at which a clause may end. */
  readonly links: Int32Array;
  readonly stem: number;
  /** Quoted words before (2) and after (1) the cue. */
  readonly quotes: number;
  /** Index of "that" behind the cue, -1 for none. */
  readonly that: number;
  /** How much of the sentence is left behind the cue, 0 to 3. */
  readonly tail: number;
}

/** Tokens behind the cue in which its "that" is looked for. */
const THAT_REACH = 8;

export function placesOf(table: TokenTable, { tokenStart, tokenEnd }: DocumentSentence, cue: number): Places {
  const size = tokenEnd - tokenStart;
  const places = {
    commas: new Uint8Array(size),
    verbs: new Uint8Array(size),
    links: new Int32Array(size),
  };
  countFrom(table, tokenStart, tokenEnd, cue, -1, places);
  countFrom(table, tokenStart, tokenEnd, cue, 1, places);
  const before = table.quoted.subarray(tokenStart, cue).includes(1) ? 2 : 0;
  const after = table.quoted.subarray(cue + 1, tokenEnd).includes(1) ? 1 : 0;
  const that = table.words.subarray(cue + 1, Math.min(tokenEnd, cue + 1 + THAT_REACH)).indexOf(THAT);
  const left = tokenEnd - 1 - cue;
  return {
    commas: places.commas,
    verbs: places.verbs,
    links: places.links,
    stem: stemAt(table, cue),
    quotes: before + after,
    that: that === -1 ? -1 : cue + 1 + that,
    tail: classOf(left, 1, 4, 8),
  };
}

/** Seen from the cue, a link opens what lies behind it and closes what lies before it. */
function countFrom(
  { words, tags }: TokenTable,
  from: number,
  to: number,
  cue: number,
  step: 1 | -1,
  { commas, verbs, links }: Pick<Places, 'commas' | 'verbs' | 'links'>,
): void {
  let comma = 0;
  let verb = 0;
  let link = 0;
  for (let at = cue + step; at >= from && at < to; at += step) {
    const word = words[at] as number;
    const isLink = LINKS.has(word);
    if (isLink && step === 1) link = word;
    commas[at - from] = comma;
    verbs[at - from] = verb;
    links[at - from] = link;
    if (isLink) link = word;
    if (word === COMMA) comma = Math.min(3, comma + 1);
    if (tags[at] === VERB || tags[at] === AUX) verb = Math.min(3, verb + 1);
  }
}

function classOf(size: number, low: number, middle: number, high: number): number {
  if (size <= low) return 0;
  if (size <= middle) return 1;
  return size <= high ? 2 : 3;
}

/** What every feature of one token is made of; one object for all tokens of a sentence in turn. */
export interface Here {
  side: number;
  /** Distance class, below DISTANCE_CLASSES. */
  away: number;
  commas: number;
  verbs: number;
  /** Side, commas and verbs in one number below PLACES. */
  place: number;
  /** Before, at or behind "that"; 0 without one. */
  behindThat: number;
  /** The cue's word class and what its sentence looks like. */
  form: number;
}

export const PLACES = 48;
export const DISTANCE_CLASSES = 32;

export function newHere(): Here {
  return { side: 0, away: 0, commas: 0, verbs: 0, place: 0, behindThat: 0, form: 0 };
}

/** Turns `here` to another token of the sentence. */
export function goTo(
  here: Here,
  table: TokenTable,
  from: number,
  cue: number,
  at: number,
  places: Places,
): void {
  const { that } = places;
  here.side = sideOf(at, cue, 0, 2, 1);
  here.commas = places.commas[at - from] as number;
  here.verbs = places.verbs[at - from] as number;
  here.away = distanceClass(at - cue);
  here.place = here.side * 16 + here.commas * 4 + here.verbs;
  here.behindThat = that === -1 ? 0 : sideOf(at, that, 1, 2, 3);
  here.form = (table.tags[cue] as number) * 64 + places.quotes * 16 + places.tail * 4 + (that === -1 ? 0 : 1);
}

function sideOf(at: number, other: number, before: number, same: number, behind: number): number {
  if (at === other) return same;
  return at < other ? before : behind;
}

/** Features that are the same for all tokens at one `place` of a sentence. */
export function addByPlace(
  list: BucketList,
  { words, tags }: TokenTable,
  { tokenStart: from, tokenEnd: to }: DocumentSentence,
  cue: number,
  { stem, quotes, tail }: Places,
  { side, commas, place, form }: Here,
): void {
  const around = tagAt(tags, from, to, cue + 1) * 64 + tagAt(tags, from, to, cue - 1);
  list.add(1, place, form);
  list.add(2, stem, place);
  list.add(11, words[cue] as number, side * 64 + commas * 16 + quotes * 4 + tail);
  list.add(15, wordAt(words, from, to, cue + 1), place * 4 + quotes);
  list.add(16, wordAt(words, from, to, cue - 1), place * 4 + quotes);
  list.add(17, around, place * 4 + quotes);
}

/** Features that are the same for all tokens of a sentence in one class of distance. */
export function addByDistance(
  list: BucketList,
  { tags }: TokenTable,
  cue: number,
  { stem }: Places,
  { away, form }: Here,
): void {
  list.add(0, away, tags[cue] as number);
  list.add(3, stem, away);
  list.add(14, away, form);
}

/** All other features of a token. */
export function addOwn(
  list: BucketList,
  table: TokenTable,
  sentence: DocumentSentence,
  cue: number,
  at: number,
  places: Places,
  here: Here,
): void {
  addStanding(list, table, sentence, cue, at, places, here);
  addWords(list, table, sentence, places.stem, at, here);
}

/** Where the token stands, seen from the cue. */
function addStanding(
  list: BucketList,
  { words, tags, names, shapes, quoted }: TokenTable,
  { tokenStart, tokenEnd }: DocumentSentence,
  cue: number,
  at: number,
  { stem, quotes, tail, that, links }: Places,
  { side, away, commas, verbs, place, behindThat }: Here,
): void {
  const cueTag = tags[cue] as number;
  const tag = tags[at] as number;
  const name = names[at] as number;
  const inside = quoted[at] as number;
  const link = links[at - tokenStart] as number;
  const toEnd = tokenEnd - 1 - at;
  list.add(4, stem, side * 8 + inside * 4 + behindThat);
  list.add(5, name, place);
  list.add(6, name * 32 + tag, side * 64 + verbs * 16 + tail * 4 + quotes);
  list.add(7, inside, side * 2 + (that === -1 ? 0 : 1));
  list.add(8, inside * 8 + behindThat, place);
  list.add(9, link, place);
  list.add(10, link, side * 32 + cueTag);
  list.add(12, shapes[at] as number, place);
  list.add(13, Math.min(6, at - tokenStart) * 8 + Math.min(6, toEnd), side * 4 + commas);
  list.add(18, cueTag * 32 + tag, away);
  list.add(19, toEnd < 2 ? 1 : 0, words[at] as number);
}

/** The token and its neighbours. */
function addWords(
  list: BucketList,
  { words, tags, shapes, quoted }: TokenTable,
  { tokenStart: from, tokenEnd: to }: DocumentSentence,
  stem: number,
  at: number,
  { side, away, commas, place }: Here,
): void {
  const word = words[at] as number;
  const tag = tags[at] as number;
  const before = wordAt(words, from, to, at - 1);
  const after = wordAt(words, from, to, at + 1);
  const tagBefore = tagAt(tags, from, to, at - 1);
  const tagAfter = tagAt(tags, from, to, at + 1);
  list.add(20, word, side * 4 + Math.min(1, commas));
  list.add(21, word, place);
  list.add(22, tag, place);
  list.add(23, tag * 32 + tagBefore, side);
  list.add(24, tag * 32 + tagAfter, side);
  list.add(25, before, side * 32 + tag);
  list.add(26, after, side * 32 + tag);
  list.add(27, before, place);
  list.add(28, after, place);
  list.add(29, wordAt(words, from, to, at - 2), side * 32 + tag);
  list.add(30, wordAt(words, from, to, at + 2), side * 32 + tag);
  list.add(31, away, word);
  list.add(32, away, tag * 32 + tagBefore);
  list.add(33, word ^ Math.imul(before, 31), side);
  list.add(34, word ^ Math.imul(after, 37), side);
  list.add(35, (tagBefore * 32 + tag) * 32 + tagAfter, place);
  list.add(36, stem, side * 2048 + tagBefore * 32 + tag);
  list.add(37, stem, side * 2048 + tagAfter * 32 + tag);
  list.add(38, trio(shapes, at, 4), side * 8 + trio(quoted, at, 2));
}

/** Values of a token and its two neighbours in one number. */
function trio(values: Uint8Array, at: number, base: number): number {
  return (values[at - 1] ?? 0) * base * base + (values[at] ?? 0) * base + (values[at + 1] ?? 0);
}

/** 1 and 2 stand for the ends of the sentence. */
function wordAt(words: Int32Array, from: number, to: number, at: number): number {
  if (at < from) return 1;
  return at >= to ? 2 : (words[at] as number);
}

function tagAt(tags: Uint8Array, from: number, to: number, at: number): number {
  if (at < from) return 30;
  return at >= to ? 31 : (tags[at] as number);
}

const FARTHEST = 16;
/** Class of a distance by its size: 0 to 4 one by one, then 5–6, 7–9, 10–15, more. */
const DISTANCES = Uint8Array.from({ length: FARTHEST + 1 }, (_, size) => {
  if (size <= 4) return size;
  if (size <= 6) return 5;
  if (size <= 9) return 6;
  return size <= 15 ? 7 : 8;
});

function distanceClass(distance: number): number {
  const step = DISTANCES[Math.min(FARTHEST, Math.abs(distance))] as number;
  return distance < 0 ? 16 + step : step;
}
