import { LEAK, type RoleInputs, type StoredRoleNetwork } from '../../src/annotate/roles/role-network.ts';
import { randomNumbers, shuffle } from '../../src/cli/eval/random.ts';
import { packMatrix } from '../../src/nlp/packed-matrix.ts';
import { adam, createParameter, type Parameter } from './adam.ts';
import { createLayer, type LayerRun, learnLayer, runLayer, type TrainedLayer } from './fit-gated-layer.ts';

/** An article with what the network should say of each sentence: the probability of each role, then that of speech. */
export interface RoleSequence {
  readonly sentences: readonly RoleInputs[];
  readonly targets: readonly Float64Array[];
}

export interface RoleNetworkOptions {
  readonly dense: number;
  readonly hidden: number;
  readonly units: number;
  /** Outputs: the roles and speech. */
  readonly outputs: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of hidden units, of features and of the last layer's inputs left out at random. */
  readonly drop: number;
  readonly dropFeatures: number;
  readonly dropLast: number;
  /** Features in fewer sentences are not learned. */
  readonly minCount: number;
  readonly seed: number;
}

export interface TrainedNetwork {
  readonly options: RoleNetworkOptions;
  /** Row of each feature learned, by its hash. */
  readonly index: ReadonlyMap<number, number>;
  readonly features: Parameter;
  readonly dense: Parameter;
  readonly bias: Parameter;
  readonly forward: TrainedLayer;
  readonly backward: TrainedLayer;
  readonly output: Parameter;
  readonly outputBias: Parameter;
}

/** Trains the network of src/annotate/roles/role-network.ts by Adam, an article a step. One core, the same result for the same input. */
export function fitRoleNetwork(
  sequences: readonly RoleSequence[],
  options: RoleNetworkOptions,
): TrainedNetwork {
  const random = randomNumbers(options.seed);
  const network = createNetwork(options, frequentFeatures(sequences, options.minCount), random);
  const order = sequences.map((_, at) => at);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffle(order, random)) {
      step += 1;
      const left = 1 - (0.9 * step) / (options.epochs * sequences.length);
      learn(network, sequences[at] as RoleSequence, random, {
        rate: options.rate * left,
        step,
        decay: options.decay,
      });
    }
  }
  return network;
}

function createNetwork(
  options: RoleNetworkOptions,
  index: ReadonlyMap<number, number>,
  random: () => number,
): TrainedNetwork {
  const { hidden, units, dense, outputs } = options;
  const last = 2 * units + hidden;
  return {
    options,
    index,
    features: createParameter(index.size * hidden, 0.03, random),
    dense: createParameter(dense * hidden, 1 / Math.sqrt(dense), random),
    bias: createParameter(hidden, 0, random),
    forward: createLayer(hidden, units, random),
    backward: createLayer(hidden, units, random),
    output: createParameter(outputs * last, 1 / Math.sqrt(last), random),
    outputBias: createParameter(outputs, 0, random),
  };
}

/** Features of at least so many sentences, numbered. */
export function frequentFeatures(
  sequences: readonly Pick<RoleSequence, 'sentences'>[],
  minCount: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { sentences } of sequences)
    for (const { features } of sentences)
      for (const feature of Array.from(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minCount).map(([feature]) => feature);
  return new Map(kept.map((feature, row) => [feature, row]));
}

interface HiddenRun {
  readonly values: Float64Array;
  /** Slope of each unit, 0 where it was left out. */
  readonly slopes: Float64Array;
  /** Rows of the features that were not left out. */
  readonly kept: readonly number[];
}

function hiddenRun(
  network: TrainedNetwork,
  { features, dense }: RoleInputs,
  random: () => number,
): HiddenRun {
  const { hidden, drop, dropFeatures } = network.options;
  const values = Float64Array.from(network.bias.values);
  const kept: number[] = [];
  for (let at = 0; at < features.length; at += 1) {
    const row = network.index.get(features[at] as number);
    if (row === undefined || random() < dropFeatures) continue;
    kept.push(row);
    addRow(values, network.features.values, row * hidden, 1 / (1 - dropFeatures));
  }
  for (let at = 0; at < dense.length; at += 1)
    addRow(values, network.dense.values, at * hidden, dense[at] as number);
  const slopes = new Float64Array(hidden);
  for (let unit = 0; unit < hidden; unit += 1) {
    if (random() >= drop) slopes[unit] = ((values[unit] as number) > 0 ? 1 : LEAK) / (1 - drop);
    values[unit] = (values[unit] as number) * (slopes[unit] as number);
  }
  return { values, slopes, kept };
}

function addRow(sums: Float64Array, rows: Float64Array, start: number, factor: number): void {
  for (let at = 0; at < sums.length; at += 1)
    sums[at] = (sums[at] as number) + factor * (rows[start + at] as number);
}

function learn(
  network: TrainedNetwork,
  { sentences, targets }: RoleSequence,
  random: () => number,
  step: { rate: number; step: number; decay: number },
): void {
  const runs = sentences.map((sentence) => hiddenRun(network, sentence, random));
  const values = runs.map((run) => run.values);
  const before = runLayer(network.forward, values, false);
  const after = runLayer(network.backward, values, true);
  const errors = runs.map((run, at) =>
    learnOutput(network, [before, after], run, at, targets[at] as Float64Array, random),
  );
  const hiddenErrors = errors.map((error) => error.hidden);
  learnLayer(
    network.forward,
    before,
    errors.map((error) => error.before),
    hiddenErrors,
    false,
  );
  learnLayer(
    network.backward,
    after,
    errors.map((error) => error.after),
    hiddenErrors,
    true,
  );
  const touched = new Set<number>();
  for (const [at, run] of runs.entries()) {
    learnHidden(network, run, sentences[at] as RoleInputs, hiddenErrors[at] as Float64Array);
    for (const row of run.kept) touched.add(row);
  }
  const { forward, backward } = network;
  for (const parameter of [
    network.dense,
    network.bias,
    forward.input,
    forward.state,
    forward.bias,
    backward.input,
    backward.state,
    backward.bias,
    network.output,
    network.outputBias,
  ])
    adam(parameter, step);
  const { hidden } = network.options;
  for (const row of touched) adam(network.features, step, row * hidden, (row + 1) * hidden);
}

/** Errors of the inputs of the last layer, after adding its gradients. */
function learnOutput(
  { options, output, outputBias }: TrainedNetwork,
  [before, after]: readonly [LayerRun, LayerRun],
  run: HiddenRun,
  at: number,
  target: Float64Array,
  random: () => number,
): { before: Float64Array; after: Float64Array; hidden: Float64Array } {
  const { units, outputs, dropLast } = options;
  const joined = new Float64Array(2 * units + run.values.length);
  joined.set(before.outputs[at] as Float64Array, 0);
  joined.set(after.outputs[at] as Float64Array, units);
  joined.set(run.values, 2 * units);
  const mask = Float64Array.from(joined, () => (random() < dropLast ? 0 : 1 / (1 - dropLast)));
  for (let k = 0; k < joined.length; k += 1) joined[k] = (joined[k] as number) * (mask[k] as number);
  const scores = Float64Array.from(outputBias.values);
  for (let row = 0; row < outputs; row += 1) {
    let sum = scores[row] as number;
    for (let k = 0; k < joined.length; k += 1)
      sum += (output.values[row * joined.length + k] as number) * (joined[k] as number);
    scores[row] = sum;
  }
  const guesses = probabilities(scores);
  const errors = new Float64Array(joined.length);
  for (let row = 0; row < outputs; row += 1) {
    const error = (guesses[row] as number) - (target[row] as number);
    outputBias.gradient[row] = (outputBias.gradient[row] as number) + error;
    for (let k = 0; k < joined.length; k += 1) {
      const w = row * joined.length + k;
      output.gradient[w] = (output.gradient[w] as number) + error * (joined[k] as number);
      errors[k] = (errors[k] as number) + error * (output.values[w] as number) * (mask[k] as number);
    }
  }
  return {
    before: errors.slice(0, units),
    after: errors.slice(units, 2 * units),
    hidden: errors.slice(2 * units),
  };
}

/** Softmax over the roles, logistic for speech, which comes last. */
export function probabilities(scores: Float64Array): Float64Array {
  const roles = scores.length - 1;
  const top = Math.max(...scores.subarray(0, roles));
  const guesses = scores.map((score) => Math.exp(score - top));
  let sum = 0;
  for (let role = 0; role < roles; role += 1) sum += guesses[role] as number;
  for (let role = 0; role < roles; role += 1) guesses[role] = (guesses[role] as number) / sum;
  guesses[roles] = 1 / (1 + Math.exp(-(scores[roles] as number)));
  return guesses;
}

function learnHidden(
  network: TrainedNetwork,
  run: HiddenRun,
  { dense }: RoleInputs,
  error: Float64Array,
): void {
  const { hidden, dropFeatures } = network.options;
  for (let unit = 0; unit < hidden; unit += 1)
    error[unit] = (error[unit] as number) * (run.slopes[unit] as number);
  addRow(network.bias.gradient, error, 0, 1);
  for (const kept of run.kept) {
    const row = kept * hidden;
    const { gradient } = network.features;
    for (let unit = 0; unit < hidden; unit += 1)
      gradient[row + unit] = (gradient[row + unit] as number) + (error[unit] as number) / (1 - dropFeatures);
  }
  for (let at = 0; at < dense.length; at += 1) {
    const value = dense[at] as number;
    if (value === 0) continue;
    const row = at * hidden;
    const { gradient } = network.dense;
    for (let unit = 0; unit < hidden; unit += 1)
      gradient[row + unit] = (gradient[row + unit] as number) + value * (error[unit] as number);
  }
}

/** The trained numbers as data/models/ keeps them. */
export function packNetwork({
  options,
  index,
  features,
  dense,
  bias,
  forward,
  backward,
  output,
  outputBias,
}: TrainedNetwork): StoredRoleNetwork {
  const { hidden, units, outputs } = options;
  const layer = ({ input, state, bias: gates, inputs }: TrainedLayer) => ({
    input: packMatrix(input.values, inputs),
    state: packMatrix(state.values, units),
    bias: packMatrix(gates.values, 3 * units),
  });
  return {
    hashes: Buffer.from(Uint32Array.from(index.keys()).buffer).toString('base64'),
    features: packMatrix(features.values, hidden),
    dense: packMatrix(dense.values, hidden),
    bias: packMatrix(bias.values, hidden),
    forward: layer(forward),
    backward: layer(backward),
    output: packMatrix(output.values, 2 * units + hidden),
    outputBias: packMatrix(outputBias.values, outputs),
  };
}
