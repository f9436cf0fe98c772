import { createRoute, z } from '@hono/zod-openapi';
import { GROUPINGS } from '../../core/blind-spot.ts';
import { SECTIONS } from '../../core/section.ts';
import {
  ArticleSchema,
  BlindSpotListSchema,
  OutletListSchema,
  ProblemSchema,
  SearchSchema,
  StatusSchema,
  StoryListSchema,
  TopicSchema,
} from './record-schemas.ts';
import { AnswerSchema, StorySchema } from './story-schemas.ts';

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const limit = z.coerce.number().int().min(1).max(100).default(20);
const day = z.iso.date().openapi({ example: '2025-12-14' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: problem('The request is not valid'),
});

const missing = { 404: problem('There is no such thing') };

export const storiesRoute = createRoute({
  method: 'get',
  path: '/stories',
  summary: 'Stories by rank, all or of one section',
  request: { query: z.object({ page, limit, section: z.enum(SECTIONS).optional() }) },
  responses: answer(StoryListSchema, 'A page of stories'),
});

export const storyRoute = createRoute({
  method: 'get',
  path: '/stories/{slug}',
  summary: 'One story with its briefing',
  request: {
    params: z.object({ slug: z.string() }),
    query: z.object({
      version: z.coerce.number().int().min(1).optional(),
      hide: z.string().max(4000).optional().openapi({ description: 'Outlets to leave out, with commas' }),
      weigh: z.string().max(4000).optional().openapi({ description: 'OUTLET:FACTOR, with commas' }),
      min: z.string().max(2).optional().openapi({ description: 'Least number of independent outlets' }),
    }),
  },
  responses: { ...answer(StorySchema, 'The story'), ...missing },
});

export const articleRoute = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'One article: metadata and what is cited of it',
  request: { params: z.object({ id: z.string() }) },
  responses: { ...answer(ArticleSchema, 'The article'), ...missing },
});

export const topicRoute = createRoute({
  method: 'get',
  path: '/topics/{slug}',
  summary: 'One topic with its stories',
  request: { params: z.object({ slug: z.string() }) },
  responses: { ...answer(TopicSchema, 'The topic'), ...missing },
});

export const outletsRoute = createRoute({
  method: 'get',
  path: '/outlets',
  summary: 'All outlets',
  responses: answer(OutletListSchema, 'The outlets'),
});

export const blindSpotsRoute = createRoute({
  method: 'get',
  path: '/blind-spots',
  summary: 'Stories that one group of outlets carries and another leaves out',
  request: { query: z.object({ by: z.enum(GROUPINGS).default('country') }) },
  responses: answer(BlindSpotListSchema, 'Most improbable first, with what was looked at'),
});

export const searchRoute = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Search in articles',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(300),
      outlet: z.string().optional(),
      from: day.optional(),
      to: day.optional(),
      page,
      limit,
    }),
  },
  responses: answer(SearchSchema, 'Articles and their stories'),
});

export const askRoute = createRoute({
  method: 'get',
  path: '/ask',
  summary: 'An answer from the stored articles with citations, or a refusal',
  request: { query: z.object({ q: z.string().trim().min(1).max(300), story: z.string().optional() }) },
  responses: { ...answer(AnswerSchema, 'The answer'), ...missing, 503: problem('Too much to do') },
});

export const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  summary: 'What is stored and when feeds were last polled',
  responses: answer(StatusSchema, 'The status'),
});
