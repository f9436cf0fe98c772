import { createRoute, z } from '@hono/zod-openapi';
import { GROUPINGS } from '../../core/blind-spot.ts';
import { SECTIONS } from '../../core/section.ts';
import {
  answer,
  busy,
  cursorParameter,
  dayParameter,
  limitParameter,
  missing,
  slugParameter,
} from './definition-parts.ts';
import { ArticleListSchema, OutletListSchema, OutletPageSchema, TopicListSchema } from './list-schemas.ts';
import {
  ArticleSchema,
  BlindSpotListSchema,
  SearchSchema,
  StatusSchema,
  TopicSchema,
} from './record-schemas.ts';
import { AnswerSchema } from './story-schemas.ts';

const idParameter = z.object({ id: z.string().min(1).max(300) });

export const ArticlesQuery = z.object({
  outlet: z.string().max(300).optional().openapi({ description: 'Id of an outlet' }),
  story: z.string().max(300).optional().openapi({ description: 'Slug of a story' }),
  topic: z.string().max(300).optional().openapi({ description: 'Slug of a topic' }),
  from: dayParameter.openapi({ description: 'First day of publication, UTC' }),
  to: dayParameter.openapi({ description: 'Last day of publication, UTC' }),
  limit: limitParameter,
  cursor: cursorParameter,
});

export const articlesRoute = createRoute({
  method: 'get',
  path: '/articles',
  tags: ['Articles'],
  summary: 'Articles, newest first: everything but their text',
  request: { query: ArticlesQuery },
  responses: answer(ArticleListSchema, 'A part of the list'),
});

export const articleRoute = createRoute({
  method: 'get',
  path: '/articles/{id}',
  tags: ['Articles'],
  summary: 'One article: metadata and what is cited of it',
  request: { params: idParameter },
  responses: { ...answer(ArticleSchema, 'The article'), ...missing },
});

export const TopicsQuery = z.object({
  q: z.string().trim().min(1).max(100).optional().openapi({ description: 'How the title begins' }),
  limit: limitParameter,
  cursor: cursorParameter,
});

export const topicsRoute = createRoute({
  method: 'get',
  path: '/topics',
  tags: ['Topics'],
  summary: 'Topics of articles, by slug',
  request: { query: TopicsQuery },
  responses: answer(TopicListSchema, 'A part of the list'),
});

export const topicRoute = createRoute({
  method: 'get',
  path: '/topics/{slug}',
  tags: ['Topics'],
  summary: 'One topic with its newest stories',
  request: { params: slugParameter },
  responses: { ...answer(TopicSchema, 'The topic'), ...missing },
});

export const OutletsQuery = z.object({ limit: limitParameter, cursor: cursorParameter });

export const outletsRoute = createRoute({
  method: 'get',
  path: '/outlets',
  tags: ['Outlets'],
  summary: 'Outlets, by id',
  request: { query: OutletsQuery },
  responses: answer(OutletListSchema, 'A part of the list'),
});

export const outletRoute = createRoute({
  method: 'get',
  path: '/outlets/{id}',
  tags: ['Outlets'],
  summary: 'One outlet: health of its feeds, recent articles, stories it takes part in',
  request: { params: idParameter },
  responses: { ...answer(OutletPageSchema, 'The outlet'), ...missing },
});

export const BlindSpotsQuery = z.object({ by: z.enum(GROUPINGS).default('country') });

export const blindSpotsRoute = createRoute({
  method: 'get',
  path: '/blind-spots',
  tags: ['Outlets'],
  summary: 'Stories that one group of outlets carries and another leaves out',
  request: { query: BlindSpotsQuery },
  responses: answer(BlindSpotListSchema, 'Most improbable first, with what was looked at'),
});

export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(300).openapi({ description: 'Words; an article has to have them all' }),
  outlet: z.string().max(300).optional(),
  topic: z.string().max(300).optional().openapi({ description: 'Slug of a topic' }),
  section: z.enum(SECTIONS).optional().openapi({ description: "Section of the article's story" }),
  from: dayParameter,
  to: dayParameter,
  limit: limitParameter,
  cursor: cursorParameter,
});

export const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  tags: ['Search'],
  summary: 'Search in articles',
  request: { query: SearchQuery },
  responses: answer(SearchSchema, 'Articles, best first, and their stories'),
});

export const AskQuery = z.object({
  q: z.string().trim().min(1).max(300),
  story: z.string().max(300).optional().openapi({ description: 'Slug of the story to answer from' }),
});

export const askRoute = createRoute({
  method: 'get',
  path: '/ask',
  tags: ['Search'],
  summary: 'An answer from the stored articles with citations, or a refusal',
  request: { query: AskQuery },
  responses: { ...answer(AnswerSchema, 'The answer'), ...missing, ...busy },
});

export const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  tags: ['Status'],
  summary: 'What is stored and when feeds were last polled',
  responses: answer(StatusSchema, 'The status'),
});
