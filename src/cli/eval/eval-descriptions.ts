import type { Annotation, RoleDescription } from '../../core/annotation.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { annotateGold, f1Of, type GoldText, partOf } from './gold-text.ts';
import { readGold } from './read-gold.ts';

/** A description of the gold. Fields may list several right answers with `|`; `-` is none. */
export interface GoldDescription {
  readonly person: string;
  readonly office: string;
  readonly tense: RoleDescription['tense'];
  readonly organisation: string | null;
}

interface DescribedText extends GoldText {
  readonly descriptions: readonly GoldDescription[];
}

const FIELDS = ['office', 'tense', 'organisation'] as const;
type Field = (typeof FIELDS)[number];

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isAnswer(gold: string | null, found: string | null): boolean {
  return (gold ?? '-').split('|').some((one) => plain(one) === plain(found ?? '-'));
}

function isPerson(annotation: Annotation, gold: GoldDescription, found: RoleDescription): boolean {
  const name = annotation.entities[found.entity]?.name ?? '';
  return (
    name !== '' &&
    (name === gold.person || name.endsWith(` ${gold.person}`) || gold.person.endsWith(` ${name}`))
  );
}

function isFieldRight(
  annotation: Annotation,
  field: Field,
  gold: GoldDescription,
  found: RoleDescription,
): boolean {
  if (field === 'tense') return gold.tense === found.tense;
  if (field === 'office') return isAnswer(gold.office, found.office);
  return isAnswer(gold.organisation, annotation.entities[found.organisation]?.name ?? null);
}

interface Tally {
  gold: number;
  found: number;
  person: number;
  whole: number;
  fields: Record<Field, number>;
}

/** Compares the descriptions found in one text with its gold, and adds to the tally. Returns what was wrong, for reading. */
export function tallyDescriptions(row: DescribedText, annotation: Annotation, tally: Tally): string[] {
  const errors: string[] = [];
  const rest = new Set(annotation.descriptions);
  tally.gold += row.descriptions.length;
  tally.found += annotation.descriptions.length;
  const wrongOf = (gold: GoldDescription, one: RoleDescription): Field[] =>
    FIELDS.filter((field) => !isFieldRight(annotation, field, gold, one));
  for (const gold of row.descriptions) {
    const candidates = [...rest].filter((one) => isPerson(annotation, gold, one));
    const best = candidates.sort((a, b) => wrongOf(gold, a).length - wrongOf(gold, b).length)[0];
    if (best === undefined) {
      errors.push(`missed ${gold.person}: ${gold.office}`);
      continue;
    }
    rest.delete(best);
    const wrong = wrongOf(gold, best);
    tally.person += 1;
    for (const field of FIELDS) if (!wrong.includes(field)) tally.fields[field] += 1;
    if (wrong.length === 0) tally.whole += 1;
    else errors.push(`${wrong.join(', ')} of ${gold.person}: ${describe(annotation, best)}`);
  }
  for (const one of rest) errors.push(`extra ${describe(annotation, one)}`);
  return errors;
}

function describe({ entities }: Annotation, one: RoleDescription): string {
  return JSON.stringify([
    entities[one.entity]?.name,
    one.text,
    one.office,
    one.tense,
    entities[one.organisation]?.name ?? null,
  ]);
}

/**
 * F1 over the descriptions of our own gold (`eval/gold/descriptions.ndjson`): right is one whose person, office, tense
 * and organisation are all right. Per field: the share right among those of the right person.
 */
export async function evalDescriptions(pool: ApplyPool): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const rows = readGold<DescribedText>('descriptions');
  for (const part of ['test', 'dev'] as const) {
    const tally: Tally = {
      gold: 0,
      found: 0,
      person: 0,
      whole: 0,
      fields: { office: 0, tense: 0, organisation: 0 },
    };
    for (const row of rows.filter((one) => partOf(one) === part))
      tallyDescriptions(row, await annotateGold(pool, row), tally);
    figures[`${part}.f1`] = f1Of(tally.whole, tally.gold, tally.found);
    for (const field of FIELDS) figures[`${part}.${field}`] = tally.fields[field] / Math.max(1, tally.person);
  }
  return figures;
}
