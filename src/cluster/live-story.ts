import type { StoryState } from '../core/story.ts';
import type { ArticleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import type { TermTable } from './term-table.ts';
import { isNameKey, nameKey } from './term-table.ts';

/** A story while a batch is being assigned. Copies widen its time span but are not in `size`, `sums` or `times`. */
export interface LiveStory {
  readonly id: string;
  readonly language: string;
  /** As it was stored; null for a new story. */
  readonly state: StoryState | null;
  /** Publication times of the members that are still in the active window. */
  readonly times: number[];
  firstAt: number;
  lastAt: number;
  size: number;
  /** Key (term, or name by `nameKey`) to the sum of the members' counts; null until a member is added. */
  sums: Map<string, number> | null;
  changed: boolean;
}

/** What is kept of a story's vocabulary: more than any one article has, less than a long story collects. */
const MAX_STORY_TERMS = 400;
const MAX_STORY_NAMES = 80;

/** Less than one word of any article adds: what is left of rounding after a member is taken out. */
const LEAST_SUM = 0.005;

export function openStory(state: StoryState, times: readonly number[]): LiveStory {
  const { id, language, firstAt, lastAt, size } = state;
  return { id, language, state, times: [...times], firstAt, lastAt, size, sums: null, changed: false };
}

export function newStory(id: string, language: string, at: number): LiveStory {
  return {
    id,
    language,
    state: null,
    times: [],
    firstAt: at,
    lastAt: at,
    size: 0,
    sums: new Map(),
    changed: true,
  };
}

/** Calls `visit` with each key of the story's vocabulary. */
export function visitSums(story: LiveStory, visit: (key: string, sum: number) => void): void {
  if (story.sums !== null) {
    for (const [key, sum] of story.sums) visit(key, sum);
    return;
  }
  for (const [term, sum] of story.state?.terms ?? []) visit(term, sum);
  for (const [name, sum] of story.state?.names ?? []) visit(nameKey(name), sum);
}

export function addMember(story: LiveStory, vector: ArticleVector, at: number, table: TermTable): void {
  const sums = openSums(story);
  for (const [i, id] of vector.ids.entries()) {
    const key = table.key(id);
    sums.set(key, (sums.get(key) ?? 0) + (vector.counts[i] ?? 0));
  }
  story.size++;
  story.times.push(at);
  widen(story, at);
}

/** Takes up another story whole. */
export function absorb(story: LiveStory, other: LiveStory): void {
  const sums = openSums(story);
  visitSums(other, (key, sum) => sums.set(key, (sums.get(key) ?? 0) + sum));
  story.size += other.size;
  story.times.push(...other.times);
  widen(story, other.firstAt);
  widen(story, other.lastAt);
}

/** Takes a member's words out again. What an old, cut vocabulary no longer holds stays out. */
export function removeMember(story: LiveStory, vector: ArticleVector, table: TermTable): void {
  const sums = openSums(story);
  for (const [i, id] of vector.ids.entries()) {
    const key = table.key(id);
    const left = (sums.get(key) ?? 0) - (vector.counts[i] ?? 0);
    if (left > LEAST_SUM) sums.set(key, left);
    else sums.delete(key);
  }
  story.size--;
  story.changed = true;
}

/** Lets the story's time span cover one more article. */
export function widen(story: LiveStory, at: number): void {
  story.firstAt = Math.min(story.firstAt, at);
  story.lastAt = Math.max(story.lastAt, at);
  story.changed = true;
}

/** The story as it is stored: the keys that weigh most by TF-IDF, rounded so that the JSON stays small. */
export function closeStory(story: LiveStory, table: TermTable): StoryState {
  const entries = [...openSums(story)];
  const isName = ([key]: readonly [string, number]) => isNameKey(key);
  const terms = heaviest(
    entries.filter((entry) => !isName(entry)),
    MAX_STORY_TERMS,
    table,
  );
  const names = heaviest(entries.filter(isName), MAX_STORY_NAMES, table);
  return {
    id: story.id,
    language: story.language,
    firstAt: story.firstAt,
    lastAt: story.lastAt,
    size: story.size,
    terms,
    names: names.map(([key, weight]) => [key.slice(1), weight]),
  };
}

function openSums(story: LiveStory): Map<string, number> {
  if (story.sums !== null) return story.sums;
  const sums = new Map<string, number>();
  visitSums(story, (key, sum) => sums.set(key, sum));
  story.sums = sums;
  return sums;
}

function heaviest(
  entries: readonly (readonly [string, number])[],
  limit: number,
  table: TermTable,
): [string, number][] {
  return entries
    .map(([key, sum]) => ({ key, sum: Number(sum.toPrecision(4)), weight: sum * table.weightOfKey(key) }))
    .sort((a, b) => b.weight - a.weight || compareText(a.key, b.key))
    .slice(0, limit)
    .map(({ key, sum }): [string, number] => [key, sum])
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}
