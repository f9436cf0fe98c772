/**
 * The sequence of labels with the highest sum of emission and transition scores (Viterbi 1967).
 * `emissions` has a row of `n` scores for each position; `transitions[from * n + to]` is added between neighbours;
 * minus infinity forbids a pair. Of equal sequences the one with the lower labels wins. Empty in, empty out.
 */
export function bestSequence(
  emissions: readonly ArrayLike<number>[],
  transitions: ArrayLike<number>,
): number[] {
  const first = emissions[0];
  if (first === undefined) return [];
  const labels = first.length;
  let scores = Float64Array.from(first);
  const pointers: Uint16Array[] = [];
  for (const emission of emissions.slice(1)) {
    const next = new Float64Array(labels);
    const from = new Uint16Array(labels);
    for (let to = 0; to < labels; to += 1) {
      const before = bestPredecessor(scores, transitions, to);
      from[to] = before;
      next[to] = (scores[before] ?? 0) + (transitions[before * labels + to] ?? 0) + (emission[to] ?? 0);
    }
    pointers.push(from);
    scores = next;
  }
  let label = 0;
  for (let at = 1; at < labels; at += 1) if ((scores[at] ?? 0) > (scores[label] ?? 0)) label = at;
  const sequence = [label];
  for (const from of pointers.reverse()) {
    label = from[label] ?? 0;
    sequence.push(label);
  }
  return sequence.reverse();
}

function bestPredecessor(scores: Float64Array, transitions: ArrayLike<number>, to: number): number {
  const labels = scores.length;
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < labels; from += 1) {
    const score = (scores[from] ?? 0) + (transitions[from * labels + to] ?? 0);
    if (score > top) {
      top = score;
      best = from;
    }
  }
  return best;
}
