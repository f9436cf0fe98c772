/**
 * A linear classifier over hashed features: per bucket one weight for each label, as signed bytes with one scale.
 * Quantised weights decide as the trained ones do to within the rounding, at an eighth of the memory.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  /** The table has 2^bits rows. */
  readonly bits: number;
  /** Row-major: the weight of label `l` in bucket `b` is `scale * weights[b * labels.length + l]`. */
  readonly weights: Int8Array;
  readonly scale: number;
  /** Added to the scores, one per label. */
  readonly offsets: readonly number[];
}

/** The same as it stands in data/models/: the bytes in base64. */
export interface StoredLinearModel {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly offsets: readonly number[];
  readonly weights: string;
}

/**
 * Reads a model as the trainers write it. `name` is that of its file and of its trainer.
 * @throws TypeError when it is not one: models are part of the program.
 */
export function readLinearModel(json: unknown, name: string): LinearModel {
  const stored = json as Partial<StoredLinearModel> | null;
  const labels = stored?.labels ?? [];
  const bits = Number(stored?.bits);
  const weights = Int8Array.from(Buffer.from(stored?.weights ?? '', 'base64'));
  if (labels.length === 0 || weights.length !== labels.length * 2 ** bits) {
    throw new TypeError(
      `data/models/${name}.json does not hold a linear model; train it with: npm run train -- ${name}`,
    );
  }
  return {
    labels,
    bits,
    weights,
    scale: Number(stored?.scale),
    offsets: labels.map((_, label) => stored?.offsets?.[label] ?? 0),
  };
}

/** Scores of all labels for an example with these buckets; a bucket that comes twice counts twice. */
export function scoreLabels(model: LinearModel, buckets: ArrayLike<number>): Float64Array {
  const { weights, scale, offsets } = model;
  const labels = offsets.length;
  const sums = new Float64Array(labels);
  for (let at = 0; at < buckets.length; at += 1) {
    const row = (buckets[at] ?? 0) * labels;
    for (let label = 0; label < labels; label += 1) {
      sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0);
    }
  }
  for (let label = 0; label < labels; label += 1) {
    sums[label] = (sums[label] ?? 0) * scale + (offsets[label] ?? 0);
  }
  return sums;
}

/** Index of the highest score; the first of equals. */
export function bestLabel(scores: ArrayLike<number>): number {
  let best = 0;
  for (let label = 1; label < scores.length; label += 1) {
    if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  }
  return best;
}
