import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput } from '../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import type { Briefing } from '../core/briefing.ts';
import type { BriefInput } from '../core/ledger.ts';
import { OPEN_POLICY, type SourcePolicy } from '../core/source-policy.ts';
import { briefStory } from './brief-story.ts';
import { applyPolicy } from './source-policy.ts';
import { shownStatements, verifyBriefing } from './verify/verify-briefing.ts';

const input = briefInput(MILL_FIRE);
const outlets = [...new Set(MILL_FIRE.map(({ outlet }) => outlet.id))];
const policy = (changes: Partial<SourcePolicy>): SourcePolicy => ({ ...OPEN_POLICY, ...changes });
const briefed = (changes: Partial<SourcePolicy>): Briefing =>
  briefStory(applyPolicy(input, policy(changes))).briefing;

function citedOutlets({ sections, figures, quotes, roles }: Briefing, { articles }: BriefInput): Set<string> {
  const outletOf = new Map(articles.map(({ article, outlet }) => [article.id, outlet.id]));
  const text = JSON.stringify([sections, figures, quotes, roles]);
  const ids = [...text.matchAll(/"articleId":"([^"]+)"/g)].map((match) => match[1] ?? '');
  return new Set(ids.map((id) => outletOf.get(id) ?? id));
}

describe('applyPolicy', () => {
  it('gives the same input back when the policy does not concern the story', () => {
    expect(applyPolicy(input, OPEN_POLICY)).toBe(input);
    expect(applyPolicy(input, policy({ hide: ['elsewhere.example'], weights: { 'x.example': 2 } }))).toBe(
      input,
    );
  });

  it.each(outlets)('cites nothing of %s when it is hidden', (hidden) => {
    const briefing = briefed({ hide: [hidden] });
    expect(citedOutlets(briefing, input)).not.toContain(hidden);
    expect(briefing.headlineArticleId.startsWith(hidden)).toBe(false);
    expect(briefing.policy?.hide).toEqual([hidden]);
  });

  it('lets the earliest copy stand for a text whose outlet is hidden', () => {
    const copies = MILL_FIRE.slice(0, 3).map((item, i) =>
      i === 0 ? item : { ...item, copyOf: MILL_FIRE[0]!.article.id, copyKind: 'wire-copy' as const },
    );
    const left = applyPolicy(briefInput(copies), policy({ hide: [copies[0]!.outlet.id] })).articles;
    const own = left.filter(({ copyOf }) => copyOf === null);
    const earliest = left.toSorted((a, b) => a.article.publishedAt - b.article.publishedAt)[0];
    expect(own.map(({ article }) => article.id)).toEqual([earliest?.article.id]);
  });

  it('says only what two independent outlets carry when two are asked for', () => {
    const open = briefStory(input).briefing;
    const strict = briefed({ minOutlets: 2 });
    const alone = shownStatements(strict).filter(({ statement }) => statement.outlets.length < 2);
    expect(alone.filter(({ statement }) => statement.kind !== 'description')).toEqual([]);
    expect(shownStatements(strict).length).toBeLessThan(shownStatements(open).length);
    expect(strict.sections.whatHappened.length).toBeGreaterThan(0);
  });

  it('says so when nothing is carried widely enough', () => {
    const strict = briefed({ minOutlets: 9 });
    expect(strict.sections.whatHappened).toEqual([]);
    expect(strict.thin.whatHappened).toContain('9 independent outlets');
  });

  it('takes the words of an outlet that weighs more', () => {
    const cited = (id: string, factor: number): number =>
      briefed({ weights: { [id]: factor } }).sections.whatHappened.filter(({ citations: [first] }) =>
        MILL_FIRE.some(({ article, outlet }) => article.id === first.articleId && outlet.id === id),
      ).length;
    const gains = outlets.map((id) => cited(id, 10) - cited(id, 0.1));
    expect(Math.max(...gains)).toBeGreaterThan(0);
    expect(Math.min(...gains)).toBeGreaterThanOrEqual(0);
  });

  it('leaves every promise of the page standing, whatever the policy', () => {
    const anyPolicy = fc.record({
      hide: fc.subarray(outlets, { maxLength: outlets.length - 1 }),
      weights: fc.dictionary(fc.constantFrom(...outlets), fc.constantFrom(0.1, 0.5, 2, 10)),
      minOutlets: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(anyPolicy, (any) => {
        const narrowed = applyPolicy(input, any);
        expect(verifyBriefing(briefStory(narrowed).briefing, narrowed.articles)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
