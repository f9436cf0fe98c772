import type { Figure, FigureModifier } from '../../core/annotation.ts';
import { stem } from '../../nlp/stem.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { annotateGold, f1Of, type GoldText, partOf } from './gold-text.ts';
import { readGold } from './read-gold.ts';

/** A figure of the gold. `counted` may list several head words that are right, with `|`; `-` is none. */
export interface GoldFigure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly counted: string | null;
  readonly modifier: FigureModifier;
  readonly asOf?: number;
  readonly speaker?: string;
}

interface FigureText extends GoldText {
  readonly figures: readonly GoldFigure[];
}

type Field = 'value' | 'unit' | 'counted' | 'modifier' | 'as_of' | 'speaker';
const FIELDS: readonly Field[] = ['value', 'unit', 'counted', 'modifier', 'as_of', 'speaker'];
/** Most figures have none of these: they are scored over those that do. */
const OPTIONAL = ['as_of', 'speaker'] as const;
type Optional = (typeof OPTIONAL)[number];

/**
 * Words that say how a number is meant, in front of it or behind: the span may take them in or leave them out. All
 * else of the span, the unit with it, must be the gold's.
 */
const MODIFIER_BEFORE =
  /^(?:(?:just|well|slightly|a little|some|about|around|nearly|almost|roughly|approximately|close to|an estimated|estimated|exactly|only|another|between|from|over|under|above|below|exceeding|(?:more|fewer|less) than|at least|at most|(?:no|not) (?:more|less|fewer) than|as (?:many|much) as|up to|in excess of|upwards of|nearer) )+/i;
const MODIFIER_AFTER = /(?: or (?:more|less|fewer|so)|-odd|-plus|\+)$/i;

/** Words for one outcome: which of them a figure is filed under makes no difference. */
const SAME_COUNTED: Readonly<Record<string, string>> = {
  killed: 'dead',
  died: 'dead',
  deaths: 'dead',
  wounded: 'injured',
  hurt: 'injured',
};

function coreOf(text: string, start: number, end: number): string {
  const written = text.slice(start, end);
  const before = MODIFIER_BEFORE.exec(written)?.[0].length ?? 0;
  const after = MODIFIER_AFTER.exec(written)?.[0].length ?? 0;
  return `${start + before}-${end - after}`;
}

function headOf(counted: string | null): string {
  const word = counted?.split(' ').at(-1) ?? '-';
  return stem(SAME_COUNTED[word] ?? word);
}

function isSameCounted(gold: string | null, found: string | null): boolean {
  return (gold ?? '-').split('|').some((one) => headOf(one === '-' ? null : one) === headOf(found));
}

const DAY = 86_400_000;

function isFieldRight(field: Field, row: FigureText, gold: GoldFigure, found: Figure): boolean {
  if (field === 'value') return gold.value === found.value && gold.high === found.high;
  if (field === 'unit') return gold.unit.split('|').includes(found.unit);
  if (field === 'counted') return isSameCounted(gold.counted, found.counted);
  if (field === 'modifier') return gold.modifier === found.modifier;
  if (field === 'as_of') {
    if (gold.asOf === undefined || found.asOf === null) return gold.asOf === undefined && found.asOf === null;
    return Math.floor(gold.asOf / DAY) === Math.floor(found.asOf / DAY);
  }
  const speaker =
    found.speaker === null ? '' : row.text.slice(found.speaker.start, found.speaker.end).toLowerCase();
  if (gold.speaker === undefined || speaker === '') return gold.speaker === undefined && speaker === '';
  const expected = gold.speaker.toLowerCase();
  return expected.includes(speaker) || speaker.includes(expected);
}

export interface FigureTally {
  gold: number;
  found: number;
  span: number;
  whole: number;
  fields: Record<Field, number>;
  /** Figures of the gold, and found, that have the optional field, and those of both that agree. */
  optional: Record<Optional, { gold: number; found: number; right: number }>;
}

/** Compares the figures found in one text with its gold, and adds to the tally. Returns what was wrong, for reading. */
export function tallyFigures(row: FigureText, found: readonly Figure[], tally: FigureTally): string[] {
  const errors: string[] = [];
  const bySpan = new Map(found.map((one) => [coreOf(row.text, one.start, one.end), one]));
  tally.gold += row.figures.length;
  tally.found += found.length;
  for (const field of OPTIONAL) countOptional(field, row, found, tally);
  for (const gold of row.figures) {
    const key = coreOf(row.text, gold.start, gold.end);
    const one = bySpan.get(key);
    bySpan.delete(key);
    const written = row.text.slice(gold.start, gold.end);
    const wrong = one === undefined ? null : tallyOne(row, gold, one, tally);
    if (wrong === null) errors.push(`missed "${written}"`);
    else if (wrong.length > 0 && one !== undefined)
      errors.push(`${wrong.join(', ')} of "${written}" ${describe(one)}`);
  }
  for (const one of bySpan.values())
    errors.push(`extra "${row.text.slice(one.start, one.end)}" ${describe(one)}`);
  return errors;
}

/** Adds one figure whose span is right; gives the fields that are wrong. */
function tallyOne(row: FigureText, gold: GoldFigure, found: Figure, tally: FigureTally): Field[] {
  const wrong = FIELDS.filter((field) => !isFieldRight(field, row, gold, found));
  const isRight = (field: Field): boolean => !wrong.includes(field);
  tally.span += 1;
  for (const field of FIELDS) if (isRight(field)) tally.fields[field] += 1;
  for (const field of OPTIONAL) if (goldHas(field, gold) && isRight(field)) tally.optional[field].right += 1;
  if (wrong.every((field) => field === 'as_of' || field === 'speaker')) tally.whole += 1;
  return wrong;
}

function goldHas(field: Optional, gold: GoldFigure): boolean {
  return (field === 'as_of' ? gold.asOf : gold.speaker) !== undefined;
}

function countOptional(field: Optional, row: FigureText, found: readonly Figure[], tally: FigureTally): void {
  tally.optional[field].gold += row.figures.filter((one) => goldHas(field, one)).length;
  tally.optional[field].found += found.filter(
    (one) => (field === 'as_of' ? one.asOf : one.speaker) !== null,
  ).length;
}

/** Nothing counted yet. */
export function emptyTally(): FigureTally {
  return {
    gold: 0,
    found: 0,
    span: 0,
    whole: 0,
    fields: { value: 0, unit: 0, counted: 0, modifier: 0, as_of: 0, speaker: 0 },
    optional: { as_of: { gold: 0, found: 0, right: 0 }, speaker: { gold: 0, found: 0, right: 0 } },
  };
}

function describe({ value, high, unit, counted, modifier, asOf, speaker }: Figure): string {
  return JSON.stringify([value, high, unit, counted, modifier, asOf, speaker]);
}

/**
 * F1 over the figures of our own gold (`eval/gold/figures.ndjson`): right is one whose span (modifier words aside),
 * value, upper end, unit, thing counted (head word) and modifier are all right. Per field: the share of figures with a
 * right span that have it right. As-of time and speaker count apart: F1 over the figures that have one.
 */
export async function evalFigures(pool: ApplyPool): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const rows = readGold<FigureText>('figures');
  for (const part of ['test', 'dev'] as const) {
    const tally = emptyTally();
    for (const row of rows.filter((one) => partOf(one) === part))
      tallyFigures(row, (await annotateGold(pool, row)).figures, tally);
    figures[`${part}.f1`] = f1Of(tally.whole, tally.gold, tally.found);
    figures[`${part}.span_f1`] = f1Of(tally.span, tally.gold, tally.found);
    for (const field of FIELDS)
      if (field !== 'as_of' && field !== 'speaker')
        figures[`${part}.${field}`] = tally.fields[field] / Math.max(1, tally.span);
    for (const field of OPTIONAL) {
      const { right, gold, found } = tally.optional[field];
      figures[`${part}.${field}_f1`] = f1Of(right, gold, found);
    }
  }
  return figures;
}
