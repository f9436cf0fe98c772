/** Weights of a logistic regression each, in the order of `wordFeatures` and `pairFeatures`. */
export interface SalienceWeights {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
}

/** Made by `npm run train -- salience` from the train split of summaries/neus-dev without the part that `eval briefing` draws. */
export const SALIENCE_WEIGHTS: SalienceWeights = {
  words: [
    -1.906, -0.71, 0.507, 1.846, 2.131, 2.908, -1.193, 0.956, -0.105, 0.568, 0.43, 0.631, -0.018, -0.264,
    0.051, -0.195, -0.178, 0.056,
  ],
  pairs: [-1.511, -0.365, -0.42, 1.798, 0.218, 1.928, 0.361, 0.387, 0.37],
};
