import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { FullLibrary, Place, StoryFilter, ToldStory } from '../../core/listings.ts';
import { type Address, paths } from '../address.ts';
import type { ApiDeps } from './api-deps.ts';
import { createApi } from './create-api.ts';
import type { CursorKey } from './cursor.ts';
import { claimViews, quoteView } from './list-views.ts';
import { dayBounds, pagedList } from './paging.ts';
import { allClaimsRoute, allFiguresRoute, allQuotesRoute, type SaidQuery } from './said-definitions.ts';
import { figureView, isoTime } from './story-views.ts';

/** Stories read at once, and how many at most for one answer: few of them may say what is asked for. */
const STORIES_AT_ONCE = 10;
const MOST_STORIES = 200;

/**
 * Where a list goes on: within a version of a story, behind the last story that was read to its end. When the story has moved on or
 * is told anew meanwhile, it is read from its beginning: rather something twice than something not at all.
 */
interface SaidPlace {
  readonly storyId: string;
  readonly version: number;
  /** Items of this story that were given already. */
  readonly given: number;
  /** Null before the first story is through. */
  readonly behind: Place | null;
}

function placeOfKey(key: CursorKey | null): SaidPlace | null {
  if (key === null) return null;
  const [storyId, version, given, at, id] = key;
  const behind = at === undefined ? null : { at: Number(at), id: String(id) };
  return { storyId: String(storyId), version: Number(version), given: Number(given), behind };
}

function keyOfPlace({ storyId, version, given, behind }: SaidPlace): CursorKey {
  return behind === null ? [storyId, version, given] : [storyId, version, given, behind.at, behind.id];
}

type Query = z.infer<typeof SaidQuery>;
type ItemsOf<Item> = (told: ToldStory, outletId: string | undefined) => readonly Item[];

/** Stories behind a place, each with the place that it is behind. */
async function* storiesBehind(library: FullLibrary, filter: StoryFilter, place: Place | null) {
  let behind = place;
  for (;;) {
    const { items, next } = await library.toldByTime(filter, { limit: STORIES_AT_ONCE, after: behind });
    for (const told of items) {
      yield { told, behind };
      behind = { at: told.at, id: told.id };
    }
    if (next === null) return;
    behind = next;
  }
}

/** Items of one story after the other, as many as are asked for. */
async function saidItems<Item>(c: Context, parts: ApiDeps, query: Query, itemsOf: ItemsOf<Item>) {
  const { topic = null, outlet, limit } = query;
  const filter = { section: null, topicSlug: topic, outletId: outlet ?? null, ...dayBounds(query) };
  const list = pagedList(c, parts);
  const place = placeOfKey(list.after);
  const items: { readonly item: Item; readonly told: ToldStory }[] = [];
  let read = 0;
  for await (const { told, behind } of storiesBehind(parts.deps.library, filter, place?.behind ?? null)) {
    const isHalfRead = told.id === place?.storyId && told.version === place.version;
    const given = isHalfRead ? place.given : 0;
    const own = itemsOf(told, outlet).slice(given);
    const taken = own.slice(0, limit - items.length);
    items.push(...taken.map((item) => ({ item, told })));
    read += 1;
    if (taken.length < own.length || read === MOST_STORIES) {
      const next = { storyId: told.id, version: told.version, given: given + taken.length, behind };
      return { items, next: list.next(keyOfPlace(next)) };
    }
  }
  return { items, next: list.next(null) };
}

function storyView({ slug, version, at, briefing }: ToldStory, address: Address) {
  const url = address.absolute(paths.story(slug));
  return { story: { slug, url, headline: briefing.headline, version, lastAt: isoTime(at) } };
}

/** Claims, figures and quotations of the whole library. */
export function saidApi(parts: ApiDeps): OpenAPIHono {
  const { address } = parts;
  const api = createApi();
  api.openapi(allClaimsRoute, async (c) => {
    const carriedBy = (told: ToldStory, outletId: string | undefined) =>
      claimViews(told, address).filter(
        ({ coverage }) =>
          outletId === undefined ||
          coverage.some((one) => one.outletId === outletId && one.says !== 'nothing'),
      );
    const { items, next } = await saidItems(c, parts, c.req.valid('query'), carriedBy);
    return c.json(
      { claims: items.map(({ item, told }) => ({ ...item, ...storyView(told, address) })), next },
      200,
    );
  });
  api.openapi(allFiguresRoute, async (c) => {
    const reportedBy = ({ briefing }: ToldStory, outletId: string | undefined) =>
      briefing.figures
        .map((entry) => figureView(entry, address))
        .filter(
          ({ reports }) => outletId === undefined || reports.some((report) => report.outletId === outletId),
        );
    const { items, next } = await saidItems(c, parts, c.req.valid('query'), reportedBy);
    return c.json(
      { figures: items.map(({ item, told }) => ({ ...item, ...storyView(told, address) })), next },
      200,
    );
  });
  api.openapi(allQuotesRoute, async (c) => {
    const printedBy = ({ briefing }: ToldStory, outletId: string | undefined) =>
      briefing.quotes
        .filter(({ outlets }) => outletId === undefined || outlets.includes(outletId))
        .map((quote) => quoteView(quote, address));
    const { items, next } = await saidItems(c, parts, c.req.valid('query'), printedBy);
    return c.json(
      { quotes: items.map(({ item, told }) => ({ ...item, ...storyView(told, address) })), next },
      200,
    );
  });
  return api;
}
