import type { Figure, FigureModifier } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { countedBy } from './counted.ts';
import { CURRENCY_SIGNS, unitAfter } from './figure-units.ts';
import { isNumberWord, parseDigits, parseNumberWords, scaleOf } from './number-words.ts';
import type { TextDocument } from './text-document.ts';

const WORD_NUMBER =
  '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)';
const SCALE = '(?:hundred|thousand|million|billion|trillion|dozen)';
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = `(?:${DIGITS}|${WORD_NUMBER}(?: ${SCALE}(?: and ${WORD_NUMBER})?)*|(?:a|an|half a) (?:${SCALE}))`;
const SIGN = '(?:US|A|AU|C|CA|HK|NZ|S|R)?[$]|[€£¥₹₽₴₩]';
const SUFFIX = `(?:[ -](?:hundred|thousand|million|billion|trillion|dozen)|[ ]?(?:m|mn|bn|tn|k))\\b`;
const MODIFIERS: readonly (readonly [string, FigureModifier])[] = [
  ['at least|no fewer than|no less than|not less than|a minimum of', 'at-least'],
  ['more than|just over|well over|over|above|exceeding|upwards of|in excess of', 'more-than'],
  ['about|around|nearly|almost|some|roughly|approximately|an estimated|close to|estimated', 'about'],
  ['up to|as many as|as much as|no more than|not more than|at most|a maximum of', 'at-most'],
  ['less than|fewer than|just under|under|below', 'less-than'],
];
const MODIFIER = MODIFIERS.map(([words]) => words).join('|');
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:#-])(?:(?<modifier>${MODIFIER}) )?(?<sign>${SIGN})?\\s?(?<first>${NUMBER})(?<scale1>${SUFFIX})?` +
    `(?:(?<range>\\s?[-–—]\\s?| to | and )(?<sign2>${SIGN})?(?<second>${NUMBER})(?<scale2>${SUFFIX})?)?(?![\\p{L}\\p{N}])`,
  'giu',
);

interface Candidate extends Span {
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly modifier: FigureModifier;
  /** Written in digits without grouping, so that it may be a year. */
  readonly plain: boolean;
  readonly word: boolean;
}

/**
 * Numbers of a text that count or measure something, with unit and what is counted. Years, dates, times, ages,
 * ordinals, scores, telephone and list numbers are left out, as are numbers inside names (`taken` spans: names, dates).
 */
export function findFigures(document: TextDocument, taken: readonly Span[]): Figure[] {
  const figures: Figure[] = [];
  for (const [sentence, span] of document.sentences.entries()) {
    const text = document.text.slice(span.start, span.end);
    const numbers = [...text.matchAll(PATTERN)]
      .flatMap((match) => readMatch(text, match))
      .filter((one) => !isNotFigure(text, one));
    for (const found of [...numbers, ...fractions(text)]) {
      const place = { start: found.start + span.start, end: found.end + span.start };
      if (taken.some((other) => spansOverlap(other, place))) continue;
      if (figures.at(-1)?.sentence === sentence && figures.some((figure) => spansOverlap(figure, place)))
        continue;
      const { value, high, unit, modifier } = found;
      const counted = countedBy(document, place, sentence, unit);
      if (unit === 'count' && (isBare(text, found, counted) || isArticleLike(text, found, counted))) continue;
      figures.push({ ...place, value, high, unit, counted, modifier, added: false, asOf: null, speaker: null, speakerEntity: -1, sentence });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}

function numberOf(written: string, suffix: string | undefined): number | null {
  const base = /^\d/.test(written) ? parseDigits(written) : wordNumber(written);
  if (base === null) return null;
  const scale = suffix === undefined ? 1 : scaleOf(suffix.replace(/^[ -]/, '').toLowerCase());
  // 2.3 * 1e6 is 2299999.9999999995: the decimals of the written form bound those of the value.
  return scale === null ? null : Number((base * scale).toPrecision(12));
}

function wordNumber(written: string): number | null {
  const half = /^half a (\w+)$/i.exec(written)?.[1];
  return half === undefined ? parseNumberWords(written) : (scaleOf(half.toLowerCase()) ?? 0) / 2;
}

function modifierOf(words: string | undefined): FigureModifier {
  if (words === undefined) return 'exactly';
  const lower = words.toLowerCase();
  return MODIFIERS.find(([list]) => list.split('|').includes(lower))?.[1] ?? 'exactly';
}

function readMatch(text: string, match: RegExpExecArray): Candidate[] {
  const groups = match.groups ?? {};
  const { first, second, range } = groups;
  if (first === undefined) return [];
  const start = match.index;
  const isRange = second !== undefined && joinsRange(range, text.slice(0, start));
  const firstEnd =
    start +
    match[0].length -
    (second === undefined ? 0 : lengthOf(range, groups.sign2, second, groups.scale2));
  const sign = groups.sign?.toUpperCase();
  const currency = sign === undefined ? null : (CURRENCY_SIGNS.get(sign) ?? 'USD');
  if (second !== undefined && !isRange) {
    const rest = secondAlone(text, match, groups);
    return [
      ...candidate(text, start, firstEnd, first, groups.scale1, null, currency, groups.modifier),
      ...rest,
    ];
  }
  const end = isRange ? start + match[0].length : firstEnd;
  const high = isRange ? numberOf(second ?? '', groups.scale2) : null;
  const scale = groups.scale1 ?? (isRange ? groups.scale2 : undefined);
  return candidate(text, start, end, first, scale, high, currency, groups.modifier);
}

/** "31 to 38" is a range, but not in "rose from 31 to 38": a change, the second figure of which is what holds. */
function joinsRange(range: string | undefined, before: string): boolean {
  if (range === ' and ') return /\bbetween\s*$/i.test(before);
  return range !== ' to ' || !CHANGED_FROM.test(before);
}

const CHANGED_FROM =
  /\b(?:ris(?:en|es|ing)|rose|climb\p{L}*|jump\p{L}*|increas\p{L}*|rais\p{L}*|f[ae]ll\p{L}*|dropp?\p{L}*|cut\p{L}*|went|gone|go|grew|grow\p{L}*|reduc\p{L}*|revis\p{L}*|soar\p{L}*|up|down)(?: \p{L}+)? from\s*$/iu;

function secondAlone(
  text: string,
  match: RegExpExecArray,
  groups: Record<string, string | undefined>,
): Candidate[] {
  const { second, scale2, sign2 } = groups;
  if (second === undefined) return [];
  const end = match.index + match[0].length;
  const start = end - lengthOf(sign2, second, scale2);
  const currency = sign2 === undefined ? null : (CURRENCY_SIGNS.get(sign2.toUpperCase()) ?? 'USD');
  return candidate(text, start, end, second, scale2, null, currency, undefined);
}

function lengthOf(...parts: readonly (string | undefined)[]): number {
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

function candidate(
  text: string,
  start: number,
  end: number,
  written: string,
  scale: string | undefined,
  high: number | null,
  currency: string | null,
  modifier: string | undefined,
): Candidate[] {
  const value = numberOf(written, scale);
  if (value === null) return [];
  const after = currency === null ? unitAfter(text, end) : null;
  return [
    {
      start,
      end: end + (after?.length ?? 0),
      value,
      high: high !== null && high > value ? high : null,
      unit: currency ?? after?.unit ?? 'count',
      modifier: modifierOf(modifier),
      plain: /^\d+$/.test(written) && scale === undefined,
      word: isNumberWord(written.toLowerCase()),
    },
  ];
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?';
const BEFORE_LABEL = new RegExp(
  `(?:\\b(?:No|Nos|number|article|section|page|chapter|route|highway|interstate|channel|room|flight|phase|resolution|grade|level|type|title|rule|act|version|episode|season|week|day|age|aged|ages|proposition|amendment|vol|figure|table|bullet|gate|ward|precinct|unit|covid)\\.?|${MONTH}|#|@)\\s*$`,
  'i',
);
const AFTER_NOT =
  /^(?:\s?(?:a\.m|p\.m|am|pm|AM|PM|GMT|o'clock|o’clock)\b|:\d|-year-old|\s?years? old|-years-old|\/\d|-\d{3,}|(?:st|nd|rd|th)\b)/;

const DAY_OF_MONTH = new RegExp(`^(?:st|nd|rd|th)?,? (?:of )?${MONTH}(?![a-z])`);
const PEOPLE_AFTER = /^\s(?:people|troops|soldiers|jobs|men|women|homes|cases|deaths|workers)\b/;

/** True for a number that counts nothing: year, date, time, age, score, label, telephone number. */
function isNotFigure(text: string, found: Candidate): boolean {
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  if (AFTER_NOT.test(after) || BEFORE_LABEL.test(before) || /^[- ]old\b/.test(after)) return true;
  if (DAY_OF_MONTH.test(after) && found.value <= 31) return true;
  if (isWhole(before, found)) return true;
  if (found.unit !== 'count' || found.modifier !== 'exactly') return false;
  if (found.plain && found.value >= 1500 && found.value < 2100) return !PEOPLE_AFTER.test(after);
  if (found.high !== null || /^\s?[-–]\s?\d/.test(after)) return isScore(text, found);
  return isAgeOrLabel(before, after, found);
}

/** The 23 in "19 of 23 judges", where the first figure counts. */
function isWhole(before: string, found: Candidate): boolean {
  if (found.unit !== 'count') return false;
  const part = /(?<![\p{L}\p{N}.,])([\p{N},]+|\p{L}+(?:-\p{L}+)?) (?:out )?of (?:some |about )?$/u.exec(
    before,
  )?.[1];
  if (part === undefined || part.toLowerCase() === 'one') return false;
  return (/^\d/.test(part) ? parseDigits(part) : parseNumberWords(part)) !== null;
}

/** "Anna Holm, 34, …", "1. Open the door", a bare run of seven digits. */
function isAgeOrLabel(before: string, after: string, found: Candidate): boolean {
  if (/^\s*[,)]/.test(after) && /\p{Lu}\p{Ll}+,\s*$/u.test(before) && found.value < 120) return true;
  if (before.trim() === '' && /^[.)]\s/.test(after)) return true;
  return found.plain && String(found.value).length >= 7;
}

function isScore(text: string, found: Candidate): boolean {
  const written = text.slice(found.start, found.end);
  return /^\d{1,3}[-–]\d{1,3}$/.test(written) && !/^\s\p{Ll}/u.test(text.slice(found.end));
}

const NUMERAL_PRONOUN =
  /^\s(?:of|another|day|time|thing|way|side|hand|point|year|by|is|was|who|that|can|more|has|would|could|should|must|might|night|morning|reason|in|on|for|to|and|or)\b/i;

const PEOPLE_COUNTED =
  /^(?:killed|dead|injured|wounded|arrested|detained|missing|rescued|abducted|person|man|woman|child|boy|girl|soldier|officer|death)$/;

/** "One" beside a noun is an article more often than a count: kept where people are counted. */
function isArticleLike(text: string, found: Candidate, counted: string | null): boolean {
  if (found.value !== 1 || !/\bone$/i.test(text.slice(found.start, found.end))) return false;
  return counted === null || !PEOPLE_COUNTED.test(counted);
}

/** A number with nothing counted after it that the sentence uses as a pronoun or label. */
function isBare(text: string, found: Candidate, counted: string | null): boolean {
  if (counted !== null) return false;
  if (found.modifier !== 'exactly' || found.high !== null) return false;
  if (found.word) return true;
  return /\p{Lu}\p{L}*\s$/u.test(text.slice(0, found.start)) || NUMERAL_PRONOUN.test(text.slice(found.end));
}

const FRACTION = new RegExp(
  `\\b(?:(?<modifier>${MODIFIER}) )?(?<top>a|one|two|three)[- ](?<bottom>half|third|thirds|quarter|quarters|fifth|fifths|tenth)\\b(?! (?:time|day|year|term|round|place|person|party|man|woman|week|month|quarter))`,
  'giu',
);
const BOTTOMS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['tenth', 10],
]);

function fractions(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(FRACTION)) {
    const { top, bottom, modifier } = match.groups ?? {};
    const after = text.slice(match.index + match[0].length);
    if (top?.toLowerCase() === 'a' && !/^ (?:of|as|more|less)\b/.test(after)) continue;
    const denominator = BOTTOMS.get((bottom ?? '').toLowerCase().replace(/s$/, ''));
    const numerator = parseNumberWords(top ?? '');
    if (denominator === undefined || numerator === null) continue;
    const value = Number((numerator / denominator).toFixed(4));
    const end = match.index + match[0].length;
    found.push({
      start: match.index,
      end,
      value,
      high: null,
      unit: 'fraction',
      modifier: modifierOf(modifier),
      plain: false,
      word: true,
    });
  }
  return found;
}
