export const DAY_MS = 86_400_000;

/**
 * What decides whether two groups of articles are one story: their score (0 to 1) must reach `threshold`. Tuned
 * together on 2026-11-23 on the first half of allsides-dev by date (B³ F1 0.929, as one import) and checked on the
 * second (0.928), ecbplus-dev (0.925) and basil-dev (0.986); the plain single pass has 0.888, 0.872 and 0.960.
 */
export interface ClusterSettings {
  /** Least score of two articles of one moment. From 0.125 to 0.14 all sets stay within 0.005. */
  readonly threshold: number;
  /**
   * A score is divided by 1 + this × ln(product of the sizes): means over many pairs hardly scatter, so that groups
   * which are truly one lie far above the threshold, and one false merge spoils many pages. 0 gives 0.916 on
   * allsides-dev and 0.849 on ecbplus-dev, 0.1 gives 0.925 and 0.891.
   */
  readonly sizePenalty: number;
  /** Sizes above this count as this, lest a story that a hundred articles cover closes itself to the next one. */
  readonly sizeLimit: number;
  /** Width of the Gaussian that fades a similarity with the days between. 1.5 to 2 are equal; basil-dev wants 2. */
  readonly sigmaDays: number;
  /**
   * Share of a score that fades with the gap between the groups' nearest ends instead of each pair's own. 0 is best on
   * allsides-dev by 0.003, whose stories last a day or two; the half keeps a story that develops for a week in one.
   */
  readonly nearestShare: number;
  /** Share of names in the squared length of a vector. 0.1 to 0.3 are equal on allsides-dev, ecbplus-dev wants 0.2. */
  readonly nameShare: number;
  /**
   * Documents the background frequencies count for. In batches of 20 they lift ecbplus-dev from 0.838 to 0.894, a day
   * at a time allsides-dev from 0.921 to 0.923; 200 to 1500 are equal within 0.016 and 0.001.
   */
  readonly backgroundDocuments: number;
  /**
   * What is left of a similarity when each side has names and none is shared. 0.3 and 0.5 cost allsides-dev 0.002 and
   * ecbplus-dev 0.01 against 1, and keep apart two events that are told in one set of words, as results of sport are.
   */
  readonly strangerShare: number;
}

export const CLUSTER_SETTINGS: ClusterSettings = {
  threshold: 0.13,
  sizePenalty: 0.25,
  sizeLimit: 12,
  sigmaDays: 2,
  nearestShare: 0.5,
  nameShare: 0.2,
  backgroundDocuments: 500,
  strangerShare: 0.4,
};

/** Articles and stories further apart than this are not compared: the decay leaves 0.002 of any similarity. */
export const ACTIVE_WINDOW_DAYS = 7;
