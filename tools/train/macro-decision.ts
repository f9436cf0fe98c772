import { type RoleDecision, worthOfRoles } from '../../src/annotate/roles/role-model.ts';
import { bestLabel } from '../../src/nlp/linear-model.ts';

/** Scores of the labels (logarithms, up to a constant) and the probability with which each is right: 1 and 0 for a gold label. */
export interface ScoredLabels {
  readonly scores: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** Mean F1 over the labels when each row's highest decides. */
export function macroF1(
  rows: readonly { readonly worths: ArrayLike<number>; readonly label: number }[],
  labels: number,
): number {
  const right = new Float64Array(labels);
  const both = new Float64Array(labels);
  for (const { worths, label } of rows) {
    const best = bestLabel(worths);
    both[best] = (both[best] as number) + 1;
    both[label] = (both[label] as number) + 1;
    if (best === label) right[label] = (right[label] as number) + 1;
  }
  return right.reduce((sum, one, label) => sum + (2 * one) / Math.max(1, both[label] as number), 0) / labels;
}

/** The factor with which scores become probabilities that agree best with the targets (Guo et al., ICML 2017), of .05 to 2. */
export function fitSharpness(rows: readonly ScoredLabels[], labels: number): number {
  let best = { sharpness: 1, loss: Number.POSITIVE_INFINITY };
  for (let twentieths = 1; twentieths <= 40; twentieths += 1) {
    const sharpness = twentieths / 20;
    let loss = 0;
    for (const { scores, target } of rows) {
      const guesses = sharpened(scores, sharpness, labels);
      for (let label = 0; label < labels; label += 1)
        if ((target[label] as number) > 0)
          loss -= (target[label] as number) * Math.log(Math.max(1e-9, guesses[label] as number));
    }
    if (loss < best.loss) best = { sharpness, loss };
  }
  return best.sharpness;
}

export function sharpened(scores: ArrayLike<number>, sharpness: number, labels: number): number[] {
  const logs = Array.from({ length: labels }, (_, label) => sharpness * (scores[label] as number));
  const top = Math.max(...logs);
  const odds = logs.map((log) => Math.exp(log - top));
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one) => one / sum);
}

/** After so many rounds the numbers stand still to the third place. */
const ROUNDS = 20;

/**
 * The decision that is best for the macro-F1 to be expected of these probabilities: F1 and shares decide, and what is
 * decided gives F1 and shares anew, half of the old kept each time. No label is read, so that nothing is fitted to the
 * few sentences of a rare role.
 */
export function expectedDecision(
  rows: readonly (readonly number[])[],
  labels: number,
): Omit<RoleDecision, 'sharpness'> {
  const are = new Float64Array(labels);
  for (const row of rows)
    for (let label = 0; label < labels; label += 1)
      are[label] = (are[label] as number) + (row[label] as number);
  const logs = rows.map((row) => row.map((one) => Math.log(Math.max(1e-12, one))));
  let decided = rows.map(bestLabel);
  let decision: RoleDecision | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = outcomeOf(rows, decided, are);
    decision = decision === null ? next : halfway(decision, next);
    const now = decision;
    decided = logs.map((row) => bestLabel(worthOfRoles(now, row)));
  }
  return { f1: decision?.f1 ?? [], share: decision?.share ?? [] };
}

/** F1 and share of each label to be expected when the rows are decided so. */
function outcomeOf(
  rows: readonly (readonly number[])[],
  decided: readonly number[],
  are: Float64Array,
): RoleDecision {
  const right = new Float64Array(are.length);
  const both = Float64Array.from(are);
  for (const [at, label] of decided.entries()) {
    right[label] = (right[label] as number) + (rows[at]?.[label] as number);
    both[label] = (both[label] as number) + 1;
  }
  return {
    sharpness: 1,
    f1: Array.from(right, (one, label) => (2 * one) / (both[label] as number)),
    share: Array.from(both, (one) => one / rows.length),
  };
}

function halfway(one: RoleDecision, other: RoleDecision): RoleDecision {
  const mean = (some: readonly number[], others: readonly number[]) =>
    some.map((value, at) => (value + (others[at] as number)) / 2);
  return { sharpness: 1, f1: mean(one.f1, other.f1), share: mean(one.share, other.share) };
}
