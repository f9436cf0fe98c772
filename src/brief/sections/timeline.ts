import type { DateReference, Granularity } from '../../core/annotation.ts';
import type { Article } from '../../core/article.ts';
import type { ChainLink, TimelineEntry } from '../../core/briefing.ts';
import type { EarlierStory } from '../../core/ledger.ts';
import type { ClaimGroup } from '../ledger/claims.ts';
import type { StoryIndex, StorySentence } from '../ledger/story-sentence.ts';
import { contentStems, stemOverlap } from '../sentence-words.ts';
import { showClaim } from '../statement.ts';
import type { StoryPage } from '../story-page.ts';
import { byScore, claimScore } from './claim-score.ts';
import { isDateOfEvent } from './entry-date.ts';
import { storyDays } from './story-days.ts';
import { isNoEvent, tellsEvent } from './told-event.ts';

const MAX_ENTRIES = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What happened in the last two days before the first report belongs to the story itself. */
const BEFORE_STORY_MS = 2 * DAY_MS;
/** Any report of something this old is background, whatever the sentence does for its article. */
const LONG_AGO_MS = 30 * DAY_MS;
const HALF_YEAR_MS = 185 * DAY_MS;
const EARLIEST = Date.UTC(1000, 0, 1);
const BACKGROUND = new Set(['previous-event', 'historical']);
/** What is judged, foreseen or told for colour is no event of a timeline. */
const NO_ENTRY = new Set(['evaluation', 'expectation', 'anecdotal', 'none']);
/** "As mayor in 2005, he drove …": who he is stands in the sentence before. */
const LEANS_ON_NAME = /^[^,]{0,80},\s(?:he|she|it|they|this|that)\b/i;
/** A year is a date after these words; otherwise it is mostly part of a name ("the 2016 election"). */
const YEAR_CUE =
  /\b(?:in|since|from|of|by|until|till|during|early|late|mid|between|and|before|after|around|to)[\s-]+$|[,(–-]\s*$/i;

interface DatedClaim {
  readonly group: ClaimGroup;
  readonly sentence: StorySentence;
  readonly date: string;
  readonly precision: TimelineEntry['precision'];
}

/** As what a named time stands in the list, which knows days, months and years; what is vaguer stands in none. */
const SHOWN_AS: Readonly<Record<Granularity, TimelineEntry['precision'] | null>> = {
  minute: 'day',
  day: 'day',
  week: 'month',
  month: 'month',
  quarter: 'year',
  season: 'year',
  year: 'year',
  decade: null,
  century: null,
};

function isoDate(at: number, precision: TimelineEntry['precision']): string {
  return new Date(at).toISOString().slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

const PERIOD_DAYS = { minute: 1, day: 1, week: 7, month: 31, quarter: 92, season: 92, year: 366 } as const;
/** Figures of last month and events ahead are not background, nor dates that have no year beside words like these. */
const LOOKS_AHEAD =
  /\b(?:will|agreed to|due|scheduled|expected|plan(?:s|ned)? to|upcoming|before the|ahead of|until|next|deadline|through|expires?|can|may)\b/i;

/** "Holm, who took office last year, …": the date of what is said beside the event. */
function isAside(text: string, sentence: StorySentence, { start, end }: DateReference): boolean {
  return (
    /,\s(?:who|which|whose|where)\s[^,]*$/.test(text.slice(sentence.start, start)) &&
    /^[^,]*,\s/.test(text.slice(end, sentence.end))
  );
}

/** The whole of the named time lies before the story. */
function isPast(index: StoryIndex, text: string, reference: DateReference): boolean {
  const { at, until, precision } = reference;
  if (precision === 'decade' || precision === 'century') return false;
  const endsAt = (until ?? at) + PERIOD_DAYS[precision] * DAY_MS;
  if (!Number.isFinite(at) || at < EARLIEST) return false;
  if (endsAt >= index.firstAt - (SHOWN_AS[precision] === 'day' ? 1 : 14) * DAY_MS) return false;
  // "Head of the house until 2017, he was charged in 1996": the end of something beside the event.
  if (
    /\b(?:until|till|since|through)\s+$/i.test(text.slice(Math.max(0, reference.start - 10), reference.start))
  )
    return false;
  const written = text.slice(reference.start, reference.end);
  if (precision !== 'year' || !/^\d{4}$/.test(written.trim())) return true;
  return YEAR_CUE.test(text.slice(Math.max(0, reference.start - 12), reference.start));
}

/** A weekday is one of the last seven days or one ahead; in the days of the story that cannot be told. */
const WEEKDAY_ALONE =
  /^(?:(?:on|early|late|this) )*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?$/i;

/** What stands before a date on which something happened. */
const DATED = /(?:^|\s)(?:in|on|since|during|by)\s+(?:(?:early|late|mid)[\s-]|the\s)?$/i;

/** A day or month without its year may as well lie ahead: it counts only in background that does not look ahead. */
function isSure(
  { text, publishedAt }: Pick<Article, 'text' | 'publishedAt'>,
  reference: DateReference,
  sentence: StorySentence,
): boolean {
  const written = text.slice(reference.start, reference.end);
  if (/\d{4}/.test(written)) return true;
  if (WEEKDAY_ALONE.test(written.trim())) return false;
  // In September "last April" is as well that of the year before.
  if (/^[Ll]ast \p{Lu}/u.test(written.trim()) && reference.precision === 'month') return false;
  if (LOOKS_AHEAD.test(sentence.text)) return false;
  // In August "in November" is as well the one to come.
  if (
    reference.precision === 'month' &&
    !/^last /i.test(written) &&
    reference.at < publishedAt - HALF_YEAR_MS
  )
    return false;
  return (
    BACKGROUND.has(sentence.role) ||
    // "In October the governor signed …": told in the past, with the month that it was in.
    (sentence.role === 'current-context' && !sentence.speech && isWhenItWas(text, reference))
  );
}

/** "last year", "last month", "last summer": as sure as a name of a month. */
const LAST_SPAN = /^last (?:year|month|spring|summer|autumn|fall|winter)$/i;

/** True when a date stands where it says when something happened. */
function isWhenItWas(text: string, { start, end }: DateReference): boolean {
  return (
    LAST_SPAN.test(text.slice(start, end).trim()) || DATED.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** What stands further from the centre of the story, and in one outlet only, is a trifle. */
const LEAST_CENTRALITY = 0.1;
/** What an opinion piece looks back on comes after what reports do. */
const OF_OPINION = 0.6;

function isEntry({ claim }: ClaimGroup, sentence: StorySentence): boolean {
  if (sentence.mostlyQuote || sentence.insideQuote || NO_ENTRY.has(sentence.role)) return false;
  if (sentence.isOpinion && sentence.loadedWords > 0) return false;
  if (sentence.centrality < LEAST_CENTRALITY && claim.outlets.length < 2) return false;
  const { text } = sentence;
  return (
    !LEANS_ON_NAME.test(text) && !isNoEvent(text) && sentence.traits.has('isPlainReport') && tellsEvent(text)
  );
}

function datedSentence(index: StoryIndex, group: ClaimGroup, sentence: StorySentence): DatedClaim | null {
  if (!Number.isFinite(sentence.earliest)) return null;
  const source = index.articles[sentence.article]?.source;
  if (source === undefined || !isEntry(group, sentence)) return null;
  const reference = source.annotation.dates
    .filter((one) => one.start >= sentence.start && one.end <= sentence.end)
    .sort((a, b) => a.start - b.start)
    .find(
      (one) =>
        isPast(index, source.article.text, one) &&
        !isAside(source.article.text, sentence, one) &&
        isDateOfEvent(source.article.text, sentence, one) &&
        isSure(source.article, one, sentence),
    );
  if (reference === undefined) return null;
  const isOfStory = source.annotation.dates.some(
    (one) =>
      one.start >= sentence.start &&
      one.end <= sentence.end &&
      SHOWN_AS[one.precision] === 'day' &&
      one.at >= index.firstAt - BEFORE_STORY_MS,
  );
  if (isOfStory) return null;
  const isBackground = BACKGROUND.has(sentence.role) || BACKGROUND.has(group.claim.role);
  if (!isBackground && reference.at > index.firstAt - LONG_AGO_MS) return null;
  // "The decree of 3 November was struck down", "Holm, who left in 2019, said …": reports of now that name a date.
  const isNow = !isBackground && (sentence.speech || !isWhenItWas(source.article.text, reference));
  if (isNow) return null;
  const precision = SHOWN_AS[reference.precision];
  if (precision === null) return null;
  // A winter is named after the year of its January.
  const at = reference.precision === 'season' ? reference.at + 31 * DAY_MS : reference.at;
  return { group, sentence, precision, date: isoDate(at, precision) };
}

/** Entries of one month or year that have this share of the shorter one's words in common tell one event. */
const SAME_EVENT = 0.2;

/** Two entries of one date, or of a date and its month or year, that have enough of their words in common. */
function isSameMoment(shown: TimelineEntry, entry: DatedClaim): boolean {
  const isSameDate = shown.date.startsWith(entry.date) || entry.date.startsWith(shown.date);
  // Of one past day the papers tell one event, mostly.
  if (shown.date === entry.date && entry.precision === 'day') return true;
  return (
    isSameDate &&
    stemOverlap(contentStems(shown.statement.text), entry.sentence.stems).contained >= SAME_EVENT
  );
}

/** The earlier story that ended about the day of an entry and has its words in the headline. */
function earlierStory(entry: DatedClaim, earlier: readonly EarlierStory[]): string | null {
  if (entry.precision !== 'day') return null;
  const at = Date.parse(entry.date);
  const { stems } = entry.sentence;
  const match = [...earlier]
    .sort((a, b) => a.generation - b.generation || (a.id < b.id ? -1 : 1))
    .find(
      (story) =>
        Math.abs(story.lastAt - at) <= 4 * DAY_MS &&
        stemOverlap(stems, contentStems(story.headline)).contained >= 0.4,
    );
  return match?.slug ?? null;
}

/**
 * "How we got here": what the articles say happened before the story, by date. An entry needs a resolved date at
 * least two days before the first report; the best supported and most central ones are kept, oldest first.
 */
export function timeline(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  earlier: readonly EarlierStory[],
  page: StoryPage,
): TimelineEntry[] {
  const background = backgroundEntries(index, claims, earlier, page);
  // Where no paper looks further back and no earlier story is known, the days of the story itself lead up to its newest report.
  const entries = background.length > 0 || earlier.length > 0 ? background : storyDays(index, claims, page);
  return entries.sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.statement.text < b.statement.text ? -1 : 1,
  );
}

function backgroundEntries(
  index: StoryIndex,
  claims: readonly ClaimGroup[],
  earlier: readonly EarlierStory[],
  page: StoryPage,
): TimelineEntry[] {
  const dated = new Map<string, DatedClaim[]>();
  for (const group of claims) {
    const found = group.wordings
      .map((sentence) => datedSentence(index, group, sentence))
      .filter((one) => one !== null);
    if (found.length > 0) dated.set(group.claim.id, found);
  }
  const isBackground = (group: ClaimGroup): number =>
    (BACKGROUND.has(group.claim.role) ? 0.5 : 0) -
    (group.wordings.every(({ isOpinion }) => isOpinion) ? OF_OPINION : 0);
  const ranked = byScore(
    claims.filter((group) => dated.has(group.claim.id)),
    (group) => claimScore(index, group) + isBackground(group),
    page,
  );
  const entries: TimelineEntry[] = [];
  for (const group of ranked) {
    if (entries.length >= MAX_ENTRIES) break;
    for (const entry of dated.get(group.claim.id) ?? []) {
      if (entries.some((other) => isSameMoment(other, entry))) continue;
      const statement = showClaim(index, page, group, (sentence) => sentence.id === entry.sentence.id);
      if (statement === null) continue;
      const { date, precision } = entry;
      entries.push({ date, precision, statement, storySlug: earlierStory(entry, earlier) });
      break;
    }
  }
  return entries;
}

const MAX_CHAIN = 5;

/** The stories this one grew from, nearest first, that no entry of the timeline links. */
export function chainLinks(entries: readonly TimelineEntry[], earlier: readonly EarlierStory[]): ChainLink[] {
  const linked = new Set(entries.map(({ storySlug }) => storySlug));
  return [...earlier]
    .filter(({ slug }) => !linked.has(slug))
    .sort((a, b) => a.generation - b.generation || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_CHAIN)
    .map(({ slug, headline, lastAt }) => ({ slug, headline, date: isoDate(lastAt, 'day') }));
}
