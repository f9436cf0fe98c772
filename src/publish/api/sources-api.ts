import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { FeedOfOutlet } from '../../core/library.ts';
import { byAttention, FEED_CONDITIONS, type HealthWords } from '../format/feed-health.ts';
import type { WebDeps } from '../web-deps.ts';

const moment = z.iso.datetime().nullable();

const SourceSchema = z
  .object({
    url: z.string().openapi({ description: 'Address of the feed' }),
    title: z.string().nullable(),
    outlet: z.object({ id: z.string(), name: z.string(), country: z.string().nullable() }),
    condition: z.enum(FEED_CONDITIONS),
    words: z.string().openapi({ example: 'in order, last article 2 hours ago' }),
    lastPolledAt: moment,
    nextPollAt: moment.openapi({ description: 'Null for a feed that is not asked any more' }),
    failingSince: moment,
    lastItemAt: moment,
  })
  .openapi('Source');

const sourcesRoute = createRoute({
  method: 'get',
  path: '/sources',
  tags: ['Records'],
  summary: 'Every feed with its health in words, those in trouble first',
  responses: {
    200: {
      description: 'The feeds',
      content: {
        'application/json': { schema: z.object({ sources: z.array(SourceSchema) }).openapi('SourceList') },
      },
    },
  },
});

function sourceView({
  feed,
  outlet,
  health,
}: FeedOfOutlet & { readonly health: HealthWords }): z.infer<typeof SourceSchema> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const isAsked = health.condition !== 'gone' && health.condition !== 'paused';
  return {
    url: feed.url,
    title: feed.title,
    outlet: { id: outlet.id, name: outlet.name, country: outlet.country },
    condition: health.condition,
    words: health.words,
    lastPolledAt: iso(feed.lastPolledAt),
    nextPollAt: isAsked ? iso(feed.nextPollAt) : null,
    failingSince: iso(feed.failingSince),
    lastItemAt: iso(feed.lastItemAt),
  };
}

/** Adds `/sources` to the API. */
export function addSources(api: OpenAPIHono, { library, clock }: WebDeps): void {
  api.openapi(sourcesRoute, async (c) => {
    const sources = byAttention(await library.feeds(), clock.now()).map(sourceView);
    return c.json({ sources }, 200);
  });
}
