import { type DenseNetwork, readDenseNetwork, runNetwork } from './dense-network.ts';
import { type LinearModel, readLinearModel, scoreLabels } from './linear-model.ts';

/** An example as both halves see it. */
export interface BlendedFeatures {
  /** Buckets of the named features. */
  readonly buckets: Int32Array;
  /** Measures: averaged word vectors and counts. */
  readonly measures: Float32Array;
}

/**
 * A linear model over hashed features and a small network over averaged word vectors, which err differently: the first
 * knows wordings it has met, the second words that are used like them. Log-probabilities are added.
 */
export interface BlendedClassifier {
  readonly linear: LinearModel;
  readonly network: DenseNetwork;
}

/** Share of the linear half beside the network's 1. Tuned by cross-validation on newsmtsc-train, 2026-11-24: 0.4 to 0.8 are equal within .002. */
const LINEAR_SHARE = 0.6;
const LENGTH_SCALE = 3;

/** What each feature of an example counts: long sentences have more of them and are not surer for it. */
export function featureWeight(count: number): number {
  return LENGTH_SCALE / Math.sqrt(Math.max(1, count));
}

/** Reads `{linear, network}` of data/models/NAME.json. */
export function readBlendedClassifier(json: unknown, name: string): BlendedClassifier {
  const stored = json as { readonly linear?: unknown; readonly network?: unknown } | null;
  return {
    linear: readLinearModel(stored?.linear, name),
    network: readDenseNetwork(stored?.network, name),
  };
}

/** Probability of each label, in the order of the linear model's labels. */
export function classify(model: BlendedClassifier, features: BlendedFeatures): Float64Array {
  const scores = logByName(model.linear, features.buckets);
  const others = runNetwork(model.network, features.measures);
  toLogProbabilities(others);
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = LINEAR_SHARE * (scores[label] as number) + (others[label] as number);
  toLogProbabilities(scores);
  for (let label = 0; label < scores.length; label += 1) scores[label] = Math.exp(scores[label] as number);
  return scores;
}

/** Probability of each label by the linear half alone: a cheap first look. */
export function classifyByName(model: Pick<BlendedClassifier, 'linear'>, buckets: Int32Array): Float64Array {
  return logByName(model.linear, buckets).map(Math.exp);
}

function logByName(linear: LinearModel, buckets: Int32Array): Float64Array {
  const weight = featureWeight(buckets.length);
  const scores = scoreLabels(linear, buckets);
  for (let label = 0; label < scores.length; label += 1) {
    const offset = linear.offsets[label] ?? 0;
    scores[label] = ((scores[label] as number) - offset) * weight + offset;
  }
  toLogProbabilities(scores);
  return scores;
}

/** In place. */
function toLogProbabilities(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - top);
  const norm = top + Math.log(sum);
  for (let label = 0; label < scores.length; label += 1) scores[label] = (scores[label] as number) - norm;
}
