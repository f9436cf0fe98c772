import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../test/builders/brief-input.ts';
import { shownPassages, wordsShown } from '../../test/builders/shown-passages.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import type { Annotation } from '../core/annotation.ts';
import { QUOTATION_LIMITS } from '../core/quotation-limits.ts';
import { briefStory } from './brief-story.ts';
import { MAX_FIRST_SENTENCE_WORDS, quotationLimit } from './quotation-budget.ts';
import { verifyBriefing } from './verify/verify-briefing.ts';

/** Articles of random sentences, some of them shared, so that claims, copies and repetitions occur. */
const SENTENCES = [
  'The council of Ottery closed the bridge after cracks were found in 3 pillars.',
  'Cracks were found in 3 pillars, so the council of Ottery closed the bridge.',
  'At least 12 people were killed when the Ottery bridge fell into the river.',
  'About 15 people were killed as the bridge at Ottery fell into the river.',
  '“Nobody checked the pillars for years,” said Dora Lindqvist.',
  'Dora Lindqvist said the bridge would stay closed until summer.',
  'But the ferry across the river carried twice as many people on Tuesday.',
  'It was built in 1931.',
  'Read more: pictures of the bridge',
  'traffic was bad',
];
const ROLES = [
  'main',
  'consequence',
  'previous-event',
  'current-context',
  'evaluation',
  'expectation',
  'none',
] as const;
const anArticle = fc.record({
  outlet: fc.constantFrom('North Press', 'Daily Whistle', 'Courier', 'Tide'),
  hour: fc.nat(72),
  isCopy: fc.boolean(),
  sentences: fc.array(fc.record({ text: fc.constantFrom(...SENTENCES), role: fc.constantFrom(...ROLES) }), {
    minLength: 1,
    maxLength: 12,
  }),
});
const someArticles = fc.array(anArticle, { minLength: 1, maxLength: 6 }).map((written) =>
  written.map(({ outlet, hour, isCopy, sentences }, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet,
      title: `Bridge at Ottery closed (${i})`,
      at: new Date(Date.UTC(2025, 0, 1, hour)).toISOString(),
      sentences,
      ...(isCopy && i > 0 ? { copyOf: 'a0' } : {}),
    }),
  ),
);

describe('every briefing', () => {
  it('passes its own verification', () => {
    fc.assert(
      fc.property(someArticles, fc.constantFrom(null, QUOTATION_LIMITS), (articles, quotationBudget) => {
        const { briefing } = briefStory(briefInput(articles, { quotationBudget }));
        expect(verifyBriefing(briefing, articles)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the articles', () => {
    fc.assert(
      fc.property(someArticles, fc.nat(), (articles, turn) => {
        const turned = articles.map((_, i) => articles[(i + turn) % articles.length]!).reverse();
        expect(briefStory(briefInput(turned))).toEqual(briefStory(briefInput(articles)));
      }),
      { numRuns: 40 },
    );
  });

  it('shows no more of an article than the limits, one sentence excepted', () => {
    const limits = fc.record({
      words: fc.integer({ min: 1, max: 150 }),
      share: fc.constantFrom(0.05, 0.2, 0.5, 1),
    });
    fc.assert(
      fc.property(someArticles, limits, (articles, quotationBudget) => {
        const passages = shownPassages(briefStory(briefInput(articles, { quotationBudget })).briefing);
        for (const article of articles) {
          const most = Math.max(MAX_FIRST_SENTENCE_WORDS, quotationLimit(article, quotationBudget));
          expect(wordsShown(article.article.id, passages)).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is made from annotations however odd', () => {
    const offset = fc.integer({ min: -5, max: 400 });
    const odd = fc.record({
      sentences: fc.array(
        fc.record({
          start: offset,
          end: offset,
          block: fc.nat(3),
          role: fc.constantFrom(...ROLES),
          speech: fc.boolean(),
        }),
        { maxLength: 8 },
      ),
      quotes: fc.array(
        fc.record({
          kind: fc.constantFrom('direct', 'mixed', 'indirect'),
          content: fc.record({ start: offset, end: offset }),
          cue: fc.constant(null),
          speaker: fc.option(fc.record({ start: offset, end: offset })),
          speakerEntity: fc.integer({ min: -2, max: 9 }),
          sentence: fc.integer({ min: -2, max: 9 }),
        }),
        { maxLength: 4 },
      ),
      dates: fc.array(
        fc.record({
          start: offset,
          end: offset,
          at: fc.constantFrom(Number.NaN, 0, -1e15, 1e15, Date.UTC(2019, 5)),
          precision: fc.constantFrom(
            'minute',
            'day',
            'week',
            'month',
            'quarter',
            'season',
            'year',
            'decade',
            'century',
          ),
          sentence: offset,
        }),
        { maxLength: 4 },
      ),
      descriptions: fc.array(
        fc.record({
          start: offset,
          end: offset,
          entity: fc.integer({ min: -2, max: 9 }),
          text: fc.string(),
          office: fc.string(),
          organisation: fc.integer({ min: -2, max: 9 }),
          asOf: fc.constantFrom(null, Number.NaN, 0, -1e15),
          tense: fc.constantFrom('current', 'former'),
          sentence: offset,
        }),
        { maxLength: 4 },
      ),
      loadedWords: fc.array(
        fc.record({
          start: offset,
          end: offset,
          sentence: offset,
          polarity: fc.constantFrom('negative', 'neutral'),
        }),
        { maxLength: 4 },
      ),
    }) as fc.Arbitrary<Partial<Annotation>>;
    fc.assert(
      fc.property(odd, (annotation) => {
        const articles = MILL_FIRE.map((one) => ({
          ...one,
          annotation: { ...one.annotation, ...annotation },
        }));
        const { briefing } = briefStory(briefInput(articles));
        expect(verifyBriefing(briefing, articles)).toEqual([]);
      }),
      {
        numRuns: 150,
        // A sentence that begins within "inferno" begins with "no", which no part of it may leave out.
        examples: [
          [
            {
              sentences: [{ start: 14, end: 81, block: 0, role: 'main', speech: false }],
              quotes: [],
              dates: [],
              descriptions: [],
              loadedWords: [],
            },
          ],
        ],
      },
    );
  });
});
