import type { Figure } from '../../../core/annotation.ts';
import { isInside } from '../../../core/span.ts';
import type { WrittenReason } from '../../../core/written.ts';
import { type Candidate, countsSame } from './check-counted.ts';
import type { Evidence } from './evidence.ts';
import { type NumberAt, numbersIn } from './number-words.ts';
import type { LineWord } from './read-line.ts';
import { facing, sidesOf } from './word-senses.ts';
import type { WrittenCheck, WrittenLine } from './written-line.ts';

/** Values that the passages have, in figures or otherwise. */
function valuesOf({ lines }: Evidence): Set<number> {
  const values = new Set<number>();
  for (const { text, figures } of lines) {
    for (const { value } of numbersIn(text)) values.add(value);
    for (const { value, high } of figures) {
      values.add(value);
      if (high !== null) values.add(high);
    }
  }
  return values;
}

/** Days and years of the times that the passages name, resolved. */
function dateParts({ claims }: Evidence): Set<number> {
  const dates = claims.flatMap((claim) => claim.dates.map(({ date }) => date));
  return new Set(dates.flatMap((date) => date.split('-').map(Number)));
}

const MONTH_BESIDE =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)/;

/** True for a number that is a day or a year. */
function isTime({ text, reading }: WrittenLine, place: NumberAt): boolean {
  return (
    reading.dates.some((date) => isInside(place, date)) ||
    MONTH_BESIDE.test(text.slice(place.end, place.end + 6)) ||
    /^(?:1[5-9]|20)\d\d$/.test(place.text)
  );
}

const SUMS = /\b(?:in all|in total|altogether|together|combined|a total of|overall|sum)\b/i;

/** True when a number is the sum of some figures of the passages that count alike: two to four of them. */
export function isSumOf(value: number, written: WrittenLine, { lines }: Evidence): boolean {
  const figures = lines.flatMap((line) => line.figures);
  // Totals are of numbers that the statement gives itself.
  const parts = [...new Set(written.figures.map((one) => one.value).filter((one) => one !== value))].filter(
    (one) => figures.some((figure) => figure.value === one) || one < value,
  );
  const reach = (rest: number, from: number, left: number): boolean =>
    rest === 0 ||
    (left > 0 &&
      parts.some((part, at) => at >= from && part <= rest && reach(rest - part, at + 1, left - 1)));
  return SUMS.test(written.text) && reach(value, 0, 4);
}

/** A number that stands for a total has to be one, even where the same number counts something else in the passages. */
function wrongTotal(written: WrittenLine): WrittenReason[] {
  const total =
    /\b(?:([\d,]+) (?:in all|in total|altogether)|(?:together|in all|in total) (?:that |this )?(?:makes?|are|is|gives?) ([\d,]+))/i.exec(
      written.text,
    );
  const shown = total?.[1] ?? total?.[2];
  if (shown === undefined) return [];
  const value = Number(shown.replaceAll(',', ''));
  const counts = numbersIn(written.text).filter((one) => one.value !== value);
  const isRight = counts.some((a, i) =>
    counts
      .slice(i + 1)
      .some((b) => a.value + b.value === value || counts.reduce((sum, c) => sum + c.value, 0) === value),
  );
  return isRight || counts.length < 2
    ? []
    : [{ code: 'total', message: `The parts do not add up to ${shown}.` }];
}

const SIGN = /[€$£]/;

/** The currency sign right before a number, or what it is measured in right behind it. */
function measureOf(text: string, { start, end }: NumberAt): string {
  const before = text.charAt(start - 1);
  if (SIGN.test(before)) return before;
  const behind = text
    .slice(end, end + 24)
    .replace(/^(?:bn|m)\b/, '')
    .trimStart();
  const found =
    /^(?:%|per cent|percent|basis points?|percentage points?|cents?|points?|tonnes?|kilograms?|kilometres?|miles?|metres?|feet|litres?|gallons?|milligrams?|grams?|minutes?|hours?|days?|weeks?|months?|years?)/.exec(
      behind.replace(/^(?:million|billion)\s/, ''),
    )?.[0] ?? '';
  return /^(?:per cent|percent)$/.test(found) ? '%' : found.replace(/s$/, '');
}

/** Numbers with what they are measured in: the passages have the two together, or the number with nothing. */
const checkMeasures: WrittenCheck = (written, { lines }) =>
  numbersIn(written.text).flatMap((one): WrittenReason[] => {
    const measure = measureOf(written.text, one);
    if (measure === '') return [];
    const found = lines.flatMap(({ text }) =>
      numbersIn(text)
        .filter(({ value }) => value === one.value)
        .map((other) => measureOf(text, other)),
    );
    if (found.length === 0 || found.includes(measure)) return [];
    // Of two numbers in a row the first has its unit behind the second: "from 55 to 75 per cent".
    if (found.includes('') || /^ ?(?:to|and|or|,) /.test(written.text.slice(one.end))) {
      const isLoose = lines.some(
        ({ text }) => text.includes(measure === '%' ? 'per' : measure) || text.includes('%'),
      );
      if (isLoose && found.includes('')) return [];
    }
    return [
      {
        code: 'unit',
        message: `The claims give ${one.text} as ${found[0] || 'a plain number'}, not in ${measure}.`,
      },
    ];
  });

/** The number words or digits of a statement that no passage has. */
const checkValues: WrittenCheck = (written, evidence) => {
  const values = valuesOf(evidence);
  const times = dateParts(evidence);
  const figureOf = (place: NumberAt): Figure | undefined =>
    written.figures.find((figure) => isInside(place, figure));
  return numbersIn(written.text).flatMap((place): WrittenReason[] => {
    const figure = figureOf(place);
    const value = figure === undefined || figure.high === place.value ? place.value : figure.value;
    if (values.has(value) || (values.has(place.value) && figure === undefined)) return [];
    if (isTime(written, place) && times.has(place.value)) return [];
    if (isSumOf(place.value, written, evidence)) return [];
    return [
      {
        code: 'figure',
        message: `The claims do not give the number ${written.text.slice(figure?.start ?? place.start, figure?.end ?? place.end)}.`,
      },
    ];
  });
};

function candidatesFor({ value, high }: Figure, { lines }: Evidence): Candidate[] {
  return lines.flatMap((line) =>
    line.figures
      .filter((figure) => figure.value === value && (high === null || figure.high === high))
      .map((figure) => ({ line, figure })),
  );
}

/** Of numbers in a row one alone has its unit: "after 12 minutes and again after 61". */
function hasUnit(own: Figure, { line, figure }: Candidate): boolean {
  if (figure.unit === own.unit || (own.unit === 'count' && own.counted === null)) return true;
  const isBare = figure.unit === 'count' && figure.counted === null;
  return isBare && line.figures.some((other) => other.unit === own.unit);
}

const MOST = /\b(?:as (?:high|much|many|long) as|up to|no more than|at most|reach(?:ed|ing)?)\s$/i;

/** "200,000 or more", "15 or older". */
const LEAST_BEHIND = /^(?: [\p{L}-]+){0,2} or (?:more|over|older)\b/iu;
/** "Under 15", "younger than 15". */
const LESS = /\b(?:under|below|younger than|less than|fewer than)\s$/i;

/** The modifier with what stands before and behind the figure. */
function modifierOf(source: string, { start, end, modifier }: Figure): Figure['modifier'] {
  if (LEAST_BEHIND.test(source.slice(end, end + 30))) return 'at-least';
  if (LESS.test(source.slice(Math.max(0, start - 16), start))) return 'less-than';
  return MOST.test(source.slice(Math.max(0, start - 16), start)) ? 'at-most' : modifier;
}

/** Modifiers that a writer may put for each other. */
const SAME_MODIFIER: readonly string[] = ['at-least more-than', 'at-most less-than', 'about exactly'];

function mayStandFor(own: Figure['modifier'], theirs: Figure['modifier']): boolean {
  return (
    own === theirs || SAME_MODIFIER.some((line) => line.split(' ').includes(own) && line.includes(theirs))
  );
}

/** Words that set a bound, by which side of it they are on. */
const BOUNDS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:more than|over (?=[€$£]?\d)|above|at least|no fewer than|no less than|well over)\b/i,
    /\b(?:more|over|above|at least|no fewer|no less|exceed\p{Ll}*|minimum|older|longer|than|well)\b/iu,
  ],
  [
    /(?<!\bno )\b(?:fewer than|less than|at most|no more than|below|under (?=[€$£]?\d))\b/i,
    /\b(?:fewer|less|below|under|at most|up to|no more|as much as|as many as|maximum|nearly|almost|younger|within)\b/i,
  ],
];

/** A bound is set only where a passage sets one on that side. */
const checkBounds: WrittenCheck = ({ text }, { lines }) =>
  BOUNDS.flatMap(([own, theirs]): WrittenReason[] => {
    const found = own.exec(text);
    if (found === null || lines.some((line) => theirs.test(line.text))) return [];
    return [{ code: 'modifier', message: `No claim says "${found[0].trim()}".` }];
  });

/** Each figure has a figure of the passages with its unit, its modifier and what it counts. */
const checkFigures: WrittenCheck = (written, evidence) =>
  written.figures.flatMap((figure): WrittenReason[] => {
    const shown = written.source.slice(figure.start, figure.end);
    const found = candidatesFor(figure, evidence);
    if (found.length === 0) return [];
    const alike = found.filter((one) => hasUnit(figure, one));
    if (alike.length === 0)
      return [{ code: 'unit', message: `"${shown}": the claims give this number in another unit.` }];
    const counting = alike.filter((one) => countsSame(figure.counted, one, evidence));
    if (counting.length === 0)
      return [
        {
          code: 'counted',
          message: `"${shown}": the claims do not count ${figure.counted} with this number.`,
        },
      ];
    const own = modifierOf(written.source, figure);
    if (!counting.some(({ line, figure: theirs }) => mayStandFor(own, modifierOf(line.source, theirs))))
      return [
        {
          code: 'modifier',
          message: `"${shown}": the claims say "${counting[0]?.line.source.slice(counting[0].figure.start, counting[0].figure.end)}".`,
        },
      ];
    return turnedFigure(written, figure, counting, shown);
  });

/** Characters before a figure in which the verb of its change stands. */
const VERB_NEAR = 45;

function turnsBefore(words: readonly LineWord[], { start }: Figure): Set<string> {
  const near = words.filter((word) => word.end <= start && word.end > start - VERB_NEAR && word.isContent);
  return new Set(near.flatMap(({ norm }) => [...sidesOf(norm)]));
}

/** A figure that rose in the passages does not fall in the statement. */
function turnedFigure(
  written: WrittenLine,
  figure: Figure,
  found: readonly Candidate[],
  shown: string,
): WrittenReason[] {
  const own = turnsBefore(written.words, figure);
  const isTurned = found.every(({ line, figure: theirs }) => {
    const sides = turnsBefore(line.words, theirs);
    return [...own].some((side) => sides.has(facing(side)) && !sides.has(side) && !own.has(facing(side)));
  });
  return isTurned ? [{ code: 'direction', message: `"${shown}": in the claims it goes the other way.` }] : [];
}

/** Numbers, with unit, modifier, what they count, direction and totals. */
export const checkNumbers: WrittenCheck = (written, evidence) => {
  const values = checkValues(written, evidence);
  return values.length > 0
    ? values
    : [
        ...checkMeasures(written, evidence),
        ...checkFigures(written, evidence),
        ...checkBounds(written, evidence),
        ...wrongTotal(written),
      ];
};
