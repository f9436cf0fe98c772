export const DAY_MS = 86_400_000;

/**
 * What decides whether two groups of articles are one story: their score (0 to 1) must reach `threshold`. Tuned on
 * 2026-11-23 for B³ F1 with allsides-dev, ecbplus-dev and basil-dev all in view, so none of them is an unseen test. With
 * the names `annotate` finds: allsides-dev 0.928 as one import (0.928 on either half by date), 0.926 a day at a time,
 * 0.918 one article at a time; ecbplus-dev 0.920, basil-dev 0.982. The plain single pass has 0.888, 0.872 and 0.960.
 * Figures below change that one setting and leave the rest.
 */
export interface ClusterSettings {
  /** Least score of two articles of one moment. 0.12 to 0.14: allsides-dev 0.923 to 0.927, ecbplus-dev 0.922 to 0.905. */
  readonly threshold: number;
  /**
   * A score is divided by 1 + this × ln(product of the sizes): means over many pairs hardly scatter, so that groups
   * which are truly one lie far above the threshold, and one false merge spoils many pages. 0 gives 0.909 on
   * allsides-dev and 0.846 on ecbplus-dev, 0.1 gives 0.915 and 0.887.
   */
  readonly sizePenalty: number;
  /** Sizes above this count as this, lest a story that a hundred articles cover closes itself to the next one. */
  readonly sizeLimit: number;
  /** Width of the Gaussian that fades a similarity with the days between. 1.5: allsides-dev 0.930, basil-dev 0.958. */
  readonly sigmaDays: number;
  /**
   * Share of a score that fades with the gap between the groups' nearest ends instead of each pair's own. 0 is best on
   * allsides-dev by 0.003, whose stories last a day or two; the half keeps a story that develops for a week in one.
   */
  readonly nearestShare: number;
  /** Share of names in the squared length of a vector. 0.1 and 0.3 cost allsides-dev 0.001 and 0.003. */
  readonly nameShare: number;
  /**
   * Documents the background frequencies count for. Against none, ecbplus-dev in batches of 20 rises from 0.799 to
   * 0.882 and allsides-dev a day at a time from 0.925 to 0.926; as one import it falls from 0.929 to 0.928.
   */
  readonly backgroundDocuments: number;
  /**
   * What is left of a similarity when each side has names and none is shared. Against 1 it costs allsides-dev 0.001 and
   * ecbplus-dev 0.010, and keeps apart two events that are told in one set of words, as results of sport are.
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

/**
 * When stored stories are put right; all but the last are shares of `ClusterSettings.threshold`. Tuned on 2026-11-24 in
 * simulated rounds (`cluster-rounds.ts`): allsides-dev a day at a time, first half by date, and ecbplus-dev in batches
 * of 20. Without repair B³ F1 is 0.934 and 0.894.
 */
export interface RepairSettings {
  /** Two stories must reach this to become one. 0.9 lowers allsides-dev to 0.926, 0.7 raises ecbplus-dev to 0.906. */
  readonly mergeShare: number;
  /**
   * Two stories also become one when their members are this much as alike across as within, and … Without it some 45
   * stories of stream-2018 tell a day later what another told; 0.95 lowers the first half of allsides-dev, which parts
   * long affairs by the day, to 0.929, 1.1 leaves it at 0.934.
   */
  readonly oneMatterShare: number;
  /** … at most this many days lie between them. */
  readonly oneMatterDays: number;
  /** Two or more articles are parted from a story below this. With 0.6 nothing is parted on either set. */
  readonly splitShare: number;
  /** One article alone is parted from a story below this. 0.6 and 0.9 for several lower ecbplus-dev to 0.883. */
  readonly singleShare: number;
  /** An earlier story must reach this, its age left out, to be told as what a story grew from. */
  readonly lineageShare: number;
  /** A story that took up another is not split for this long, in days of its own articles. A choice. */
  readonly restDays: number;
}

/** 0.933 and 0.898; the second half of allsides-dev has 0.923 with and without. */
export const REPAIR_SETTINGS: RepairSettings = {
  mergeShare: 1.15,
  oneMatterShare: 1.05,
  oneMatterDays: 2,
  splitShare: 0.8,
  singleShare: 0.5,
  lineageShare: 1,
  restDays: 1,
};
