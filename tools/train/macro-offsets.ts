/** What was scored and what is right, one for each sentence. */
export interface ScoredLabel {
  readonly scores: ArrayLike<number>;
  readonly label: number;
}

/** Mean F1 over `labels` labels when each row's highest shifted score decides. */
export function macroF1(rows: readonly ScoredLabel[], offsets: readonly number[]): number {
  const right = offsets.map(() => 0);
  const said = offsets.map(() => 0);
  const are = offsets.map(() => 0);
  for (const { scores, label } of rows) {
    const best = bestShifted(scores, offsets);
    said[best] = (said[best] ?? 0) + 1;
    are[label] = (are[label] ?? 0) + 1;
    if (best === label) right[label] = (right[label] ?? 0) + 1;
  }
  const each = offsets.map((_, at) => (2 * (right[at] ?? 0)) / Math.max(1, (said[at] ?? 0) + (are[at] ?? 0)));
  return each.reduce((sum, one) => sum + one, 0) / offsets.length;
}

function bestShifted(scores: ArrayLike<number>, offsets: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < offsets.length; at += 1)
    if ((scores[at] ?? 0) + (offsets[at] ?? 0) > (scores[best] ?? 0) + (offsets[best] ?? 0)) best = at;
  return best;
}

/** Smaller gains than this are taken for chance. */
const GAIN = 1e-4;
/**
 * Taken off for the square of each offset, so that none goes far for a few sentences. Offsets fitted on half of the
 * articles and measured on the other half, six times (2026-11-24): macro-F1 .5317 with .002, .5307 without, .5267 with .005.
 */
const PENALTY = 0.002;

/** One number a label, added to its scores so that macro-F1 is highest: coordinate ascent in falling steps. */
export function fitOffsets(rows: readonly ScoredLabel[], labels: number): number[] {
  const worth = (tried: readonly number[]) =>
    macroF1(rows, tried) - PENALTY * tried.reduce((sum, offset) => sum + offset * offset, 0);
  let offsets = new Array<number>(labels).fill(0);
  let best = worth(offsets);
  for (const step of [0.6, -0.6, 0.6, -0.6, 0.3, -0.3, 0.3, -0.3, 0.15, -0.15, 0.15, -0.15]) {
    for (let label = 0; label < labels; label += 1) {
      const tried = offsets.with(label, (offsets[label] ?? 0) + step);
      const value = worth(tried);
      if (value <= best + GAIN) continue;
      best = value;
      offsets = tried;
    }
  }
  return offsets;
}
