import type { RankFactors } from '../../core/standing.ts';
import { figureWeight, type KnownFigure, weightiestFigure } from './story-weight.ts';

/** One article with a text of its own, as the rank sees it. */
export interface RankedArticle {
  readonly outletId: string;
  readonly owner: string | null;
  readonly country: string | null;
  readonly kind: string | null;
}

/** What the rank of a story is made of. Times in milliseconds since the epoch. */
export interface RankInput {
  /** Articles with a text of their own; copies and recurring items are not among them. */
  readonly independent: readonly RankedArticle[];
  /** Publication time of each article, copies included, in any order. */
  readonly articleTimes: readonly number[];
  readonly lastAt: number;
  readonly figures: readonly KnownFigure[];
  readonly now: number;
}

export interface StoryRank {
  /** Higher is nearer the top; 0 when nobody tells it in words of their own. */
  readonly score: number;
  readonly factors: Omit<RankFactors, 'kinAbove' | 'heldBack'>;
}

const HOUR_MS = 3_600_000;

/**
 * A story loses half its rank in this time without an article: yesterday's lead stands below today's at equal
 * breadth. A choice, not a measurement, as are the pace window and the shares: no set says what belongs on top.
 */
const HALF_LIFE_HOURS = 18;

/** What "lately" means for the pace. */
const PACE_HOURS = 6;

/** A doubling of the countries, and of the kinds of outlets, counts as much as this share of one of the owners. */
const COUNTRY_SHARE = 0.25;
const KIND_SHARE = 0.15;

/** Outlets of one owner are fewer voices than outlets of several: each beyond the first counts this much. */
const SAME_OWNER = 0.5;

/**
 * Rank of a story: breadth × pace × freshness × weight. Breadth is who tells it by their own words (logarithm, so that
 * the tenth adds less than the second), in how many countries and kinds of outlets; pace how much of it came lately; the
 * weight rises with the dead, the injured and the money by their logarithm. Articles dated after `now` count as now.
 */
export function storyRank(input: RankInput): StoryRank {
  const { independent, now } = input;
  const outlets = distinct(independent.map(({ outletId }) => outletId));
  const owners = distinct(independent.map(({ outletId, owner }) => owner ?? outletId));
  const countries = distinct(independent.map(({ country }) => country));
  const kinds = distinct(independent.map(({ kind }) => kind));
  const recent = input.articleTimes.filter((at) => at >= now - PACE_HOURS * HOUR_MS).length;
  const quietHours = Math.max(0, now - input.lastAt) / HOUR_MS;
  const figure = weightiestFigure(input.figures);
  const articles = input.articleTimes.length;
  const factors = {
    outlets,
    owners,
    countries,
    kinds,
    articles,
    recent,
    paceHours: PACE_HOURS,
    quietHours,
    figure,
  };
  return { score: scoreOf(factors), factors };
}

function scoreOf(factors: StoryRank['factors']): number {
  const { outlets, owners, countries, kinds, articles, recent, quietHours, figure } = factors;
  const voices = owners + SAME_OWNER * (outlets - owners);
  const breadth =
    Math.log2(1 + voices) +
    COUNTRY_SHARE * Math.log2(Math.max(1, countries)) +
    KIND_SHARE * Math.log2(Math.max(1, kinds));
  // Damped, so that a story of one or two articles is not all pace.
  const pace = 1 + recent / (Math.max(1, articles) + 2);
  const freshness = 0.5 ** (quietHours / HALF_LIFE_HOURS);
  return breadth * pace * freshness * (1 + figureWeight(figure));
}

function distinct(values: readonly (string | null)[]): number {
  return new Set(values.filter((value) => value !== null)).size;
}
