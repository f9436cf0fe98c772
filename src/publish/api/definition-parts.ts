import { z } from '@hono/zod-openapi';
import { ProblemSchema } from './record-schemas.ts';

/** Parameters and answers that many routes have. */
export const limitParameter = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(20)
  .openapi({ description: 'Most items in one answer' });

export const cursorParameter = z
  .string()
  .min(1)
  .max(1000)
  .optional()
  .openapi({ description: '`next` of the part before; leave it out to begin' });

export const dayParameter = z.iso.date().optional().openapi({ example: '2025-12-14' });

export const slugParameter = z.object({
  slug: z.string().min(1).max(300).openapi({ description: 'Last part of its address on the site' }),
});

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: ProblemSchema } } };
}

/** The answers of a route that gives this. */
export function answer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    400: problem('The request is not valid; `errors` names the parameters'),
    401: problem('A key is needed and was not given, or is not known'),
    429: problem('Too many requests; `Retry-After` says when to go on'),
  };
}

export const missing = { 404: problem('There is no such thing') };
export const busy = { 503: problem('Too much to do just now') };
export const notOffered = { 403: problem('The operator has not switched it on') };
