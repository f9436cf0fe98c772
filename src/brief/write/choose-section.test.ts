import { describe, expect, it } from 'vitest';
import type { Statement } from '../../core/briefing.ts';
import type { WritableClaim } from '../../core/written.ts';
import { type CheckedDraft, chooseSection } from './choose-section.ts';
import type { SectionMatter } from './section-matter.ts';

const WORDS = ['bridge', 'ferry', 'harbour', 'market', 'station', 'museum'];

function claim(number: number): WritableClaim {
  const text = `The ${WORDS[number - 1]} of Orrin was opened in year ${number}.`;
  const passage = {
    articleId: 'a1',
    start: 100 * number,
    end: 100 * number + text.length,
    outletId: 'a',
    outletName: 'The Mail',
    publishedAt: 0,
    text,
  };
  return {
    number,
    text,
    kind: 'main',
    holder: null,
    outlets: [{ id: 'a', name: 'The Mail' }, ...(number === 2 ? [{ id: 'b', name: 'The Post' }] : [])],
    asOf: 0,
    figures: [],
    quotes: [],
    dates: [],
    roles: [],
    passages: [passage],
  };
}

function extracted(number: number): Statement {
  const { text, passages } = claim(number);
  const [{ articleId, start, end }] = passages;
  return {
    text,
    citations: [{ articleId, start, end }],
    support: [],
    kind: 'main',
    by: null,
    outlets: ['a'],
  };
}

const MATTER: SectionMatter = {
  section: 'whatHappened',
  parts: [
    {
      name: 'whole',
      question: null,
      extracted: [extracted(1), extracted(2), extracted(3)],
      most: 4,
      claims: [1, 2, 3],
    },
  ],
  claims: [1, 2, 3, 4].map(claim),
};

const draft = (text: string, claims: number[], faults: string[] = []): CheckedDraft => ({
  part: 'whole',
  text,
  claims,
  faults,
});

function choose(...drafts: CheckedDraft[]) {
  const chosen = chooseSection({ matter: MATTER, drafts, statements: drafts.length, refused: 0 }, 'm');
  return {
    ...chosen.fared,
    texts: chosen.parts?.flatMap(({ statements }) => statements.map((one) => one.statement.text)),
  };
}

describe('what stands in a section', () => {
  it('is what holds, with every claim cited and the model named', () => {
    const drafts = [draft('Orrin opened its bridge and its ferry.', [1, 2])];
    const { parts } = chooseSection({ matter: MATTER, drafts, statements: 1, refused: 0 }, 'm');
    const statement = parts?.[0]?.statements[0]?.statement;
    expect(statement).toMatchObject({ writtenBy: 'm', by: null, outlets: ['a'] });
    expect(statement?.citations.map(({ start }) => start)).toEqual([100, 200]);
  });

  it('is the extracted statement of the same claim where one does not hold', () => {
    const fared = choose(
      draft('Orrin opened its bridge.', [1]),
      draft('Orrin opened its market.', [4]),
      draft('Orrin burned its ferry.', [2], ['The claims do not say this.']),
    );
    expect(fared).toMatchObject({ outcome: 'written', replaced: 1 });
    expect(fared.texts).toEqual(['Orrin opened its bridge.', 'Orrin opened its market.', claim(2).text]);
  });

  it('does not bring back what another statement tells already', () => {
    const fared = choose(
      draft('Orrin opened its bridge and its ferry.', [1, 2]),
      draft('Orrin opened its market.', [4]),
      draft('Orrin burned its ferry.', [2], ['no']),
    );
    expect(fared.texts).toEqual([
      'Orrin opened its bridge and its ferry.',
      'Orrin opened its market.',
      claim(3).text,
    ]);
  });

  it.each([
    [1, 3, 'written'],
    [2, 4, 'too-many-replaced'],
    [1, 2, 'too-many-replaced'],
    [2, 2, 'too-many-replaced'],
  ])('with %i of %i refused is %s', (refused, all, outcome) => {
    const drafts = Array.from({ length: all }, (_, index) =>
      draft(`Orrin opened its ${WORDS[index]}.`, [index + 1], index < refused ? ['no'] : []),
    );
    expect(choose(...drafts)).toMatchObject({ outcome, replaced: refused });
  });

  it('is extracted where nothing was answered', () => {
    expect(choose()).toMatchObject({ outcome: 'no-use' });
    expect(chooseSection({ matter: MATTER, drafts: null, statements: 0, refused: 0 }, 'm').parts).toBeNull();
  });

  it('has nothing twice, and no more than its part takes', () => {
    const same = draft('Orrin opened its bridge.', [1]);
    expect(choose(same, same, draft('Orrin opened its market.', [4])).texts).toHaveLength(2);
    const many = Array.from({ length: 6 }, (_, index) =>
      draft(`Orrin opened its ${WORDS[index]}.`, [1 + (index % 4)]),
    );
    expect(choose(...many).texts).toHaveLength(4);
  });
});
