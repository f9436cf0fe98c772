import { addProduct, transposed } from '../../nlp/matrix-product.ts';
import {
  type ByteMatrix,
  type Matrix,
  type PackedMatrix,
  unpackBytes,
  unpackMatrix,
} from '../../nlp/packed-matrix.ts';

/** Weights of one direction of a gated recurrent layer: gates update, reset, candidate stacked in this order. */
export interface GatedLayer {
  /** 3 × units rows, one column for each input. */
  readonly input: Matrix;
  /** 3 × units rows, one column for each unit. */
  readonly state: Matrix;
  readonly bias: Matrix;
}

/**
 * A small network that reads an article sentence by sentence: named features and dense inputs → one hidden layer →
 * a gated recurrent layer in both directions (Cho et al., EMNLP 2014) → scores. Choubey et al. (ACL 2020) read
 * documents in the same way, with a recurrent layer over sentences.
 */
export interface RoleNetwork {
  /** Row in `features` of each feature known, by its hash. */
  readonly index: ReadonlyMap<number, number>;
  readonly features: ByteMatrix;
  /** A row for each hidden unit, a column for each dense input. */
  readonly dense: Matrix;
  readonly bias: Matrix;
  readonly forward: GatedLayer;
  readonly backward: GatedLayer;
  /** A row for each output: the discourse roles in their order, then speech. */
  readonly output: Matrix;
  readonly outputBias: Matrix;
}

export type StoredGatedLayer = { readonly [K in keyof GatedLayer]: PackedMatrix };

export interface StoredRoleNetwork {
  /** Base64 of the little-endian 32-bit hashes of the features, row by row. */
  readonly hashes: string;
  readonly features: PackedMatrix;
  /** A row for each dense input. */
  readonly dense: PackedMatrix;
  readonly bias: PackedMatrix;
  readonly forward: StoredGatedLayer;
  readonly backward: StoredGatedLayer;
  readonly output: PackedMatrix;
  readonly outputBias: PackedMatrix;
}

/** @throws TypeError when a part is missing. */
export function readRoleNetwork(stored: StoredRoleNetwork): RoleNetwork {
  return {
    index: readHashes(stored.hashes),
    features: unpackBytes(stored.features),
    dense: transposed(unpackMatrix(stored.dense)),
    bias: unpackMatrix(stored.bias),
    forward: readGatedLayer(stored.forward),
    backward: readGatedLayer(stored.backward),
    output: unpackMatrix(stored.output),
    outputBias: unpackMatrix(stored.outputBias),
  };
}

function readHashes(base64: string): Map<number, number> {
  const bytes = Buffer.from(base64, 'base64');
  const index = new Map<number, number>();
  for (let row = 0; 4 * row < bytes.length; row += 1) index.set(bytes.readUInt32LE(4 * row), row);
  return index;
}

function readGatedLayer({ input, state, bias }: StoredGatedLayer): GatedLayer {
  return { input: unpackMatrix(input), state: unpackMatrix(state), bias: unpackMatrix(bias) };
}

/** One sentence as the network takes it. */
export interface RoleInputs {
  /** Hashes of its features, each once. */
  readonly features: ArrayLike<number>;
  readonly dense: ArrayLike<number>;
}

/** Below zero a hidden unit lets this share through, so that none dies in training. */
export const LEAK = 0.05;

/** Raw scores of each sentence of one article: a number for each discourse role, then the log-odds of speech. */
export function scoreSentences(network: RoleNetwork, sentences: readonly RoleInputs[]): Float64Array[] {
  const hidden = sentences.map((sentence) => hiddenLayer(network, sentence));
  const units = network.forward.state.columns;
  const before = runGatedLayer(network.forward, hidden);
  const after = runGatedLayer(network.backward, [...hidden].reverse()).reverse();
  return hidden.map((own, at) => {
    const joined = new Float64Array(2 * units + own.length);
    joined.set(before[at] ?? [], 0);
    joined.set(after[at] ?? [], units);
    joined.set(own, 2 * units);
    return addProduct(new Float64Array(network.outputBias.values), network.output, joined);
  });
}

function hiddenLayer(network: RoleNetwork, { features, dense }: RoleInputs): Float64Array {
  const sums = featureSums(network, features);
  const bias = network.bias.values;
  for (let unit = 0; unit < sums.length; unit += 1)
    sums[unit] = (sums[unit] as number) + (bias[unit] as number);
  addProduct(sums, network.dense, dense);
  for (let unit = 0; unit < sums.length; unit += 1) {
    const sum = sums[unit] as number;
    if (sum < 0) sums[unit] = LEAK * sum;
  }
  return sums;
}

/** Rows of the known features, added up as whole numbers and scaled at the end. */
function featureSums(
  { index, features: { bytes, columns, scale } }: RoleNetwork,
  features: ArrayLike<number>,
): Float64Array {
  const counts = new Int32Array(columns);
  for (let at = 0; at < features.length; at += 1) {
    const row = index.get(features[at] as number);
    if (row === undefined) continue;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1)
      counts[column] = (counts[column] as number) + (bytes[start + column] as number);
  }
  const sums = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) sums[column] = scale * (counts[column] as number);
  return sums;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function runGatedLayer(layer: GatedLayer, inputs: readonly Float64Array[]): Float64Array[] {
  const units = layer.state.columns;
  let state = new Float64Array(units);
  return inputs.map((input) => {
    const gates = new Float64Array(layer.bias.values);
    addProduct(gates, layer.input, input);
    addProduct(gates, layer.state, state, 0, 2 * units);
    const kept = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1)
      kept[unit] = sigmoid(gates[units + unit] as number) * (state[unit] as number);
    addProduct(gates, layer.state, kept, 2 * units);
    const next = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1) {
      const update = sigmoid(gates[unit] as number);
      const candidate = Math.tanh(gates[2 * units + unit] as number);
      next[unit] = (1 - update) * (state[unit] as number) + update * candidate;
    }
    state = next;
    return next;
  });
}
