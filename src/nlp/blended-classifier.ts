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
  const { linear, network } = model;
  const weight = featureWeight(features.buckets.length);
  const sums = scoreLabels(linear, features.buckets);
  const scores = sums.map((sum, label) => {
    const offset = linear.offsets[label] ?? 0;
    return (sum - offset) * weight + offset;
  });
  return blend(logSoftmax(scores), logSoftmax(runNetwork(network, features.measures)));
}

/** Probabilities out of the log-probabilities of both halves. */
function blend(linear: Float64Array, network: Float64Array): Float64Array {
  const sums = linear.map((value, label) => LINEAR_SHARE * value + (network[label] ?? 0));
  return logSoftmax(sums).map(Math.exp);
}

function logSoftmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - top);
  const norm = top + Math.log(sum);
  return scores.map((score) => score - norm);
}
