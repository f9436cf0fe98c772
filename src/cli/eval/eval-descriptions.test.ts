import { describe, expect, it } from 'vitest';
import type { Annotation, RoleDescription } from '../../core/annotation.ts';
import { type GoldDescription, tallyDescriptions } from './eval-descriptions.ts';
import { readGold } from './read-gold.ts';

const GOLD: GoldDescription = {
  person: 'Maria Varga',
  office: 'mayor',
  tense: 'former',
  organisation: 'Lund|-',
};
const FOUND: RoleDescription = {
  start: 0,
  end: 10,
  entity: 0,
  text: 'a former mayor of Lund',
  office: 'mayor',
  organisation: 1,
  tense: 'former',
  asOf: null,
  sentence: 0,
};

function whole(changes: Partial<RoleDescription>): number {
  const entities = [
    { name: 'Maria Varga', type: 'person', mentions: 1 },
    { name: 'Lund', type: 'place', mentions: 1 },
    { name: 'Orlen', type: 'place', mentions: 1 },
  ] as const;
  const annotation = { entities, descriptions: [{ ...FOUND, ...changes }] } as unknown as Annotation;
  const tally = { gold: 0, found: 0, person: 0, whole: 0, fields: { office: 0, tense: 0, organisation: 0 } };
  tallyDescriptions({ id: 'd001', text: '', publishedAt: 0, descriptions: [GOLD] }, annotation, tally);
  return tally.whole;
}

describe('tallyDescriptions', () => {
  it.each<[string, Partial<RoleDescription>, number]>([
    ['all right', {}, 1],
    ['no body, where the gold allows none', { organisation: -1 }, 1],
    ['another body', { organisation: 2 }, 0],
    ['another person', { entity: 1 }, 0],
    ['another office', { office: 'deputy mayor' }, 0],
    ['another tense', { tense: 'current' }, 0],
  ])('%s', (_, changes, expected) => {
    expect(whole(changes)).toBe(expected);
  });

  it('has a gold of 150 descriptions and 40 texts without any', () => {
    const rows = readGold<{ id: string; text: string; publishedAt: number; descriptions: GoldDescription[] }>(
      'descriptions',
    );
    expect(rows.flatMap((row) => row.descriptions).length).toBeGreaterThanOrEqual(150);
    expect(rows.filter((row) => row.descriptions.length === 0).length).toBeGreaterThanOrEqual(40);
  });
});
