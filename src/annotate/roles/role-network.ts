import { HashIndex } from '../../nlp/hash-index.ts';
import { addProduct, addProducts, transposed } from '../../nlp/matrix-product.ts';
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
  readonly index: HashIndex;
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

function readHashes(base64: string): HashIndex {
  const bytes = Buffer.from(base64, 'base64');
  return new HashIndex(Array.from({ length: bytes.length / 4 }, (_, row) => bytes.readUInt32LE(4 * row)));
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
  const { forward, backward, output, outputBias } = network;
  const hidden = hiddenLayer(network, sentences);
  const before = runGatedLayer(forward, hidden, 1);
  const after = runGatedLayer(backward, hidden, -1);
  const [units, size] = [forward.state.columns, network.bias.values.length];
  const joined = new Float64Array(sentences.length * output.columns);
  for (let at = 0; at < sentences.length; at += 1) {
    const start = at * output.columns;
    joined.set(before.subarray(at * units, (at + 1) * units), start);
    joined.set(after.subarray(at * units, (at + 1) * units), start + units);
    joined.set(hidden.subarray(at * size, (at + 1) * size), start + 2 * units);
  }
  const labels = outputBias.values.length;
  const scores = addProducts(repeated(outputBias, sentences.length), output, joined);
  return sentences.map((_, at) => scores.subarray(at * labels, (at + 1) * labels));
}

/** A bias once for each sentence. */
function repeated({ values }: Matrix, times: number): Float64Array {
  const sums = new Float64Array(times * values.length);
  for (let at = 0; at < times; at += 1) sums.set(values, at * values.length);
  return sums;
}

/** The hidden units of one sentence after the other. */
function hiddenLayer(network: RoleNetwork, sentences: readonly RoleInputs[]): Float64Array {
  const { dense, bias } = network;
  const sums = repeated(bias, sentences.length);
  const inputs = new Float64Array(sentences.length * dense.columns);
  for (const [at, { features, dense: own }] of sentences.entries()) {
    addFeatures(network, features, sums, at * bias.values.length);
    inputs.set(own, at * dense.columns);
  }
  addProducts(sums, dense, inputs);
  for (let unit = 0; unit < sums.length; unit += 1) {
    const sum = sums[unit] as number;
    if (sum < 0) sums[unit] = LEAK * sum;
  }
  return sums;
}

/** Rows of the known features, added up as whole numbers and scaled at the end. */
function addFeatures(
  { index, features: { bytes, columns, scale } }: RoleNetwork,
  features: ArrayLike<number>,
  sums: Float64Array,
  from: number,
): void {
  const counts = new Int32Array(columns);
  for (let at = 0; at < features.length; at += 1) {
    const row = index.rowOf(features[at] as number);
    if (row < 0) continue;
    const start = row * columns;
    for (let column = 0; column < columns; column += 1)
      counts[column] = (counts[column] as number) + (bytes[start + column] as number);
  }
  for (let column = 0; column < columns; column += 1)
    sums[from + column] = (sums[from + column] as number) + scale * (counts[column] as number);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The states behind each sentence, read from the first on (`step` 1) or from the last (-1); by sentence. */
function runGatedLayer({ input, state, bias }: GatedLayer, inputs: Float64Array, step: 1 | -1): Float64Array {
  const units = state.columns;
  const count = inputs.length / input.columns;
  const all = addProducts(repeated(bias, count), input, inputs);
  const states = new Float64Array(count * units);
  const kept = new Float64Array(units);
  let before = new Float64Array(units);
  for (let at = step === 1 ? 0 : count - 1; at >= 0 && at < count; at += step) {
    const gates = all.subarray(3 * at * units, 3 * (at + 1) * units);
    addProduct(gates, state, before, 0, 2 * units);
    for (let unit = 0; unit < units; unit += 1)
      kept[unit] = sigmoid(gates[units + unit] as number) * (before[unit] as number);
    addProduct(gates, state, kept, 2 * units);
    const next = states.subarray(at * units, (at + 1) * units);
    for (let unit = 0; unit < units; unit += 1) {
      const update = sigmoid(gates[unit] as number);
      const candidate = Math.tanh(gates[2 * units + unit] as number);
      next[unit] = (1 - update) * (before[unit] as number) + update * candidate;
    }
    before = next;
  }
  return states;
}
