import type { StoryCard } from '../../core/library.ts';
import { type Address, paths } from '../address.ts';
import { counted, listed } from '../format/words.ts';

/** One story in a feed, whatever the format. */
export interface FeedEntry {
  /** Address of the story for its whole life, and so its identifier: readers show an update, not a new entry. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly string[];
  readonly firstAt: Date;
  readonly updatedAt: Date;
}

export interface FeedModel {
  readonly title: string;
  readonly description: string;
  /** The page that the feed belongs to. */
  readonly pageUrl: string;
  readonly feedUrl: string;
  readonly siteName: string;
  readonly updatedAt: Date;
  readonly entries: readonly FeedEntry[];
}

function entryOf(story: StoryCard, address: Address): FeedEntry {
  const countries = story.countries > 1 ? ` of ${counted(story.countries, 'country', 'countries')}` : '';
  const coverage = `${counted(story.independentOutlets, 'independent outlet')}${countries}: ${listed(story.outletNames, 4)}.`;
  return {
    id: address.absolute(paths.story(story.slug)),
    title: story.headline,
    summary: story.summary === null ? coverage : `${story.summary} (${coverage})`,
    topics: story.topics.map((topic) => topic.title),
    firstAt: new Date(story.firstAt),
    updatedAt: new Date(story.lastAt),
  };
}

/** A feed from a list of stories. Its own time is that of its newest story, so that it changes only with them. */
export function feedModel(
  list: {
    readonly title: string;
    readonly description: string;
    readonly siteName: string;
    readonly pagePath: string;
    readonly feedPath: string;
  },
  stories: readonly StoryCard[],
  address: Address,
): FeedModel {
  return {
    title: list.title,
    description: list.description,
    siteName: list.siteName,
    pageUrl: address.absolute(list.pagePath),
    feedUrl: address.absolute(list.feedPath),
    updatedAt: new Date(Math.max(0, ...stories.map((story) => story.lastAt))),
    entries: stories.map((story) => entryOf(story, address)),
  };
}
