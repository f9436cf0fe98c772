import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Address } from '../address.ts';
import type { SiteSource } from '../site/site.ts';
import type { WebDeps } from '../web-deps.ts';
import { createApi } from './create-api.ts';
import { createCursors } from './cursor.ts';
import { docsRoutes } from './docs/docs-routes.tsx';
import { handInApi } from './hand-in-api.ts';
import { VersionEventSchema } from './list-schemas.ts';
import { recordApi } from './record-api.ts';
import { saidApi } from './said-api.ts';
import { addSources } from './sources-api.ts';
import { storyApi } from './story-api.ts';

const DESCRIPTION = `Stories, articles, topics and outlets as data. A citation is an article and a span of its text, in UTF-16 code units.

Lists come in parts: \`next\` of one answer is \`cursor\` of the next question, and the header \`Link\` has the whole address. Answers carry an \`ETag\`; with \`If-None-Match\` what has not changed is not sent again. Errors are \`application/problem+json\` (RFC 9457). Of an article only its metadata and what is cited of it are given.`;

/** Described here and answered by `eventRoutes`, which must not be held back to make an ETag. */
const eventsRoute = createRoute({
  method: 'get',
  path: '/events',
  tags: ['Live'],
  summary: 'Server-sent events: one of type `version` per new version of a story',
  request: {
    headers: z.object({
      'Last-Event-ID': z.string().optional().openapi({ description: 'What came after it is sent first' }),
    }),
  },
  responses: {
    200: {
      description: 'A stream; `data` of each event is a VersionEvent',
      content: { 'text/event-stream': { schema: VersionEventSchema } },
    },
  },
});

/** The JSON API under `/api/v1` with its own description (OpenAPI 3.1) and a page that shows it. */
export function apiRoutes(deps: WebDeps, address: Address, site: SiteSource): OpenAPIHono {
  const parts = { deps, address, cursors: createCursors(deps.api?.cursorSecret ?? crypto.randomUUID()) };
  const api = createApi();
  api.route('/', storyApi(parts));
  api.route('/', recordApi(parts));
  api.route('/', saidApi(parts));
  addSources(api, deps);
  api.route('/', handInApi(parts));
  api.openAPIRegistry.registerPath(eventsRoute);
  const hasKeys = (deps.api?.keys.length ?? 0) > 0;
  if (hasKeys)
    api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `${deps.siteName}: API`,
      version: deps.version,
      description: DESCRIPTION,
    },
    servers: [{ url: address.absolute('/api/v1') }],
    ...(hasKeys ? { security: [{ key: [] }] } : {}),
  });
  api.get('/openapi.json', (c) => c.json(document));
  api.route('/', docsRoutes(document, site));
  return api;
}
