const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Named zones in minutes east of Greenwich: those of RFC 822 §5 and those that feeds use beside them. Where a name has
 * several meanings (IST, BST, CST), it is the one that English-language news uses most.
 */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  sast: 120,
  cat: 120,
  eat: 180,
  wat: 60,
  msk: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  wib: 420,
  ict: 420,
  hkt: 480,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  ndt: -150,
  nst: -210,
  adt: -180,
  ast: -240,
  edt: -240,
  est: -300,
  et: -300,
  cdt: -300,
  cst: -360,
  ct: -360,
  mdt: -360,
  mst: -420,
  mt: -420,
  pdt: -420,
  pst: -480,
  pt: -480,
  akdt: -480,
  akst: -540,
  hst: -600,
  brt: -180,
  art: -180,
};

const ISO = /^(\d{4})-?(\d{2})?-?(\d{2})?(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(.*)$/i;
const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?/i;

const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** "23 Nov 2026 GMT", "23-Nov-26 +0100" */
const DAY_FIRST = new RegExp(
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,-]+${MONTH}[\s.,-]+(?<year>\d{4}|\d{2})(?!\d)(?<zone>.*)$`,
  'i',
);
/** "November 23, 2026", and asctime with its zone before the year: "Nov 23 GMT 2026" */
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}[\s.]+(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?<zone>.*?)(?<year>\d{4})(?!\d)`,
  'i',
);

/** Years that a news feed may honestly name; outside of them a date is a mistake of its software. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

interface Parts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

/**
 * The moment a feed's date names, milliseconds since the epoch: RFC 822 with two- or four-digit years, RFC 3339 and the
 * shorter forms of W3CDTF, asctime, and what is near to them (full month names, am/pm, missing or odd zones). A date
 * without zone is taken as UTC, one without time as midnight. Null when it is none of these. Never throws.
 */
export function parseFeedDate(text: string | null | undefined): number | null {
  const value = text?.trim() ?? '';
  if (value === '' || value.length > 100) return null;
  const parts = readIso(value) ?? readNamed(value);
  return parts === null ? null : toTime(parts);
}

function readIso(value: string): Parts | null {
  const match = ISO.exec(value);
  if (match === null) return null;
  const offset = readOffset(match[7] ?? '');
  if (offset === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return { year, month, day, hour, minute, second, offset };
}

/** Dates with the month as a word: "Mon, 23 Nov 2026 …", "November 23, 2026 …", "Mon Nov 23 12:00:00 2026". */
function readNamed(value: string): Parts | null {
  const time = TIME.exec(value);
  const rest =
    time === null ? value : `${value.slice(0, time.index)} ${value.slice(time.index + time[0].length)}`;
  const date = DAY_FIRST.exec(rest) ?? MONTH_FIRST.exec(rest);
  if (date?.groups === undefined) return null;
  const { day = '', month = '', year = '', zone = '' } = date.groups;
  return {
    year: fullYear(year),
    month: MONTHS.indexOf(month.toLowerCase()) + 1,
    day: Number(day),
    hour: hourOf(time),
    minute: Number(time?.[2] ?? 0),
    second: Number(time?.[3] ?? 0),
    offset: readOffset(zone) ?? 0,
  };
}

function hourOf(time: RegExpExecArray | null): number {
  const hour = Number(time?.[1] ?? 0);
  const half = time?.[4]?.toLowerCase();
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** RFC 2822 §4.3: two digits up to 49 are of this century. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number + (number < 50 ? 2000 : 1900);
}

/** Minutes east of Greenwich of "+02:00", "-0500", "EST", "GMT+1"; 0 for nothing; null for what is no zone. */
function readOffset(zone: string): number | null {
  const text = zone
    .trim()
    .toLowerCase()
    .replace(/^\((.*)\)$/, '$1');
  if (text === '') return 0;
  const numeric = /^(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const name = /^[a-z]+/.exec(text)?.[0];
  return name === undefined ? null : (ZONES[name] ?? 0);
}

function toTime(parts: Parts): number | null {
  const { year, month, day, hour, minute, second, offset } = parts;
  if (
    year < FIRST_YEAR ||
    year > LAST_YEAR ||
    month < 1 ||
    month > 12 ||
    hour > 24 ||
    minute > 59 ||
    second > 60
  )
    return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay || Math.abs(offset) > 18 * 60) return null;
  return Date.UTC(year, month - 1, day, hour, minute - offset, second);
}
