import type { DiscourseRole, MentionType } from './annotation.ts';
import type { Citation, Citations, ContradictionKind, FigureEntry, QuoteEntry, RoleEntry } from './ledger.ts';
import type { SourcePolicy } from './source-policy.ts';
import type { TopicPicture } from './topic.ts';

/**
 * A sentence on a page. `text` is made from the first citation's span by deleting and bracketing only; each span of
 * `citations` contains its words, each of `support` says the same in words of its own. What a model has written
 * (`writtenBy`) is in its words, and was checked against all spans of `citations`.
 */
export interface Statement {
  readonly text: string;
  readonly citations: Citations;
  readonly support: readonly Citation[];
  readonly kind: DiscourseRole | 'quote' | 'description';
  /** Who holds it, for opinions, forecasts and speech: the person and the outlet that printed it. */
  readonly by: { readonly name: string; readonly outletId: string } | null;
  /** Independent outlets that carry it. */
  readonly outlets: readonly string[];
  /** The language model whose words they are; absent where they are the article's. */
  readonly writtenBy?: string;
}

export type BehindGroup = 'why-now' | 'at-stake' | 'what-could-follow' | 'unknown' | 'views';

/** What the words of an outlet show towards a person or body. */
export interface OutletTone {
  readonly name: string;
  readonly direction: 'critical' | 'favourable';
  /** The sentences that carry it. */
  readonly citations: Citations;
  /** The language model that has judged; absent where it is the trained judge of the program. */
  readonly judgedBy?: string;
}

/** What an outlet's headline has in common with the others', and what it has to itself: words as written in it. */
export interface HeadlineAngle {
  /** Words that more than half of the independent outlets' headlines have. */
  readonly shared: readonly string[];
  /** Words that no other independent outlet's headline has; those side by side are one entry. */
  readonly own: readonly string[];
}

/**
 * When a word counts as one that an outlet prefers: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn
 * 2008) of this many standard errors, that many uses of the word by it and of the other word by the others, and so many content
 * words of text on either side. 1.96 is 5 % under the normal distribution; the least counts keep single sentences from deciding.
 */
export const WORD_PREFERENCE = { z: 1.96, times: 3, ownWords: 100, otherWords: 200 } as const;

/** A word that an outlet uses where others use another one, each with a place where it stands. */
export interface WordPreference {
  readonly word: string;
  readonly citation: Citation;
  /** How often the outlet writes it. */
  readonly times: number;
  readonly instead: string;
  readonly insteadOutletId: string;
  readonly insteadCitation: Citation;
  /** How often the others write the other one. */
  readonly insteadTimes: number;
  /** Log-odds ratio of the word over its standard error, as against the other outlets. */
  readonly z: number;
}

export interface OutletCoverage {
  readonly outletId: string;
  readonly articleIds: readonly string[];
  readonly headline: string;
  readonly headlineArticleId: string;
  /** What the article opens with. */
  readonly leadsOn: Statement | null;
  /** Facts no other independent outlet of the story reports. */
  readonly onlyHere: readonly Statement[];
  /** Ids of matrix facts that most others carry and this one leaves out. */
  readonly leavesOut: readonly string[];
  readonly quotes: readonly { readonly speaker: string; readonly citation: Citation }[];
  /** Whom at least two others quote and this outlet does not, most quoted first; missing in older stored briefings, as the four below. */
  readonly notQuoted?: readonly { readonly speaker: string; readonly outlets: readonly string[] }[];
  readonly angle?: HeadlineAngle;
  /** Id of the matrix fact that its newest article opens with; null when that is none of them. */
  readonly opensWith?: string | null;
  /** Of the facts that most of the other outlets carry: how many it has too, out of those of which it can be told. */
  readonly carried?: { readonly facts: number; readonly found: number };
  /** Null when there is too little text of its own or of the others to compare. */
  readonly prefers?: readonly WordPreference[] | null;
  readonly loadedWords: readonly { readonly text: string; readonly citation: Citation }[];
  /** Strong cases only; missing in briefings stored before tone was read. */
  readonly tone?: readonly OutletTone[];
  /** The outlet whose text it reprints, when it has none of its own. */
  readonly reprints: string | null;
}

/** Two or more sides that cannot all be right, or that put it differently. */
export interface Difference {
  readonly kind: ContradictionKind | 'wording';
  readonly what: string;
  readonly sides: readonly {
    readonly label: string;
    readonly outlets: readonly string[];
    readonly statement: Statement;
  }[];
}

export interface FactMatrix {
  /** Outlet ids, one column each. */
  readonly outlets: readonly string[];
  readonly facts: readonly {
    readonly id: string;
    readonly statement: Statement;
    readonly first: string;
    /** Per column: the citation, or null where the outlet leaves it out. */
    readonly cells: readonly (Citation | null)[];
    /** Per column: a sentence that says a part of it, where there is none that says it all; missing in older stored briefings. */
    readonly partly?: readonly (Citation | null)[];
  }[];
}

/** An earlier story that this one grew from and that no entry of the timeline links. */
export interface ChainLink {
  readonly slug: string;
  readonly headline: string;
  /** ISO day of its last article. */
  readonly date: string;
}

export interface TimelineEntry {
  /** ISO date, as much of it as is known: `2008`, `2008-04`, `2008-04-02`. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly statement: Statement;
  /** Slug of the earlier story of this site that covers it. */
  readonly storySlug: string | null;
}

export interface Question {
  readonly slug: string;
  readonly question: string;
  readonly intro: Statement | null;
  /** Empty means: the sources do not say. */
  readonly answer: readonly Statement[];
}

export interface TopicCard {
  readonly topicId: string;
  readonly slug: string;
  readonly title: string;
  readonly type: MentionType;
  readonly qid: string | null;
  /** Encyclopaedic text of the base with its source; null for a topic only the articles know. */
  readonly extract: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  readonly asOf: string | null;
  readonly wikipediaUrl: string | null;
  readonly imageUrl: string | null;
  /** Revision of the page that the extract is of. Versions stored before there were revisions and pictures lack both. */
  readonly revision?: string | null;
  readonly picture?: TopicPicture | null;
  /** What the articles of this story call it, cited: used when the base has nothing, and for roles. */
  readonly described: Statement | null;
}

export type SectionName =
  | 'whatHappened'
  | 'behindTheHeadline'
  | 'papersSay'
  | 'howWeGotHere'
  | 'commonQuestions'
  | 'topics';

export interface BriefingSections {
  readonly whatHappened: readonly Statement[];
  readonly behindTheHeadline: readonly {
    readonly group: BehindGroup;
    readonly statements: readonly Statement[];
  }[];
  readonly papersSay: {
    readonly outlets: readonly OutletCoverage[];
    readonly agreement: readonly Statement[];
    /** How the papers compare, where a language model has written it. */
    readonly review?: readonly Statement[];
    readonly differences: readonly Difference[];
    readonly matrix: FactMatrix;
  };
  readonly howWeGotHere: readonly TimelineEntry[];
  /** Nearest first; missing in older stored briefings. */
  readonly earlierStories?: readonly ChainLink[];
  readonly commonQuestions: readonly Question[];
  readonly topics: readonly TopicCard[];
}

/** One version of a story's page, as data. Everything that is published is a rendering of this. */
export interface Briefing {
  readonly storyId: string;
  readonly slug: string;
  readonly headline: string;
  /** The article whose headline it is. */
  readonly headlineArticleId: string;
  /** Publication time of the newest article, milliseconds. */
  readonly asOf: number;
  readonly counts: {
    readonly articles: number;
    readonly copies: number;
    readonly independentOutlets: number;
    readonly countries: number;
  };
  readonly sections: BriefingSections;
  readonly figures: readonly FigureEntry[];
  readonly quotes: readonly QuoteEntry[];
  readonly roles: readonly RoleEntry[];
  /** What the reader is told about a section with little behind it ("only one independent source so far"). */
  readonly thin: Readonly<Partial<Record<SectionName, string>>>;
  /** The source policy it was made under; absent when all sources count alike. */
  readonly policy?: SourcePolicy;
}
