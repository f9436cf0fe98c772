import { randomNumbers, shuffle } from '../../src/cli/eval/random.ts';
import { FEATURES, type Feature } from '../../src/topics/link-features.ts';
import type { StoredLinkModel } from '../../src/topics/link-model.ts';

/** The rows of one entity, of which the one at `right` is meant. */
export interface LinkExample {
  readonly rows: readonly Float64Array[];
  readonly right: number;
  readonly weight: number;
}

export interface FitOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
  /** Features left at 0. */
  readonly without: ReadonlySet<Feature>;
}

interface SparseRow {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

function sparse(row: Float64Array, without: ReadonlySet<Feature>): SparseRow {
  const at = [...row.keys()].filter(
    (feature) => row[feature] !== 0 && !without.has(FEATURES[feature] as Feature),
  );
  return { at: Int32Array.from(at), values: Float64Array.from(at, (feature) => row[feature] as number) };
}

/** Parameters in one array: hidden weights row-major by feature, then offsets, output and direct weights. */
interface Layout {
  readonly hidden: number;
  readonly offsets: number;
  readonly output: number;
  readonly direct: number;
  readonly size: number;
}

function layoutOf(hidden: number): Layout {
  const offsets = FEATURES.length * hidden;
  const output = offsets + hidden;
  const direct = output + hidden;
  return { hidden, offsets, output, direct, size: direct + FEATURES.length };
}

function forward(
  p: Float64Array,
  { hidden, offsets, output, direct }: Layout,
  row: SparseRow,
  units: Float64Array,
): number {
  for (let unit = 0; unit < hidden; unit += 1) units[unit] = p[offsets + unit] as number;
  let score = 0;
  for (let i = 0; i < row.at.length; i += 1) {
    const value = row.values[i] as number;
    const feature = row.at[i] as number;
    score += value * (p[direct + feature] as number);
    for (let unit = 0; unit < hidden; unit += 1)
      units[unit] = (units[unit] as number) + value * (p[feature * hidden + unit] as number);
  }
  for (let unit = 0; unit < hidden; unit += 1) {
    units[unit] = Math.tanh(units[unit] as number);
    score += (p[output + unit] as number) * (units[unit] as number);
  }
  return score;
}

function backward(
  p: Float64Array,
  gradient: Float64Array,
  { hidden, offsets, output, direct }: Layout,
  row: SparseRow,
  units: Float64Array,
  error: number,
): void {
  for (let i = 0; i < row.at.length; i += 1) {
    const feature = row.at[i] as number;
    gradient[direct + feature] = (gradient[direct + feature] as number) + error * (row.values[i] as number);
  }
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = units[unit] as number;
    gradient[output + unit] = (gradient[output + unit] as number) + error * value;
    const down = error * (p[output + unit] as number) * (1 - value * value);
    gradient[offsets + unit] = (gradient[offsets + unit] as number) + down;
    for (let i = 0; i < row.at.length; i += 1) {
      const at = (row.at[i] as number) * hidden + unit;
      gradient[at] = (gradient[at] as number) + down * (row.values[i] as number);
    }
  }
}

const BATCH = 16;
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/** Adam (Kingma and Ba, ICLR 2015) with weight decay apart from the gradient (Loshchilov and Hutter, ICLR 2019). */
class Adam {
  readonly #moment: Float64Array;
  readonly #square: Float64Array;
  #steps = 0;

  constructor(size: number) {
    this.#moment = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  step(p: Float64Array, gradient: Float64Array, rate: number, decay: number): void {
    this.#steps += 1;
    const [one, two] = [1 - BETA1 ** this.#steps, 1 - BETA2 ** this.#steps];
    for (let i = 0; i < p.length; i += 1) {
      const g = gradient[i] as number;
      const m = BETA1 * (this.#moment[i] as number) + (1 - BETA1) * g;
      const s = BETA2 * (this.#square[i] as number) + (1 - BETA2) * g * g;
      this.#moment[i] = m;
      this.#square[i] = s;
      const move = m / one / (Math.sqrt(s / two) + EPSILON) + decay * (p[i] as number);
      p[i] = (p[i] as number) - rate * move;
    }
  }
}

/**
 * Fits the network to the log-likelihood of the right row among the rows of each entity. The rate falls to a tenth in the course.
 * One core, and the same result for the same input.
 */
export function fitLinkModel(examples: readonly LinkExample[], options: FitOptions): StoredLinkModel {
  const layout = layoutOf(options.hidden);
  const random = randomNumbers(options.seed);
  const p = Float64Array.from({ length: layout.size }, () => (random() - 0.5) * 0.3);
  p.fill(0, layout.direct);
  const data = examples.map((one) => ({
    ...one,
    sparse: one.rows.map((row) => sparse(row, options.without)),
  }));
  const gradient = new Float64Array(layout.size);
  const adam = new Adam(layout.size);
  const order = [...data.keys()];
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0);
      for (const at of order.slice(from, from + BATCH)) {
        const example = data[at];
        if (example !== undefined)
          learn(p, gradient, layout, example.sparse, example.right, example.weight / BATCH);
      }
      adam.step(p, gradient, rate, options.l2);
    }
  }
  return stored(p, layout);
}

function learn(
  p: Float64Array,
  gradient: Float64Array,
  layout: Layout,
  rows: readonly SparseRow[],
  right: number,
  weight: number,
): void {
  const units = rows.map(() => new Float64Array(layout.hidden));
  const scores = rows.map((row, at) => forward(p, layout, row, units[at] as Float64Array));
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  for (const [at, row] of rows.entries()) {
    const error = Math.exp((scores[at] as number) - top) / sum - (at === right ? 1 : 0);
    backward(p, gradient, layout, row, units[at] as Float64Array, error * weight);
  }
}

function stored(p: Float64Array, { hidden, offsets, output, direct, size }: Layout): StoredLinkModel {
  const part = (from: number, to: number) => [...p.slice(from, to)].map((value) => Number(value.toFixed(4)));
  return {
    hidden,
    features: FEATURES.join(' '),
    weights: part(0, offsets),
    offsets: part(offsets, output),
    output: part(output, direct),
    direct: part(direct, size),
  };
}

/** One network that gives the mean score of several of the same size: their hidden units side by side, with a share of their output. */
export function averageLinkModels(models: readonly StoredLinkModel[]): StoredLinkModel {
  const share = (value: number) => Number((value / models.length).toFixed(4));
  const weights = FEATURES.flatMap((_, feature) =>
    models.flatMap(({ hidden, weights: all }) => all.slice(feature * hidden, (feature + 1) * hidden)),
  );
  return {
    hidden: models.reduce((sum, { hidden }) => sum + hidden, 0),
    features: FEATURES.join(' '),
    weights,
    offsets: models.flatMap(({ offsets }) => offsets),
    output: models.flatMap(({ output }) => output.map(share)),
    direct: FEATURES.map((_, feature) =>
      share(models.reduce((sum, { direct }) => sum + (direct[feature] ?? 0), 0)),
    ),
  };
}
