import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import type { Annotation } from '../core/annotation.ts';
import type { Statement } from '../core/briefing.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import { bareTopic } from '../core/topic.ts';
import { briefStory } from './brief-story.ts';
import { MAX_FIRST_SENTENCE_WORDS, quotationLimit } from './quotation-budget.ts';
import { wordCount } from './sentence-quality.ts';
import { shownStatements, verifyBriefing } from './verify/verify-briefing.ts';

const story = briefStory(briefInput(MILL_FIRE)).briefing;
const { sections } = story;
const texts = (statements: readonly Statement[]): string[] => statements.map((one) => one.text);

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

describe('briefStory', () => {
  it('leads with the newest toll and leaves the older one out', () => {
    expect(sections.whatHappened[0]?.text).toContain('rose to 15 people');
    expect(texts(sections.whatHappened).join(' ')).not.toContain('12 people');
  });

  it('takes a plain headline', () => {
    expect(story.headline).toBe('Fire at Harrow Bridge mill kills 15, county fire service says');
    expect(story.headlineArticleId).toBe('courier-1');
  });

  it('shows a figure that is out by a factor of ten as a difference', () => {
    const [difference] = sections.papersSay.differences;
    expect(difference?.what).toBe('people killed');
    expect(difference?.sides.map((side) => side.outlets)).toEqual([
      ['north-press.example'],
      ['eastreach-courier.example'],
      ['daily-whistle.example'],
    ]);
  });

  it('gives a forecast only with its holder', () => {
    const following = sections.behindTheHeadline.find(({ group }) => group === 'what-could-follow');
    expect(following?.statements.map((one) => one.by?.name)).toEqual(['Dora Lindqvist']);
    expect(JSON.stringify(sections)).not.toContain('The price of cardboard');
  });

  it('counts the reprint as a copy of its outlet and not as support', () => {
    expect(story.counts).toEqual({ articles: 4, copies: 1, independentOutlets: 3, countries: 3 });
    const reprint = sections.papersSay.outlets.find(({ outletId }) => outletId === 'harbour-times.example');
    expect(reprint?.reprints).toBe('north-press.example');
    expect(sections.papersSay.outlets.at(-1)).toBe(reprint);
  });

  it('gives a matrix fact one cell per independent outlet', () => {
    const { matrix } = sections.papersSay;
    expect(matrix.outlets).toHaveLength(3);
    expect(matrix.facts.length).toBeGreaterThan(0);
    for (const { cells } of matrix.facts) {
      expect(cells).toHaveLength(3);
      expect(cells.filter((cell) => cell !== null).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('asks what the story raises and says when no source answers', () => {
    const killed = sections.commonQuestions.find(
      ({ question }) => question === 'How many people were killed?',
    );
    expect(killed?.answer[0]?.text).toContain('15 people');
    const cause = sections.commonQuestions.find(({ question }) => question === 'What caused the fire?');
    expect(cause?.answer).toEqual([]);
  });

  it('says that a story of one outlet has one source', () => {
    const { briefing } = briefStory(briefInput([MILL_FIRE[0]]));
    expect(briefing.thin.papersSay).toBe('Only one independent source so far: North Press.');
    expect(briefing.sections.whatHappened.length).toBeGreaterThan(0);
    expect(verifyBriefing(briefing, [MILL_FIRE[0]])).toEqual([]);
  });

  it('says that sentences are not told apart where no article is in a language for it', () => {
    const articles = MILL_FIRE.slice(0, 2).map((one) => ({
      ...one,
      annotation: {
        ...one.annotation,
        missing: ['roles' as const],
        sentences: one.annotation.sentences.map((sentence) => ({ ...sentence, role: 'none' as const })),
      },
    }));
    const { thin } = briefStory(briefInput(articles)).briefing;
    expect(thin.behindTheHeadline).toMatch(/^Not read/);
    expect(thin.howWeGotHere).toMatch(/^Not read/);
  });

  it('describes a topic that is in no base in the words of an article', () => {
    const text = 'The mill was bought by Hale Orme, a timber trader from Eastreach, on Monday.';
    const written = ledgerArticle({
      id: 'a',
      outlet: 'A',
      title: 'Mill sold',
      at: '2025-01-02T00:00:00Z',
      sentences: [{ role: 'main', text }],
    });
    const entity = written.annotation.entities.findIndex((one) => one.name === 'Hale Orme');
    const start = text.indexOf('a timber');
    const description = {
      start,
      end: text.indexOf(', on'),
      entity,
      text: 'a timber trader from Eastreach',
      office: 'trader',
      organisation: -1,
      asOf: null,
      tense: 'current',
      sentence: 0,
    } as const;
    const topic = bareTopic({
      id: 't',
      slug: 'hale-orme',
      title: 'Hale Orme',
      type: 'person',
      origin: 'articles',
    });
    const article: LedgerArticle = {
      ...written,
      annotation: { ...written.annotation, descriptions: [description] },
      links: [{ entity, topic, score: 1, salience: 0.5 }],
    };
    const [card] = briefStory(briefInput([article])).briefing.sections.topics;
    expect(card?.described?.text).toBe('Hale Orme, a timber trader from Eastreach');
    expect(card?.extract).toBeNull();
  });
});

/** Words of one article that statements show, each passage counted once. */
function wordsShown(
  statements: readonly Statement[],
  articleId: string,
): { words: number; passages: number } {
  const own = statements.filter(({ citations }) => citations[0].articleId === articleId);
  const passages = new Map(
    own.map(({ citations: [one], text }) => [`${one.start} ${one.end}`, wordCount(text)]),
  );
  return { passages: passages.size, words: [...passages.values()].reduce((sum, count) => sum + count, 0) };
}

describe('every briefing', () => {
  it('passes its own verification', () => {
    fc.assert(
      fc.property(someArticles, fc.boolean(), (articles, quotationBudget) => {
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

  it('shows no more of an article than the limit, one sentence excepted', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        const { briefing } = briefStory(briefInput(articles, { quotationBudget: true }));
        const shown = [
          ...shownStatements(briefing).map(({ statement }) => statement),
          ...briefing.sections.commonQuestions.flatMap((question) => question.answer),
        ];
        for (const article of articles) {
          const { words, passages } = wordsShown(shown, article.article.id);
          const limit = passages === 1 ? MAX_FIRST_SENTENCE_WORDS : 0;
          expect(words).toBeLessThanOrEqual(Math.max(limit, quotationLimit(article)));
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
      { numRuns: 150 },
    );
  });
});
