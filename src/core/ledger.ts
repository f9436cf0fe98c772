import type { Annotation, DiscourseRole, FigureModifier } from './annotation.ts';
import type { Article } from './article.ts';
import type { Outlet } from './outlet.ts';
import type { QuotationLimits } from './quotation-limits.ts';
import type { SourcePolicy } from './source-policy.ts';
import type { CopyKind } from './story.ts';
import type { Topic, TopicLink } from './topic.ts';

/** The place in a stored article that supports a statement. */
export interface Citation {
  readonly articleId: string;
  /** UTF-16 offsets into the stored text of the article. */
  readonly start: number;
  readonly end: number;
}

export type Citations = readonly [Citation, ...Citation[]];

/** One article with all that is known of it: the input of the ledger. */
export interface LedgerArticle {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly outlet: Outlet;
  readonly links: readonly TopicLink[];
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
}

/** An earlier story this one grew from; "How we got here" links it. */
export interface EarlierStory {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly lastAt: number;
  /** 1 for what this story grew from, 2 for what that grew from, and so on. */
  readonly generation: number;
}

/** One sentence of one article that carries a claim. */
export interface ClaimMember extends Citation {
  /** Index into the article's sentences. */
  readonly sentence: number;
  readonly outletId: string;
  readonly publishedAt: number;
  /** True when the article is a copy: it does not count as independent support. */
  readonly isCopy: boolean;
}

/** What sort of claim it is: told, told of earlier, setting, judged, foreseen, or said in quotation marks. */
export type ClaimKind = 'event' | 'background' | 'context' | 'evaluation' | 'expectation' | 'quote';

/** What several articles say in their own words, or one says alone. */
export interface Claim {
  readonly id: string;
  readonly role: DiscourseRole;
  readonly kind: ClaimKind;
  /** The sentence that says it best; one of `members`. */
  readonly representative: ClaimMember;
  readonly members: readonly ClaimMember[];
  /** Sentences of other outlets that say a part of it, or say it with much else: the nearest one of each outlet. */
  readonly partial: readonly ClaimMember[];
  /** Independent outlets that carry it. */
  readonly outlets: readonly string[];
  readonly firstReporter: string;
  /** Milliseconds since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** How near the claim lies to the centre of the story, 0 to 1. */
  readonly centrality: number;
  /** Who said it, when it is speech, opinion or forecast: a name or a body as the text gives it. */
  readonly holder: string | null;
}

export interface FigureReport extends Citation {
  readonly value: number;
  readonly high: number | null;
  readonly modifier: FigureModifier;
  /** As written: "at least 31". */
  readonly text: string;
  readonly outletId: string;
  readonly publishedAt: number;
}

/** One quantity of the story with what each outlet says it is. */
export interface FigureEntry {
  readonly what: string;
  readonly unit: string;
  readonly latest: FigureReport;
  readonly reports: readonly FigureReport[];
  /** `order-of-magnitude` when two reports differ by a factor of ten or more. */
  readonly disagreement: 'none' | 'differs' | 'order-of-magnitude';
}

export interface QuoteEntry {
  readonly speaker: string;
  /** Words as the longest version has them. */
  readonly text: string;
  readonly citations: Citations;
  readonly outlets: readonly string[];
}

export const CONTRADICTION_KINDS = ['figure', 'time', 'place', 'agent', 'cause', 'denial'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** Two or more reports of one thing that cannot all be right, or that deny each other. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  /** What they contradict each other on: "people killed", "the day", "what Varga denies". */
  readonly what: string;
  readonly sides: readonly {
    /** What this side has it to be, as written where it is short. */
    readonly label: string;
    readonly outlets: readonly string[];
    readonly citations: Citations;
  }[];
}

export interface RoleEntry {
  readonly name: string;
  readonly topicId: string | null;
  readonly text: string;
  /** "prime minister", lower case. */
  readonly office: string;
  /** The body or place it is of, as the article names it; null when it names none. */
  readonly organisation: string | null;
  readonly tense: 'current' | 'former' | 'elect' | 'acting';
  /** Time it is true of, milliseconds: that of the article, or the one the article gives ("became mayor in 2015"). */
  readonly asOf: number;
  /** False when another report of the story, as new or newer, says otherwise: it held as of its date. */
  readonly stands: boolean;
  readonly citation: Citation;
}

/** Everything a briefing may say about a story. */
export interface Ledger {
  readonly storyId: string;
  /** Publication time of the newest article, milliseconds. */
  readonly asOf: number;
  readonly independentOutlets: readonly string[];
  readonly claims: readonly Claim[];
  readonly figures: readonly FigureEntry[];
  readonly contradictions: readonly Contradiction[];
  readonly quotes: readonly QuoteEntry[];
  readonly roles: readonly RoleEntry[];
}

/** All that briefing one story reads. */
export interface BriefInput {
  readonly storyId: string;
  readonly slug: string;
  readonly articles: readonly LedgerArticle[];
  readonly earlier: readonly EarlierStory[];
  readonly topics: readonly Topic[];
  /** How much of one article may be shown; null lifts the limit, for evaluation. */
  readonly quotationBudget: QuotationLimits | null;
  /** The source policy that has been applied; absent when all sources count alike. */
  readonly policy?: SourcePolicy;
}
