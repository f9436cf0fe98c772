import type { Generated } from 'kysely';
import type { StoryEditKind } from '../core/administration.ts';
import type { SourceKind } from '../core/outlet.ts';
import type { StoryEventKind, StoryLife } from '../core/story.ts';
import type { SubscriberState } from '../core/subscription.ts';

/**
 * Tables as Kysely sees them (camelCase here, snake_case in the database). Times are milliseconds since the epoch,
 * truth values 0 or 1, structured values JSON text, in both dialects alike.
 */
export interface Schema {
  outlets: OutletRow;
  feeds: FeedRow;
  hubSubscriptions: HubSubscriptionRow;
  rounds: RoundRow;
  entries: EntryRow;
  pages: PageRow;
  articles: ArticleRow;
  annotations: ArticleJsonRow;
  fingerprints: FingerprintRow;
  waitingArticles: WaitingArticleRow;
  articleSections: ArticleSectionRow;
  articleTopics: ArticleTopicRow;
  topics: TopicRow;
  topicAliases: TopicAliasRow;
  topicKeys: TopicKeyRow;
  topicPlaces: TopicPlaceRow;
  pictures: PictureRow;
  knowledgeAnswers: KnowledgeAnswerRow;
  modelAnswers: ModelAnswerRow;
  modelUse: ModelUseRow;
  articleTones: ArticleToneRow;
  stories: StoryRow;
  storyArticles: StoryArticleRow;
  blindSpots: BlindSpotRow;
  storyLinks: StoryLinkRow;
  storyRedirects: StoryRedirectRow;
  storyEvents: StoryEventRow;
  clusterTerms: ClusterTermRow;
  briefings: BriefingRow;
  writings: WritingRow;
  questions: QuestionRow;
  stageRuns: StageRunRow;
  jobs: JobRow;
  robots: RobotsRow;
  settings: SettingRow;
  siteMarks: SiteMarkRow;
  subscribers: SubscriberRow;
  adminSessions: AdminSessionRow;
  errorReports: ErrorReportRow;
  storyEdits: StoryEditRow;
}

export interface OutletRow {
  id: string;
  name: string;
  homeUrl: string | null;
  country: string | null;
  language: string | null;
  kind: string | null;
  owner: string | null;
}

export interface FeedRow {
  id: string;
  kind: SourceKind;
  outletId: string;
  url: string;
  title: string | null;
  etag: string | null;
  lastModified: string | null;
  nextPollAt: number;
  lastPolledAt: number | null;
  lastStatus: number | null;
  failures: number;
  lastError: string | null;
  /** Time of the first failure since it last worked. */
  failingSince: number | null;
  /** Set while it is not to be asked, by hand. */
  pausedAt: number | null;
  /** Publication of its newest item, as far as that is dated. */
  lastItemAt: number | null;
}

/** What a feed's hub was asked for and has agreed to (W3C WebSub). */
export interface HubSubscriptionRow {
  feedId: string;
  hubUrl: string;
  topicUrl: string;
  /** Last part of the callback's address: who does not know it can deliver nothing. */
  token: string;
  /** Signs what the hub delivers. */
  secret: string;
  state: 'offered' | 'asked' | 'active' | 'denied';
  /** When the hub is to be asked next. */
  askAt: number;
  expiresAt: number | null;
  /** Requests in a row that came to nothing. */
  failures: number;
  lastError: string | null;
  deliveredAt: number | null;
  /** Polls since the last delivery that brought what the hub should have told. */
  missed: number;
}

/** One run of polling or importing, from its start until everything it brought is briefed. */
export interface RoundRow {
  id: Generated<number>;
  kind: string;
  startedAt: number;
  finishedAt: number | null;
}

/** A feed item or a handed-in address: the promise that its page will be read. */
export interface EntryRow {
  articleId: string;
  feedId: string | null;
  outletId: string;
  url: string;
  /** FeedItem as JSON; null for an address handed in by itself. */
  item: string | null;
  /** Start of the round that first saw it: the time of an article that has no date of its own. */
  seenAt: number;
}

export interface PageRow {
  articleId: string;
  finalUrl: string;
  /** HTML, gzipped; null when the page could not be had. */
  html: Buffer | null;
  failureCode: string | null;
  fetchedAt: number;
}

export interface ArticleRow {
  seq: Generated<number>;
  id: string;
  externalId: string | null;
  url: string;
  outletId: string;
  title: string;
  text: string;
  words: number;
  byline: string | null;
  publishedAt: number;
  datePrecision: string;
  language: string | null;
  imageUrl: string | null;
  origin: string;
  truncated: number;
  warnings: string;
  /** Whatever else an imported row carried, as JSON. */
  metadata: string | null;
}

export interface ArticleJsonRow {
  articleId: string;
  body: string;
}

/** That an article has a fingerprint and no story yet. */
export interface WaitingArticleRow {
  articleId: string;
  publishedAt: number;
}

export interface FingerprintRow extends ArticleJsonRow {
  publishedAt: number;
  outletId: string;
  /** 128 unsigned 32-bit values, little endian. */
  signature: Buffer;
  shingles: number;
  /** The same over distinct words; empty where they are not known, and their number 0. */
  wordSignature: Buffer;
  distinctWords: number;
  wireCredit: string | null;
}

/** How an article is filed, and whether it is an item that recurs. */
export interface ArticleSectionRow {
  articleId: string;
  /** Null when nothing tells it. */
  section: string | null;
  margin: number | null;
  /** `path` or `words`. */
  source: string | null;
  /** Title without what changes from day to day; null where too little is left. */
  skeleton: string | null;
  /** RecurringKind; null for a report. */
  recurring: string | null;
}

export interface ArticleTopicRow {
  articleId: string;
  entity: number;
  topicId: string;
  score: number;
  salience: number;
}

export interface TopicRow {
  id: string;
  slug: string;
  title: string;
  type: string;
  qid: string | null;
  description: string | null;
  extract: string | null;
  wikipediaUrl: string | null;
  imageUrl: string | null;
  source: string | null;
  licence: string | null;
  asOf: string | null;
  revision: string | null;
  /** TopicPicture as JSON. */
  picture: string | null;
  origin: string;
}

export interface TopicAliasRow {
  key: string;
  topicId: string;
  weight: number;
}

/** What a topic is called in another register (`iso3166:UA`), or a slug it once had (`slug:kyiv-2`). */
export interface TopicKeyRow {
  key: string;
  topicId: string;
}

export interface TopicPlaceRow {
  topicId: string;
  country: string | null;
  latitude: number;
  longitude: number;
  population: number | null;
}

/** A picture of a topic, as it is served. */
export interface PictureRow {
  id: string;
  mediaType: string;
  bytes: Buffer;
  storedAt: number;
}

/** What a knowledge base answered to a question, so that it is not asked again. */
export interface KnowledgeAnswerRow {
  question: string;
  /** JSON. */
  answer: string;
  answeredAt: number;
}

/** What a language model answered, by the hash of all that the answer depends on. */
export interface ModelAnswerRow {
  key: string;
  /** JSON. */
  answer: string;
  answeredAt: number;
}

/** What a model was used for on one day (ISO date, UTC). */
export interface ModelUseRow {
  day: string;
  model: string;
  purpose: string;
  calls: number;
  rejected: number;
  tokensIn: number;
  tokensOut: number;
  /** In the currency of the operator's prices. */
  money: number;
}

/** The tone of an article as a language model has refined it; without a row, that of the annotation holds. */
export interface ArticleToneRow extends ArticleJsonRow {
  model: string;
  version: number;
}

export interface StoryRow {
  id: string;
  slug: string;
  /** Headline of the newest briefing; before there is one, the title of the founding article. */
  title: string;
  /** Title of the founding article: never changes, so that what other stories read of it never does. */
  foundingTitle: string;
  language: string;
  firstAt: number;
  lastAt: number;
  articleCount: number;
  independentOutlets: number;
  countries: number;
  rank: number;
  /** Section by vote of its articles; null when none has one. */
  section: string | null;
  sectionMargin: number | null;
  /** Place on the front page, from 1; null for what has left it or never stands on it. */
  place: number | null;
  /** RankFactors as JSON; null when not ranked. */
  factors: string | null;
  /** 1 when all its articles are recurring items. */
  recurring: Generated<number>;
  /** StoryState as JSON. */
  state: string;
  /** Raised whenever the membership changes. */
  revision: number;
  briefedRevision: number;
  briefedBy: number;
  /** The revision that was last looked at for mergers and splits. */
  repairedRevision: Generated<number>;
  life: Generated<StoryLife>;
}

export interface StoryArticleRow {
  articleId: string;
  storyId: string;
  copyOf: string | null;
  copyKind: string | null;
  copySimilarity: number | null;
  /** CopyReason as JSON; null for an article with a text of its own and for decisions of older versions. */
  copyReason: string | null;
  score: number;
}

/** That a group of outlets leaves out a story; made anew at the end of each round. */
export interface BlindSpotRow {
  grouping: string;
  storyId: string;
  groupKey: string;
  /** Place within the grouping, from 0: most improbable first. */
  place: number;
  /** BlindSpot as JSON. */
  body: string;
}

/** That two stories of different languages are one: stored both ways. */
export interface StoryLinkRow {
  storyId: string;
  otherId: string;
  /** StoryMatch as JSON: what the link rests on. */
  grounds: string;
}

export interface StoryRedirectRow {
  slug: string;
  storyId: string;
}

/** What was decided about two stories as a whole. */
export interface StoryEventRow {
  storyId: string;
  kind: StoryEventKind;
  otherId: string;
  /** The other story as it was called then: one that was taken up is gone. */
  otherSlug: string;
  otherTitle: string;
  at: number;
  score: number;
  threshold: number;
  /** JSON array. */
  shared: string;
  /** The session that decided it by hand, and when; null for what the program decided. */
  madeBy: string | null;
  madeAt: number | null;
}

export interface ClusterTermRow {
  term: string;
  documents: number;
}

export interface BriefingRow {
  storyId: string;
  version: number;
  hash: string;
  madeAt: number;
  body: string;
  /** BriefingCard as JSON; null in no row but one that is being written. */
  card: string | null;
}

/** A version of a story as a language model has written it. */
export interface WritingRow {
  storyId: string;
  version: number;
  /** Of the briefing that it was written for: of another one it is not shown. */
  briefingHash: string;
  /** Of all that the model was told. */
  claimsHash: string;
  model: string;
  judge: string | null;
  stageVersion: number;
  writtenAt: number;
  /** Statements of first answers; of these, those that were refused; of these, those that stayed so. */
  statements: number;
  refused: number;
  replaced: number;
  body: string;
}

export interface QuestionRow {
  slug: string;
  storyId: string;
  body: string;
}

/** That a stage has dealt with a key, by which version, and how it ended. */
export interface StageRunRow {
  stage: string;
  key: string;
  version: number;
  status: 'done' | 'failed';
  code: string | null;
  message: string | null;
  at: number;
}

export interface JobRow {
  stage: string;
  key: string;
  dueAt: number;
  claim: string | null;
  attempts: number;
}

export interface RobotsRow {
  origin: string;
  body: string | null;
  fetchedAt: number;
}

export interface SettingRow {
  name: string;
  value: string;
}

/** Raised by the database itself with what readers have to see at once (migration 0026). */
export interface SiteMarkRow {
  name: string;
  value: number;
}

export interface SubscriberRow {
  id: string;
  email: string;
  /** The rest of a `DigestWish`. */
  wish: string;
  state: SubscriberState;
  createdAt: number;
  confirmedAt: number | null;
  sentFor: string | null;
  sentAt: number | null;
  failures: number;
  nextTryAt: number;
  lastError: string | null;
}

export interface AdminSessionRow {
  /** SHA-256 of what the cookie holds. */
  id: string;
  createdAt: number;
  expiresAt: number;
}

export interface ErrorReportRow {
  id: string;
  createdAt: number;
  storyId: string;
  storySlug: string;
  headline: string;
  version: number;
  statement: string | null;
  /** Citation as JSON. */
  citation: string | null;
  note: string;
  contact: string | null;
  doneAt: number | null;
  doneBy: string | null;
}

/** What somebody wants done to a story by hand, and what came of it. */
export interface StoryEditRow {
  id: string;
  kind: StoryEditKind;
  storyId: string;
  storyTitle: string;
  /** The story that is taken up, or the one that a split founded. */
  otherId: string | null;
  otherTitle: string | null;
  /** JSON array. */
  articleIds: string;
  madeBy: string;
  askedAt: number;
  doneAt: number | null;
  refusal: string | null;
}
