import { OpenAPIHono } from '@hono/zod-openapi';
import { badRequest, problemBody, problemOf } from '../errors.ts';

/** A part of the API whose validation errors are problem+json (RFC 9457) with one entry per wrong parameter. */
export function createApi(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        message: issue.message,
      }));
      const problem = problemOf(badRequest('Some parameters are not valid; see "errors".'));
      return c.json({ ...problemBody(problem, c.req.path), errors }, 400, {
        'Content-Type': 'application/problem+json',
      });
    },
  });
}
