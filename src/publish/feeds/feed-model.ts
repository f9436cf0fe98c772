import type { AskedInStory, StoryCard } from '../../core/library.ts';
import { type Address, paths } from '../address.ts';
import { counted, listed } from '../format/words.ts';
import { xmlText } from '../format/xml-text.ts';

/** One story or question in a feed, whatever the format. Texts are plain and hold only what XML may hold. */
export interface FeedEntry {
  /** Its address for its whole life, and so its identifier: readers show an update, not a new entry. */
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
  /** No two have the same id. */
  readonly entries: readonly FeedEntry[];
}

/** A list as its feed introduces it. Paths are before the site's prefix. */
export interface FeedHead {
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  readonly pagePath: string;
  readonly feedPath: string;
}

function entry(fields: FeedEntry): FeedEntry {
  const { id, title, summary, topics, firstAt, updatedAt } = fields;
  return {
    id,
    // Every format wants a title that is not empty.
    title: xmlText(title).trim() || id,
    summary: xmlText(summary),
    topics: [...new Set(topics.map((topic) => xmlText(topic).trim()))].filter((topic) => topic !== ''),
    firstAt,
    updatedAt,
  };
}

export function storyEntry(story: StoryCard, address: Address): FeedEntry {
  const countries = story.countries > 1 ? ` of ${counted(story.countries, 'country', 'countries')}` : '';
  const coverage = `${counted(story.independentOutlets, 'independent outlet')}${countries}: ${listed(story.outletNames, 4)}.`;
  return entry({
    id: address.absolute(paths.story(story.slug)),
    title: story.headline,
    summary: story.summary === null ? coverage : `${story.summary} (${coverage})`,
    topics: story.topics.map((topic) => topic.title),
    firstAt: new Date(story.firstAt),
    updatedAt: new Date(story.lastAt),
  });
}

/** A question with its answer as it stands in one story. */
export function questionEntry({ question, story }: AskedInStory, address: Address): FeedEntry {
  const { card, briefing } = story;
  const answer = question.answer.map(({ text, by }) => (by === null ? text : `${text} (${by.name})`));
  const said = answer.length === 0 ? 'The sources of this story do not say.' : answer.join(' ');
  return entry({
    id: address.absolute(paths.question(question.slug)),
    title: question.question,
    summary: `${said} (From the story: ${briefing.headline})`,
    topics: card.topics.map((topic) => topic.title),
    firstAt: new Date(card.firstAt),
    updatedAt: new Date(briefing.asOf),
  });
}

/** A feed of these entries. Its own time is that of its newest entry, so that it changes only with them. */
export function feedModel(head: FeedHead, entries: readonly FeedEntry[], address: Address): FeedModel {
  const distinct = new Map<string, FeedEntry>();
  for (const one of entries) if (!distinct.has(one.id)) distinct.set(one.id, one);
  return {
    title: xmlText(head.title),
    description: xmlText(head.description),
    siteName: xmlText(head.siteName),
    pageUrl: address.absolute(head.pagePath),
    feedUrl: address.absolute(head.feedPath),
    updatedAt: new Date(Math.max(0, ...[...distinct.values()].map(({ updatedAt }) => updatedAt.getTime()))),
    entries: [...distinct.values()],
  };
}
