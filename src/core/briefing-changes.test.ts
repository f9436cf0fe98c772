import { describe, expect, it } from 'vitest';
import { briefInput } from '../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import { briefStory } from '../brief/brief-story.ts';
import type { Briefing, OutletCoverage, Statement } from './briefing.ts';
import { briefingChanges, isNewVersion } from './briefing-changes.ts';
import type { RoleEntry } from './ledger.ts';

const base = briefStory(briefInput(MILL_FIRE)).briefing;
const [first] = base.sections.whatHappened as [Statement];
const [figure] = base.figures;
if (figure === undefined) throw new Error('the story has no figure');
const mayor: RoleEntry = {
  name: 'Dora Lindqvist',
  topicId: null,
  text: 'the mayor of Harrow Bridge',
  office: 'mayor',
  organisation: 'Harrow Bridge',
  tense: 'current',
  asOf: 1,
  stands: true,
  citation: { articleId: 'north-1', start: 0, end: 5 },
};

function withFirst(changes: Partial<Statement>): Briefing {
  const [, ...rest] = base.sections.whatHappened;
  return { ...base, sections: { ...base.sections, whatHappened: [{ ...first, ...changes }, ...rest] } };
}

function withOutlets(
  change: (outlet: OutletCoverage, i: number, all: readonly OutletCoverage[]) => OutletCoverage,
): Briefing {
  const { papersSay } = base.sections;
  const outlets = papersSay.outlets.map(change);
  return { ...base, sections: { ...base.sections, papersSay: { ...papersSay, outlets } } };
}

function withFigure(changes: object): Briefing {
  return {
    ...base,
    figures: [{ ...figure!, latest: { ...figure!.latest, ...changes } }, ...base.figures.slice(1)],
  };
}

const elsewhere = { articleId: 'courier-1', start: 3, end: 9 };

describe('what is a new version', () => {
  it.each<[string, Briefing]>([
    ['nothing', structuredClone(base)],
    ['another order of citations', withFirst({ citations: [elsewhere, ...first.citations] })],
    ['more support', withFirst({ support: [...first.support, elsewhere] })],
    ['a bracketed day', withFirst({ text: `${first.text} [5 March]` })],
    ['a later time', { ...base, asOf: base.asOf + 1 }],
    ['one more article', { ...base, counts: { ...base.counts, articles: base.counts.articles + 1 } }],
    ['the same figure from another place', withFigure({ ...elsewhere, publishedAt: 1 })],
    ['the same mayor under a shorter name', { ...base, roles: [{ ...mayor, name: 'Lindqvist' }] }],
    ['outlets in another order', withOutlets((_, i, all) => all.at(-1 - i)!)],
  ])('not: %s', (_, newer) => {
    expect(
      isNewVersion(
        briefingChanges(
          { ...base, roles: [mayor] },
          newer.roles.length > 0 ? newer : { ...newer, roles: [mayor] },
        ),
      ),
    ).toBe(false);
  });

  it.each<[string, Briefing]>([
    ['another headline', { ...base, headline: 'Fire at the mill is out' }],
    ['another sentence', withFirst({ text: first.text.replace('paper mill', 'saw mill') })],
    ['another number in a sentence', withFirst({ text: first.text.replace(/\d+/, '16') })],
    ['a sentence less', { ...base, sections: { ...base.sections, whatHappened: [first] } }],
    ['another figure', withFigure({ value: 16, text: '16 people' })],
    ['a figure that is only a bound', withFigure({ modifier: 'at-least' })],
    ['a figure in dispute', { ...base, figures: [{ ...figure, disagreement: 'none' }] }],
    ['a figure less', { ...base, figures: [] }],
    [
      'an outlet with another headline',
      withOutlets((outlet) => ({ ...outlet, headline: `${outlet.headline}, again` })),
    ],
    ['an outlet that leaves out a fact', withOutlets((outlet) => ({ ...outlet, leavesOut: ['x'] }))],
    ['an outlet less', withOutlets((outlet) => ({ ...outlet, outletId: 'other.example' }))],
  ])('yes: %s', (_, newer) => {
    expect(isNewVersion(briefingChanges(base, newer))).toBe(true);
  });
});

describe('corrections', () => {
  it('give the old and the new figure with the passages of both', () => {
    const newer = withFigure({ ...elsewhere, value: 16, text: '16 people' });
    const { articleId, start, end, text } = figure.latest;
    expect(briefingChanges(base, newer).corrections).toEqual([
      {
        kind: 'figure',
        what: figure.what,
        from: { text, citation: { articleId, start, end } },
        to: { text: '16 people', citation: elsewhere },
      },
    ]);
  });

  it.each<[string, RoleEntry[], string | null]>([
    ['another holder of an office', [{ ...mayor, name: 'Tom Brandt', citation: elsewhere }], 'Tom Brandt'],
    ['a fuller name', [{ ...mayor, name: 'Dora Maria Lindqvist' }], null],
    ['a role that no longer stands', [{ ...mayor, name: 'Tom Brandt', stands: false }], null],
    [
      'a former holder beside the present one',
      [mayor, { ...mayor, name: 'Tom Brandt', tense: 'former' }],
      null,
    ],
    ['the mayor of another town', [{ ...mayor, name: 'Tom Brandt', organisation: 'Eastreach' }], null],
    ['two who are both given the office', [mayor, { ...mayor, name: 'Tom Brandt' }], null],
  ])('of a name: %s', (_, roles, name) => {
    const { corrections } = briefingChanges({ ...base, roles: [mayor] }, { ...base, roles });
    expect(corrections.map(({ to }) => to.text)).toEqual(name === null ? [] : [name]);
  });
});
