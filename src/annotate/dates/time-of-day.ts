import type { NamedTime } from './calendar.ts';

/** Minutes ahead of UTC. `ET` and its like follow summer time as the United States keep it. */
const ZONES: Readonly<Record<string, number>> = {
  GMT: 0,
  UTC: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  AEST: 600,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const AMERICAN: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

const CLOCK = `(?<hour>\\d{1,2})(?:[:.]?(?<minute>\\d\\d))? ?(?<half>[ap]\\.?m\\.?)?|(?<noon>noon|midnight)`;
const ZONE = `(?<zone>${[...Object.keys(ZONES), ...Object.keys(AMERICAN)].join('|')})\\b`;
const BEFORE = new RegExp(`(?:\\b(?:${CLOCK}) ${ZONE})(?:,| on| early| late)* $`);
const AFTER = new RegExp(`^,? (?:at |by |around |from )*(?:${CLOCK}) ${ZONE}`);

/** A day with a clock time in a stated zone beside it becomes that minute; without a zone the minute is not known. */
export function withTimeOfDay(text: string, day: NamedTime): NamedTime {
  if (day.precision !== 'day' || day.until !== undefined) return day;
  const before = BEFORE.exec(text.slice(Math.max(0, day.start - 40), day.start));
  const after = AFTER.exec(text.slice(day.end, day.end + 40));
  const match = before ?? after;
  const minutes = match === null ? null : minutesOf(match.groups ?? {}, day.at);
  if (match === null || minutes === null) return day;
  const start = match === before ? Math.max(0, day.start - 40) + match.index : day.start;
  const end = match === before ? day.end : day.end + match[0].length;
  return { start, end, at: day.at + minutes * 60_000, precision: 'minute' };
}

function minutesOf(groups: Readonly<Record<string, string | undefined>>, day: number): number | null {
  const { hour, minute = '0', half, noon, zone = '' } = groups;
  const pm = /^p/i.test(half ?? '');
  const hours = noon === undefined ? Number(hour) : noon === 'noon' ? 12 : 0;
  if (hours > 23 || Number(minute) > 59) return null;
  const clock = half === undefined ? hours : (hours % 12) + (pm ? 12 : 0);
  const american = AMERICAN[zone];
  const offset = american === undefined ? (ZONES[zone] ?? 0) : american + (isAmericanSummer(day) ? 60 : 0);
  return clock * 60 + Number(minute) - offset;
}

/** From the second Sunday in March to the first in November. */
function isAmericanSummer(day: number): boolean {
  const year = new Date(day).getUTCFullYear();
  const sunday = (month: number, nth: number): number => {
    const first = new Date(Date.UTC(year, month)).getUTCDay();
    return Date.UTC(year, month, 1 + ((7 - first) % 7) + 7 * (nth - 1));
  };
  return day >= sunday(2, 2) && day < sunday(10, 1);
}
