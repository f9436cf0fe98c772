import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import type { RoleDescription } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { buildLedger } from './build-ledger.ts';
import { indexStory } from './index-story.ts';

type Told = readonly [day: number, role: string, office: string, tense: RoleDescription['tense']];

/** One article a role, each by an outlet of its own, in the order of its day. */
function standing(...told: Told[]): string[] {
  const articles = told.map(([day, role, office, tense], position): LedgerArticle => {
    const text = `The vote in the capital was told of by Hale Orme, ${role}.`;
    const written = ledgerArticle({
      id: `a${position}`,
      outlet: `Outlet ${position}`,
      title: 'Vote held',
      at: `2025-01-${String(day).padStart(2, '0')}T00:00:00Z`,
      sentences: [{ role: 'main', text }],
    });
    const start = text.indexOf(role);
    const entity = written.annotation.entities.findIndex((one) => one.name.includes('Orme'));
    const description: RoleDescription = {
      start,
      end: start + role.length,
      entity,
      text: role,
      office,
      organisation: -1,
      tense,
      asOf: null,
      sentence: 0,
    };
    return { ...written, annotation: { ...written.annotation, descriptions: [description] } };
  });
  const { roles } = buildLedger(indexStory(briefInput(articles))).ledger;
  return roles.map((role) => `${role.text}: ${role.stands ? 'stands' : 'held then'}`);
}

describe('roles that contradict each other', () => {
  it.each<[string, Told[], string[]]>([
    [
      'a newer report calls the bearer a former one',
      [
        [1, 'the prime minister', 'prime minister', 'current'],
        [2, 'a former prime minister', 'prime minister', 'former'],
      ],
      ['a former prime minister: stands', 'the prime minister: held then'],
    ],
    [
      'a title alone never makes a former holder a present one',
      [
        [1, 'a former prime minister', 'prime minister', 'former'],
        [2, 'Prime Minister', 'prime minister', 'current'],
      ],
      ['Prime Minister: held then', 'a former prime minister: stands'],
    ],
    [
      'two offices that nobody holds at once',
      [
        [1, 'leader of the opposition', 'leader', 'current'],
        [3, 'the prime minister', 'prime minister', 'current'],
      ],
      ['the prime minister: stands', 'leader of the opposition: held then'],
    ],
    [
      'elected, then in office',
      [
        [1, 'the president-elect', 'president', 'elect'],
        [5, 'the president', 'president', 'current'],
      ],
      ['the president: stands', 'the president-elect: held then'],
    ],
    [
      'offices that go together',
      [
        [1, 'the majority leader', 'majority leader', 'current'],
        [2, 'a senator', 'senator', 'current'],
      ],
      ['a senator: stands', 'the majority leader: stands'],
    ],
  ])('%s', (_, told, expected) => {
    expect(standing(...told)).toEqual(expected);
  });

  it('never leaves two of them standing on one day', () => {
    const roles = standing(
      [1, 'the prime minister', 'prime minister', 'current'],
      [1, 'the opposition leader', 'opposition leader', 'current'],
    );
    expect(roles.filter((role) => role.endsWith('stands'))).toHaveLength(1);
  });
});
