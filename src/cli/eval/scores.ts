/** Precision and recall with their harmonic mean, each 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function score(precision: number, recall: number): Score {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Micro-averaged precision and recall of items found, over texts; an item named twice counts once. */
export function setScore(
  texts: readonly { readonly gold: readonly string[]; readonly predicted: readonly string[] }[],
): Score {
  let hits = 0;
  let gold = 0;
  let predicted = 0;
  for (const text of texts) {
    const wanted = new Set(text.gold);
    const found = new Set(text.predicted);
    gold += wanted.size;
    predicted += found.size;
    for (const item of found) if (wanted.has(item)) hits += 1;
  }
  return score(hits / Math.max(1, predicted), hits / Math.max(1, gold));
}

export interface Clustered {
  readonly gold: string;
  readonly predicted: string;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** B-cubed (Bagga and Baldwin 1998): per item, how much of its cluster is right, and how much of its gold is there. */
export function bCubed(items: readonly Clustered[]): Score {
  const gold = countBy(items, (item) => item.gold);
  const predicted = countBy(items, (item) => item.predicted);
  const joint = countBy(items, (item) => `${item.gold}\u0000${item.predicted}`);
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const both = joint.get(`${item.gold}\u0000${item.predicted}`) ?? 0;
    precision += both / (predicted.get(item.predicted) ?? 1);
    recall += both / (gold.get(item.gold) ?? 1);
  }
  return score(precision / items.length, recall / items.length);
}

/**
 * F1 over the pairs of items that are together, and the adjusted Rand index (Hubert and Arabie 1985): 1 for the gold
 * itself, 0 for what chance gives with clusters of these sizes.
 */
export function pairScore(items: readonly Clustered[]): { readonly f1: number; readonly ari: number } {
  const pairsOf = (key: (item: Clustered) => string) =>
    [...countBy(items, key).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const both = pairsOf((item) => `${item.gold}\u0000${item.predicted}`);
  const gold = pairsOf((item) => item.gold);
  const predicted = pairsOf((item) => item.predicted);
  const expected = (gold * predicted) / Math.max(1, (items.length * (items.length - 1)) / 2);
  const most = (gold + predicted) / 2;
  return {
    f1: most === 0 ? 0 : both / most,
    ari: most === expected ? 1 : (both - expected) / (most - expected),
  };
}

const SHINGLE_WORDS = 4;

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const size = Math.min(SHINGLE_WORDS, words.length);
  const starts = size === 0 ? [] : words.slice(0, words.length - size + 1);
  return countBy(
    starts.map((_, i) => words.slice(i, i + size).join(' ')),
    (shingle) => shingle,
  );
}

/** Mean precision and recall over four-word shingles, as the article-extraction-benchmark counts them. */
export function shingleScore(pairs: readonly { readonly gold: string; readonly predicted: string }[]): Score {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const pair of pairs) {
    const gold = shingles(pair.gold);
    const predicted = shingles(pair.predicted);
    let hits = 0;
    for (const [shingle, count] of predicted) hits += Math.min(count, gold.get(shingle) ?? 0);
    const total = (counts: Map<string, number>) =>
      [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total(predicted) > 0) precisions.push(hits / total(predicted));
    if (total(gold) > 0) recalls.push(hits / total(gold));
  }
  return score(mean(precisions), mean(recalls));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean F1 over the labels that occur in the gold. */
export function macroF1(pairs: readonly { readonly gold: string; readonly predicted: string }[]): number {
  const gold = countBy(pairs, (pair) => pair.gold);
  const predicted = countBy(pairs, (pair) => pair.predicted);
  const hits = countBy(
    pairs.filter((pair) => pair.gold === pair.predicted),
    (pair) => pair.gold,
  );
  return mean(
    [...gold].map(([label, count]) => {
      const hit = hits.get(label) ?? 0;
      return score(hit / Math.max(1, predicted.get(label) ?? 0), hit / count).f1;
    }),
  );
}

/** F1 of one label against all others. */
export function binaryF1(
  pairs: readonly { readonly gold: string; readonly predicted: string }[],
  label: string,
): number {
  const hits = pairs.filter((pair) => pair.gold === label && pair.predicted === label).length;
  const gold = pairs.filter((pair) => pair.gold === label).length;
  const predicted = pairs.filter((pair) => pair.predicted === label).length;
  return (2 * hits) / Math.max(1, gold + predicted);
}
