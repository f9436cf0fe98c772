import { hashFeature } from '../../nlp/hashed-features.ts';
import type { DocumentSentence } from '../text-document.ts';
import { AUX, type BucketList, type TokenTable, VERB } from './token-table.ts';

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
  const { words, stems, endings, tags, names, shapes, quoted } = table;
  const from = sentence.tokenStart;
  const to = sentence.tokenEnd;
  const word = words[at] as number;
  const stem = stems[at] as number;
  const tag = tags[at] as number;
  const wordAt = (place: number) => valueAt(words, place, from, to, 1);
  const tagAt = (place: number) => valueAt(tags, place, from, to, 30);
  list.add(0, word, 0);
  list.add(1, stem, tag);
  list.add(2, word, tag);
  list.add(3, word, tagAt(at - 1));
  list.add(4, word, tagAt(at + 1));
  list.add(5, wordAt(at - 1), tag);
  list.add(6, wordAt(at + 1), tag);
  list.add(7, wordAt(at + 2), tag);
  list.add(8, wordAt(at - 2), tag);
  list.add(9, word, wordAt(at + 1));
  list.add(10, stem, wordAt(at - 1));
  list.add(11, tagAt(at - 1) * 32 + tagAt(at + 1), tag);
  list.add(12, tagAt(at - 2) * 32 + tagAt(at - 1), tag);
  list.add(13, tagAt(at + 1) * 32 + tagAt(at + 2), tag);
  list.add(14, endings[at] as number, tag);
  list.add(15, shapes[at] as number, tag);
  const inside = quoted[at] as number;
  list.add(16, inside, tag);
  list.add(17, stem, inside);
  const that = clauseMark(words, at, to);
  list.add(18, stem, that);
  list.add(19, tag, that);
  const quoteBefore = besideQuote(table, from, to, at, -1, inside);
  const quoteAfter = besideQuote(table, from, to, at, 1, inside);
  list.add(20, stem, quoteBefore * 8 + quoteAfter);
  list.add(21, tag, quoteBefore * 8 + quoteAfter);
  const nameBefore = nearestName(names, tags, from, to, at, -1);
  list.add(22, stem, nameBefore);
  list.add(23, tag, nameBefore);
  list.add(24, tag, nearestName(names, tags, from, to, at, 1));
  list.add(25, stem, Math.min(3, at - from) * 4 + Math.min(3, to - 1 - at));
  list.add(26, tag, commasAround(words, from, to, at));
  list.add(27, stem, auxiliaryOf(words, tags, from, at));
  list.add(28, verbsAfter(tags, at, to), stem);
  list.add(29, verbsAfter(tags, at, to), tag);
  list.add(30, sentence.block === 0 ? 1 : 0, tag);
  return list.view(0, list.size);
}

/** `outside` stands for the start of the sentence, the next number for its end. */
function valueAt(values: ArrayLike<number>, at: number, from: number, to: number, outside: number): number {
  if (at < from) return outside;
  return at >= to ? outside + 1 : (values[at] as number);
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
  if (words.subarray(at + 1, Math.min(to, at + 1 + NEAR)).includes(THAT)) return 1;
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
  const is = (place: number) => {
    if (place < from || place >= to) return 3;
    return words[place] === COMMA ? 1 : words[place] === COLON ? 2 : 0;
  };
  return is(at - 1) * 16 + is(at + 1) * 4 + (is(at - 2) === 1 || is(at - 3) === 1 ? 1 : 0);
}

function verbsAfter(tags: Uint8Array, at: number, to: number): number {
  for (let place = at + 1; place < to && place <= at + 12; place += 1)
    if (tags[place] === VERB || tags[place] === AUX) return place - at <= 4 ? 1 : 2;
  return 0;
}
