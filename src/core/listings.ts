import type { MentionType } from './annotation.ts';
import type { Briefing } from './briefing.ts';
import type { ArticleCard, Library, ListRange, StoryCard } from './library.ts';
import type { Outlet, SourceKind } from './outlet.ts';
import type { Section } from './section.ts';

/** Where the next part of a list goes on: behind the item with this time and id. */
export interface Place {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

/** A part of a list that is ordered by `Key`; null begins it. What is added meanwhile moves nothing behind the key. */
export interface After<Key> {
  readonly limit: number;
  readonly after: Key | null;
}

/** A part of a list, and the key to go on with; null at its end. A part may hold fewer items than the limit before the end. */
export interface Part<Item, Key> {
  readonly items: readonly Item[];
  readonly next: Key | null;
}

/** Null leaves a filter open. */
export interface StoryFilter {
  readonly section: Section | null;
  readonly topicSlug: string | null;
  readonly outletId: string | null;
  /** Bounds of the newest article, milliseconds, both included. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface ArticleFilter {
  readonly outletId: string | null;
  readonly storySlug: string | null;
  readonly topicSlug: string | null;
  /** Bounds of publication, milliseconds, both included. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A topic that articles are about. */
export interface ListedTopic {
  readonly slug: string;
  readonly title: string;
  readonly type: MentionType;
  readonly qid: string | null;
  readonly description: string | null;
}

export interface ListedQuestion {
  readonly slug: string;
  readonly question: string;
  /** False where the sources do not say. */
  readonly isAnswered: boolean;
  readonly story: { readonly slug: string; readonly headline: string };
}

/** A feed that is polled, with the outlet whose it is. */
export interface Source {
  readonly feedUrl: string;
  /** A feed when left out. */
  readonly kind?: SourceKind;
  readonly title: string | null;
  readonly outlet: Outlet;
}

/** That a story was told anew. */
export interface MadeVersion {
  readonly storyId: string;
  readonly version: number;
  /** Milliseconds: start of the round that made it. */
  readonly madeAt: number;
}

export interface NamedVersion extends MadeVersion {
  readonly slug: string;
  readonly headline: string;
}

/** What the newest version of a story says, for lists of what is said in all of them. */
export interface ToldStory extends Place {
  readonly slug: string;
  readonly version: number;
  readonly briefing: Briefing;
}

/** Lists as data and for other programs: each may be read to its end, part by part. */
export interface Listings {
  /** Stories by their newest article, newest first, without what recurs. */
  storiesByTime(filter: StoryFilter, part: After<Place>): Promise<Part<StoryCard, Place>>;
  /** The same stories in the same order, with all that they say. */
  toldByTime(filter: StoryFilter, part: After<Place>): Promise<Part<ToldStory, Place>>;
  /** Articles by publication, newest first. */
  articlesByTime(filter: ArticleFilter, part: After<Place>): Promise<Part<ArticleCard, Place>>;
  /** Topics of articles by slug; `text` begins their title, whatever its case. */
  topicsBySlug(text: string | null, part: After<string>): Promise<Part<ListedTopic, string>>;
  /** Common questions by slug, all or of one story. */
  questionsBySlug(storySlug: string | null, part: After<string>): Promise<Part<ListedQuestion, string>>;
  /** By name of the outlet. */
  sources(): Promise<readonly Source[]>;
  /** Stories in no order that matters, without what recurs: for the site map. */
  storyAddresses(range: ListRange): Promise<readonly { readonly slug: string; readonly lastAt: number }[]>;
  /** How many `storyAddresses` gives in all. */
  storyCount(): Promise<number>;
  /** Stories that began at this time or later, newest first. */
  storiesBegunSince(at: number, limit: number): Promise<readonly StoryCard[]>;
  /** When the newest version was made, milliseconds; null when there is none. */
  newestVersionAt(): Promise<number | null>;
  /** Versions made at this time or later, oldest first, at most `limit`. */
  versionsSince(at: number, limit: number): Promise<readonly MadeVersion[]>;
  /** The same versions with what their stories are called now; those whose story went into another are left out. */
  nameVersions(versions: readonly MadeVersion[]): Promise<readonly NamedVersion[]>;
}

/** All that publishing reads: pages and lists. */
export interface FullLibrary extends Library, Listings {}
