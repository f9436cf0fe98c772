import type { DateReference } from '../core/annotation.ts';
import type { NamedTime, TimeContext } from './dates/calendar.ts';
import { speakingDay } from './dates/dateline.ts';
import { englishTimes } from './dates/english-times.ts';
import { type DateParser, foreignTimes } from './dates/foreign-times.ts';
import type { TextDocument } from './text-document.ts';

export type { DateParser } from './dates/foreign-times.ts';

/** Sentences after which "the following day" no longer counts from a time. */
const REMEMBERED = 2;

/**
 * Dates and times a text names, in order, resolved in UTC against the time of publication (ms) and the dateline.
 * Weekdays and days of a month without a year lie before publication in a sentence about the past, after it in one
 * about the future; "the following day" counts from the time named last. A clock time without a zone is left out: the
 * day is named, the minute is not known. `parser` is for languages other than English, null where there is none.
 */
export function findDates(
  document: TextDocument,
  publishedAt: number,
  parser: DateParser | null,
  language = document.language,
): DateReference[] {
  const today = speakingDay(document.text, publishedAt);
  if (!Number.isFinite(today)) return [];
  const dates: DateReference[] = [];
  let last: TimeContext['last'] = null;
  let lastIn = -1;
  for (const [sentence, span] of document.sentences.entries()) {
    if (sentence - lastIn > REMEMBERED) last = null;
    const context: TimeContext = {
      text: document.text.slice(span.start, span.end),
      today,
      publishedAt,
      last,
    };
    const times = language === 'en' ? englishTimes(context) : foreignTimes(context, language, parser);
    for (const time of times) {
      if (!Number.isFinite(time.at)) continue;
      dates.push(placed(time, span.start, sentence));
      if (time.precision === 'decade' || time.precision === 'century') continue;
      last = time;
      lastIn = sentence;
    }
  }
  return dates;
}

function placed(time: NamedTime, offset: number, sentence: number): DateReference {
  return { ...time, start: time.start + offset, end: time.end + offset, sentence };
}
