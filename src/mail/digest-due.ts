import type { Subscriber } from '../core/subscription.ts';

/** How late a digest may still go out, hours: after an outage yesterday's is not sent with today's. */
const LATEST_HOURS = 12;

interface LocalTime {
  /** ISO day in the reader's zone. */
  readonly day: string;
  readonly hour: number;
  /** 1 for Monday to 7. */
  readonly weekday: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Day, hour and weekday in a zone. @throws RangeError for a name that is no IANA zone: the form has checked it before */
export function localTime(at: number, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    weekday: WEEKDAYS.indexOf(parts.weekday ?? '') + 1,
  };
}

/**
 * The local day for which a digest is due now; null when none is. Each local day counts once, also when the clocks are
 * put back and its hour comes twice, and also when they are put forward and its hour is left out.
 */
export function dueDay(subscriber: Subscriber, now: number): string | null {
  const { frequency, hour, weekday, timeZone, sentFor, nextTryAt, state } = subscriber;
  if (state !== 'active' || now < nextTryAt) return null;
  const local = localTime(now, timeZone);
  const isTime = local.hour >= hour && local.hour < hour + LATEST_HOURS;
  const isDay = frequency === 'daily' || local.weekday === weekday;
  return isTime && isDay && sentFor !== local.day ? local.day : null;
}
