import type { StoryPage } from '../../src/core/library.ts';
import type { After, Listings, NamedVersion, Part, Place, StoryFilter } from '../../src/core/listings.ts';
import type { Outlet } from '../../src/core/outlet.ts';
import type { Topic } from '../../src/core/topic.ts';

/** What lists in memory are made of; `versions` may grow while a test runs. */
export interface ListedThings {
  readonly stories: readonly StoryPage[];
  readonly topics: readonly Topic[];
  readonly outlets: readonly Outlet[];
  readonly versions: readonly NamedVersion[];
}

function partOf<Item, Key>(
  items: readonly Item[],
  { limit, after }: After<Key>,
  keyOf: (item: Item) => Key,
  compare: (a: Key, b: Key) => number,
): Part<Item, Key> {
  const sorted = items.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const rest = after === null ? sorted : sorted.filter((item) => compare(keyOf(item), after) > 0);
  const last = rest[limit - 1];
  return {
    items: rest.slice(0, limit),
    next: rest.length > limit && last !== undefined ? keyOf(last) : null,
  };
}

const newestFirst = (a: Place, b: Place) => b.at - a.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function within(at: number, { from, to }: { readonly from: number | null; readonly to: number | null }) {
  return at >= (from ?? Number.NEGATIVE_INFINITY) && at <= (to ?? Number.POSITIVE_INFINITY);
}

/** Lists of a library in memory. */
export function buildListings({ stories, topics, outlets, versions }: ListedThings): Listings {
  const cards = stories.map(({ card }) => card);
  const filtered = (filter: StoryFilter) =>
    stories.filter(
      ({ card, articles }) =>
        (filter.section === null || card.section === filter.section) &&
        (filter.topicSlug === null || card.topics.some(({ slug }) => slug === filter.topicSlug)) &&
        (filter.outletId === null || articles.some(({ article }) => article.outletId === filter.outletId)) &&
        within(card.lastAt, filter),
    );
  return {
    toldByTime: async (filter, part) => {
      const told = filtered(filter).map(({ card, briefing, version }) => ({
        id: card.id,
        at: card.lastAt,
        slug: card.slug,
        version,
        briefing,
      }));
      return partOf(told, part, ({ id, at }) => ({ id, at }), newestFirst);
    },
    storiesByTime: async (filter, part) => {
      const shown = filtered(filter);
      const list = shown.map(({ card }) => card);
      return partOf(list, part, ({ id, lastAt }) => ({ id, at: lastAt }), newestFirst);
    },
    articlesByTime: async (filter, part) => {
      const articles = stories
        .filter(({ card }) => filter.storySlug === null || card.slug === filter.storySlug)
        .flatMap((page) => page.articles.map(({ article }) => article))
        .filter((article) => filter.outletId === null || article.outletId === filter.outletId)
        .filter((article) => within(article.publishedAt, filter));
      return partOf(articles, part, ({ id, publishedAt }) => ({ id, at: publishedAt }), newestFirst);
    },
    topicsBySlug: async (text, part) => {
      const listed = topics
        .filter(({ title }) => text === null || title.toLowerCase().startsWith(text.toLowerCase()))
        .map(({ slug, title, type, qid, description }) => ({ slug, title, type, qid, description }));
      return partOf(listed, part, ({ slug }) => slug, byName);
    },
    questionsBySlug: async (storySlug, part) => {
      const listed = stories
        .filter(({ card }) => storySlug === null || card.slug === storySlug)
        .flatMap(({ card, briefing }) =>
          briefing.sections.commonQuestions.map(({ slug, question, answer }) => ({
            slug,
            question,
            isAnswered: answer.length > 0,
            story: { slug: card.slug, headline: card.headline },
          })),
        );
      return partOf(listed, part, ({ slug }) => slug, byName);
    },
    sources: async () =>
      outlets.map((outlet) => ({ feedUrl: `https://${outlet.id}/feed.xml`, title: outlet.name, outlet })),
    storyAddresses: async ({ limit, offset }) =>
      cards.slice(offset, offset + limit).map(({ slug, lastAt }) => ({ slug, lastAt })),
    storyCount: async () => cards.length,
    storiesBegunSince: async (at, limit) => cards.filter(({ firstAt }) => firstAt >= at).slice(0, limit),
    newestVersionAt: async () => versions.at(-1)?.madeAt ?? null,
    versionsSince: async (at, limit) => versions.filter(({ madeAt }) => madeAt >= at).slice(0, limit),
    nameVersions: async (made) =>
      made.flatMap(({ storyId, version }) =>
        versions.filter((known) => known.storyId === storyId && known.version === version),
      ),
  };
}
