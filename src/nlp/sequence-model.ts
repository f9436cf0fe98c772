import { type LinearModel, readLinearModel, type StoredLinearModel, scoreLabels } from './linear-model.ts';
import { bestSequence } from './viterbi.ts';

/** A linear-chain model (Lafferty et al., ICML 2001): a linear model of each position, and a score for each pair of neighbours. */
export interface SequenceModel extends LinearModel {
  /** `transitions[from * labels.length + to]`. */
  readonly transitions: readonly number[];
}

export interface StoredSequenceModel extends StoredLinearModel {
  readonly transitions: readonly number[];
}

/** @throws TypeError when the JSON does not hold a sequence model; see `readLinearModel`. */
export function readSequenceModel(json: unknown, name: string): SequenceModel {
  const model = readLinearModel(json, name);
  const transitions = (json as Partial<StoredSequenceModel>).transitions ?? [];
  if (transitions.length !== model.labels.length ** 2) {
    throw new TypeError(
      `data/models/${name}.json has no transitions; train it with: npm run train -- ${name}`,
    );
  }
  return { ...model, transitions };
}

/** The likeliest labels (as indices) of a sequence of positions, each given by its buckets. */
export function tagSequence(model: SequenceModel, positions: readonly ArrayLike<number>[]): number[] {
  return bestSequence(
    positions.map((buckets) => scoreLabels(model, buckets)),
    model.transitions,
  );
}
