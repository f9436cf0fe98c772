import {
  AMBIGUOUS_MONTHS,
  CALENDAR,
  EMPTY_MODIFIERS,
  EVENT_CUES,
  FIRST_NAMES,
  NOT_NAMES,
  OF_HEADS,
  ORGANISATION_CUES,
  PARTICLES,
  PERSON_TITLES,
  PLACE_CUES,
  TITLE_MODIFIERS,
  WORK_CUES,
} from './name-lexicon.ts';
import { KNOWN_ORGANISATIONS, NATIONALITIES, PLACES } from './place-lexicon.ts';

/** What the tagger of names knows of a word by itself, as numbers: features are made of these without building strings. */
export interface WordAtoms {
  /** Of the word in lower case. */
  readonly hash: number;
  /** First two, three, four letters; last one, two, three, four. */
  readonly affixes: Int32Array;
  readonly shape: number;
  /** A bit for each list that has the word. */
  readonly lists: number;
  /** 0 without a capital, 1 with one, 2 in capitals. */
  readonly upper: number;
}

const LISTS: readonly ReadonlySet<string>[] = [
  FIRST_NAMES,
  PLACES,
  KNOWN_ORGANISATIONS,
  NATIONALITIES,
  PERSON_TITLES,
  TITLE_MODIFIERS,
  ORGANISATION_CUES,
  PLACE_CUES,
  EVENT_CUES,
  WORK_CUES,
  OF_HEADS,
  PARTICLES,
  CALENDAR,
  NOT_NAMES,
  AMBIGUOUS_MONTHS,
  EMPTY_MODIFIERS,
];

const FNV_START = 0x811c9dc5;

/** 32-bit FNV-1a over UTF-16 code units `from`..`to`, going on from the hash of what stands before them. */
export function hashWord(word: string, from = 0, to = word.length, before = FNV_START): number {
  let hash = before;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The lists of each listed word, a bit a list. */
const LISTED: ReadonlyMap<string, number> = listBits();

function listBits(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, list] of LISTS.entries())
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | (1 << bit));
  return bits;
}

export function wordAtoms(text: string, lower: string): WordAtoms {
  const size = lower.length;
  const affixes = new Int32Array(7);
  for (let length = 2; length <= 4; length += 1)
    if (size > length) affixes[length - 2] = hashWord(lower, 0, length);
  for (let length = 1; length <= 4; length += 1)
    if (size > length) affixes[length + 2] = hashWord(lower, size - length);
  let lists = LISTED.get(lower) ?? 0;
  if (lower.includes('.')) lists |= LISTED.get(lower.replaceAll('.', '')) ?? 0;
  const { shape, upper } = shapeOf(text);
  return { hash: hashWord(lower), affixes, shape, lists, upper };
}

/** Kinds of characters, where they stand, and a coarse length. Marks are their own shape. */
function shapeOf(text: string): { shape: number; upper: number } {
  // Most words by far: a capital or none, and then lower case.
  if (/^[A-Za-z][a-z]+$/.test(text)) {
    const upper = text.charCodeAt(0) <= 0x5a ? 1 : 0;
    return { shape: Math.min(text.length, 4) * 128 + upper * 96 + 16, upper };
  }
  const hasUpper = /\p{Lu}/u.test(text);
  const hasLower = /\p{Ll}/u.test(text);
  if (!hasUpper && !hasLower && !/[\p{N}\p{L}]/u.test(text)) {
    return { shape: 0x1000 + (hashWord(text) & 0xffff), upper: 0 };
  }
  const flags = [
    /^\p{Lu}/u.test(text),
    hasUpper,
    hasLower,
    /\p{N}/u.test(text),
    text.includes('.'),
    /['’]/.test(text),
    /^.+\p{Lu}/u.test(text),
  ];
  let shape = Math.min(text.length, 4);
  for (const flag of flags) shape = shape * 2 + (flag ? 1 : 0);
  const isAllUpper = hasUpper && !hasLower && text.length > 1;
  return { shape, upper: Number(hasUpper) + Number(isAllUpper) };
}
