import type { DateReference } from '../core/annotation.ts';
import type { StoryDetails } from './link-languages.ts';
import { DAY_MS } from './settings.ts';

/** Dates this near the news are those of any news of these days. */
const NEAR_NEWS_MS = 2 * DAY_MS;

/** Whole numbers up to this are days of a month and small counts, on which any two stories agree. */
const LAST_DAY = 31;

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;

/** A number with its separators; what stands in a clock time, a score or a longer code is left out. */
const NUMERAL =
  /(?<![\p{L}\p{N}.,:/-])\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d{1,2})?(?![\p{L}\p{N}:/-]|[.,]\d)/gu;

/**
 * Numbers of a text in any of the notations `1,250.5`, `1.250,5` and `1 250,5`, as far as they tell one story from
 * another: not days and small counts, years, or round numbers of one digit.
 */
export function tellingNumbers(text: string): number[] {
  const found = new Set<number>();
  for (const [numeral] of text.matchAll(NUMERAL)) {
    const [, fraction = ''] = /[.,](\d{1,2})$/.exec(numeral) ?? [];
    const whole = fraction === '' ? numeral : numeral.slice(0, -fraction.length - 1);
    const value = Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`);
    const isSmall = fraction === '' && value <= LAST_DAY;
    const isRound = /^[1-9]0*$/.test(String(value));
    if (!isSmall && !isRound && !isYear(value)) found.add(value);
  }
  return [...found];
}

export interface DetailedArticle {
  readonly text: string;
  readonly dates: readonly Pick<DateReference, 'at' | 'precision'>[];
}

/**
 * Figures and dates by which a story is known in another language: telling numbers, and days and months that are not
 * those of the news itself.
 *
 * @param firstAt when the story began, milliseconds
 */
export function storyDetails(articles: readonly DetailedArticle[], firstAt: number): StoryDetails {
  const figures = new Set(articles.flatMap(({ text }) => tellingNumbers(text)));
  const dates = articles.flatMap((article) => article.dates.flatMap((date) => dateKey(date, firstAt)));
  return { figures: [...figures].map(String).sort(), dates: [...new Set(dates)].sort() };
}

function dateKey({ at, precision }: DetailedArticle['dates'][number], firstAt: number): string[] {
  if (precision !== 'day' && precision !== 'month') return [];
  if (Math.abs(at - firstAt) <= NEAR_NEWS_MS) return [];
  return [new Date(at).toISOString().slice(0, precision === 'day' ? 10 : 7)];
}
