import { describe, expect, it } from 'vitest';
import type { CoverageInput, CoveredArticle } from './coverage-table.ts';
import { atMost, findBlindSpots } from './find-blind-spots.ts';

const HOUR = 3_600_000;
const NOW = 72 * HOUR;

/** Ten outlets of GB and eight of PL; every outlet carries `common` stories, the last story only those of GB. */
function press(options: {
  readonly british?: number;
  readonly polish?: number;
  readonly common?: number;
  /** How many Polish outlets carry the last story. */
  readonly polishCarriers?: number;
  readonly polishCommon?: number;
  readonly begunAt?: number;
  readonly owner?: string | null;
}): CoverageInput {
  const { british = 10, polish = 8, common = 12, polishCarriers = 0, begunAt = 30 * HOUR } = options;
  const { polishCommon = common, owner = null } = options;
  const gb = Array.from({ length: british }, (_, i) => ({ id: `gb${i}.example`, country: 'GB' }));
  const pl = Array.from({ length: polish }, (_, i) => ({ id: `pl${i}.example`, country: 'PL' }));
  const articles: CoveredArticle[] = [];
  const firstAt = new Map([['last', begunAt]]);
  const carry = (outletId: string, storyId: string, publishedAt: number) =>
    articles.push({ outletId, storyId, language: 'en', publishedAt });
  for (let story = 0; story < common; story++) {
    firstAt.set(`s${story}`, 10 * HOUR);
    for (const { id } of gb) carry(id, `s${story}`, 60 * HOUR);
    if (story < polishCommon) for (const { id } of pl) carry(id, `s${story}`, 60 * HOUR);
  }
  for (const { id } of gb.slice(0, 7)) carry(id, 'last', begunAt + HOUR);
  for (const { id } of pl.slice(0, polishCarriers)) carry(id, 'last', begunAt + 2 * HOUR);
  const outlets = [...gb, ...pl].map((outlet) => ({
    ...outlet,
    kind: null,
    owner: outlet.country === 'PL' ? owner : null,
  }));
  return { now: NOW, outlets, groups: [], articles, firstAt };
}

describe('findBlindSpots', () => {
  it('tells a story that one country carries and another leaves out', () => {
    const { spots } = findBlindSpots(press({}));
    expect(spots).toHaveLength(1);
    expect(spots[0]).toMatchObject({
      grouping: 'country',
      storyId: 'last',
      group: { key: 'PL', carriers: 0, outlets: 8 },
      carrying: [{ key: 'GB', carriers: 7, outlets: 10 }],
    });
    expect(spots[0]?.group.expected).toBeGreaterThan(5);
    expect(spots[0]?.probability).toBeLessThan(0.001);
  });

  it('takes no story for left out that the group tells in another story of the event', () => {
    const input = press({});
    const outlets = ['pl0.example', 'pl1.example', 'pl2.example', 'pl3.example'];
    const articles = outlets.map((outletId) => ({
      outletId,
      storyId: 'answers',
      language: 'en',
      publishedAt: 50 * HOUR,
    }));
    const told = { ...input, articles: [...input.articles, ...articles] };
    expect(findBlindSpots(told).spots).toHaveLength(1);
    expect(findBlindSpots({ ...told, kin: new Map([['last', ['answers']]]) }).spots).toEqual([]);
  });

  it.each<[string, Parameters<typeof press>[0]]>([
    ['three of eight carry it', { polishCarriers: 3 }],
    ['the group has three outlets', { polish: 3 }],
    ['its outlets are of one owner and so are one', { owner: 'Ellery Titles' }],
    ['its outlets hardly take up any common story', { polishCommon: 1 }],
    ['there are too few stories to tell a habit by', { common: 4 }],
    ['the story is hours old', { begunAt: NOW - 6 * HOUR }],
  ])('claims nothing when %s', (_, options) => {
    expect(findBlindSpots(press(options)).spots).toEqual([]);
  });

  it('compares a story among outlets of its language only', () => {
    const input = press({});
    const articles = input.articles.map((article) =>
      article.outletId.startsWith('pl')
        ? { ...article, language: 'pl', storyId: `pl-${article.storyId}` }
        : article,
    );
    expect(findBlindSpots({ ...input, articles }).spots).toEqual([]);
  });

  it('knows the groups that the operator has set, and says how many of each were read', () => {
    const input = press({});
    const groups = [
      { name: 'East', outlets: input.outlets.filter(({ country }) => country === 'PL').map(({ id }) => id) },
      { name: 'West', outlets: input.outlets.filter(({ country }) => country === 'GB').map(({ id }) => id) },
    ];
    const { spots, surveys } = findBlindSpots({ ...input, groups });
    expect(spots.map(({ grouping, group }) => [grouping, group.key])).toEqual([
      ['country', 'PL'],
      ['own', 'East'],
    ]);
    expect(surveys.find(({ grouping }) => grouping === 'own')?.groups).toEqual([
      { key: 'West', outlets: 10 },
      { key: 'East', outlets: 8 },
    ]);
    expect(surveys.find(({ grouping }) => grouping === 'kind')).toMatchObject({ groups: [], checked: 0 });
  });

  it('gives the same for articles in any order', () => {
    const input = press({});
    const reversed = { ...input, articles: input.articles.toReversed(), outlets: input.outlets.toReversed() };
    expect(findBlindSpots(reversed)).toEqual(findBlindSpots(input));
  });
});

describe('atMost', () => {
  it.each([
    [0, [0.5, 0.5], 0.25],
    [1, [0.5, 0.5], 0.75],
    [2, [0.5, 0.5], 1],
    [0, [], 1],
    [0, [0.9, 0.8], 0.02],
  ])('%i of %j', (count, chances, probability) => {
    expect(atMost(count, chances)).toBeCloseTo(probability, 10);
  });
});
