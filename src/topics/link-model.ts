import { FEATURES } from './link-features.ts';

/** A network of one hidden layer that gives a candidate's score: `output · tanh(hidden · row + offsets) + direct · row`. */
export interface LinkModel {
  readonly hidden: number;
  /** Row-major by feature: the weights of one feature to all hidden units. */
  readonly weights: Float64Array;
  readonly offsets: Float64Array;
  readonly output: Float64Array;
  /** Straight from the features to the score. */
  readonly direct: Float64Array;
}

/** A model for each round: the first knows nothing of the other entities' meanings. */
export interface LinkModels {
  readonly first: LinkModel;
  readonly second: LinkModel;
}

export interface StoredLinkModel {
  readonly hidden: number;
  readonly features: string;
  readonly weights: readonly number[];
  readonly offsets: readonly number[];
  readonly output: readonly number[];
  readonly direct: readonly number[];
}

/** Reads one network; `TypeError` when it was trained for other features. */
export function readLinkModel(stored: StoredLinkModel | undefined): LinkModel {
  const hidden = stored?.hidden ?? 0;
  const isOurs =
    stored?.features === FEATURES.join(' ') && stored.weights.length === FEATURES.length * hidden;
  if (!stored || !isOurs) {
    throw new TypeError(
      'data/models/linking.json is of other features; train it with: npm run train -- linking',
    );
  }
  return {
    hidden,
    weights: Float64Array.from(stored.weights),
    offsets: Float64Array.from(stored.offsets),
    output: Float64Array.from(stored.output),
    direct: Float64Array.from(stored.direct),
  };
}

/** Reads data/models/linking.json. */
export function readLinkModels(json: unknown): LinkModels {
  const stored = json as { first?: StoredLinkModel; second?: StoredLinkModel } | null;
  return { first: readLinkModel(stored?.first), second: readLinkModel(stored?.second) };
}

/** Score of one row of features; only differences between the rows of one entity mean something. */
export function scoreRow(model: LinkModel, row: Float64Array): number {
  const { hidden, weights, output, direct } = model;
  const units = Float64Array.from(model.offsets);
  let score = 0;
  for (let feature = 0; feature < row.length; feature += 1) {
    const value = row[feature] as number;
    if (value === 0) continue;
    score += value * (direct[feature] as number);
    const at = feature * hidden;
    for (let unit = 0; unit < hidden; unit += 1)
      units[unit] = (units[unit] as number) + value * (weights[at + unit] as number);
  }
  for (let unit = 0; unit < hidden; unit += 1)
    score += (output[unit] as number) * Math.tanh(units[unit] as number);
  return score;
}

/** Scores as probabilities that sum to 1, in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - top);
    sum += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
  return scores;
}
