import { randomNumbers, shuffle } from '../../src/cli/eval/random.ts';
import { toSoftmaxErrors } from '../../src/cli/eval/softmax-errors.ts';
import type { TrainedWeights } from './trained-model.ts';

export interface LinearExample {
  /** Buckets of its features, each in 0 … 2^bits - 1. */
  readonly buckets: Int32Array;
  readonly label: number;
  /** Weight of the example; 1 when not given. */
  readonly weight?: number;
}

export interface LinearOptions {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression by AdaGrad (Duchi et al., JMLR 2011) on the softmax loss with L2 on the weights
 * touched. One core, and the same result for the same input.
 */
export function fitLinear(examples: readonly LinearExample[], options: LinearOptions): TrainedWeights {
  const { bits } = options;
  const labels = options.labels.length;
  const weights = new Float64Array(labels * 2 ** bits);
  const squares = new Float64Array(labels * 2 ** bits).fill(0.1);
  const random = randomNumbers(options.seed);
  const order = examples.map((_, at) => at);
  const scores = new Float64Array(labels);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffle(order, random)) {
      const example = examples[at];
      if (example === undefined) continue;
      scoreInto(scores, weights, example.buckets);
      toSoftmaxErrors(scores, example.label, example.weight ?? 1);
      descend(weights, squares, example.buckets, scores, options);
    }
  }
  return { labels: options.labels, bits, weights };
}

function scoreInto(scores: Float64Array, weights: Float64Array, buckets: Int32Array): void {
  const labels = scores.length;
  scores.fill(0);
  for (const bucket of buckets)
    for (let label = 0; label < labels; label += 1)
      scores[label] = (scores[label] as number) + (weights[bucket * labels + label] as number);
}

function descend(
  weights: Float64Array,
  squares: Float64Array,
  buckets: Int32Array,
  errors: Float64Array,
  { rate, l2 }: LinearOptions,
): void {
  const labels = errors.length;
  for (const bucket of buckets) {
    for (let label = 0; label < labels; label += 1) {
      const at = bucket * labels + label;
      const gradient = (errors[label] as number) + l2 * (weights[at] as number);
      squares[at] = (squares[at] as number) + gradient * gradient;
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number);
    }
  }
}
