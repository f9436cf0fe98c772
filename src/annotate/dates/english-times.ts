import { spansOverlap } from '../../core/span.ts';
import type { NamedTime, TimeContext } from './calendar.ts';
import { type DateRule, ENGLISH_DATES } from './english-dates.ts';
import { ENGLISH_FOLLOWING, ENGLISH_RELATIVE } from './english-relative.ts';
import { withTimeOfDay } from './time-of-day.ts';

/** Words without which a sentence names no time: only those that have one are searched. */
const CUE =
  /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:1[4-9]|20)\d\d|\d\/\d|day\b|days? (?:ago|later|earlier|before)|week|month|year|night|morning|evening|afternoon|quarter|century|[’'‘]\d0s|spring|summer|autumn|fall|winter|tomorrow/i;

const STANDING: readonly DateRule[] = [...ENGLISH_DATES, ...ENGLISH_RELATIVE];

/**
 * Times that an English sentence names, in order, not overlapping; offsets are into the sentence. Of rules that claim
 * the same words the first has them.
 */
export function englishTimes(context: TimeContext): NamedTime[] {
  const { text } = context;
  if (!CUE.test(text)) return [];
  const times: NamedTime[] = [];
  for (const rule of STANDING)
    for (const match of text.matchAll(rule.pattern)) add(times, read(rule, match, context));
  const following = ENGLISH_FOLLOWING.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].map((match) => ({ rule, match })),
  ).sort((a, b) => a.match.index - b.match.index);
  for (const { rule, match } of following) {
    const before = times.filter(({ end }) => end <= match.index).sort((a, b) => b.end - a.end);
    add(times, read(rule, match, { ...context, last: before[0] ?? context.last }));
  }
  return times.map((time) => withTimeOfDay(text, time)).sort((a, b) => a.start - b.start);
}

function add(times: NamedTime[], time: NamedTime | null): void {
  if (time !== null && !times.some((known) => spansOverlap(known, time))) times.push(time);
}

function read(rule: DateRule, match: RegExpExecArray, context: TimeContext): NamedTime | null {
  const start = match.index;
  const end = start + match[0].trimEnd().length;
  const reading = rule.read(match.groups ?? {}, context, [start, end]);
  return reading === null ? null : { start, end, ...reading };
}
