import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { briefingChanges } from '../../core/briefing-changes.ts';
import type { StoryCard, StoryPage } from '../../core/library.ts';
import { badRequest, notFound } from '../errors.ts';
import { inForm } from '../page-form.ts';
import { policyOfQuery } from '../reader-query.ts';
import { storyUnderPolicy } from '../reader-requests.ts';
import type { WebDeps } from '../web-deps.ts';
import type { ApiDeps } from './api-deps.ts';
import { createApi } from './create-api.ts';
import {
  briefingView,
  changesView,
  claimViews,
  questionRowView,
  questionView,
  quoteView,
} from './list-views.ts';
import { dayBounds, keyOfPlace, type PagedList, pagedList, placeOf } from './paging.ts';
import {
  briefingRoute,
  changesRoute,
  claimsRoute,
  figuresRoute,
  questionRoute,
  questionsRoute,
  quotesRoute,
  type StoriesQuery,
  storiesRoute,
  storyRoute,
} from './story-definitions.ts';
import { figureView, storyCardView, storyView } from './story-views.ts';

interface StoryPart {
  readonly cards: readonly StoryCard[];
  readonly next: string | null;
}

type Query = z.infer<typeof StoriesQuery>;

/** By rank: places change while a list is read, so a cursor is only a number of places. */
async function rankedStories({ library }: WebDeps, query: Query, list: PagedList): Promise<StoryPart> {
  const { limit, section } = query;
  const offset = Number(list.after?.[0] ?? 0);
  const range = { limit: limit + 1, offset };
  const cards = await (section === undefined ? library.frontPage(range) : library.section(section, range));
  return { cards: cards.slice(0, limit), next: list.next(cards.length > limit ? [offset + limit] : null) };
}

async function latestStories({ library }: WebDeps, query: Query, list: PagedList): Promise<StoryPart> {
  const { section = null, topic = null, outlet = null, limit } = query;
  const filter = { section, topicSlug: topic, outletId: outlet, ...dayBounds(query) };
  const part = await library.storiesByTime(filter, { limit, after: placeOf(list.after) });
  return { cards: part.items, next: list.next(keyOfPlace(part.next)) };
}

function addStoryLists(api: OpenAPIHono, parts: ApiDeps): void {
  const { deps, address } = parts;
  api.openapi(storiesRoute, async (c) => {
    const query = c.req.valid('query');
    const { topic, outlet, from, to } = query;
    const isNarrowed = [topic, outlet, from, to].some((filter) => filter !== undefined);
    const order = query.order ?? (isNarrowed ? 'latest' : 'rank');
    if (order === 'rank' && isNarrowed)
      throw badRequest(
        'Stories of a topic, an outlet or a time have no rank: leave "order" out, or ask for "latest".',
      );
    const read = order === 'rank' ? rankedStories : latestStories;
    const { cards, next } = await read(deps, query, pagedList(c, parts));
    return c.json({ stories: cards.map((card) => storyCardView(card, address)), next }, 200);
  });
  api.openapi(questionsRoute, async (c) => {
    const { story = null, limit } = c.req.valid('query');
    const list = pagedList(c, parts);
    const after = list.after === null ? null : String(list.after[0]);
    const part = await deps.library.questionsBySlug(story, { limit, after });
    const next = list.next(part.next === null ? null : [part.next]);
    return c.json({ questions: part.items.map((row) => questionRowView(row, address)), next }, 200);
  });
  api.openapi(questionRoute, async (c) => {
    const asked = await deps.library.question(c.req.valid('param').slug);
    if (asked === null) throw notFound('No question has this slug.');
    return c.json(questionView(asked, address), 200);
  });
}

/** A story as it is or as it was. @throws AppError `web/not-found` */
async function versionOf(
  { library }: WebDeps,
  slug: string,
  version: number | undefined,
): Promise<StoryPage> {
  const found = await (version === undefined ? library.story(slug) : library.storyVersion(slug, version));
  if (found === null) throw notFound('No story has this slug, or not in this version.');
  return found;
}

function addStoryParts(api: OpenAPIHono, { deps, address }: ApiDeps): void {
  api.openapi(briefingRoute, async (c) => {
    const { version, form = 'extracted' } = c.req.valid('query');
    const page = await versionOf(deps, c.req.valid('param').slug, version);
    return c.json(briefingView(inForm(page, form), address), 200);
  });
  api.openapi(claimsRoute, async (c) => {
    const page = await versionOf(deps, c.req.valid('param').slug, c.req.valid('query').version);
    return c.json({ claims: claimViews(page, address) }, 200);
  });
  api.openapi(figuresRoute, async (c) => {
    const { briefing } = await versionOf(deps, c.req.valid('param').slug, c.req.valid('query').version);
    return c.json({ figures: briefing.figures.map((entry) => figureView(entry, address)) }, 200);
  });
  api.openapi(quotesRoute, async (c) => {
    const { briefing } = await versionOf(deps, c.req.valid('param').slug, c.req.valid('query').version);
    return c.json({ quotes: briefing.quotes.map((quote) => quoteView(quote, address)) }, 200);
  });
  api.openapi(changesRoute, async (c) => {
    const { slug } = c.req.valid('param');
    const { since } = c.req.valid('query');
    const page = await versionOf(deps, slug, undefined);
    const older = await deps.library.briefing(slug, since);
    if (older === null) throw notFound('The story has no such version.');
    const changes = briefingChanges(older, page.briefing);
    return c.json(changesView(changes, { since, version: page.version }, address), 200);
  });
}

/** Stories, what they say, and the questions about them. */
export function storyApi(parts: ApiDeps): OpenAPIHono {
  const { deps, address } = parts;
  const api = createApi();
  addStoryLists(api, parts);
  api.openapi(storyRoute, async (c) => {
    const { slug } = c.req.valid('param');
    const { version, form = 'extracted' } = c.req.valid('query');
    const policy = policyOfQuery((name) => c.req.queries(name));
    if (policy === null)
      return c.json(storyView(inForm(await versionOf(deps, slug, version), form), address), 200);
    if (version !== undefined)
      throw badRequest('A policy tells the newest version anew: leave out "version", or the policy.');
    const told = await storyUnderPolicy(deps, slug, policy);
    if (told === null) throw notFound('No story has this slug.');
    return c.json(storyView(told, address), 200);
  });
  addStoryParts(api, parts);
  return api;
}
