import { createRoute, z } from '@hono/zod-openapi';
import { answer, busy, notOffered } from './definition-parts.ts';
import { ArticleCardSchema } from './record-schemas.ts';
import { orNull, StatementSchema, StoryCardSchema } from './story-schemas.ts';

export const HandInQuery = z.object({
  url: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .openapi({ description: 'Address of an article, as a reader has it' }),
});

export const HandInSchema = z
  .object({
    url: z.string().openapi({ description: 'The address in its canonical form' }),
    pageUrl: z.url().openapi({ description: 'The same answer as a page of this site' }),
    state: z.enum(['stored', 'waiting', 'unreadable', 'unknown']).openapi({
      description: '`waiting` has been taken in and is being read; of `unknown` nothing was ever asked',
    }),
    reason: z.string().nullable().openapi({ description: 'Why it is `unreadable`' }),
    takesIn: z.boolean().openapi({ description: 'Whether a POST would have an unknown article fetched' }),
    article: orNull(ArticleCardSchema),
    story: orNull(StoryCardSchema),
    leavesOut: orNull(
      z.object({
        outletId: z
          .string()
          .openapi({ description: 'Outlet that was compared; of a reprint that of its origin' }),
        compared: z.int().openapi({ description: 'Facts in the matrix of the story' }),
        facts: z
          .array(StatementSchema)
          .openapi({ description: 'Those not found in it, the most reported first' }),
      }),
    ),
    readNext: orNull(
      z.object({
        article: ArticleCardSchema,
        both: z.int().openapi({ description: 'Facts that both outlets carry' }),
        onlyRead: z.int(),
        onlyNext: z.int(),
      }),
    ),
  })
  .openapi('HandIn');

export const handInRoute = createRoute({
  method: 'get',
  path: '/hand-in',
  tags: ['Articles'],
  summary: 'What there is on the article at an address: its story, what it leaves out, what to read next',
  request: { query: HandInQuery },
  responses: answer(HandInSchema, 'What there is'),
});

export const takeInRoute = createRoute({
  method: 'post',
  path: '/hand-in',
  tags: ['Articles'],
  summary: 'Has an article fetched that is not stored, where the operator allows it',
  request: { body: { required: true, content: { 'application/json': { schema: HandInQuery } } } },
  responses: { ...answer(HandInSchema, 'What there is now'), ...notOffered, ...busy },
});
