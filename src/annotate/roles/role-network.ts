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
  /** A row for each dense input. */
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
    dense: unpackMatrix(stored.dense),
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
    return addProduct(Float64Array.from(network.outputBias.values), network.output, joined);
  });
}

function hiddenLayer(network: RoleNetwork, { features, dense }: RoleInputs): Float64Array {
  const sums = featureSums(network, features);
  addRow(sums, network.bias, 0, 1);
  for (let at = 0; at < dense.length; at += 1) {
    const value = dense[at] as number;
    if (value !== 0) addRow(sums, network.dense, at, value);
  }
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
  return Float64Array.from(counts, (count) => count * scale);
}

function addRow(sums: Float64Array, { values, columns }: Matrix, row: number, factor: number): void {
  const start = row * columns;
  for (let column = 0; column < columns; column += 1)
    sums[column] = (sums[column] as number) + factor * (values[start + column] as number);
}

/** Adds matrix × vector to `sums`, in place. */
function addProduct(sums: Float64Array, { values, columns }: Matrix, vector: Float64Array): Float64Array {
  for (let row = 0; row < sums.length; row += 1) {
    const start = row * columns;
    let sum = sums[row] as number;
    for (let column = 0; column < columns; column += 1)
      sum += (values[start + column] as number) * (vector[column] as number);
    sums[row] = sum;
  }
  return sums;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function runGatedLayer(layer: GatedLayer, inputs: readonly Float64Array[]): Float64Array[] {
  const units = layer.state.columns;
  let state = new Float64Array(units);
  return inputs.map((input) => {
    const gates = Float64Array.from(layer.bias.values);
    addGates(gates, layer.input, input, 0, 3);
    addGates(gates, layer.state, state, 0, 2);
    const kept = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1)
      kept[unit] = sigmoid(gates[units + unit] as number) * (state[unit] as number);
    addGates(gates, layer.state, kept, 2, 3);
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

/**
 * Adds matrix × vector for the gates `from` … `to`. Four rows at a time: a sum waits for its own last addition, and four
 * sums wait at once.
 */
function addGates(
  gates: Float64Array,
  { values, columns }: Matrix,
  vector: Float64Array,
  from: number,
  to: number,
): void {
  const units = gates.length / 3;
  let row = from * units;
  for (; row + 4 <= to * units; row += 4) {
    const start = row * columns;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let column = 0, at = start; column < columns; column += 1, at += 1) {
      const value = vector[column] as number;
      a += (values[at] as number) * value;
      b += (values[at + columns] as number) * value;
      c += (values[at + 2 * columns] as number) * value;
      d += (values[at + 3 * columns] as number) * value;
    }
    gates[row] = (gates[row] as number) + a;
    gates[row + 1] = (gates[row + 1] as number) + b;
    gates[row + 2] = (gates[row + 2] as number) + c;
    gates[row + 3] = (gates[row + 3] as number) + d;
  }
  for (; row < to * units; row += 1) {
    let sum = gates[row] as number;
    for (let column = 0; column < columns; column += 1)
      sum += (values[row * columns + column] as number) * (vector[column] as number);
    gates[row] = sum;
  }
}
