import { agglomerate, sizeFactor } from './agglomerate.ts';
import type { ClusterSettings } from './settings.ts';
import type { Candidate, Edge } from './similarity-graph.ts';
import { linkCandidates } from './similarity-graph.ts';
import type { TermTable } from './term-table.ts';

/** A part of a story that is a story of its own. */
export interface StoryPart {
  readonly members: readonly Candidate[];
  /** Score of the part against the main part, on the scale of `threshold`. */
  readonly score: number;
  /** What the score had to stay below. */
  readonly threshold: number;
}

export interface SplitShares {
  /** A part is taken out when it scores below this share of what a new article needs to join. */
  readonly part: number;
  /** The same for a single article: one odd text is weaker evidence than several that agree. */
  readonly single: number;
}

type Edges = readonly (readonly [a: number, b: number, edge: Edge])[];

/**
 * The parts of a story that have too little to do with its main part. Distance in time plays no role: a story may go
 * on for a week; what parts it is that its articles tell of different things.
 *
 * @param members articles with a text of their own, sorted by time and id
 * @returns parts to be taken out; the main part (most articles, then the earliest) is not among them
 */
export function splitStory(
  members: readonly Candidate[],
  table: TermTable,
  settings: ClusterSettings,
  shares: SplitShares,
): StoryPart[] {
  const timeless = { ...settings, sigmaDays: Number.POSITIVE_INFINITY };
  const edges: [number, number, Edge][] = [];
  linkCandidates(members, table, timeless, (a, b, edge) => edges.push([a, b, edge]));
  const groups = groupsAt(members.length, edges, timeless, shares.part);
  const alone = new Set(
    groupsAt(members.length, edges, timeless, shares.single).flatMap((group) =>
      group.length === 1 ? group : [],
    ),
  );
  const main = groups[0] ?? [];
  return groups.slice(1).flatMap((group): StoryPart[] => {
    const [first = 0] = group;
    if (group.length === 1 && !alone.has(first)) return [];
    const share = group.length === 1 ? shares.single : shares.part;
    return [
      {
        members: group.flatMap((i) => members[i] ?? []),
        score: scoreBetween(group, main, edges, timeless),
        threshold: settings.threshold * share,
      },
    ];
  });
}

/** Groups of positions, the one with most members first, among equals the earliest. */
function groupsAt(size: number, edges: Edges, settings: ClusterSettings, share: number): number[][] {
  const nodes = Array.from({ length: size }, () => ({ stored: false, size: 1, firstAt: 0, lastAt: 0 }));
  const groups = nodes.map((_, i) => [i]);
  for (const { into, from } of agglomerate(nodes, edges, {
    ...settings,
    threshold: settings.threshold * share,
  })) {
    groups[into]?.push(...(groups[from] ?? []));
    groups[from] = [];
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

function scoreBetween(
  a: readonly number[],
  b: readonly number[],
  edges: Edges,
  settings: ClusterSettings,
): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  let sum = 0;
  for (const [i, j, { plain }] of edges) {
    if ((inA.has(i) && inB.has(j)) || (inA.has(j) && inB.has(i))) sum += plain;
  }
  return sum / (a.length * b.length) / sizeFactor(a.length, b.length, settings);
}
