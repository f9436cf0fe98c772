import type { StoryState } from '../core/story.ts';
import type { ClusterSettings } from './settings.ts';
import { isNameKey, nameKey, type TermTable } from './term-table.ts';

/** A story's vocabulary as weights: the sum of its members' TF-IDF vectors, each of unit length. */
export interface StoryVector {
  readonly state: StoryState;
  readonly weights: ReadonlyMap<string, number>;
  /** How many of the keys are names. */
  readonly names: number;
}

/** What two stories have in common. */
export interface StoryResemblance {
  /** Sum of the cosines over the pairs of their members. */
  readonly plain: number;
  /** Names (as `@name`) and stems both have, heaviest first. */
  readonly shared: readonly string[];
}

/** With fewer names on one side, that none is shared says little. */
const MIN_NAMES = 3;

/** Keys that tell a person why two stories were found alike. */
const TOLD_KEYS = 8;

export function storyVector(state: StoryState, table: TermTable): StoryVector {
  const weights = new Map<string, number>();
  for (const [term, sum] of state.terms) weights.set(term, sum * table.weightOfKey(term));
  for (const [name, sum] of state.names) {
    const key = nameKey(name);
    weights.set(key, sum * table.weightOfKey(key));
  }
  return { state, weights, names: state.names.length };
}

export function resemblance(a: StoryVector, b: StoryVector, settings: ClusterSettings): StoryResemblance {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  const products: [key: string, product: number][] = [];
  for (const [key, weight] of small.weights) {
    const other = large.weights.get(key);
    if (other !== undefined) products.push([key, weight * other]);
  }
  products.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  const sum = products.reduce((total, [, product]) => total + product, 0);
  const shareName = products.some(([key]) => isNameKey(key));
  const areStrangers = Math.min(a.names, b.names) >= MIN_NAMES && !shareName;
  return {
    plain: sum * (areStrangers ? settings.strangerShare : 1),
    shared: products.slice(0, TOLD_KEYS).map(([key]) => key),
  };
}

/**
 * Mean cosine over the pairs of a story's own members: |S|² = n + Σ over ordered pairs, each member having unit length.
 * NaN for a single member. A vocabulary that was cut to its heaviest keys gives a little less.
 */
export function coherence({ state: { size }, weights }: StoryVector): number {
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return size < 2 ? Number.NaN : (square - size) / (size * (size - 1));
}

/** Milliseconds between the nearest ends of two stories; 0 where they overlap. */
export function gapBetween(a: StoryState, b: StoryState): number {
  return Math.max(0, Math.max(a.firstAt, b.firstAt) - Math.min(a.lastAt, b.lastAt));
}
