import type { ErrorReport } from './error-report.ts';
import type { FailureCode } from './failure.ts';
import type { LibraryStatus, StoryExplanation } from './library.ts';
import type { SourcePolicy } from './source-policy.ts';
import type { SubscriberState } from './subscription.ts';

/** Who is signed in: kept by the hash of what the cookie holds, so that a copy of the database opens nothing. */
export interface AdminSessions {
  /** Hash of the token that lets in; null where none was made. */
  tokenHash(): Promise<string | null>;
  open(id: string, createdAt: number, expiresAt: number): Promise<void>;
  /** When a session ends; null when it is unknown or over. */
  expiry(id: string, now: number): Promise<number | null>;
  end(id: string): Promise<void>;
}

export interface StageBacklog {
  readonly stage: string;
  readonly waiting: number;
}

export interface FailureGroup {
  readonly stage: string;
  /** A `FailureCode`, or empty where none was stored. */
  readonly code: FailureCode | string;
  readonly count: number;
  /** One of the messages. */
  readonly example: string;
}

export interface RoundSummary {
  readonly kind: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly startedAt: number;
  /** Null while it is under way. */
  readonly finishedAt: number | null;
}

/** What a language model was used for, and how what it wrote fared. */
export interface ModelFigures {
  readonly model: string;
  /** Over the last thirty days (UTC). */
  readonly calls: number;
  /** Answers of no use. */
  readonly rejected: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** In the currency of the operator's prices. */
  readonly money: number;
  /** Over all that is kept: versions written, statements of first answers, those refused, those replaced in the end. */
  readonly versions: number;
  readonly statements: number;
  readonly refused: number;
  readonly replaced: number;
}

export interface AdminOverview {
  /** Empty where no model was ever asked. */
  readonly models: readonly ModelFigures[];
  readonly status: LibraryStatus;
  /** Newest first. */
  readonly rounds: readonly RoundSummary[];
  readonly backlog: readonly StageBacklog[];
  readonly failures: readonly FailureGroup[];
  readonly openReports: number;
  /** Null where no mail server is set. */
  readonly subscribers: Readonly<Record<SubscriberState, number>> | null;
  /** Free and stored bytes; null where the database is on a server. */
  readonly disk: { readonly freeBytes: number; readonly databaseBytes: number } | null;
}

export type StoryEditKind = 'merge' | 'split';

/** What is to be done to a story by hand. */
export type StoryEditRequest =
  | { readonly kind: 'merge'; readonly storyId: string; readonly intoId: string; readonly madeBy: string }
  | {
      readonly kind: 'split';
      readonly storyId: string;
      readonly articleIds: readonly string[];
      readonly madeBy: string;
    };

export interface StoryEdit {
  readonly id: string;
  readonly kind: StoryEditKind;
  /** The story that stays: what takes up the other, or what is split. */
  readonly storyId: string;
  readonly storyTitle: string;
  readonly otherId: string | null;
  readonly otherTitle: string | null;
  readonly articleIds: readonly string[];
  readonly madeBy: string;
  readonly askedAt: number;
  /** Null until a round has dealt with it. */
  readonly doneAt: number | null;
  /** Why it could not be done. */
  readonly refusal: string | null;
}

/** What came of adding an address, in one sentence for a person. */
export interface Added {
  readonly ok: boolean;
  readonly message: string;
}

export type SourceChange = 'pause' | 'resume' | 'poll' | 'remove';

/** What the pages of the administration show and do; handed in by `app.ts`. */
export interface Administration {
  readonly sessions: AdminSessions;
  overview(): Promise<AdminOverview>;
  /** Lets stages try again what failed, with this code or with any. Returns how much that is. */
  retry(stage: string, code: string | null): Promise<number>;
  /** A feed, a site whose feeds are found, or one article. */
  addSource(url: string): Promise<Added>;
  /** False when there is no such feed. */
  changeSource(feedId: string, change: SourceChange): Promise<boolean>;
  reports(state: 'open' | 'done'): Promise<readonly ErrorReport[]>;
  settleReport(id: string, done: { readonly by: string } | null): Promise<boolean>;
  /** By slug or id, also those of a story that was taken up. */
  story(name: string): Promise<StoryExplanation | null>;
  /** Has the next round do it. Null when it can be done as far as can be told now, else why not. */
  editStory(request: StoryEditRequest): Promise<string | null>;
  /** Newest first. */
  edits(): Promise<readonly StoryEdit[]>;
  policy(): Promise<SourcePolicy>;
  setPolicy(policy: SourcePolicy): Promise<void>;
}
