import { randomNumbers, shuffle } from '../../src/cli/eval/random.ts';
import type { TrainedWeights } from './trained-model.ts';

/** A sequence with the right label of each position; -1 stands for "not known", and any label may stand there. */
export interface LabelledSequence {
  readonly positions: readonly Int32Array[];
  readonly labels: readonly number[];
}

export interface CrfOptions {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

export interface TrainedCrf extends TrainedWeights {
  /** `transitions[from * labels + to]`. */
  readonly transitions: number[];
}

/**
 * Linear-chain conditional random field (Lafferty et al., ICML 2001) by AdaGrad on the log-likelihood, forward-backward
 * in log space. Positions of unknown label are summed over on both sides, so partly labelled sequences teach only what
 * they say. One core, and the same result for the same input.
 */
export function fitCrf(sequences: readonly LabelledSequence[], options: CrfOptions): TrainedCrf {
  const n = options.labels.length;
  const state = {
    weights: new Float64Array(n * 2 ** options.bits),
    squares: new Float64Array(n * 2 ** options.bits).fill(0.1),
    transitions: new Float64Array(n * n),
    transitionSquares: new Float64Array(n * n).fill(1),
  };
  const random = randomNumbers(options.seed);
  const order = sequences.map((_, at) => at);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffle(order, random)) {
      const sequence = sequences[at];
      if (sequence !== undefined && sequence.positions.length > 0) learn(sequence, state, options);
    }
  }
  return {
    labels: options.labels,
    bits: options.bits,
    weights: state.weights,
    transitions: Array.from(state.transitions, (value) => Number(value.toFixed(4))),
  };
}

interface State {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly transitions: Float64Array;
  readonly transitionSquares: Float64Array;
}

/** Expected counts of labels and pairs under the model. */
interface Expectation {
  /** One row of `n` probabilities for each position. */
  readonly nodes: Float64Array;
  /** Sums over the sequence, `n * n`. */
  readonly pairs: Float64Array;
}

function learn({ positions, labels }: LabelledSequence, state: State, options: CrfOptions): void {
  const n = options.labels.length;
  const emissions = new Float64Array(positions.length * n);
  for (const [at, buckets] of positions.entries())
    for (const bucket of buckets)
      for (let label = 0; label < n; label += 1)
        emissions[at * n + label] =
          (emissions[at * n + label] as number) + (state.weights[bucket * n + label] as number);
  const free = expect(emissions, state.transitions, n);
  const clamped = expect(clamp(emissions, labels, n), state.transitions, n);
  for (const [at, buckets] of positions.entries()) {
    for (const bucket of buckets) {
      for (let label = 0; label < n; label += 1) {
        const error = (free.nodes[at * n + label] as number) - (clamped.nodes[at * n + label] as number);
        step(state.weights, state.squares, bucket * n + label, error, options);
      }
    }
  }
  for (let pair = 0; pair < n * n; pair += 1) {
    const error = (free.pairs[pair] as number) - (clamped.pairs[pair] as number);
    step(state.transitions, state.transitionSquares, pair, error, options);
  }
}

function clamp(emissions: Float64Array, labels: readonly number[], n: number): Float64Array {
  const clamped = Float64Array.from(emissions);
  for (const [at, right] of labels.entries()) {
    if (right < 0) continue;
    for (let label = 0; label < n; label += 1)
      if (label !== right) clamped[at * n + label] = Number.NEGATIVE_INFINITY;
  }
  return clamped;
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  error: number,
  { rate, l2 }: CrfOptions,
): void {
  const gradient = error + l2 * (weights[at] as number);
  squares[at] = (squares[at] as number) + gradient * gradient;
  weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number);
}

function logSum(terms: Float64Array): number {
  const top = Math.max(...terms);
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}

function expect(emissions: Float64Array, transitions: Float64Array, n: number): Expectation {
  const length = emissions.length / n;
  const forward = forwardScores(emissions, transitions, n);
  const backward = backwardScores(emissions, transitions, n);
  const total = logSum(forward.slice((length - 1) * n));
  const nodes = new Float64Array(length * n);
  for (let at = 0; at < nodes.length; at += 1)
    nodes[at] = Math.exp((forward[at] as number) + (backward[at] as number) - total);
  const pairs = new Float64Array(n * n);
  for (let at = 1; at < length; at += 1) {
    for (let from = 0; from < n; from += 1) {
      for (let to = 0; to < n; to += 1) {
        const score =
          (forward[(at - 1) * n + from] as number) +
          (transitions[from * n + to] as number) +
          (emissions[at * n + to] as number) +
          (backward[at * n + to] as number);
        pairs[from * n + to] = (pairs[from * n + to] as number) + Math.exp(score - total);
      }
    }
  }
  return { nodes, pairs };
}

function forwardScores(emissions: Float64Array, transitions: Float64Array, n: number): Float64Array {
  const forward = Float64Array.from(emissions);
  const terms = new Float64Array(n);
  for (let at = n; at < forward.length; at += n) {
    for (let to = 0; to < n; to += 1) {
      for (let from = 0; from < n; from += 1)
        terms[from] = (forward[at - n + from] as number) + (transitions[from * n + to] as number);
      forward[at + to] = (emissions[at + to] as number) + logSum(terms);
    }
  }
  return forward;
}

function backwardScores(emissions: Float64Array, transitions: Float64Array, n: number): Float64Array {
  const backward = new Float64Array(emissions.length);
  const terms = new Float64Array(n);
  for (let at = emissions.length - 2 * n; at >= 0; at -= n) {
    for (let from = 0; from < n; from += 1) {
      for (let to = 0; to < n; to += 1)
        terms[to] =
          (transitions[from * n + to] as number) +
          (emissions[at + n + to] as number) +
          (backward[at + n + to] as number);
      backward[at + from] = logSum(terms);
    }
  }
  return backward;
}
