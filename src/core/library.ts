import type { Reading } from './annotation.ts';
import type { Article } from './article.ts';
import type { Briefing, Question } from './briefing.ts';
import type { PictureFile } from './knowledge-base.ts';
import type { Outlet } from './outlet.ts';
import type { SourcePolicy } from './source-policy.ts';
import type { Span } from './span.ts';
import type { CopyKind, StoryEventKind, StoryLife } from './story.ts';
import type { Topic } from './topic.ts';

/** A story as a list shows it. */
export interface StoryCard {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  /** First statement of "What's happened". */
  readonly summary: string | null;
  readonly articleCount: number;
  readonly independentOutlets: number;
  readonly countries: number;
  /** Names of the outlets, those with their own text first. */
  readonly outletNames: readonly string[];
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  /** Milliseconds since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly life: StoryLife;
  readonly version: number;
}

/** Another story that this one has to do with, or one that it took up. */
export interface StoryKin {
  /** Read from this story: it `merged` the other, the other was `split` from it, it `grew-from` the other. */
  readonly kind: StoryEventKind | 'split-from' | 'grew-into';
  /** Address; that of a story that was taken up leads back here. */
  readonly slug: string;
  readonly headline: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly score: number;
  readonly threshold: number;
  /** What both speak of: names as `@name`, other words as stems. */
  readonly shared: readonly string[];
}

/** An article as a list shows it: everything but its text. */
export interface ArticleCard extends Omit<Article, 'text' | 'externalId'> {
  readonly outlet: Outlet;
  readonly words: number;
  readonly storySlug: string | null;
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
}

/** Text and sentence boundaries of one article, to show a cited passage in its context. */
export interface ArticlePassages {
  readonly article: ArticleCard;
  readonly text: string;
  readonly sentences: readonly Span[];
  /** The language the text was found to be in, and what is not read out of it; absent where all is. */
  readonly unread?: Unread;
}

/** What the program does not read out of articles in one language. */
export interface Unread {
  /** ISO 639-1; `und` when it could not be told. */
  readonly language: string;
  readonly missing: readonly Reading[];
}

export interface StoryPage {
  readonly card: StoryCard;
  readonly briefing: Briefing;
  readonly version: number;
  /** When this version was made, milliseconds. */
  readonly versionAt: number;
  readonly versions: readonly { readonly version: number; readonly at: number }[];
  /** Every article of the story with its text; newest first. */
  readonly articles: readonly ArticlePassages[];
  readonly related: readonly StoryCard[];
  /** Oldest decision first. */
  readonly kin: readonly StoryKin[];
  /** Set when it is told under a reader's own policy, and stored nowhere. */
  readonly readerPolicy?: SourcePolicy;
}

/** A common question with its story and where else it is asked. */
export interface AskedInStory {
  readonly question: Question;
  readonly story: StoryPage;
  readonly alsoAsked: readonly { readonly slug: string; readonly headline: string }[];
}

export interface FeedHealth {
  readonly url: string;
  readonly lastPolledAt: number | null;
  readonly lastStatus: number | null;
  readonly failures: number;
  readonly lastError: string | null;
}

export interface OutletPage {
  readonly outlet: Outlet;
  readonly articleCount: number;
  readonly feeds: readonly FeedHealth[];
  readonly recent: readonly ArticleCard[];
  readonly stories: readonly StoryCard[];
}

export interface SearchResult {
  readonly stories: readonly StoryCard[];
  readonly articles: readonly ArticleCard[];
  readonly total: number;
}

export interface SearchQuery {
  readonly text: string;
  /** Whether articles need all words or only some, those with more and rarer ones first; all when absent. */
  readonly match?: 'all' | 'any';
  readonly outletId: string | null;
  /** Milliseconds; null means open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly limit: number;
  readonly offset: number;
}

export interface ListRange {
  readonly limit: number;
  readonly offset: number;
}

export interface LibraryStatus {
  readonly articles: number;
  readonly stories: number;
  readonly outlets: number;
  readonly feeds: number;
  readonly topics: number;
  /** Newest publication time, milliseconds; null when nothing is stored. */
  readonly newestAt: number | null;
  readonly lastPolledAt: number | null;
}

/** What the site, the feeds and the API read. Answers are views: rows of the store are never handed out. */
export interface Library {
  /** Stories by rank: independent outlets, pace and recency. */
  frontPage(range: ListRange): Promise<readonly StoryCard[]>;
  /** Null when no story ever had this slug. A merged story answers with the one it went into. */
  story(slug: string): Promise<StoryPage | null>;
  storyVersion(slug: string, version: number): Promise<StoryPage | null>;
  /** Stories whose articles were published on this UTC day (`2025-12-14`). */
  storiesOfDay(day: string): Promise<readonly StoryCard[]>;
  topic(slug: string): Promise<{ readonly topic: Topic; readonly stories: readonly StoryCard[] } | null>;
  /** The file of a topic's picture. */
  picture(id: string): Promise<PictureFile | null>;
  outlet(id: string): Promise<OutletPage | null>;
  outlets(): Promise<readonly (Outlet & { readonly articleCount: number })[]>;
  article(id: string): Promise<ArticlePassages | null>;
  /** With it the questions of other stories that ask the same of the same. */
  question(slug: string): Promise<AskedInStory | null>;
  search(query: SearchQuery): Promise<SearchResult>;
  status(): Promise<LibraryStatus>;
}
