import { hashFeature } from '../../nlp/hashed-features.ts';
import type { DocumentSentence } from '../text-document.ts';
import { AUX, type BucketList, endingAt, stemAt, type TokenTable, VERB } from './token-table.ts';

export const CUE_BITS = 16;

const THAT = hashFeature('that', 30);
const TO = hashFeature('to', 30);
const COMMA = hashFeature(',', 30);
const COLON = hashFeature(':', 30);
/** How far the clause or quotation of a cue is looked for. */
const NEAR = 6;

/**
 * Features of a token as the head of a cue ("said", "according", "has repeatedly *criticised*"): the word and what is
 * around it, where the nearest name, "that" and quotation stand. Buckets of 2^CUE_BITS.
 */
export function cueFeatures(
  table: TokenTable,
  sentence: DocumentSentence,
  at: number,
  list: BucketList,
): Int32Array {
  list.clear();
  const { words, tags, quoted } = table;
  const stem = stemAt(table, at);
  const tag = tags[at] as number;
  addNeighbours(table, sentence, at, stem, list);
  list.add(14, endingAt(table, at), tag);
  list.add(15, table.shapes[at] as number, tag);
  const inside = quoted[at] as number;
  list.add(16, inside, tag);
  list.add(17, stem, inside);
  const that = clauseMark(words, at, sentence.tokenEnd);
  list.add(18, stem, that);
  list.add(19, tag, that);
  addSurroundings(table, sentence, at, stem, list);
  list.add(30, sentence.block === 0 ? 1 : 0, tag);
  return list.view(0, list.size);
}

/** The word and those beside it. */
function addNeighbours(
  { words, tags }: TokenTable,
  { tokenStart: from, tokenEnd: to }: DocumentSentence,
  at: number,
  stem: number,
  list: BucketList,
): void {
  const word = words[at] as number;
  const tag = tags[at] as number;
  const before = valueAt(words, at - 1, from, to, 1);
  const after = valueAt(words, at + 1, from, to, 1);
  const tagBefore = tagAt(tags, at - 1, from, to);
  const tagAfter = tagAt(tags, at + 1, from, to);
  list.add(0, word, 0);
  list.add(1, stem, tag);
  list.add(2, word, tag);
  list.add(3, word, tagBefore);
  list.add(4, word, tagAfter);
  list.add(5, before, tag);
  list.add(6, after, tag);
  list.add(7, valueAt(words, at + 2, from, to, 1), tag);
  list.add(8, valueAt(words, at - 2, from, to, 1), tag);
  list.add(9, word, after);
  list.add(10, stem, before);
  list.add(11, tagBefore * 32 + tagAfter, tag);
  list.add(12, tagAt(tags, at - 2, from, to) * 32 + tagBefore, tag);
  list.add(13, tagAfter * 32 + tagAt(tags, at + 2, from, to), tag);
}

/** Where quotations, names, marks and other verbs of the sentence stand. */
function addSurroundings(
  table: TokenTable,
  { tokenStart: from, tokenEnd: to }: DocumentSentence,
  at: number,
  stem: number,
  list: BucketList,
): void {
  const { words, tags, names } = table;
  const tag = tags[at] as number;
  const inside = table.quoted[at] as number;
  const quotes =
    besideQuote(table, from, to, at, -1, inside) * 8 + besideQuote(table, from, to, at, 1, inside);
  list.add(20, stem, quotes);
  list.add(21, tag, quotes);
  const nameBefore = nearestName(names, tags, from, to, at, -1);
  list.add(22, stem, nameBefore);
  list.add(23, tag, nameBefore);
  list.add(24, tag, nearestName(names, tags, from, to, at, 1));
  list.add(25, stem, Math.min(3, at - from) * 4 + Math.min(3, to - 1 - at));
  list.add(26, tag, commasAround(words, from, to, at));
  list.add(27, stem, auxiliaryOf(words, tags, from, at));
  const verbs = verbsAfter(tags, at, to);
  list.add(28, verbs, stem);
  list.add(29, verbs, tag);
}

/** `outside` stands for the start of the sentence, the next number for its end. */
function valueAt(values: Int32Array, at: number, from: number, to: number, outside: number): number {
  if (at < from) return outside;
  return at >= to ? outside + 1 : (values[at] as number);
}

function tagAt(tags: Uint8Array, at: number, from: number, to: number): number {
  if (at < from) return 30;
  return at >= to ? 31 : (tags[at] as number);
}

function auxiliaryOf(words: Int32Array, tags: Uint8Array, from: number, at: number): number {
  for (let place = at - 1; place >= from && place >= at - 2; place -= 1)
    if (tags[place] === AUX) return words[place] as number;
  return 0;
}

/** Distance class of quoted words of the sentence on one side: 0 none, 1 next to it, 2 near, 3 far. */
function besideQuote(
  { quoted }: TokenTable,
  from: number,
  to: number,
  at: number,
  step: 1 | -1,
  inside: number,
): number {
  if (inside === 1) return 4;
  for (let place = at + step; place >= from && place < to; place += step) {
    if (quoted[place] !== 1) continue;
    const away = Math.abs(place - at);
    return away <= 3 ? 1 : away <= 8 ? 2 : 3;
  }
  return 0;
}

/** 1 for "that" soon after the word, 2 for "to" right behind it. */
function clauseMark(words: Int32Array, at: number, to: number): number {
  const end = Math.min(to, at + 1 + NEAR);
  for (let place = at + 1; place < end; place += 1) if (words[place] === THAT) return 1;
  return at + 1 < to && words[at + 1] === TO ? 2 : 0;
}

/** Kind and distance of the nearest name on one side, and whether a verb stands between. */
function nearestName(
  names: Uint8Array,
  tags: Uint8Array,
  from: number,
  to: number,
  at: number,
  step: 1 | -1,
): number {
  let verbs = 0;
  for (let place = at + step; place >= from && place < to && Math.abs(place - at) <= 12; place += step) {
    const name = names[place] as number;
    if (name !== 0) return name * 16 + awayClass(Math.abs(place - at)) * 4 + verbs;
    if (tags[place] === VERB) verbs = Math.min(2, verbs + 1);
  }
  return 0;
}

function awayClass(size: number): number {
  if (size <= 1) return 0;
  if (size <= 3) return 1;
  return size <= 6 ? 2 : 3;
}

function commasAround(words: Int32Array, from: number, to: number, at: number): number {
  const isNear = markAt(words, from, to, at - 2) === 1 || markAt(words, from, to, at - 3) === 1;
  return markAt(words, from, to, at - 1) * 16 + markAt(words, from, to, at + 1) * 4 + (isNear ? 1 : 0);
}

/** 1 for a comma, 2 for a colon, 3 outside the sentence. */
function markAt(words: Int32Array, from: number, to: number, place: number): number {
  if (place < from || place >= to) return 3;
  const word = words[place];
  if (word === COMMA) return 1;
  return word === COLON ? 2 : 0;
}

function verbsAfter(tags: Uint8Array, at: number, to: number): number {
  for (let place = at + 1; place < to && place <= at + 12; place += 1)
    if (tags[place] === VERB || tags[place] === AUX) return place - at <= 4 ? 1 : 2;
  return 0;
}
