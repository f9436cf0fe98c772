/** What the rank of a story is made of. Times in milliseconds since the epoch. */
export interface RankInput {
  /** Outlets with a text of their own. */
  readonly independentOutlets: number;
  /** Countries of those outlets. */
  readonly countries: number;
  /** Articles, copies included. */
  readonly articles: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Publication time of each article, in any order. */
  readonly articleTimes: readonly number[];
  readonly now: number;
}

/** A rank with its three factors, so that a page can say why a story stands where it does. */
export interface StoryRank {
  /** outlets × pace × recency; higher is nearer the top. */
  readonly score: number;
  /** Breadth of coverage: 0 and more. */
  readonly outlets: number;
  /** 1 when nothing was added lately, up to 2 when all of it is recent. */
  readonly pace: number;
  /** 1 for a story whose newest article appears now, half for each half-life it has been quiet. */
  readonly recency: number;
}

const HOUR_MS = 3_600_000;

/**
 * A story loses half its rank in this time without an article: yesterday's lead stands below today's at equal
 * breadth. A choice, not a measurement, as is the pace window: no set says what belongs on top.
 */
const HALF_LIFE_HOURS = 18;

/** What "lately" means for the pace. */
const PACE_HOURS = 6;

/** A second country counts as much as this share of a second outlet would. */
const COUNTRY_SHARE = 0.25;

/**
 * Rank of a story by how many outlets cover it by their own words (logarithm, so that the tenth adds less than the
 * second), how fast articles come in, and how recent the newest is. Articles dated after `now` count as now.
 */
export function storyRank(input: RankInput): StoryRank {
  const outlets =
    Math.log2(1 + input.independentOutlets) + COUNTRY_SHARE * Math.log2(Math.max(1, input.countries));
  const pace = 1 + recentShare(input);
  const quietHours = Math.max(0, input.now - input.lastAt) / HOUR_MS;
  const recency = 0.5 ** (quietHours / HALF_LIFE_HOURS);
  return { score: outlets * pace * recency, outlets, pace, recency };
}

/** Share of the articles that appeared in the pace window, damped for a story of one or two. */
function recentShare({ articles, articleTimes, now }: RankInput): number {
  const since = now - PACE_HOURS * HOUR_MS;
  const recent = articleTimes.filter((at) => at >= since).length;
  return recent / (Math.max(1, articles, articleTimes.length) + 2);
}
