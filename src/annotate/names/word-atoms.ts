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
  readonly affixes: readonly number[];
  readonly shape: number;
  /** A bit for each list that has the word. */
  readonly lists: number;
  readonly hasUpper: boolean;
  readonly isAllUpper: boolean;
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

/** 32-bit FNV-1a over UTF-16 code units `from`..`to`. */
export function hashWord(word: string, from = 0, to = word.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

export function wordAtoms(text: string, lower: string): WordAtoms {
  const size = lower.length;
  const affixes = [2, 3, 4].map((length) => (size > length ? hashWord(lower, 0, length) : 0));
  for (const length of [1, 2, 3, 4]) affixes.push(size > length ? hashWord(lower, size - length) : 0);
  const plain = lower.includes('.') ? lower.replaceAll('.', '') : lower;
  let lists = 0;
  for (const [bit, list] of LISTS.entries()) if (list.has(lower) || list.has(plain)) lists |= 1 << bit;
  const shape = shapeOf(text);
  return {
    hash: hashWord(lower),
    affixes,
    shape: shape.code,
    lists,
    hasUpper: shape.hasUpper,
    isAllUpper: shape.isAllUpper,
  };
}

/** Kinds of characters, where they stand, and a coarse length. Marks are their own shape. */
function shapeOf(text: string): { code: number; hasUpper: boolean; isAllUpper: boolean } {
  const hasUpper = /\p{Lu}/u.test(text);
  const hasLower = /\p{Ll}/u.test(text);
  if (!hasUpper && !hasLower && !/[\p{N}\p{L}]/u.test(text)) {
    return { code: 0x1000 + (hashWord(text) & 0xffff), hasUpper: false, isAllUpper: false };
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
  let code = Math.min(text.length, 4);
  for (const flag of flags) code = code * 2 + (flag ? 1 : 0);
  return { code, hasUpper, isAllUpper: hasUpper && !hasLower && text.length > 1 };
}
