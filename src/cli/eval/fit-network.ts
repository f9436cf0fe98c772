import type { DenseNetwork } from '../../nlp/dense-network.ts';
import { randomNumbers, shuffle } from './random.ts';
import { toSoftmaxErrors } from './softmax-errors.ts';

export interface NetworkOptions {
  readonly hidden: number;
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Share of hidden units left out of each example (dropout). */
  readonly drop: number;
  readonly seed: number;
}

const BATCH = 32;
const [KEEP_MEAN, KEEP_SQUARE] = [0.9, 0.999];

/** Everything that is trained, in one array, so that one loop moves all of it. */
interface Training {
  readonly options: NetworkOptions;
  readonly inputs: number;
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
  readonly units: Float32Array;
  readonly back: Float32Array;
  readonly random: () => number;
}

/**
 * Trains a network with one hidden layer on the softmax loss: Adam (Kingma and Ba, ICLR 2015) over small batches with a
 * falling rate, dropout and L2. One core, and the same result for the same input.
 */
export function fitNetwork(
  inputs: readonly Float32Array[],
  labels: readonly number[],
  options: NetworkOptions,
): DenseNetwork {
  const training = start(inputs[0]?.length ?? 0, options);
  const order = inputs.map((_, at) => at);
  const steps = Math.ceil(order.length / BATCH) * options.epochs;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, training.random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      training.gradient.fill(0);
      for (const at of batch) learn(training, inputs[at] as Float32Array, labels[at] as number);
      step += 1;
      move(training, step, batch.length, options.rate * (1 - (step - 1) / steps));
    }
  }
  return toNetwork(training);
}

function start(inputs: number, options: NetworkOptions): Training {
  const { hidden, labels } = options;
  const random = randomNumbers(options.seed);
  const size = hidden * inputs + hidden + labels * hidden + labels;
  const weights = new Float32Array(size);
  // Uniform with the variance of He et al., ICCV 2015.
  const fill = (from: number, count: number, spread: number) => {
    for (let at = from; at < from + count; at += 1) weights[at] = (2 * random() - 1) * spread;
  };
  fill(0, hidden * inputs, Math.sqrt(6 / inputs));
  fill(hidden * inputs + hidden, labels * hidden, Math.sqrt(3 / hidden));
  return {
    options,
    inputs,
    weights,
    gradient: new Float32Array(size),
    means: new Float32Array(size),
    squares: new Float32Array(size),
    units: new Float32Array(hidden),
    back: new Float32Array(hidden),
    random,
  };
}

/** Adds the gradient of one example. */
function learn(training: Training, input: Float32Array, right: number): void {
  const { inputs, weights, gradient, units, back } = training;
  const { hidden, labels } = training.options;
  const top = hidden * inputs + hidden;
  activate(training, input);
  const scores = new Float64Array(labels);
  for (let label = 0; label < labels; label += 1) {
    let sum = weights[top + labels * hidden + label] as number;
    for (let unit = 0; unit < hidden; unit += 1)
      sum += (weights[top + label * hidden + unit] as number) * (units[unit] as number);
    scores[label] = sum;
  }
  toSoftmaxErrors(scores, right);
  back.fill(0);
  for (let label = 0; label < labels; label += 1) {
    const error = scores[label] as number;
    gradient[top + labels * hidden + label] = (gradient[top + labels * hidden + label] as number) + error;
    for (let unit = 0; unit < hidden; unit += 1) {
      const at = top + label * hidden + unit;
      gradient[at] = (gradient[at] as number) + error * (units[unit] as number);
      back[unit] = (back[unit] as number) + error * (weights[at] as number);
    }
  }
  backwards(training, input);
}

function activate({ options, inputs, weights, units, random }: Training, input: Float32Array): void {
  const { hidden, drop } = options;
  for (let unit = 0; unit < hidden; unit += 1) {
    let sum = weights[hidden * inputs + unit] as number;
    const row = unit * inputs;
    for (let at = 0; at < inputs; at += 1) sum += (weights[row + at] as number) * (input[at] as number);
    units[unit] = sum > 0 && random() >= drop ? sum / (1 - drop) : 0;
  }
}

function backwards({ options, inputs, gradient, units, back }: Training, input: Float32Array): void {
  const { hidden, drop } = options;
  for (let unit = 0; unit < hidden; unit += 1) {
    if (units[unit] === 0) continue;
    const error = (back[unit] as number) / (1 - drop);
    gradient[hidden * inputs + unit] = (gradient[hidden * inputs + unit] as number) + error;
    const row = unit * inputs;
    for (let at = 0; at < inputs; at += 1)
      gradient[row + at] = (gradient[row + at] as number) + error * (input[at] as number);
  }
}

function move(training: Training, step: number, count: number, rate: number): void {
  const { weights, gradient, means, squares, options } = training;
  const scaled = (rate * Math.sqrt(1 - KEEP_SQUARE ** step)) / (1 - KEEP_MEAN ** step);
  for (let at = 0; at < weights.length; at += 1) {
    const slope = (gradient[at] as number) / count + options.l2 * (weights[at] as number);
    const mean = KEEP_MEAN * (means[at] as number) + (1 - KEEP_MEAN) * slope;
    const square = KEEP_SQUARE * (squares[at] as number) + (1 - KEEP_SQUARE) * slope * slope;
    means[at] = mean;
    squares[at] = square;
    weights[at] = (weights[at] as number) - (scaled * mean) / (Math.sqrt(square) + 1e-8);
  }
}

function toNetwork({ options, inputs, weights }: Training): DenseNetwork {
  const { hidden, labels } = options;
  const ends = [hidden * inputs, hidden, labels * hidden, labels];
  let from = 0;
  const [hiddenWeights, hiddenOffsets, labelWeights, labelOffsets] = ends.map((size) => {
    from += size;
    return weights.slice(from - size, from);
  }) as [Float32Array, Float32Array, Float32Array, Float32Array];
  return { inputs, hidden, labels, hiddenWeights, hiddenOffsets, labelWeights, labelOffsets };
}
