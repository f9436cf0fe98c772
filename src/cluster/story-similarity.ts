import type { LiveStory } from './live-story.ts';
import { currentVector } from './live-story.ts';
import type { ClusterSettings } from './settings.ts';
import { meanDecay, pairSimilarity, timeDecay } from './similarity-graph.ts';
import type { TermTable } from './term-table.ts';

/**
 * How alike two stories are, 0 to 1: the mean over the pairs of their members, part of it with the decay of the
 * stories' nearest ends, as two groups are compared while they are clustered.
 */
export function similarityOfStories(
  a: LiveStory,
  b: LiveStory,
  table: TermTable,
  settings: ClusterSettings,
): number {
  const plain = pairSimilarity(
    { ...dotProducts(a, b, table), fewerNames: Math.min(a.names, b.names) },
    settings,
  );
  const gap = Math.max(0, Math.max(a.firstAt, b.firstAt) - Math.min(a.lastAt, b.lastAt));
  const decay = a.times.reduce((sum, time) => sum + meanDecay(b, time, settings.sigmaDays), 0) / Math.max(1, a.size);
  const nearest = timeDecay(gap, settings.sigmaDays);
  const faded = (1 - settings.nearestShare) * decay + settings.nearestShare * nearest;
  return Math.min(1, (plain * faded) / (Math.max(1, a.size) * Math.max(1, b.size)));
}

/** Dot products of the summed TF-IDF vectors, those of terms and of names apart. */
function dotProducts(a: LiveStory, b: LiveStory, table: TermTable): { terms: number; names: number } {
  const [own, other] = [currentVector(a), currentVector(b)];
  const sums = new Map<number, number>();
  for (let k = 0; k < own.ids.length; k++) sums.set(own.ids[k] ?? 0, own.sums[k] ?? 0);
  const products = { terms: 0, names: 0 };
  for (let k = 0; k < other.ids.length; k++) {
    const id = other.ids[k] ?? 0;
    const product = (sums.get(id) ?? 0) * (other.sums[k] ?? 0) * table.weight(id) ** 2;
    if (table.isName(id)) products.names += product;
    else products.terms += product;
  }
  return products;
}
