import type { StoryMerge } from '../core/story.ts';
import { agglomerate, sizeFactor } from './agglomerate.ts';
import { compareText } from './compare-text.ts';
import { ACTIVE_WINDOW_DAYS, type ClusterSettings, DAY_MS, REPAIR_SETTINGS } from './settings.ts';
import type { Edge } from './similarity-graph.ts';
import { timeDecay } from './similarity-graph.ts';
import { coherence, gapBetween, resemblance, type StoryVector } from './story-vector.ts';

/** Keys of a story that are looked up to find what it may be one with. */
const LOOKUP_KEYS = 40;

/** Stories with fewer of these in common are not compared: no pair near the threshold is lost by it. */
const MIN_SHARED_KEYS = 2;

/** Outweighs any similarity, however many members are averaged: the two never come into one group. */
const CANNOT_LINK: Edge = { plain: -1e9, decayed: -1e9 };

const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

/** Names a pair of stories, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Which stories have turned out to be one: the most alike pair first, until none is alike enough. The larger keeps its
 * address, among equals the earlier.
 *
 * @param stories in any order
 * @param changed at least one story of a pair must be among these ids
 * @param apart pairs (`pairKey`) that must not become one
 * @param share of the threshold that a pair must reach
 */
export function mergeStories(
  stories: readonly StoryVector[],
  changed: ReadonlySet<string>,
  apart: ReadonlySet<string>,
  settings: ClusterSettings,
  share: number,
): StoryMerge[] {
  // The members' own times are not read: the gap between two stories is that of their nearest ends.
  const nearest = { ...settings, nearestShare: 1, threshold: settings.threshold * share };
  const sorted = [...stories].sort((a, b) => compareKeepers(a, b));
  const shared = new Map<string, readonly string[]>();
  const edges: [number, number, Edge][] = [];
  for (const [i, j] of pairsInReach(sorted, changed)) {
    const [a, b] = [sorted[i], sorted[j]];
    if (a === undefined || b === undefined) continue;
    const key = pairKey(a.state.id, b.state.id);
    const { plain, shared: keys } = resemblance(a, b, settings);
    shared.set(key, keys);
    edges.push([i, j, apart.has(key) ? CANNOT_LINK : pairEdge(a, b, plain, nearest)]);
  }
  const nodes = sorted.map(({ state: { size, firstAt, lastAt } }) => ({
    stored: false,
    size: Math.max(1, size),
    firstAt,
    lastAt,
  }));
  return agglomerate(nodes, edges, nearest).map(({ into, from, score }) => {
    const [a, b] = [sorted[into]?.state.id ?? '', sorted[from]?.state.id ?? ''];
    const { threshold } = nearest;
    return { into: a, from: b, score, threshold, shared: shared.get(pairKey(a, b)) ?? [] };
  });
}

/**
 * A pair whose members are as alike across the two stories as within them counts as alike enough, whatever its sizes: what
 * a story of eight and one of five say of the same matter a day later is below what small groups need.
 */
function pairEdge(a: StoryVector, b: StoryVector, plain: number, settings: ClusterSettings): Edge {
  const gap = gapBetween(a.state, b.state);
  const decay = timeDecay(gap, settings.sigmaDays);
  const sizes = a.state.size * b.state.size;
  const isOneMatter =
    gap <= REPAIR_SETTINGS.oneMatterDays * DAY_MS &&
    plain / sizes >= REPAIR_SETTINGS.oneMatterShare * likenessWithin(a, b, settings);
  const enough = (settings.threshold * sizes * sizeFactor(a.state.size, b.state.size, settings)) / decay;
  const counted = isOneMatter ? Math.max(plain, enough * (1 + Number.EPSILON * 8)) : plain;
  return { plain: counted, decayed: counted * decay };
}

/**
 * How alike two stories are across if they are one: as their members are within, by the geometric mean. An article alone
 * tells nothing of that: for it stands what the other story has, and at least `loneMatter`. Infinite where a story does
 * not hold together itself.
 */
function likenessWithin(a: StoryVector, b: StoryVector, settings: ClusterSettings): number {
  const known = [coherence(a), coherence(b)].filter((value) => !Number.isNaN(value));
  if (known.some((value) => value < settings.threshold)) return Number.POSITIVE_INFINITY;
  const [one = 0, other = one] = known;
  const within = Math.sqrt(one * other);
  return known.length === 2 ? within : Math.max(within, REPAIR_SETTINGS.loneMatter);
}

function compareKeepers({ state: a }: StoryVector, { state: b }: StoryVector): number {
  return b.size - a.size || a.firstAt - b.firstAt || compareText(a.id, b.id);
}

/** Pairs of positions, lower first, of one language and near in time, that share some of their heaviest keys. */
export function pairsInReach(
  stories: readonly StoryVector[],
  changed: ReadonlySet<string>,
): [number, number][] {
  const keys = stories.map(lookupKeys);
  const holders = new Map<string, number[]>();
  for (const [i, own] of keys.entries()) {
    for (const key of own) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [i]);
      else known.push(i);
    }
  }
  return stories.flatMap((story, i): [number, number][] => {
    if (!changed.has(story.state.id)) return [];
    const counts = new Map<number, number>();
    for (const key of keys[i] ?? []) {
      for (const j of holders.get(key) ?? []) counts.set(j, (counts.get(j) ?? 0) + 1);
    }
    return [...counts].flatMap(([j, count]): [number, number][] => {
      const other = stories[j];
      // A pair of two changed stories is met from both sides and taken once.
      const isMet = other !== undefined && j < i && changed.has(other.state.id);
      if (other === undefined || j === i || isMet || count < MIN_SHARED_KEYS) return [];
      return isInReach(story, other) ? [[Math.min(i, j), Math.max(i, j)]] : [];
    });
  });
}

function lookupKeys({ weights }: StoryVector): string[] {
  return [...weights]
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, LOOKUP_KEYS)
    .map(([key]) => key);
}

function isInReach({ state: a }: StoryVector, { state: b }: StoryVector): boolean {
  return a.language === b.language && gapBetween(a, b) <= WINDOW_MS;
}
