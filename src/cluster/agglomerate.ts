import type { ClusterSettings } from './settings.ts';
import type { Edge } from './similarity-graph.ts';
import { timeDecay } from './similarity-graph.ts';

/** A group to start from: a stored story, or one article. */
export interface Node {
  /** Stored stories never merge with one another: each keeps its id for life. */
  readonly stored: boolean;
  readonly size: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** `into` took up `from`, at this similarity (0 to 1). `into` is the stored one, else the lower node. */
export interface Merge {
  readonly into: number;
  readonly from: number;
  readonly similarity: number;
  /** The similarity brought down for the sizes: what is held against the threshold. */
  readonly score: number;
}

interface Group {
  stored: boolean;
  size: number;
  firstAt: number;
  lastAt: number;
  /** Raised with each merge, so that queued pairs of an older state are known as stale. */
  revision: number;
  readonly edges: Map<number, Edge>;
}

interface QueuedPair {
  readonly score: number;
  readonly a: number;
  readonly b: number;
  readonly revisions: number;
  readonly similarity: number;
}

/**
 * Average-link agglomerative clustering of a sparse graph: the most similar pair of groups is merged until none
 * reaches the threshold. The order of the merges depends on similarities alone (ties go to lower nodes), which makes
 * the result free of any order of arrival.
 */
export function agglomerate(
  nodes: readonly Node[],
  edges: readonly (readonly [a: number, b: number, edge: Edge])[],
  settings: ClusterSettings,
): Merge[] {
  const groups: Group[] = nodes.map((node) => ({ ...node, revision: 0, edges: new Map() }));
  const queue = new PairQueue();
  const enqueue = (a: number, b: number, edge: Edge) => {
    const [first, second] = [groups[a], groups[b]];
    if (first === undefined || second === undefined || (first.stored && second.stored)) return;
    const similarity = groupSimilarity(first, second, edge, settings);
    const score = similarity / sizeFactor(first.size, second.size, settings);
    const revisions = first.revision + second.revision;
    if (score >= settings.threshold)
      queue.push({ score, a: Math.min(a, b), b: Math.max(a, b), revisions, similarity });
  };
  for (const [a, b, edge] of edges) {
    groups[a]?.edges.set(b, edge);
    groups[b]?.edges.set(a, edge);
    enqueue(a, b, edge);
  }
  const merges: Merge[] = [];
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    const [first, second] = [groups[pair.a], groups[pair.b]];
    const isCurrent = first?.edges.has(pair.b) && first.revision + (second?.revision ?? 0) === pair.revisions;
    if (!isCurrent || first === undefined || second === undefined) continue;
    const [into, from] = second.stored ? [pair.b, pair.a] : [pair.a, pair.b];
    mergeGroups(groups, into, from);
    merges.push({ into, from, similarity: Math.min(1, pair.similarity), score: pair.score });
    for (const [other, edge] of groups[into]?.edges ?? []) enqueue(into, other, edge);
  }
  return merges;
}

/** Mean over the pairs of members, part of it with the decay of the nearest ends instead of each pair's own. */
function groupSimilarity(
  a: Group,
  b: Group,
  edge: Edge,
  { nearestShare, sigmaDays }: ClusterSettings,
): number {
  const gap = Math.max(0, Math.max(a.firstAt, b.firstAt) - Math.min(a.lastAt, b.lastAt));
  const nearest = edge.plain * timeDecay(gap, sigmaDays);
  return ((1 - nearestShare) * edge.decayed + nearestShare * nearest) / (a.size * b.size);
}

/** What a score is divided by for the sizes of its two groups. */
export function sizeFactor(a: number, b: number, { sizePenalty, sizeLimit }: ClusterSettings): number {
  return 1 + sizePenalty * Math.log(Math.min(a, sizeLimit) * Math.min(b, sizeLimit));
}

function mergeGroups(groups: readonly Group[], into: number, from: number): void {
  const [target, source] = [groups[into], groups[from]];
  if (target === undefined || source === undefined) return;
  target.size += source.size;
  target.firstAt = Math.min(target.firstAt, source.firstAt);
  target.lastAt = Math.max(target.lastAt, source.lastAt);
  target.revision++;
  target.edges.delete(from);
  for (const [other, edge] of source.edges) {
    if (other === into) continue;
    const neighbour = groups[other];
    neighbour?.edges.delete(from);
    const known = target.edges.get(other);
    const sum =
      known === undefined ? edge : { plain: known.plain + edge.plain, decayed: known.decayed + edge.decayed };
    target.edges.set(other, sum);
    neighbour?.edges.set(into, sum);
  }
  source.edges.clear();
}

/** Binary heap, best score first; equal scores by node numbers. */
class PairQueue {
  readonly #heap: QueuedPair[] = [];

  push(pair: QueuedPair): void {
    const heap = this.#heap;
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !precedes(pair, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = pair;
  }

  pop(): QueuedPair | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left !== undefined && right !== undefined && precedes(right, left)) child++;
      const below = heap[child];
      if (below === undefined || !precedes(below, last)) break;
      heap[i] = below;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

function precedes(a: QueuedPair, b: QueuedPair): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.a !== b.a ? a.a < b.a : a.b < b.b;
}

/** Among new articles the lower node takes up the higher, so that the root of a new group is its earliest article. */
export function rootOf(node: number, joined: ReadonlyMap<number, Merge>): number {
  let root = node;
  for (let merge = joined.get(root); merge !== undefined; merge = joined.get(root)) root = merge.into;
  return root;
}
