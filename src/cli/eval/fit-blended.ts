import { type BlendedClassifier, type BlendedFeatures, featureWeight } from '../../nlp/blended-classifier.ts';
import type { LinearModel } from '../../nlp/linear-model.ts';
import { fitNetwork } from './fit-network.ts';
import { randomNumbers, shuffle } from './random.ts';
import { toSoftmaxErrors } from './softmax-errors.ts';

export interface LabelledBuckets {
  readonly buckets: Int32Array;
  readonly label: number;
}

export type BlendedExample = BlendedFeatures & LabelledBuckets;

export interface ScaledOptions {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly seed: number;
}

export interface BlendedOptions extends ScaledOptions {
  readonly hidden: number;
}

// By judgement, not tuned: with these, tone and loaded words have the figures that `eval tone` and `eval loaded` print.
const LINEAR = { epochs: 8, rate: 0.1, l2: 1e-4 } as const;
const NETWORK = { epochs: 12, rate: 0.002, l2: 1e-3, drop: 0.3 } as const;
/** Buckets met less often in training are left out. */
const MIN_EXAMPLES = 2;

/** Trains both halves. One core, and the same result for the same input. */
export function fitBlended(examples: readonly BlendedExample[], options: BlendedOptions): BlendedClassifier {
  const { labels, hidden, seed } = options;
  return {
    linear: fitScaledLinear(examples, options),
    network: fitNetwork(
      examples.map(({ measures }) => measures),
      examples.map(({ label }) => label),
      { ...NETWORK, hidden, labels: labels.length, seed },
    ),
  };
}

/**
 * How far each bucket's examples are from the usual mix of labels: the largest log-odds ratio of a label, 0 for rare
 * buckets. Features enter the regression with this size, so that telling ones need little weight (Wang and Manning,
 * "Baselines and bigrams", ACL 2012, for several labels).
 */
function bucketScales(examples: readonly LabelledBuckets[], labels: number, bits: number): Float64Array {
  const counts = new Float64Array(labels * 2 ** bits);
  const totals = new Float64Array(labels);
  for (const { buckets, label } of examples) {
    totals[label] = (totals[label] ?? 0) + 1;
    for (const bucket of buckets)
      counts[bucket * labels + label] = (counts[bucket * labels + label] as number) + 1;
  }
  const odds = (share: number) => Math.log(share / (1 - share));
  const usual = totals.map((total) => total / examples.length);
  const scales = new Float64Array(2 ** bits);
  for (let bucket = 0; bucket < scales.length; bucket += 1) {
    const row = counts.subarray(bucket * labels, (bucket + 1) * labels);
    const count = row.reduce((sum, one) => sum + one, 0);
    if (count < MIN_EXAMPLES) continue;
    for (const [label, one] of row.entries()) {
      const share = (one + (usual[label] as number)) / (count + 1);
      const distance = Math.abs(odds(share) - odds(usual[label] as number));
      if (distance > (scales[bucket] as number)) scales[bucket] = distance;
    }
  }
  return scales;
}

/** The linear half alone. One core, and the same result for the same input. */
export function fitScaledLinear(
  examples: readonly LabelledBuckets[],
  { labels, bits, seed }: ScaledOptions,
): LinearModel {
  const count = labels.length;
  const scales = bucketScales(examples, count, bits);
  const kept = examples.map(({ buckets }) => buckets.filter((bucket) => (scales[bucket] as number) > 0));
  // The row after the last bucket is the bias.
  const bias = 2 ** bits;
  const weights = new Float64Array(count * (bias + 1));
  const squares = new Float64Array(weights.length).fill(0.1);
  const errors = new Float64Array(count);
  const random = randomNumbers(seed);
  const order = examples.map((_, at) => at);
  const descend = (row: number, value: number) => {
    for (let label = 0; label < count; label += 1) {
      const at = row * count + label;
      const slope = (errors[label] as number) * value + LINEAR.l2 * (weights[at] as number);
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (LINEAR.rate * slope) / Math.sqrt(squares[at] as number);
    }
  };
  for (let epoch = 0; epoch < LINEAR.epochs; epoch += 1) {
    for (const at of shuffle(order, random)) {
      const example = examples[at] as LabelledBuckets;
      const buckets = kept[at] as Int32Array;
      const weight = featureWeight(example.buckets.length);
      errors.set(weights.subarray(bias * count));
      for (const bucket of buckets)
        for (let label = 0; label < count; label += 1)
          errors[label] =
            (errors[label] as number) +
            weight * (scales[bucket] as number) * (weights[bucket * count + label] as number);
      toSoftmaxErrors(errors, example.label);
      descend(bias, 1);
      for (const bucket of buckets) descend(bucket, weight * (scales[bucket] as number));
    }
  }
  return toLinearModel(labels, bits, weights, scales);
}

/** With the scales multiplied in and rounded to bytes, as it is stored: what is measured is what is shipped. */
function toLinearModel(
  labels: readonly string[],
  bits: number,
  weights: Float64Array,
  scales: Float64Array,
): LinearModel {
  const count = labels.length;
  const scaled = Float64Array.from(
    { length: count * 2 ** bits },
    (_, at) => (weights[at] as number) * (scales[Math.floor(at / count)] as number),
  );
  const sizes = scaled
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  // The largest are cut at the 99.99th percentile, so that one outlier costs no precision.
  const scale = Number(((sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127).toPrecision(6));
  return {
    labels,
    bits,
    scale,
    weights: Int8Array.from(scaled, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    offsets: labels.map((_, label) => Number((weights[count * 2 ** bits + label] as number).toFixed(4))),
  };
}
