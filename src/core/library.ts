import type { Reading } from './annotation.ts';
import type { Article } from './article.ts';
import type { BlindSpot, BlindSpotSurvey, Grouping } from './blind-spot.ts';
import type { Briefing, OutletTone, Question } from './briefing.ts';
import type { PictureFile } from './knowledge-base.ts';
import type { Citation } from './ledger.ts';
import type { Outlet, OutletKind } from './outlet.ts';
import type { RecurringKind } from './recurring.ts';
import type { Section } from './section.ts';
import type { SourcePolicy } from './source-policy.ts';
import type { Span } from './span.ts';
import type { StoryStanding } from './standing.ts';
import type { CopyKind, CopyReason, StoryEventKind, StoryLife } from './story.ts';
import type { LinkGrounds } from './story-link.ts';
import type { PageForm, StoryWriting } from './story-writing.ts';
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
  /** Names of the outlets with a text of their own, by who was first. */
  readonly outletNames: readonly string[];
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  /** Milliseconds since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly life: StoryLife;
  readonly version: number;
  /** Null when nothing tells it. */
  readonly section: Section | null;
  /** True when it holds nothing but items that recur: it is in no list but search. */
  readonly recurring: boolean;
  /** Why it stands where it stands; null when it is not ranked (any more). */
  readonly standing: StoryStanding | null;
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
  /** The session that decided it by hand, and when; absent for what the program decided. */
  readonly byHand?: { readonly by: string; readonly at: number };
}

/** Why an article is in its story. */
export interface MemberReason {
  readonly articleId: string;
  readonly outlet: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  /** The article whose text it repeats, how, and the share of the text in common. */
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
  /** How alike it and the story were when it joined, 0 to 1; 1 for the article that founded it. */
  readonly score: number;
  /** What it has in common with the story as it is now: names as `@name`, other words as stems. */
  readonly shared: readonly string[];
}

export interface StoryExplanation {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly life: StoryLife;
  /** Null for a story that has left the ranking. */
  readonly standing: StoryStanding | null;
  /** By publication time. */
  readonly articles: readonly MemberReason[];
  readonly kin: readonly StoryKin[];
}

/** An article as a list shows it: everything but its text. */
export interface ArticleCard extends Omit<Article, 'text' | 'externalId'> {
  readonly outlet: Outlet;
  readonly words: number;
  readonly storySlug: string | null;
  /** Set on an item that the outlet publishes again and again whatever happens. */
  readonly recurring: RecurringKind | null;
  readonly copyOf: string | null;
  /** Name of the outlet whose text it repeats. */
  readonly originName: string | null;
  readonly copyKind: CopyKind | null;
  /** Null too for decisions of versions that gave no reason. */
  readonly copyReason: CopyReason | null;
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
  /** The same story as outlets of other languages have it; most outlets first. */
  readonly otherLanguages: readonly LinkedStory[];
  /** Groups of outlets that leave it out; most improbable first. */
  readonly blindSpots: readonly BlindSpot[];
  /** Oldest decision first. */
  readonly kin: readonly StoryKin[];
  /** How a language model has written this version; absent where none has. */
  readonly writing?: StoryWriting;
  /** Set when `briefing` has the written sections in place of the extracted ones. */
  readonly form?: PageForm;
  /** Set when it is told under a reader's own policy, and stored nowhere. */
  readonly readerPolicy?: SourcePolicy;
}

/** A common question with its story and where else it is asked. */
export interface AskedInStory {
  readonly question: Question;
  readonly story: StoryPage;
  readonly alsoAsked: readonly { readonly slug: string; readonly headline: string }[];
}

/** A story of another language that is the same story. */
export interface LinkedStory {
  readonly slug: string;
  readonly headline: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly independentOutlets: number;
  readonly grounds: LinkGrounds;
}

/** What one grouping of outlets leaves out, with the stories it is about; most improbable first. */
export interface BlindSpotPage {
  readonly grouping: Grouping;
  /** What was looked at, per grouping; empty before the first round. */
  readonly surveys: readonly BlindSpotSurvey[];
  readonly spots: readonly { readonly spot: BlindSpot; readonly story: StoryCard }[];
}

/** What is known of how a feed answers. Times are milliseconds since the epoch. */
export interface FeedHealth {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly nextPollAt: number;
  readonly lastPolledAt: number | null;
  readonly lastStatus: number | null;
  readonly failures: number;
  /** `code: message` of the last failure. */
  readonly lastError: string | null;
  /** When it first failed since it last worked. */
  readonly failingSince: number | null;
  /** Set while the operator has it left alone. */
  readonly pausedAt: number | null;
  /** Publication of its newest dated item. */
  readonly lastItemAt: number | null;
}

export interface FeedOfOutlet {
  readonly feed: FeedHealth;
  readonly outlet: Outlet;
}

export interface OutletPage {
  readonly outlet: Outlet;
  readonly articleCount: number;
  readonly feeds: readonly FeedHealth[];
  readonly recent: readonly ArticleCard[];
  readonly stories: readonly StoryCard[];
  /** Its clear tones in these stories, oldest first. */
  readonly tones: readonly OutletToneAt[];
  /** Null where it has no peers, or too little was carried by them and by itself to be compared. */
  readonly leavesOut: LeavesOut | null;
}

/** That an outlet was critical of or favourable to somebody in a story. */
export interface OutletToneAt extends Pick<OutletTone, 'name' | 'direction'> {
  readonly citation: Citation;
  readonly slug: string;
  readonly headline: string;
  /** Newest article of the story, milliseconds. */
  readonly at: number;
}

/** Stories that several of an outlet's peers carried, and how it stands to them. */
export interface LeavesOut {
  /** The outlets of its country, or of its kind where its country is not known. */
  readonly peers: (
    | { readonly by: 'country'; readonly key: string }
    | { readonly by: 'kind'; readonly key: OutletKind }
  ) & { readonly outlets: number };
  /** Bounds of publication, milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Peers that have to carry a story for it to count. */
  readonly least: number;
  /** Stories that so many of them carried, and of how many of those it has an article too. */
  readonly shared: number;
  readonly carried: number;
  /** Those it has no article of, most carried first, as far as they are listed. */
  readonly stories: readonly { readonly story: StoryCard; readonly carriers: number }[];
}

/** Articles published on one UTC day. */
export interface DayCount {
  /** `2025-12-14`. */
  readonly day: string;
  readonly articles: number;
}

export interface TopicPage {
  readonly topic: Topic;
  readonly stories: readonly StoryCard[];
  /** How many articles name it, by day of publication; days without any are left out. */
  readonly mentions: readonly DayCount[];
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
  /** Slug of a topic that is among the article's; all when absent or null. */
  readonly topicSlug?: string | null;
  /** Section of the article's story; all when absent or null. */
  readonly section?: Section | null;
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
  /** Sections that have stories, in the order of the navigation. */
  readonly sections: readonly Section[];
  /** Newest publication time, milliseconds; null when nothing is stored. */
  readonly newestAt: number | null;
  readonly lastPolledAt: number | null;
}

/** What the site, the feeds and the API read. Answers are views: rows of the store are never handed out. */
export interface Library {
  /** Stories by place: breadth, pace, freshness and weight, no event too often. Without what recurs. */
  frontPage(range: ListRange): Promise<readonly StoryCard[]>;
  /** Stories of one section by rank, without what recurs. */
  section(section: Section, range: ListRange): Promise<readonly StoryCard[]>;
  /** Null when no story ever had this slug. A merged story answers with the one it went into. */
  story(slug: string): Promise<StoryPage | null>;
  storyVersion(slug: string, version: number): Promise<StoryPage | null>;
  /** What a version of a story said, without its articles: to compare it with another. */
  briefing(slug: string, version: number): Promise<Briefing | null>;
  /** Stories whose articles were published on this UTC day (`2025-12-14`). */
  storiesOfDay(day: string): Promise<readonly StoryCard[]>;
  topic(slug: string): Promise<TopicPage | null>;
  /** Null when no topic has this slug. */
  topicTitle(slug: string): Promise<string | null>;
  /** The file of a topic's picture. */
  picture(id: string): Promise<PictureFile | null>;
  outlet(id: string): Promise<OutletPage | null>;
  outlets(): Promise<readonly (Outlet & { readonly articleCount: number })[]>;
  /** Every feed with its outlet, by the outlet's name and the feed's address. */
  feeds(): Promise<readonly FeedOfOutlet[]>;
  article(id: string): Promise<ArticlePassages | null>;
  /** With it the questions of other stories that ask the same of the same. */
  question(slug: string): Promise<AskedInStory | null>;
  search(query: SearchQuery): Promise<SearchResult>;
  blindSpots(grouping: Grouping): Promise<BlindSpotPage>;
  status(): Promise<LibraryStatus>;
}
