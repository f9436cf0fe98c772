import type { Context, MiddlewareHandler } from 'hono';
import { type Problem, problemBody } from '../errors.ts';
import type { WebDeps } from '../web-deps.ts';
import { bearerKey, isKnownKey } from './api-keys.ts';
import { clientAddress } from './client-address.ts';
import { createRateLimit, type RateState, WINDOW_SECONDS } from './rate-limit.ts';

/** What may be read without a key: how to ask, not what there is. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/api/v1/openapi.json', '/api/v1/docs']);

const KEY_NEEDED: Problem = {
  status: 401,
  code: 'web/key-needed',
  title: 'A key is needed',
  detail: 'This site gives its data to holders of a key: send it as "Authorization: Bearer KEY".',
};

const TOO_MANY: Problem = {
  status: 429,
  code: 'web/too-many-requests',
  title: 'Too many requests',
  detail: 'Please go on after the seconds that the header Retry-After gives.',
};

function refuse(c: Context, problem: Problem, headers: Readonly<Record<string, string>>): Response {
  return c.json(problemBody(problem, c.req.path), problem.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/** draft-ietf-httpapi-ratelimit-headers: the policy, and how this client stands under it. */
function rateHeaders({ limit, remaining, resetSeconds }: RateState): Record<string, string> {
  return {
    'RateLimit-Policy': `"default";q=${limit};w=${WINDOW_SECONDS}`,
    RateLimit: `"default";r=${remaining};t=${resetSeconds}`,
  };
}

/** Lets through who has a key, where keys are set, and who has not asked too often. */
export function apiGuard({ api, clock }: WebDeps): MiddlewareHandler {
  const keys = api?.keys ?? [];
  const perMinute = api?.requestsPerMinute ?? null;
  const limit = perMinute === null ? null : createRateLimit(perMinute, clock);
  return async (c, next) => {
    const key = bearerKey(c.req.header('Authorization'));
    const isKnown = key !== null && isKnownKey(key, keys);
    // Counted before the key is looked at, by address: guessing keys is slow too.
    const state = limit?.take(isKnown ? `key ${key}` : clientAddress(c));
    const headers = state === undefined ? {} : rateHeaders(state);
    if (state?.isAllowed === false)
      return refuse(c, TOO_MANY, { ...headers, 'Retry-After': String(state.resetSeconds) });
    if (keys.length > 0 && !isKnown && !OPEN_PATHS.has(c.req.path))
      return refuse(c, KEY_NEEDED, { ...headers, 'WWW-Authenticate': 'Bearer realm="api"' });
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return undefined;
  };
}
