/**
 * Turns the scores of a row into the gradient of its softmax loss by each score, in place: the probability of a label,
 * less one for the label that is right, times the row's weight.
 */
export function toSoftmaxErrors(scores: Float64Array, right: number, weight = 1): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    scores[label] = Math.exp((scores[label] as number) - top);
    sum += scores[label] as number;
  }
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = weight * ((scores[label] as number) / sum - (label === right ? 1 : 0));
}
