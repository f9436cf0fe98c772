import type { OpenAPIHono } from '@hono/zod-openapi';
import { notFound } from '../errors.ts';
import { answerOf } from '../reader-requests.ts';
import type { ApiDeps } from './api-deps.ts';
import { createApi } from './create-api.ts';
import { outletPageView, topicRowView } from './list-views.ts';
import { dayBounds, keyOfPlace, pagedList, placeOf } from './paging.ts';
import {
  articleRoute,
  articlesRoute,
  askRoute,
  blindSpotsRoute,
  outletRoute,
  outletsRoute,
  searchRoute,
  statusRoute,
  topicRoute,
  topicsRoute,
} from './record-definitions.ts';
import {
  articleCardView,
  articleView,
  blindSpotListView,
  outletView,
  statusView,
  topicView,
} from './record-views.ts';
import { answerView, storyCardView } from './story-views.ts';

function articleApi(parts: ApiDeps): OpenAPIHono {
  const { library } = parts.deps;
  const { address } = parts;
  const api = createApi();
  api.openapi(articlesRoute, async (c) => {
    const query = c.req.valid('query');
    const { outlet = null, story = null, topic = null, limit } = query;
    const filter = { outletId: outlet, storySlug: story, topicSlug: topic, ...dayBounds(query) };
    const list = pagedList(c, parts);
    const part = await library.articlesByTime(filter, { limit, after: placeOf(list.after) });
    const articles = part.items.map((article) => articleCardView(article, address));
    return c.json({ articles, next: list.next(keyOfPlace(part.next)) }, 200);
  });
  api.openapi(articleRoute, async (c) => {
    const passages = await library.article(c.req.valid('param').id);
    if (passages === null) throw notFound('No article has this id.');
    const { storySlug } = passages.article;
    const story = storySlug === null ? null : await library.story(storySlug);
    return c.json(articleView(passages, story, address), 200);
  });
  return api;
}

function topicApi(parts: ApiDeps): OpenAPIHono {
  const { library } = parts.deps;
  const { address } = parts;
  const api = createApi();
  api.openapi(topicsRoute, async (c) => {
    const { q = null, limit } = c.req.valid('query');
    const list = pagedList(c, parts);
    const after = list.after === null ? null : String(list.after[0]);
    const part = await library.topicsBySlug(q, { limit, after });
    const next = list.next(part.next === null ? null : [part.next]);
    return c.json({ topics: part.items.map((row) => topicRowView(row, address)), next }, 200);
  });
  api.openapi(topicRoute, async (c) => {
    const found = await library.topic(c.req.valid('param').slug);
    if (found === null) throw notFound('No topic has this slug.');
    return c.json(topicView(found.topic, found.stories, address), 200);
  });
  return api;
}

function outletApi(parts: ApiDeps): OpenAPIHono {
  const { library } = parts.deps;
  const { address } = parts;
  const api = createApi();
  api.openapi(outletsRoute, async (c) => {
    const { limit } = c.req.valid('query');
    const list = pagedList(c, parts);
    const after = String(list.after?.[0] ?? '');
    const rest = (await library.outlets())
      .filter(({ id }) => id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const shown = rest.slice(0, limit);
    const next = list.next(rest.length > limit ? [shown.at(-1)?.id ?? ''] : null);
    return c.json({ outlets: shown.map(outletView), next }, 200);
  });
  api.openapi(outletRoute, async (c) => {
    const page = await library.outlet(c.req.valid('param').id);
    if (page === null) throw notFound('No outlet has this id.');
    return c.json(outletPageView(page, address), 200);
  });
  api.openapi(blindSpotsRoute, async (c) => {
    const page = await library.blindSpots(c.req.valid('query').by);
    return c.json(blindSpotListView(page, address), 200);
  });
  return api;
}

function searchApi(parts: ApiDeps): OpenAPIHono {
  const { deps, address } = parts;
  const api = createApi();
  api.openapi(searchRoute, async (c) => {
    const query = c.req.valid('query');
    const { q, outlet = null, topic = null, section = null, limit } = query;
    const list = pagedList(c, parts);
    const offset = Number(list.after?.[0] ?? 0);
    const found = await deps.library.search({
      text: q,
      outletId: outlet,
      topicSlug: topic,
      section,
      ...dayBounds(query),
      limit,
      offset,
    });
    const isMore = offset + limit < found.total;
    return c.json(
      {
        total: found.total,
        next: list.next(isMore ? [offset + limit] : null),
        stories: found.stories.map((card) => storyCardView(card, address)),
        articles: found.articles.map((article) => articleCardView(article, address)),
      },
      200,
    );
  });
  api.openapi(askRoute, async (c) => {
    const { q, story } = c.req.valid('query');
    return c.json(answerView(await answerOf(deps, q, story ?? null), address), 200);
  });
  api.openapi(statusRoute, async (c) => c.json(statusView(await deps.library.status(), deps.version), 200));
  return api;
}

/** Articles, topics, outlets, search and answers. */
export function recordApi(parts: ApiDeps): OpenAPIHono {
  const api = createApi();
  for (const part of [articleApi, topicApi, outletApi, searchApi]) api.route('/', part(parts));
  return api;
}
