/** A point in time as far as a source gives it. */
export interface PublicationDate {
  /** Milliseconds since the epoch, UTC; for a day, the instant its source names or its first instant in UTC. */
  readonly at: number;
  readonly precision: 'minute' | 'day';
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_MONTH = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})\b/i;
const MONTH_DAY = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const CLOCK = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\b/i;
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  ist: 330,
  aest: 600,
  msk: 180,
};

function zoneMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: readonly [hour: number, minute: number, second: number] | null;
  readonly zone: number;
}

function fromParts({ year, month, day, clock, zone }: Parts): PublicationDate | null {
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const [hour, minute, second] = clock ?? [0, 0, 0];
  if (hour > 24 || minute > 59 || second > 60) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - zone * 60_000;
  // Systems that know only the day write midnight; an article of exactly 00:00:00 is 1 in 86,400.
  const hasTime = clock !== null && (hour !== 0 || minute !== 0 || second !== 0);
  return { at, precision: hasTime ? 'minute' : 'day' };
}

function parseNumeric(text: string): PublicationDate | null {
  const match = ISO.exec(text) ?? COMPACT.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return fromParts({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    clock: hour === undefined ? null : [Number(hour), Number(minute), Number(second ?? 0)],
    zone: zoneMinutes(zone),
  });
}

function parseClock(text: string): Parts['clock'] {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const half = match[4]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0);
  return [hour, Number(match[2]), Number(match[3] ?? 0)];
}

function parseNamed(text: string): PublicationDate | null {
  const european = DAY_MONTH.exec(text);
  const american = european === null ? MONTH_DAY.exec(text) : null;
  const [day, name, year] = european
    ? [european[1], european[2], european[3]]
    : [american?.[2], american?.[1], american?.[3]];
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  if (month === 0) return null;
  const zone = /(?:\b([a-z]{2,4})|([+-]\d{2}:?\d{2}))\)?\s*$/i.exec(text);
  return fromParts({
    year: Number(year),
    month,
    day: Number(day),
    clock: parseClock(text),
    zone:
      zone?.[2] === undefined ? (ZONE_MINUTES[(zone?.[1] ?? '').toLowerCase()] ?? 0) : zoneMinutes(zone[2]),
  });
}

/**
 * Reads a date as pages and feeds write it: ISO 8601, RFC 822, English dates in words. A time without a zone is taken
 * as UTC. Null when there is no day in it, or one before 1980 or after 2100.
 */
export function parseDate(text: string | null | undefined): PublicationDate | null {
  const trimmed = text?.trim().slice(0, 80) ?? '';
  if (trimmed === '') return null;
  if (/^\d{10}(?:\d{3})?$/.test(trimmed)) {
    const at = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1);
    return datedAt(at);
  }
  return parseNumeric(trimmed) ?? parseNamed(trimmed);
}

/** A time in milliseconds as a date; exact midnight UTC stands for a day. */
export function datedAt(at: number): PublicationDate {
  return { at, precision: at % 86_400_000 === 0 ? 'day' : 'minute' };
}
