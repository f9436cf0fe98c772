import { parseDigits, parseNumberWords, scaleOf } from './number-words.ts';

const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const BELOW_100 = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]${ONES}(?![- ](?:year|day|week|month|hour)))?|zero|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${ONES})`;
const BIG_SCALE = '(?:thousand|million|billion|trillion|lakh|crore)';
const BELOW_1000 = `(?:(?:${BELOW_100}|an?)[- ]hundred(?:(?: and)?[- ]${BELOW_100})?|${BELOW_100})`;
const WORDS = `(?:${BELOW_1000}(?:[- ]${BIG_SCALE}(?:,? (?:and )?${BELOW_1000}(?:[- ]${BIG_SCALE})?)*)?|an? (?:dozen|${BIG_SCALE})|${BELOW_100}[- ]dozen)`;
const HALVED = `(?:half[- ]an?|a half|half|a quarter(?: of an?)?)[- ](?:dozen|hundred|${BIG_SCALE})`;
const AND_A_HALF = `(?:${BELOW_100}|\\d{1,3})(?:-and-a-half| and a half| 1/2|½)|an? (?:year|hour|month|week|day|mile|million|billion) and a half`;
const DIGITS =
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:[\\u00a0\\u202f]\\d{3})+|\\d{1,3}(?: \\d{3})* 000(?!\\d)|\\d+(?:\\.\\d+)?';

/** A number as English news writes it, in digits or words, without a scale behind digits. */
export const NUMBER = `(?:${AND_A_HALF}|${HALVED}|${WORDS}|${DIGITS})`;
/** The scale behind a number: "2.2bn", "20 million", "3-million". */
export const SCALE =
  '(?:[ -]?(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)| ?(?:mn|bn|tn|m|k|b))\\b';

const HALVED_SCALE = /^(half|a half|a quarter)(?:[- ]an?| of an?)?[- ](\w+)$/;
const PLUS_HALF = /^(\S+?)(?:-and-a-half| and a half| 1\/2|½)$/;
const UNIT_AND_HALF = /^an? (\w+) and a half$/;

/** Value of what `NUMBER` matched and of the scale behind it; null when it is no number after all. */
export function numberOf(written: string, scale: string | undefined): number | null {
  const base = baseOf(written.toLowerCase());
  if (base === null) return null;
  const factor = scale === undefined ? 1 : scaleOf(scale.replace(/^[ -]/, '').toLowerCase());
  // 2.3 * 1e6 is 2299999.9999999995: the decimals of the written form bound those of the value.
  return factor === null ? null : Number((base * factor).toPrecision(12));
}

function baseOf(lower: string): number | null {
  const halved = HALVED_SCALE.exec(lower);
  if (halved !== null) return (scaleOf(halved[2] ?? '') ?? 0) * (halved[1] === 'a quarter' ? 0.25 : 0.5);
  const unit = UNIT_AND_HALF.exec(lower)?.[1];
  if (unit !== undefined) return 1.5 * (scaleOf(unit) ?? 1);
  const whole = PLUS_HALF.exec(lower)?.[1];
  if (whole !== undefined) {
    const value = baseOf(whole);
    return value === null ? null : value + 0.5;
  }
  const digits = lower.replace(/[\s\u00a0\u202f](?=\d)/g, '');
  return /^\d/.test(digits) ? parseDigits(digits) : parseNumberWords(lower);
}
