import type { DatePrecision } from '../../core/article.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** `Sun 14 Dec 2025`, UTC. @param at milliseconds since the epoch */
export function formatDay(at: number): string {
  const date = new Date(at);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `09:12`, UTC. */
function formatClock(at: number): string {
  const date = new Date(at);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/** `Sun 14 Dec 2025, 09:12`; without a time of day where none is known. */
export function formatMoment(at: number, precision: DatePrecision = 'minute'): string {
  return precision === 'minute' ? `${formatDay(at)}, ${formatClock(at)}` : formatDay(at);
}

/** `14 Dec 2025, 09:12`: for tables and drawings, where the day of the week takes too much room. */
export function formatShort(at: number, precision: DatePrecision = 'minute'): string {
  return formatMoment(at, precision).slice(4);
}

/** Precision of a time that carries none of its own: midnight sharp is how a day without time is stored. */
export function guessPrecision(at: number): DatePrecision {
  return at % DAY_MS === 0 ? 'day' : 'minute';
}

/** `2025-12-14`, UTC. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Value of the `datetime` attribute: a day or a UTC moment (HTML, "date and time strings"). */
export function isoMoment(at: number, precision: DatePrecision = 'minute'): string {
  return precision === 'minute' ? `${new Date(at).toISOString().slice(0, 16)}Z` : isoDay(at);
}

/** `2 Apr 2008`, `Apr 2008` or `2008` from as much of an ISO date as is known; other text is left as it is. */
export function formatPartialDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return iso;
  const [, year = '', month, day] = match;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The day's start in milliseconds, or null when the text is no calendar day (`2025-02-30`, `yesterday`). */
export function parseDay(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || isoDay(at) !== iso ? null : at;
}

/** The day before or after: `shiftDay('2025-12-31', 1)` is `2026-01-01`. */
export function shiftDay(iso: string, days: number): string {
  return isoDay(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS);
}
