import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../test/builders/written-stories.ts';
import type { Statement } from '../core/briefing.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import { bareTopic } from '../core/topic.ts';
import { briefStory } from './brief-story.ts';
import { verifyBriefing } from './verify/verify-briefing.ts';

const story = briefStory(briefInput(MILL_FIRE)).briefing;
const { sections } = story;
const texts = (statements: readonly Statement[]): string[] => statements.map((one) => one.text);

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
