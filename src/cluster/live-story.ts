import type { StoryState } from '../core/story.ts';
import type { ArticleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import type { Indexed } from './similarity-graph.ts';
import { NO_VECTOR, type SumVector } from './sum-vector.ts';
import type { TermTable } from './term-table.ts';
import { ValueRoom } from './value-room.ts';
import { sortVocabulary } from './vocabulary-order.ts';

/** A story in memory. Copies widen its time span but are not in `size`, `sums` or `times`. */
export interface LiveStory extends Indexed {
  readonly id: string;
  firstAt: number;
  lastAt: number;
  size: number;
  /** Publication times of the members that are still in the active window, ascending. */
  times: number[];
  names: number;
  /** The vocabulary as it was last closed. */
  vector: SumVector;
  /** Number of a key to the sum of the members' counts while members are being added; null otherwise. */
  open: Map<number, number> | null;
  changed: boolean;
  /** Nothing was added to the vocabulary since it was brought to what is stored. */
  isClosed: boolean;
  /** Its place in the SimilarityIndex. */
  slot: number;
}

/** What is kept of a story's vocabulary: more than any one article has, less than a long story collects. */
const MAX_STORY_TERMS = 400;
const MAX_STORY_NAMES = 80;

/** Less than one word of any article adds: what is left of rounding after a member is taken out. */
const LEAST_SUM = 0.005;

export const NO_SLOT = -1;

export function openStory(state: StoryState, times: readonly number[], table: TermTable): LiveStory {
  const { id, language, firstAt, lastAt, size, terms, names } = state;
  const ids = new Int32Array(terms.length + names.length);
  const sums = new Float64Array(ids.length);
  for (const [i, [term, sum]] of terms.entries()) {
    ids[i] = table.termId(term);
    sums[i] = sum;
  }
  for (const [i, [name, sum]] of names.entries()) {
    ids[terms.length + i] = table.nameId(name);
    sums[terms.length + i] = sum;
  }
  const vector = { ids, sums };
  const rest = { names: names.length, vector, open: null, changed: false, isClosed: true, slot: NO_SLOT };
  return { id, language, firstAt, lastAt, size, times: [...times], ...rest };
}

export function newStory(id: string, language: string, at: number): LiveStory {
  return {
    id,
    language,
    firstAt: at,
    lastAt: at,
    size: 0,
    times: [],
    names: 0,
    vector: NO_VECTOR,
    open: null,
    changed: true,
    isClosed: false,
    slot: NO_SLOT,
  };
}

export function addMember(story: LiveStory, { ids, counts }: ArticleVector, at: number): void {
  if (story.size === 0) {
    story.vector = { ids, sums: counts };
  } else {
    const own = open(story);
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] as number;
      own.set(id, (own.get(id) ?? 0) + (counts[k] as number));
    }
  }
  story.isClosed = false;
  story.size++;
  let place = story.times.length;
  while (place > 0 && (story.times[place - 1] ?? 0) > at) place--;
  story.times.splice(place, 0, at);
  widen(story, at);
}

function toMap({ ids, sums }: SumVector): Map<number, number> {
  const map = new Map<number, number>();
  for (let k = 0; k < ids.length; k++) map.set(ids[k] as number, sums[k] as number);
  return map;
}

/** Takes up another story whole. */
export function absorb(story: LiveStory, other: LiveStory): void {
  const { ids, sums } = currentVector(other);
  const own = open(story);
  for (let k = 0; k < ids.length; k++) {
    const id = ids[k] as number;
    own.set(id, (own.get(id) ?? 0) + (sums[k] as number));
  }
  story.size += other.size;
  story.times = [...story.times, ...other.times].sort((x, y) => x - y);
  widen(story, other.firstAt);
  widen(story, other.lastAt);
}

/** Takes a member's words out again. What an old, cut vocabulary no longer holds stays out. */
export function removeMember(story: LiveStory, { ids, counts }: ArticleVector): void {
  const own = open(story);
  for (let k = 0; k < ids.length; k++) {
    const id = ids[k] as number;
    const left = (own.get(id) ?? 0) - (counts[k] as number);
    if (left > LEAST_SUM) own.set(id, left);
    else own.delete(id);
  }
  story.size--;
  story.changed = true;
}

function open(story: LiveStory): Map<number, number> {
  story.isClosed = false;
  story.open ??= toMap(story.vector);
  return story.open;
}

/** Lets the story's time span cover one more article. */
export function widen(story: LiveStory, at: number): void {
  story.firstAt = Math.min(story.firstAt, at);
  story.lastAt = Math.max(story.lastAt, at);
  story.changed = true;
}

/** The vocabulary with what was added since the story was closed. */
export function currentVector({ open, vector }: LiveStory): SumVector {
  if (open === null) return vector;
  const current = { ids: new Int32Array(open.size), sums: new Float64Array(open.size) };
  let used = 0;
  for (const [id, sum] of open) {
    current.ids[used] = id;
    current.sums[used++] = sum;
  }
  return current;
}

/** Brings the vocabulary to what is stored of it: the keys that weigh most by TF-IDF, rounded. */
export function settleStory(story: LiveStory, table: TermTable): void {
  const { vector, names } = closedVector(story, table);
  Object.assign(story, { vector, names, open: null, changed: false, isClosed: true });
}

/** The story as it is stored. */
export function closeStory(story: LiveStory, table: TermTable): StoryState {
  const { id, language, firstAt, lastAt, size } = story;
  const { vector, names } = closedVector(story, table);
  const split = vector.ids.length - names;
  return {
    id,
    language,
    firstAt,
    lastAt,
    size,
    terms: textsWithSums(vector, 0, split, table),
    names: textsWithSums(vector, split, vector.ids.length, table),
  };
}

function textsWithSums({ ids, sums }: SumVector, start: number, end: number, table: TermTable) {
  const entries: [string, number][] = [];
  for (let k = start; k < end; k++) entries.push([table.text(ids[k] as number), sums[k] as number]);
  return entries;
}

/** The sums of one vocabulary at a time, while it is cut and sorted. */
const roundedSums = new ValueRoom();

function closedVector(story: LiveStory, table: TermTable): { vector: SumVector; names: number } {
  if (story.isClosed) return { vector: story.vector, names: story.names };
  const { ids, sums } = currentVector(story);
  roundedSums.clear();
  const rounded = { ids, sums: roundedSums.take(ids.length) };
  const terms: number[] = [];
  const names: number[] = [];
  for (let k = 0; k < ids.length; k++) {
    rounded.sums[k] = roundSum(sums[k] as number);
    (table.isName(ids[k] as number) ? names : terms).push(k);
  }
  const keptTerms = heaviest(terms, MAX_STORY_TERMS, rounded, table);
  const keptNames = heaviest(names, MAX_STORY_NAMES, rounded, table);
  const length = keptTerms.length + keptNames.length;
  const vector = { ids: new Int32Array(length), sums: new Float64Array(length) };
  for (let i = 0; i < length; i++) {
    const k = (i < keptTerms.length ? keptTerms[i] : keptNames[i - keptTerms.length]) as number;
    vector.ids[i] = ids[k] as number;
    vector.sums[i] = rounded.sums[k] as number;
  }
  return { vector, names: keptNames.length };
}

/** Of the places of a vector those that weigh most by TF-IDF, in the order they are stored. */
function heaviest(places: number[], limit: number, vector: SumVector, table: TermTable): number[] {
  if (places.length <= limit) return sortVocabulary(places, vector, table);
  const { ids, sums } = vector;
  const weights = sums.map((sum, k) => sum * table.weight(ids[k] as number));
  const text = (k: number) => table.text(ids[k] as number);
  places.sort((a, b) => (weights[b] as number) - (weights[a] as number) || compareText(text(a), text(b)));
  return sortVocabulary(places.slice(0, limit), vector, table);
}

/** Rounds to four significant digits, so that the JSON stays small. */
export function roundSum(sum: number): number {
  if (sum === 0) return 0;
  let scale = 1000;
  let value = sum;
  while (value < 1) {
    value *= 10;
    scale *= 10;
  }
  while (value >= 10) {
    value /= 10;
    scale /= 10;
  }
  return Math.round(sum * scale) / scale;
}
