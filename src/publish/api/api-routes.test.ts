import { describe, expect, it } from 'vitest';
import { halvikStory } from '../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../test/builders/web-deps.ts';
import { createWebApp } from '../web-app.ts';
import {
  ArticleListSchema,
  BriefingSchema,
  ChangesSchema,
  ClaimListSchema,
  FigureListSchema,
  OutletListSchema,
  OutletPageSchema,
  QuestionListSchema,
  QuestionSchema,
  QuoteListSchema,
  StoryListSchema,
  TopicListSchema,
} from './list-schemas.ts';
import {
  ArticleSchema,
  BlindSpotListSchema,
  ProblemSchema,
  SearchSchema,
  StatusSchema,
  TopicSchema,
} from './record-schemas.ts';
import { StorySchema } from './story-schemas.ts';

const app = createWebApp(
  buildWebDeps({
    baseUrl: 'https://example.org/news',
  }),
);

async function json(path: string, status = 200): Promise<unknown> {
  const response = await app.request(`/api/v1${path}`);
  expect([path, response.status]).toEqual([path, status]);
  return await response.json();
}

describe('the API', () => {
  it.each([
    ['/stories', StoryListSchema],
    ['/stories/halvik-port-fire', StorySchema],
    ['/stories/halvik-port-fire?version=2', StorySchema],
    ['/stories/ferry-timetable-vote', StorySchema],
    ['/articles/nw1', ArticleSchema],
    ['/stories?order=latest&limit=1', StoryListSchema],
    ['/stories?topic=halvik', StoryListSchema],
    ['/stories/halvik-port-fire/briefing', BriefingSchema],
    ['/stories/halvik-port-fire/briefing?version=1', BriefingSchema],
    ['/stories/halvik-port-fire/claims', ClaimListSchema],
    ['/stories/halvik-port-fire/figures', FigureListSchema],
    ['/stories/halvik-port-fire/quotes', QuoteListSchema],
    ['/stories/halvik-port-fire/changes?since=1', ChangesSchema],
    ['/articles?limit=3', ArticleListSchema],
    ['/articles?story=halvik-port-fire&outlet=halvik-times.example', ArticleListSchema],
    ['/topics', TopicListSchema],
    ['/topics?q=hal', TopicListSchema],
    ['/topics/halvik', TopicSchema],
    ['/outlets', OutletListSchema],
    ['/outlets/halvik-times.example', OutletPageSchema],
    ['/questions', QuestionListSchema],
    ['/questions?story=halvik-port-fire&limit=2', QuestionListSchema],
    ['/questions/why-do-lithium-batteries-burn-so-long', QuestionSchema],
    ['/questions/who-owns-the-maren-star', QuestionSchema],
    ['/search?q=fire&limit=2', SearchSchema],
    ['/blind-spots', BlindSpotListSchema],
    ['/blind-spots?by=kind', BlindSpotListSchema],
    ['/status', StatusSchema],
  ])('answers %s as its schema says, with nothing more', async (path, schema) => {
    const answer = await json(path);
    expect(schema.parse(answer)).toEqual(answer);
  });

  it('gives citations as data with the address of the passage', async () => {
    const story = StorySchema.parse(await json('/stories/halvik-port-fire'));
    const [statement] = story.sections.whatHappened;
    const wire = halvikStory().articles.find(({ article }) => article.id === 'nw1')!;
    const citation = statement?.citations[0];
    expect(wire.text.slice(citation?.start, citation?.end)).toBe(statement?.text);
    expect(citation?.url).toBe('https://example.org/news/article/nw1#s0');
  });

  it('never hands out the text of an article', async () => {
    for (const { text } of halvikStory().articles) {
      for (const path of ['/stories/halvik-port-fire', '/articles/nw1', '/search?q=fire']) {
        expect(JSON.stringify(await json(path))).not.toContain(JSON.stringify(text).slice(1, -1));
      }
    }
    const article = ArticleSchema.parse(await json('/articles/nw1'));
    expect(article.excerpts.some((excerpt) => excerpt.text === null)).toBe(true);
  });

  it.each([
    '/stories?limit=0',
    '/stories?limit=101',
    '/stories?section=nowhere',
    '/stories?order=oldest',
    '/stories?from=yesterday',
    '/stories/halvik-port-fire/changes',
    '/stories/halvik-port-fire/briefing?version=0',
    '/articles?limit=x',
    '/topics?q=',
    '/search?q=a&limit=-1',
    '/search',
    '/search?q=a&from=2025-02-30',
  ])('answers %s with problem+json that names the parameter', async (path) => {
    const response = await app.request(`/api/v1${path}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    const problem = ProblemSchema.parse(await response.json());
    expect(problem.errors?.length).toBeGreaterThan(0);
  });

  it.each([
    '/stories/nope',
    '/articles/nope',
    '/topics/nope',
    '/nope',
    '/stories/halvik-port-fire?version=99',
    '/stories/nope/claims',
    '/stories/halvik-port-fire/changes?since=99',
    '/outlets/nope',
    '/questions/nope',
  ])('answers %s with a problem of status 404', async (path) => {
    expect(ProblemSchema.parse(await json(path, 404)).type).toBe('urn:variorum:problem:web:not-found');
  });

  it('describes itself as OpenAPI 3.1 with every route', async () => {
    const description = (await json('/openapi.json')) as {
      openapi: string;
      paths: Record<string, unknown>;
      servers: { url: string }[];
      components: { schemas: Record<string, unknown> };
    };
    expect(description.openapi).toBe('3.1.0');
    expect(description.servers).toEqual([{ url: 'https://example.org/news/api/v1' }]);
    expect(Object.keys(description.paths).sort()).toEqual([
      '/articles',
      '/articles/{id}',
      '/ask',
      '/blind-spots',
      '/claims',
      '/events',
      '/figures',
      '/hand-in',
      '/outlets',
      '/outlets/{id}',
      '/questions',
      '/questions/{slug}',
      '/quotes',
      '/search',
      '/sources',
      '/status',
      '/stories',
      '/stories/{slug}',
      '/stories/{slug}/briefing',
      '/stories/{slug}/changes',
      '/stories/{slug}/claims',
      '/stories/{slug}/figures',
      '/stories/{slug}/quotes',
      '/topics',
      '/topics/{slug}',
    ]);
    expect(Object.keys(description.components.schemas)).toContain('Statement');
    // What may be null is said where it is used.
    for (const schema of Object.values(description.components.schemas))
      expect(schema).toMatchObject({ type: 'object' });
  });
});
