import type { StoryState } from '../core/story.ts';
import type { ArticleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import type { Indexed, SumVector } from './similarity-graph.ts';
import type { TermTable } from './term-table.ts';

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
  /** Its place in the SimilarityIndex. */
  slot: number;
}

/** What is kept of a story's vocabulary: more than any one article has, less than a long story collects. */
const MAX_STORY_TERMS = 400;
const MAX_STORY_NAMES = 80;

const NO_SLOT = -1;

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
  const rest = { names: names.length, vector, open: null, changed: false, slot: NO_SLOT };
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
    vector: { ids: [], sums: [] },
    open: new Map(),
    changed: true,
    slot: NO_SLOT,
  };
}

export function addMember(story: LiveStory, vector: ArticleVector, at: number): void {
  const sums = story.open ?? new Map<number, number>();
  if (story.open === null) {
    for (let k = 0; k < story.vector.ids.length; k++)
      sums.set(story.vector.ids[k] ?? 0, story.vector.sums[k] ?? 0);
    story.open = sums;
  }
  for (const [k, id] of vector.ids.entries()) sums.set(id, (sums.get(id) ?? 0) + (vector.counts[k] ?? 0));
  story.size++;
  let place = story.times.length;
  while (place > 0 && (story.times[place - 1] ?? 0) > at) place--;
  story.times.splice(place, 0, at);
  widen(story, at);
}

/** Lets the story's time span cover one more article. */
export function widen(story: LiveStory, at: number): void {
  story.firstAt = Math.min(story.firstAt, at);
  story.lastAt = Math.max(story.lastAt, at);
  story.changed = true;
}

/** The vocabulary with what was added since the story was closed. */
export function currentVector({ open, vector }: LiveStory): SumVector {
  return open === null ? vector : { ids: [...open.keys()], sums: [...open.values()] };
}

/** Keeps the keys that weigh most by TF-IDF, rounded: from here on the story is what is stored of it. */
export function closeStory(story: LiveStory, table: TermTable): void {
  story.changed = false;
  if (story.open === null) return;
  const terms: Entry[] = [];
  const names: Entry[] = [];
  for (const [id, sum] of story.open)
    (table.isName(id) ? names : terms).push({ id, key: table.text(id), sum: roundSum(sum) });
  const kept = [...heaviest(terms, MAX_STORY_TERMS, table), ...heaviest(names, MAX_STORY_NAMES, table)];
  story.names = Math.min(names.length, MAX_STORY_NAMES);
  story.vector = {
    ids: Int32Array.from(kept, ({ id }) => id),
    sums: Float64Array.from(kept, ({ sum }) => sum),
  };
  story.open = null;
}

/** A closed story as it is stored. */
export function storyState(story: LiveStory, table: TermTable): StoryState {
  const { id, language, firstAt, lastAt, size, vector, names } = story;
  const entries = Array.from(vector.ids, (key, k): [string, number] => [table.text(key), vector.sums[k] ?? 0]);
  const split = entries.length - names;
  return {
    id,
    language,
    firstAt,
    lastAt,
    size,
    terms: entries.slice(0, split),
    names: entries.slice(split),
  };
}

interface Entry {
  readonly id: number;
  readonly key: string;
  readonly sum: number;
}

/** The entries that weigh most, largest sums first. */
function heaviest(entries: Entry[], limit: number, table: TermTable): Entry[] {
  let kept = entries;
  if (entries.length > limit) {
    kept = entries
      .map((entry) => ({ ...entry, weight: entry.sum * table.weight(entry.id) }))
      .sort((a, b) => b.weight - a.weight || compareText(a.key, b.key))
      .slice(0, limit);
  }
  return kept.sort((a, b) => b.sum - a.sum || compareText(a.key, b.key));
}

/** Rounds to four significant digits, so that the JSON stays small. */
function roundSum(sum: number): number {
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
