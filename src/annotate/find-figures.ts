import type { DateReference, Figure, Mention, Quote } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { countedBy } from './counted.ts';
import { type FigureCandidate, figureCandidates } from './figure-candidates.ts';
import { fractionCandidates } from './figure-fractions.ts';
import { figureSpeaker } from './figure-speaker.ts';
import { figureTime } from './figure-time.ts';
import { isTimeUnit } from './figure-units.ts';
import { isNotFigure } from './not-figures.ts';
import type { TextDocument } from './text-document.ts';
import { zeroCandidates } from './zero-figures.ts';

export interface FigureContext {
  /** Numbers inside names and dates are none of ours. */
  readonly names: readonly Mention[];
  readonly dates: readonly DateReference[];
  readonly quotes: readonly Quote[];
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

/** Most sentences have no number: this finds those that may. */
const NUMBER_CUE =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|[bt]rillion|lakh|crore|dozen|half|halves|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|pair|trio|quartet|couple|nobody|no)\b/i;

/**
 * Numbers of a text that count or measure something, with unit, what is counted, the time they hold of and whom they
 * come from. Years, dates, times, ages, ordinals, scores, telephone and list numbers are left out, as are numbers
 * inside names, windows and distances of time ("the past two years", "three days later"), vague
 * plurals ("dozens") and multiples ("three times as many").
 */
export function findFigures(document: TextDocument, context: FigureContext): Figure[] {
  const figures: Figure[] = [];
  for (const [sentence, span] of document.sentences.entries()) {
    const text = document.text.slice(span.start, span.end);
    if (!NUMBER_CUE.test(text)) continue;
    let before: Figure | null = null;
    for (const found of candidatesOf(text)) {
      const figure = toFigure(document, context, sentence, text, found, before);
      if (figure === null) continue;
      figures.push(figure);
      before = figure;
    }
  }
  return figures;
}

/** Candidates that overlap no better one, in order of the text. */
function candidatesOf(text: string): FigureCandidate[] {
  const special = [...fractionCandidates(text), ...zeroCandidates(text)];
  const plain = figureCandidates(text).filter((one) => !special.some((other) => spansOverlap(one, other)));
  return [...special, ...plain.filter((one) => !isNotFigure(text, one))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function toFigure(
  document: TextDocument,
  context: FigureContext,
  sentence: number,
  text: string,
  found: FigureCandidate,
  before: Figure | null,
): Figure | null {
  const offset = document.sentences[sentence]?.start ?? 0;
  const place = { start: found.start + offset, end: found.end + offset };
  const number = { start: found.numberStart + offset, end: found.numberEnd + offset };
  if (before !== null && before.end > place.start) return null;
  if (isTaken(context, sentence, number)) return null;
  const { value, high, unit, modifier } = found;
  const { counted, partial } = countedBy(document, place, sentence, unit, before);
  if (unit === 'count' && (isBare(text, found, counted) || isArticleLike(text, found, counted))) return null;
  if (isSingleTime(text, found) || isTitle(text, found) || isNothing(found, counted)) return null;
  const figure = { ...place, value, high, unit, counted, modifier, partial };
  return {
    ...figure,
    asOf: figureTime(document, figure, sentence, context),
    ...figureSpeaker(document, place, sentence, context.quotes, context.names),
    sentence,
  };
}

function isTaken({ names, dates }: FigureContext, sentence: number, number: Span): boolean {
  const overlaps = (other: Mention | DateReference): boolean =>
    other.sentence === sentence && spansOverlap(other, number);
  return names.some(overlaps) || dates.some(overlaps);
}

const NUMERAL_PRONOUN =
  /^\s(?:of|another|day|time|thing|way|side|hand|point|year|by|is|was|who|that|can|more|has|would|could|should|must|might|night|morning|reason|in|on|for|to|and|or)\b/i;

/** Words behind "one" that make it count: those whose number is news by itself. */
const PEOPLE_COUNTED =
  /^(?:killed|dead|injured|wounded|arrested|detained|missing|rescued|abducted|person|man|woman|child|boy|girl|soldier|officer|death)$/;

/** "One" beside a noun is an article more often than a count: kept where people are counted. */
function isArticleLike(text: string, found: FigureCandidate, counted: string | null): boolean {
  if (found.value !== 1 || !/\bone$/i.test(text.slice(found.start, found.end))) return false;
  return counted === null || !PEOPLE_COUNTED.test(counted);
}

/** "One day", "one year": a time, not a length of time. */
function isSingleTime(text: string, found: FigureCandidate): boolean {
  return (
    found.value === 1 &&
    found.word &&
    /^(?:day|week|month|year|decade|century|point)$/.test(found.unit) &&
    /^one [a-z]+$/i.test(text.slice(found.start, found.end))
  );
}

/** "60 Minutes", "48 Hours": a time with a capital is a title. */
function isTitle(text: string, found: FigureCandidate): boolean {
  return isTimeUnit(found.unit) && /^[ -]\p{Lu}\p{Ll}/u.test(text.slice(found.numberEnd, found.end));
}

/** "Zero tolerance" counts nothing; "zero cases" does. */
function isNothing(found: FigureCandidate, counted: string | null): boolean {
  return (
    found.value === 0 &&
    found.word &&
    found.unit === 'count' &&
    counted !== null &&
    !/s$|^(?:killed|dead|injured|wounded|missing|people)$/.test(counted)
  );
}

/** A number with nothing counted after it that the sentence uses as a pronoun or label. */
function isBare(text: string, found: FigureCandidate, counted: string | null): boolean {
  if (counted !== null) return false;
  if (found.modifier !== 'exactly' || found.high !== null) return false;
  if (found.word) return true;
  if (/\($/.test(text.slice(0, found.start)) && text[found.end] === ')') return true;
  return (
    /\p{Lu}\p{L}*\s$/u.test(text.slice(0, found.start)) ||
    (found.plain && NUMERAL_PRONOUN.test(text.slice(found.end)))
  );
}
