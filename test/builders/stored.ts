import type { Annotation } from '../../src/core/annotation.ts';
import type { Article } from '../../src/core/article.ts';
import type { Briefing, Statement } from '../../src/core/briefing.ts';
import type { Outlet } from '../../src/core/outlet.ts';
import type { Fingerprint, StoryAssignment, StoryState } from '../../src/core/story.ts';
import { bareTopic, type Topic } from '../../src/core/topic.ts';

/** Rows as the pipeline would store them, with what a test does not care about filled in. */
export function outlet(id: string, more: Partial<Outlet> = {}): Outlet {
  return { id, name: id, homeUrl: null, country: null, language: 'en', kind: null, owner: null, ...more };
}

export function article(id: string, more: Partial<Article> = {}): Article {
  return {
    id,
    externalId: null,
    url: `https://example.org/${id}`,
    outletId: 'example.org',
    title: `Title of ${id}`,
    text: `The harbour of Eastreach was closed on Friday. Nobody was hurt, said the ${id} report.`,
    byline: null,
    publishedAt: Date.UTC(2025, 11, 14, 9),
    datePrecision: 'minute',
    language: 'en',
    imageUrl: null,
    origin: 'page',
    truncated: false,
    warnings: [],
    ...more,
  };
}

export function annotation(articleId: string, more: Partial<Annotation> = {}): Annotation {
  return {
    articleId,
    language: 'en',
    sentences: [{ start: 0, end: 46, block: 0, role: 'main', speech: false }],
    entities: [],
    mentions: [],
    descriptions: [],
    figures: [],
    quotes: [],
    dates: [],
    loadedWords: [],
    tone: [],
    wireCredit: null,
    ...more,
  };
}

export function fingerprint(articleId: string, more: Partial<Fingerprint> = {}): Fingerprint {
  return {
    articleId,
    outletId: 'example.org',
    publishedAt: Date.UTC(2025, 11, 14, 9),
    language: 'en',
    signature: [1, 2, 3],
    shingles: 3,
    terms: [['harbour', 2]],
    names: [['eastreach', 1]],
    wireCredit: null,
    ...more,
  };
}

/** That an article with a text of its own belongs to a story. */
export function assignment(
  articleId: string,
  storyId: string,
  more: Partial<StoryAssignment> = {},
): StoryAssignment {
  const asCopy = { copyOf: null, copyKind: null, copySimilarity: null, copyReason: null };
  return { articleId, storyId, ...asCopy, score: 1, ...more };
}

export function storyState(id: string, more: Partial<StoryState> = {}): StoryState {
  const at = Date.UTC(2025, 11, 14, 9);
  return { id, language: 'en', firstAt: at, lastAt: at, size: 1, terms: [], names: [], ...more };
}

export function topic(id: string, more: Partial<Topic> = {}): Topic {
  return {
    ...bareTopic({ id, slug: id.toLowerCase(), title: id, type: 'place', origin: 'base' }),
    ...more,
  };
}

function statement(articleId: string, more: Partial<Statement> = {}): Statement {
  return {
    text: 'The harbour of Eastreach was closed on Friday.',
    citations: [{ articleId, start: 0, end: 46 }],
    support: [],
    kind: 'main',
    by: null,
    outlets: ['example.org'],
    ...more,
  };
}

export function briefing(storyId: string, articleId: string, more: Partial<Briefing> = {}): Briefing {
  return {
    storyId,
    slug: `slug-${storyId}`,
    headline: 'Harbour closed',
    headlineArticleId: articleId,
    asOf: Date.UTC(2025, 11, 14, 9),
    counts: { articles: 1, copies: 0, independentOutlets: 1, countries: 1 },
    sections: {
      whatHappened: [statement(articleId)],
      behindTheHeadline: [],
      papersSay: { outlets: [], agreement: [], differences: [], matrix: { outlets: [], facts: [] } },
      howWeGotHere: [],
      commonQuestions: [
        { slug: `why-${storyId}`, question: 'Why was the harbour closed?', intro: null, answer: [] },
      ],
      topics: [],
    },
    figures: [],
    quotes: [],
    roles: [],
    thin: {},
    ...more,
  };
}
