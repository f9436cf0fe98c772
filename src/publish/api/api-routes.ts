import { OpenAPIHono } from '@hono/zod-openapi';
import type { Address } from '../address.ts';
import { badRequest, notFound, problemBody, problemOf } from '../errors.ts';
import { parseDay } from '../format/time.ts';
import { policyOfQuery } from '../reader-query.ts';
import { answerOf, storyUnderPolicy } from '../reader-requests.ts';
import type { WebDeps } from '../web-deps.ts';
import {
  articleRoute,
  askRoute,
  blindSpotsRoute,
  outletsRoute,
  searchRoute,
  statusRoute,
  storiesRoute,
  storyRoute,
  topicRoute,
} from './api-definitions.ts';
import {
  articleCardView,
  articleView,
  blindSpotListView,
  outletView,
  statusView,
  topicView,
} from './record-views.ts';
import { addSources } from './sources-api.ts';
import { answerView, storyCardView, storyView } from './story-views.ts';

const DAY_MS = 86_400_000;

/** An API whose validation errors are problem+json (RFC 9457) with one entry per wrong parameter. */
function createApi(): OpenAPIHono {
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

function storyApi(deps: WebDeps, address: Address): OpenAPIHono {
  const { library } = deps;
  const api = createApi();
  api.openapi(storiesRoute, async (c) => {
    const { page, limit, section } = c.req.valid('query');
    const range = { limit: limit + 1, offset: (page - 1) * limit };
    const cards = await (section === undefined ? library.frontPage(range) : library.section(section, range));
    const filter = section === undefined ? '' : `&section=${section}`;
    const next = `/api/v1/stories?page=${page + 1}&limit=${limit}${filter}`;
    const stories = cards.slice(0, limit).map((card) => storyCardView(card, address));
    return c.json({ stories, page, next: cards.length > limit ? address.absolute(next) : null }, 200);
  });
  api.openapi(storyRoute, async (c) => {
    const { slug } = c.req.valid('param');
    const { version } = c.req.valid('query');
    const policy = policyOfQuery((name) => c.req.queries(name));
    if (policy !== null) {
      const told = await storyUnderPolicy(deps, slug, policy);
      if (told === null) throw notFound('No story has this slug.');
      return c.json(storyView(told, address), 200);
    }
    const found = await (version === undefined ? library.story(slug) : library.storyVersion(slug, version));
    if (found === null) throw notFound('No story has this slug, or not in this version.');
    return c.json(storyView(found, address), 200);
  });
  return api;
}

function recordApi({ library, version }: WebDeps, address: Address): OpenAPIHono {
  const api = createApi();
  api.openapi(articleRoute, async (c) => {
    const passages = await library.article(c.req.valid('param').id);
    if (passages === null) throw notFound('No article has this id.');
    const { storySlug } = passages.article;
    const story = storySlug === null ? null : await library.story(storySlug);
    return c.json(articleView(passages, story, address), 200);
  });
  api.openapi(topicRoute, async (c) => {
    const found = await library.topic(c.req.valid('param').slug);
    if (found === null) throw notFound('No topic has this slug.');
    return c.json(topicView(found.topic, found.stories, address), 200);
  });
  api.openapi(outletsRoute, async (c) => {
    const outlets = await library.outlets();
    return c.json({ outlets: outlets.map(outletView) }, 200);
  });
  api.openapi(blindSpotsRoute, async (c) => {
    const page = await library.blindSpots(c.req.valid('query').by);
    return c.json(blindSpotListView(page, address), 200);
  });
  api.openapi(statusRoute, async (c) => c.json(statusView(await library.status(), version), 200));
  return api;
}

function searchApi({ library }: WebDeps, address: Address): OpenAPIHono {
  const api = createApi();
  api.openapi(searchRoute, async (c) => {
    const { q, outlet, from, to, page, limit } = c.req.valid('query');
    const toStart = to === undefined ? null : parseDay(to);
    const result = await library.search({
      text: q,
      outletId: outlet ?? null,
      from: from === undefined ? null : parseDay(from),
      to: toStart === null ? null : toStart + DAY_MS - 1,
      limit,
      offset: (page - 1) * limit,
    });
    const query = new URLSearchParams({ ...c.req.query(), page: String(page + 1) });
    return c.json(
      {
        total: result.total,
        page,
        next: page * limit < result.total ? address.absolute(`/api/v1/search?${query}`) : null,
        stories: result.stories.map((card) => storyCardView(card, address)),
        articles: result.articles.map((article) => articleCardView(article, address)),
      },
      200,
    );
  });
  return api;
}

function askApi(deps: WebDeps, address: Address): OpenAPIHono {
  const api = createApi();
  api.openapi(askRoute, async (c) => {
    const { q, story } = c.req.valid('query');
    return c.json(answerView(await answerOf(deps, q, story ?? null), address), 200);
  });
  return api;
}

/** The JSON API under `/api/v1` with its own description (OpenAPI 3.1). */
export function apiRoutes(deps: WebDeps, address: Address): OpenAPIHono {
  const api = createApi();
  api.route('/', storyApi(deps, address));
  api.route('/', recordApi(deps, address));
  addSources(api, deps);
  api.route('/', searchApi(deps, address));
  api.route('/', askApi(deps, address));
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: `${deps.siteName}: API`,
      version: deps.version,
      description:
        'Stories, articles, topics and outlets as data. Citations are an article and a span of its text.',
    },
    servers: [{ url: address.absolute('/api/v1') }],
  });
  return api;
}
