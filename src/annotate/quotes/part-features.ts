import { hashFeature } from '../../nlp/hashed-features.ts';
import type { DocumentSentence } from '../text-document.ts';
import { AUX, type BucketList, type TokenTable, VERB } from './token-table.ts';

export const PART_BITS = 18;
/** What a token is to a cue; first and last words of a content are labels of their own, so that the model learns where contents begin and end. */
export const PARTS = ['other', 'content', 'source', 'content-first', 'content-last'] as const;

const THAT = hashFeature('that', 30);
const COMMA = hashFeature(',', 30);
/** Conjunctions at which a clause may end. */
const LINKS = new Set(
  [
    'and',
    'but',
    'or',
    'because',
    'while',
    'although',
    'though',
    'after',
    'before',
    'as',
    'when',
    'if',
    'since',
    'who',
    'which',
    'that',
    'to',
    'in',
    'on',
    'at',
    'for',
    'during',
    ';',
    ':',
    '—',
    '-',
    '–',
    '(',
    ')',
  ].map((word) => hashFeature(word, 30)),
);

/** Buckets of 2^PART_BITS for each token of a sentence, seen from the cue at `cue`: where its content and its source stand. */
export function partFeatures(
  table: TokenTable,
  sentence: DocumentSentence,
  cue: number,
  list: BucketList,
): Int32Array[] {
  const places = placesOf(table, sentence, cue);
  list.clear();
  for (let at = sentence.tokenStart; at < sentence.tokenEnd; at += 1)
    addFeatures(list, table, sentence, cue, at, places);
  const count = sentence.tokenEnd - sentence.tokenStart;
  const each = list.size / Math.max(1, count);
  return Array.from({ length: count }, (_, at) => list.view(at * each, (at + 1) * each));
}

/** What lies between each token and the cue. */
interface Places {
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
  readonly links: Int32Array;
  readonly quoteBefore: number;
  readonly quoteAfter: number;
  /** Place of "that" behind the cue, -1 for none. */
  readonly that: number;
  readonly tail: number;
}

function placesOf({ words, tags, quoted }: TokenTable, sentence: DocumentSentence, cue: number): Places {
  const { tokenStart: from, tokenEnd: to } = sentence;
  const commas = new Uint8Array(to - from);
  const verbs = new Uint8Array(to - from);
  const links = new Int32Array(to - from);
  let quoteBefore = 0;
  let quoteAfter = 0;
  let that = -1;
  for (const step of [-1, 1] as const) {
    let comma = 0;
    let verb = 0;
    let link = 0;
    for (let at = cue + step; at >= from && at < to; at += step) {
      // Seen from the cue, a link opens what lies behind it and closes what lies before it.
      if (step === 1 && LINKS.has(words[at] ?? 0)) link = words[at] ?? 0;
      commas[at - from] = comma;
      verbs[at - from] = verb;
      links[at - from] = link;
      if (step === -1 && LINKS.has(words[at] ?? 0)) link = words[at] ?? 0;
      if (words[at] === COMMA) comma = Math.min(3, comma + 1);
      if (tags[at] === VERB || tags[at] === AUX) verb = Math.min(3, verb + 1);
      if (quoted[at] === 1) step === 1 ? (quoteAfter = 1) : (quoteBefore = 1);
      if (step === 1 && that === -1 && words[at] === THAT && at <= cue + 8) that = at;
    }
  }
  const left = to - 1 - cue;
  const tail = left <= 1 ? 0 : left <= 4 ? 1 : left <= 8 ? 2 : 3;
  return { commas, verbs, links, quoteBefore, quoteAfter, that, tail };
}

function addFeatures(
  list: BucketList,
  table: TokenTable,
  sentence: DocumentSentence,
  cue: number,
  at: number,
  places: Places,
): void {
  const { words, stems, tags, names, shapes, quoted } = table;
  const { tokenStart: from, tokenEnd: to } = sentence;
  const side = at < cue ? 0 : at > cue ? 1 : 2;
  const away = distanceClass(at - cue);
  const commas = places.commas[at - from] ?? 0;
  const verbs = places.verbs[at - from] ?? 0;
  const link = places.links[at - from] ?? 0;
  const inside = quoted[at] ?? 0;
  const behindThat = places.that === -1 ? 0 : at < places.that ? 1 : at === places.that ? 2 : 3;
  const place = side * 16 + commas * 4 + verbs;
  const word = words[at] ?? 0;
  const tag = tags[at] ?? 0;
  const before = at > from ? (words[at - 1] ?? 0) : 1;
  const after = at + 1 < to ? (words[at + 1] ?? 0) : 2;
  const tagBefore = at > from ? (tags[at - 1] ?? 0) : 30;
  const tagAfter = at + 1 < to ? (tags[at + 1] ?? 0) : 31;
  const cueStem = stems[cue] ?? 0;
  const cueTag = tags[cue] ?? 0;
  const quotes = places.quoteBefore * 2 + places.quoteAfter;
  const form = cueTag * 64 + quotes * 16 + places.tail * 4 + (places.that === -1 ? 0 : 1);
  list.add(0, away, cueTag);
  list.add(1, place, form);
  list.add(2, cueStem, place);
  list.add(3, cueStem, away);
  list.add(4, cueStem, side * 8 + inside * 4 + behindThat);
  list.add(5, word, side * 4 + Math.min(1, commas));
  list.add(6, word, place);
  list.add(7, tag, place);
  list.add(8, tag * 32 + tagBefore, side);
  list.add(9, tag * 32 + tagAfter, side);
  list.add(10, before, side * 32 + tag);
  list.add(11, after, side * 32 + tag);
  list.add(12, tagBefore * 32 + tagAfter, side * 32 + tag);
  list.add(13, names[at] ?? 0, place);
  list.add(14, (names[at] ?? 0) * 32 + tag, side * 64 + verbs * 16 + places.tail * 4 + quotes);
  list.add(15, inside, side * 16 + places.that === -1 ? 0 : 1);
  list.add(16, inside * 8 + behindThat, place);
  list.add(17, link, place);
  list.add(18, link, side * 32 + cueTag);
  list.add(19, words[cue] ?? 0, side * 64 + commas * 16 + quotes * 4 + places.tail);
  list.add(20, shapes[at] ?? 0, place);
  list.add(21, Math.min(6, at - from) * 8 + Math.min(6, to - 1 - at), side * 4 + commas);
  list.add(22, before, place);
  list.add(23, after, place);
  list.add(24, wordsAround(words, from, to, at, -2), side * 32 + tag);
  list.add(25, wordsAround(words, from, to, at, 2), side * 32 + tag);
  list.add(26, away, word);
  list.add(27, away, tag * 32 + tagBefore);
  list.add(28, away, form);
  list.add(29, wordsAround(words, from, to, cue, 1), place * 4 + quotes);
  list.add(30, wordsAround(words, from, to, cue, -1), place * 4 + quotes);
  list.add(31, (tags[cue + 1] ?? 0) * 32 + (tags[cue - 1] ?? 0), place * 4 + quotes);
  list.add(32, cueTag * 32 + tag, away);
  list.add(33, to - 1 - at < 2 ? 1 : 0, word);
  list.add(34, word ^ Math.imul(before, 31), side);
  list.add(35, word ^ Math.imul(after, 37), side);
  list.add(36, (tagBefore * 32 + tag) * 32 + tagAfter, place);
  list.add(37, cueStem, side * 2048 + tagBefore * 32 + tag);
  list.add(38, cueStem, side * 2048 + tagAfter * 32 + tag);
  list.add(
    39,
    (shapes[at - 1] ?? 0) * 16 + (shapes[at] ?? 0) * 4 + (shapes[at + 1] ?? 0),
    side * 64 + (quoted[at - 1] ?? 0) * 4 + inside * 2 + (quoted[at + 1] ?? 0),
  );
}

function wordsAround(words: Int32Array, from: number, to: number, at: number, step: number): number {
  const place = at + step;
  return place >= from && place < to ? (words[place] ?? 0) : place < from ? 1 : 2;
}

function distanceClass(distance: number): number {
  const size = Math.abs(distance);
  const step = size <= 4 ? size : size <= 6 ? 5 : size <= 9 ? 6 : size <= 15 ? 7 : 8;
  return distance < 0 ? 16 + step : step;
}
