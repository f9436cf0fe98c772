import { addProduct } from './matrix-product.ts';

/** A network with one hidden layer (ReLU): the smallest thing that can tell how several measures act together. */
export interface DenseNetwork {
  readonly inputs: number;
  readonly hidden: number;
  readonly labels: number;
  /** hidden × inputs, row-major. */
  readonly hiddenWeights: Float32Array;
  readonly hiddenOffsets: Float32Array;
  /** labels × hidden, row-major. */
  readonly labelWeights: Float32Array;
  readonly labelOffsets: Float32Array;
}

/** The same as it stands in data/models/: weights in signed bytes with one scale for each part. */
export interface StoredDenseNetwork {
  readonly inputs: number;
  readonly hidden: number;
  readonly labels: number;
  readonly parts: readonly { readonly scale: number; readonly bytes: string }[];
}

const PARTS = 4;

/**
 * Reads a network as `packNetwork` gives it; `name` is that of its file and of its trainer.
 * @throws TypeError when it is not one: models are part of the program.
 */
export function readDenseNetwork(json: unknown, name: string): DenseNetwork {
  const stored = json as Partial<StoredDenseNetwork> | null;
  const [inputs, hidden, labels] = [stored?.inputs ?? 0, stored?.hidden ?? 0, stored?.labels ?? 0];
  const parts = (stored?.parts ?? []).map(({ scale, bytes }) =>
    Float32Array.from(Int8Array.from(Buffer.from(bytes, 'base64')), (byte) => byte * scale),
  );
  const sizes = [hidden * inputs, hidden, labels * hidden, labels];
  const [hiddenWeights, hiddenOffsets, labelWeights, labelOffsets] = parts;
  if (
    parts.length !== PARTS ||
    labels === 0 ||
    sizes.some((size, part) => parts[part]?.length !== size) ||
    hiddenWeights === undefined ||
    hiddenOffsets === undefined ||
    labelWeights === undefined ||
    labelOffsets === undefined
  ) {
    throw new TypeError(
      `data/models/${name}.json does not hold a network; train it with: npm run train -- ${name}`,
    );
  }
  return { inputs, hidden, labels, hiddenWeights, hiddenOffsets, labelWeights, labelOffsets };
}

export function packNetwork(network: DenseNetwork): StoredDenseNetwork {
  const { inputs, hidden, labels } = network;
  const parts = [network.hiddenWeights, network.hiddenOffsets, network.labelWeights, network.labelOffsets];
  return {
    inputs,
    hidden,
    labels,
    parts: parts.map((weights) => {
      const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
      const scale = Number((top / 127).toPrecision(6));
      const bytes = Int8Array.from(weights, (weight) =>
        Math.max(-127, Math.min(127, Math.round(weight / scale))),
      );
      return { scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
    }),
  };
}

/** Scores of the labels (before the softmax) for one example. */
export function runNetwork(network: DenseNetwork, input: Float32Array): Float64Array {
  const { hidden, labels, labelWeights, labelOffsets } = network;
  const sums = hiddenSums(network, input);
  const scores = Float64Array.from(labelOffsets);
  for (let unit = 0; unit < hidden; unit += 1) {
    const sum = sums[unit] as number;
    if (sum <= 0) continue;
    for (let label = 0; label < labels; label += 1)
      scores[label] = (scores[label] as number) + (labelWeights[label * hidden + unit] as number) * sum;
  }
  return scores;
}

function hiddenSums(
  { inputs, hiddenWeights, hiddenOffsets }: DenseNetwork,
  input: Float32Array,
): Float64Array {
  return addProduct(Float64Array.from(hiddenOffsets), { values: hiddenWeights, columns: inputs }, input);
}
