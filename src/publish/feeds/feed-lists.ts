import type { StoryCard } from '../../core/library.ts';
import { isSection } from '../../core/section.ts';
import { type Address, paths } from '../address.ts';
import { notFound } from '../errors.ts';
import { SECTION_NAMES, SECTION_NOTES } from '../format/section-names.ts';
import { formatDay, parseDay } from '../format/time.ts';
import { searchForm, searchLibrary, searchQuery } from '../site/search-form.ts';
import type { WebDeps } from '../web-deps.ts';
import { type FeedEntry, questionEntry, storyEntry } from './feed-model.ts';

/** Entries of a feed: enough for a reader that asks once a day. */
export const FEED_ENTRIES = 50;

/** A list with what its feed says of it. */
export interface FeedList {
  readonly title: string;
  readonly description: string;
  readonly pagePath: string;
  readonly entries: readonly FeedEntry[];
}

type ListReader = (name: string, query: Readonly<Record<string, string>>) => Promise<FeedList>;

function storyLists({ library, siteName }: WebDeps, address: Address): Record<string, ListReader> {
  const told = (stories: readonly StoryCard[]) => stories.map((story) => storyEntry(story, address));
  return {
    section: async (name) => {
      if (!isSection(name)) throw notFound('There is no section of this name.');
      return {
        title: `${SECTION_NAMES[name]} · ${siteName}`,
        description: SECTION_NOTES[name],
        pagePath: paths.section(name),
        entries: told(await library.section(name, { limit: FEED_ENTRIES, offset: 0 })),
      };
    },
    topic: async (slug) => {
      const found = await library.topic(slug);
      if (found === null) throw notFound('There is no topic under this address.');
      const { title } = found.topic;
      return {
        title: `${title} · ${siteName}`,
        description: `Stories on ${title}.`,
        pagePath: paths.topic(found.topic.slug),
        entries: told(found.stories),
      };
    },
    outlet: async (id) => {
      const page = await library.outlet(id);
      if (page === null) throw notFound('There is no outlet of this name here.');
      const { name } = page.outlet;
      return {
        title: `${name} · ${siteName}`,
        description: `Stories that ${name} takes part in.`,
        pagePath: paths.outlet(id),
        entries: told(page.stories),
      };
    },
    day: async (day) => {
      const at = parseDay(day);
      if (at === null) throw notFound('A day is written like 2025-12-14.');
      return {
        title: `${formatDay(at)} · ${siteName}`,
        description: `Stories of ${formatDay(at)}.`,
        pagePath: paths.day(day),
        entries: told(await library.storiesOfDay(day)),
      };
    },
    index: async () => ({
      title: siteName,
      description: 'One entry per story, with the number of independent outlets that report it.',
      pagePath: paths.front(),
      entries: told(await library.frontPage({ limit: FEED_ENTRIES, offset: 0 })),
    }),
    search: async (_name, query) => {
      const form = searchForm(query);
      const { result } = await searchLibrary(library, form);
      return {
        title: `Search: ${form.text} · ${siteName}`,
        description: `Stories with the words: ${form.text}`,
        pagePath: paths.search(searchQuery(form, 1)),
        entries: told(result?.stories ?? []),
      };
    },
  };
}

/** A question is a list too: of the stories in which it is asked, each with the answer of its sources. */
function questionList({ library, siteName }: WebDeps, address: Address): Record<string, ListReader> {
  return {
    question: async (slug) => {
      const asked = await library.question(slug);
      if (asked === null) throw notFound('There is no question under this address.');
      const others = await Promise.all(asked.alsoAsked.map((other) => library.question(other.slug)));
      return {
        title: `${asked.question.question} · ${siteName}`,
        description: 'The answer to this question as the sources give it, here and in other stories.',
        pagePath: paths.question(slug),
        entries: [asked, ...others.filter((other) => other !== null)].map((one) =>
          questionEntry(one, address),
        ),
      };
    },
  };
}

/** Reads the list of a feed by the kind of page that it belongs to. */
export function feedLists(deps: WebDeps, address: Address): Readonly<Record<string, ListReader>> {
  return { ...storyLists(deps, address), ...questionList(deps, address) };
}
