import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { type Address, paths } from '../address.ts';
import { type HandInAnswer, handInAnswer, takeInArticle } from '../hand-in-answer.ts';
import type { ApiDeps } from './api-deps.ts';
import { createApi } from './create-api.ts';
import { type HandInSchema, handInRoute, takeInRoute } from './hand-in-definitions.ts';
import { articleCardView } from './record-views.ts';
import { statementView, storyCardView } from './story-views.ts';

/** The body holds one address, bytes. */
const MAX_BODY = 10_000;

function handInView(answer: HandInAnswer, address: Address): z.infer<typeof HandInSchema> {
  const { found, takesIn, passages, story, leftOut, next } = answer;
  return {
    url: found.url,
    pageUrl: address.absolute(paths.handIn(found.url)),
    state: found.kind,
    reason: found.kind === 'unreadable' ? found.reason : null,
    takesIn,
    article: passages === null ? null : articleCardView(passages.article, address),
    story: story === null ? null : storyCardView(story.card, address),
    leavesOut:
      leftOut === null
        ? null
        : {
            outletId: leftOut.outletId,
            compared: leftOut.compared,
            facts: leftOut.facts.map(({ statement }) => statementView(statement, address)),
          },
    readNext:
      next === null
        ? null
        : {
            article: articleCardView(next.article, address),
            both: next.both,
            onlyRead: next.onlyRead,
            onlyNext: next.onlyNext,
          },
  };
}

/** Articles by the addresses that readers have of them. */
export function handInApi({ deps, address }: ApiDeps): OpenAPIHono {
  const api = createApi();
  // A form of another site cannot send JSON: the browser asks this site first, and is not answered.
  api.use('/hand-in', bodyLimit({ maxSize: MAX_BODY }));
  api.openapi(handInRoute, async (c) =>
    c.json(handInView(await handInAnswer(deps, c.req.valid('query').url), address), 200),
  );
  api.openapi(takeInRoute, async (c) =>
    c.json(handInView(await takeInArticle(deps, c.req.valid('json').url), address), 200),
  );
  return api;
}
