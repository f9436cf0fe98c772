import type { TimelineEntry } from '../../core/briefing.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore } from './claim-score.ts';
import { isDateOfEvent } from './entry-date.ts';
import { isNoEvent, tellsEvent } from './told-event.ts';

const MAX_DAYS = 4;
/** Beyond this no calendar goes (ECMA-262, time values). */
const LAST_DAY_MS = 8.64e15;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A weekday is told by its distance from the report: one six days back or more may be of the week before. */
const SURE_DAYS = 6;
/** What lies further before the first report is background, which has rules of its own. */
const BEFORE_MS = 14 * DAY_MS;
/** What stands further from the centre of the story is beside it. */
const LEAST_CENTRALITY = 0.2;
/** A poll and what would be are no event of the day they are told on. */
const NO_DAY = /\bpolls?\b|\bper ?cent\b|\bwould\b|\bremain(?:s|ed)?\b|\bwas (?:at|in) \b/i;
const TELLS = new Set(['main', 'previous-event', 'consequence', 'current-context']);

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function isEventOfDay(sentence: StorySentence): boolean {
  const { text, traits, centrality, role, loadedWords } = sentence;
  return (
    TELLS.has(role) &&
    !(sentence.mostlyQuote || sentence.insideQuote || sentence.isOpinion) &&
    loadedWords === 0 &&
    centrality >= LEAST_CENTRALITY &&
    !isNoEvent(text) &&
    !NO_DAY.test(text) &&
    !traits.has('tellsAhead') &&
    traits.has('isPlainReport') &&
    tellsEvent(text)
  );
}

/** The one day of the last days before its report on which a sentence says that something happened, as ISO; null when it names none, or several. */
export function dayOfEvent(index: StoryIndex, sentence: StorySentence): string | null {
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || !isEventOfDay(sentence)) return null;
  const dates = source.annotation.dates.filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  );
  if (dates.some(({ at }) => !(Math.abs(at) <= LAST_DAY_MS))) return null;
  const [date] = dates;
  if (date === undefined || dates.some(({ at }) => dayOf(at) !== dayOf(date.at))) return null;
  if (date.precision !== 'day' && date.precision !== 'minute') return null;
  const { publishedAt, text } = source.article;
  if (date.at > publishedAt || date.at <= publishedAt - SURE_DAYS * DAY_MS) return null;
  return isDateOfEvent(text, sentence, date) ? dayOf(date.at) : null;
}

/** The day before the newest report on which a sentence says that something happened; null when it names none. */
function dayBefore(index: StoryIndex, sentence: StorySentence): string | null {
  const day = dayOfEvent(index, sentence);
  return day === null || day >= dayOf(index.asOf) || day < dayOf(index.firstAt - BEFORE_MS) ? null : day;
}

/**
 * What happened on the days of a story before its newest report, one event a day, for a story of which no paper tells anything
 * older: the best supported and most central ones that the page has not told yet.
 */
export function storyDays(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  page: StoryPage,
): TimelineEntry[] {
  const days = new Map<number, string>();
  for (const { wordings } of claims)
    for (const sentence of wordings) {
      const day = dayBefore(index, sentence);
      if (day !== null) days.set(sentence.id, day);
    }
  const dated = claims.filter(({ wordings }) => wordings.some(({ id }) => days.has(id)));
  const entries: TimelineEntry[] = [];
  for (const group of byScore(dated, (one) => claimScore(index, one), page)) {
    if (entries.length >= MAX_DAYS) break;
    const isNew = ({ id }: StorySentence): boolean => {
      const day = days.get(id);
      return day !== undefined && entries.every(({ date }) => date !== day);
    };
    const statement = showClaim(index, page, group, isNew);
    const shown = statement?.citations[0];
    const sentence = group.wordings.find(
      ({ id, start, end, article }) =>
        days.has(id) &&
        shown !== undefined &&
        index.articles[article]?.source.article.id === shown.articleId &&
        start <= shown.start &&
        shown.end <= end,
    );
    const date = sentence === undefined ? undefined : days.get(sentence.id);
    if (statement === null || date === undefined) continue;
    entries.push({ date, precision: 'day', statement, storySlug: null });
  }
  return entries;
}
