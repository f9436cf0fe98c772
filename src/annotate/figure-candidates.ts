import type { FigureModifier } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { MODIFIER_BEFORE, modifierAfter, modifierBefore } from './figure-modifiers.ts';
import { currencyOf, isTimeUnit, SIGN, unitAfter } from './figure-units.ts';
import { NUMBER, numberOf, SCALE } from './number-grammar.ts';

/** A number of a sentence, read; offsets are into the sentence. */
export interface FigureCandidate extends Span {
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly modifier: FigureModifier;
  /** Where the number itself begins, behind modifier and sign. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** Digits without grouping, scale or sign, so that it may be a year or a label. */
  readonly plain: boolean;
  /** Written in words. */
  readonly word: boolean;
  /** The word that joins two numbers: `-`, `to`, `and`, `or`; null when there is one number. */
  readonly joint: '-' | 'to' | 'and' | 'or' | null;
}

/** Where a number may begin, at little cost: most words of a text are none. */
const START =
  /(?<![\p{L}\p{N}.,/:#@'’_&-])(?:[\d$€£¥₹₽₴₩₪₺]|[−-]\d|minus |(?:us|au?|ca?|hk|nz|nt|s|r)\$|(?:usd|eur|gbp|chf|rs\.?) ?\d|an? (?:doz|hun|tho|mill|bill|trill|lakh|cror|half|quar|year|hour|mont|week|day|mile)|half|zero|one|tw|th(?:ree|ir)|four|fif|six|seven|eight|nine|ten|eleven|fort|five)/gu;

const PERCENT = '(?:\\s?%| percent| per cent)';
const SIGN_LOWER = SIGN.toLowerCase();
const CORE = new RegExp(
  `(?<minus>(?:minus |[−-](?=\\d)))?(?<sign>${SIGN_LOWER})?(?<first>${NUMBER})(?<scale1>${SCALE})?` +
    `(?:(?<unit1>${PERCENT})?(?<range>\\s?[-–—]\\s?|[- ]to[- ]| and | or )(?<modifier2>(?:${MODIFIER_BEFORE}) )?(?<sign2>${SIGN_LOWER})?(?<second>${NUMBER})(?<scale2>${SCALE})?)?(?![\\p{L}\\p{N}])`,
  'yu',
);
/** The modifier right before a number, the longest that stands there. */
const LEAD = new RegExp(
  `(?:^|[^\\p{L}\\p{N}.,/:#@'’_&-])(?<lead>(?<modifier>${MODIFIER_BEFORE}) (?:(?:another|an additional|a further|a record|a total of|the) )?)$`,
  'u',
);
/** Characters before a number within which its modifier stands. */
const LEAD_WITHIN = 50;

type Groups = Readonly<Record<string, string | undefined>>;

/** Every number of a sentence with range, unit and modifier, in order, whatever it stands for. */
export function figureCandidates(sentence: string): FigureCandidate[] {
  // Patterns of lower case are faster than such as ignore case; a letter whose lower case is longer would move offsets.
  const lower = sentence.toLowerCase();
  const text = lower.length === sentence.length ? lower : sentence;
  const found: FigureCandidate[] = [];
  let from = 0;
  for (;;) {
    START.lastIndex = from;
    const index = START.exec(text)?.index;
    if (index === undefined) return found;
    CORE.lastIndex = index;
    const match = CORE.exec(text);
    if (match !== null) {
      const lead = LEAD.exec(text.slice(Math.max(from, index - LEAD_WITHIN), index));
      found.push(...readMatch(sentence, match, lead));
    }
    from = match === null ? index + 1 : index + match[0].length;
  }
}

interface Part {
  readonly start: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly written: string;
  readonly scale: string | undefined;
  readonly currency: string | null;
  readonly modifier: string | undefined;
  readonly negative: boolean;
}

function readMatch(
  sentence: string,
  match: RegExpExecArray,
  lead: RegExpExecArray | null,
): FigureCandidate[] {
  const groups: Groups = match.groups ?? {};
  const { first, second } = groups;
  if (first === undefined) return [];
  const numberStart = match.index + lengthOf(groups.minus, groups.sign);
  const part: Part = {
    start: match.index - lengthOf(lead?.groups?.lead),
    numberStart,
    numberEnd: numberStart + lengthOf(first, groups.scale1),
    written: first,
    scale: groups.scale1,
    currency: groups.sign === undefined ? null : currencyOf(groups.sign),
    modifier: lead?.groups?.modifier,
    negative: groups.minus !== undefined,
  };
  if (second === undefined) return single(sentence, part);
  const end = match.index + match[0].length;
  const other: Part = {
    start: end - lengthOf(groups.modifier2, groups.sign2, second, groups.scale2),
    numberStart: end - lengthOf(second, groups.scale2),
    numberEnd: end,
    written: second,
    scale: groups.scale2,
    currency: groups.sign2 === undefined ? null : currencyOf(groups.sign2),
    modifier: groups.modifier2?.trim(),
    negative: false,
  };
  const range = joined(sentence, part, other, groups);
  if (range !== null) return range;
  const both = [...single(sentence, part), ...single(sentence, other)];
  return isResult(sentence, groups.range, both) ? [] : both;
}

function lengthOf(...parts: readonly (string | undefined)[]): number {
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

function single(sentence: string, part: Part): FigureCandidate[] {
  const value = numberOf(part.written, part.scale);
  if (value === null) return [];
  const read = withUnit(sentence, part, part.numberEnd);
  return [{ ...read, value: part.negative ? -value : value, high: null, joint: null }];
}

function withUnit(
  sentence: string,
  part: Part,
  numberEnd: number,
): Omit<FigureCandidate, 'value' | 'high' | 'joint'> {
  const early = modifierAfter(sentence, numberEnd);
  const unitStart = numberEnd + (early?.length ?? 0);
  const halved = /^an? (year|hour|month|week|day|mile) and a half$/i.exec(part.written)?.[1];
  const unit = part.currency === null ? unitAfter(sentence, unitStart) : null;
  const end = unitStart + (unit?.length ?? 0);
  const late = early ?? modifierAfter(sentence, end);
  const isPlace = isPreposition(sentence, part, unit?.unit ?? 'count');
  return {
    start: isPlace ? part.numberStart : part.start,
    end: early === null ? end + (late?.length ?? 0) : end,
    unit: part.currency ?? halved?.toLowerCase() ?? unit?.unit ?? bareUnit(sentence, part),
    modifier: late?.modifier ?? modifierBefore(isPlace ? undefined : part.modifier),
    numberStart: part.numberStart,
    numberEnd,
    plain: /^\d+$/.test(part.written) && part.scale === undefined && part.currency === null,
    word: !/^\d/.test(part.written),
  };
}

/** "A recommendation of 9 to 5": the sides of a vote or match, where nothing went from one to the other. */
function isResult(sentence: string, range: string | undefined, both: readonly FigureCandidate[]): boolean {
  const [first, second] = both;
  if (range === undefined || !/^[- ]to[- ]$/i.test(range) || first === undefined || second === undefined)
    return false;
  const before = sentence.slice(0, first.start);
  return (
    both.every(
      (one) => one.plain && one.unit === 'count' && one.value < 1000 && one.modifier === 'exactly',
    ) &&
    first.value >= second.value &&
    !CHANGED.test(before) &&
    !/\bfrom $/i.test(before)
  );
}

/** "A magnitude 6.3 quake", "6.3 on the Richter scale": the unit stands apart. */
function bareUnit(sentence: string, part: Part): string {
  const isMagnitude =
    /\bmagnitude(?: of)?[ -]$/i.test(sentence.slice(Math.max(0, part.start - 14), part.start)) ||
    /^ on the (?:Richter|moment magnitude)/.test(sentence.slice(part.numberEnd, part.numberEnd + 30));
  return isMagnitude ? 'magnitude' : 'count';
}

const MOVED =
  /\b(?:tick(?:s|ed)|rose|rises|risen|went|goes|gone|mov(?:es|ed)|climb(?:s|ed)|jump(?:s|ed)|edg(?:es|ed)|inch(?:es|ed)|bump(?:s|ed)|push(?:es|ed)|chalk(?:s|ed)|add(?:s|ed)|creep(?:s)?|crept|shot|rounds?|rounded|goes|came)\s$/i;
const MAY_BE_PREPOSITION = /^(?:over|under|above|below|around|about)$/i;
const LASTING =
  /\b(?:for|in|after|of|than|took|takes?|taken|lasted|lasts?|lasting|spent|spending|waited|with|by|some|is|was|were|are|be|been|and|the|a|an|just|now|rise|rose)\s$/i;

/** "Under two presidents", "over three years": where, not how many. A length of time may be "over" only where one is due. */
function isPreposition(sentence: string, part: Part, unit: string): boolean {
  if (part.modifier === undefined) return false;
  const before = sentence.slice(0, part.start);
  // "Ticked up to 8 percent", "chalked up to": the adverb of the verb.
  if (/^up to$/i.test(part.modifier)) return MOVED.test(before);
  if (part.currency !== null || !MAY_BE_PREPOSITION.test(part.modifier)) return false;
  if (isTimeUnit(unit)) return /^over$/i.test(part.modifier) && before.trim() !== '' && !LASTING.test(before);
  const small =
    unit === 'count' && part.scale === undefined && /^(?:two|three|four|five|six)$/i.test(part.written);
  return small && !/^a(?:bout|round)$/i.test(part.modifier);
}

/** Both numbers as one range, or null when they are two figures. */
function joined(sentence: string, low: Part, high: Part, groups: Groups): FigureCandidate[] | null {
  const joint = jointOf(groups.range ?? '');
  if (high.modifier !== undefined || (high.currency !== null && low.currency === null)) return null;
  const bounds = boundsOf(low, high);
  if (bounds === null) return null;
  const before = sentence.slice(0, low.start);
  const read = withUnit(sentence, low, high.numberEnd);
  if (groups.unit1 !== undefined && read.unit !== 'percent') return null;
  const [value, upper] = bounds;
  if (!isRange(joint, before, value, upper))
    return joint === '-' ? [{ ...read, value, high: upper, joint }] : null;
  return [{ ...read, start: rangeStart(before, low.start, joint), value, high: upper, joint }];
}

function jointOf(range: string): 'to' | 'and' | 'or' | '-' {
  if (range.includes('to')) return 'to';
  if (range.includes('and')) return 'and';
  return range.includes('or') ? 'or' : '-';
}

/** Both values; in "1.5 to 2 million" the scale is of both, where that keeps them in order. */
function boundsOf(low: Part, high: Part): [number, number] | null {
  const upper = numberOf(high.written, high.scale);
  const own = numberOf(low.written, low.scale);
  const isShared = low.scale === undefined && !/[,½ ]/.test(low.written);
  const lower = numberOf(low.written, isShared ? high.scale : low.scale);
  if (upper === null || own === null || lower === null) return null;
  return [lower < upper ? lower : own, upper];
}

/** "Between 30 and 40" begins at "between". */
function rangeStart(before: string, start: number, joint: string): number {
  const length = joint === 'and' ? BETWEEN.exec(before)?.[0].length : undefined;
  return start - (length ?? 0);
}

const BETWEEN = /\b(?:somewhere )?between $/i;

/** Verbs of change: behind them "from 31 to 38" tells two states and no range. */
const CHANGED =
  /\b(?:ris(?:en|es|e|ing)|rose|climb\p{L}*|jump\p{L}*|increas\p{L}*|rais\p{L}*|f[ae]ll\p{L}*|drop\p{L}*|cut\p{L}*|went|gone|go|goes|grew|grow\p{L}*|reduc\p{L}*|revis\p{L}*|soar\p{L}*|slump\p{L}*|slip\p{L}*|slid\p{L}*|lower\p{L}*|chang\p{L}*|expand\p{L}*|shr[iau]nk\p{L}*|declin\p{L}*|plung\p{L}*|surg\p{L}*|swell\p{L}*|swelled|doubl\p{L}*|mov\p{L}*|up|down|lift\p{L}*|tumbl\p{L}*|improv\p{L}*|widen\p{L}*|narrow\p{L}*|eas\p{L}*|edg\p{L}*|boost\p{L}*)\b[^.;:]{0,70}\bfrom $/iu;
/** Behind a change without "from" the first number is how much: "rose 12 to 340". */
const CHANGED_BY =
  /\b(?:ris(?:en|es|ing)|rose|fell|fallen|gained|lost|climbed|jumped|dropped|slipped|slid|added|up|down|shed|grew|increased|decreased|declined|shrank)\s(?:by )?$/i;

function isRange(joint: FigureCandidate['joint'], before: string, low: number, high: number): boolean {
  if (high <= low) return false;
  if (joint === 'and') return BETWEEN.test(before);
  if (joint === 'or') return high <= 2 * low + 1;
  if (joint === 'to') return !CHANGED.test(before) && !(CHANGED_BY.test(before) && high > 5 * low);
  return true;
}
