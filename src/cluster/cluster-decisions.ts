import type { ArticleSignature, StoryAssignment, StoryState } from '../core/story.ts';
import type { OutletFacts } from './same-owner.ts';
import type { BackgroundFrequencies } from './term-table.ts';

/** What was decided before: all that the next decision reads. */
export interface StoredClusters {
  /** Stories whose time span comes within ACTIVE_WINDOW_DAYS of the articles to come. */
  readonly stories: readonly StoryState[];
  /** The articles of those stories that were published in the active window. */
  readonly signatures: readonly ArticleSignature[];
  /** How many of `documents` hold each term; entries for the terms of new articles and of stories suffice. */
  readonly documentFrequencies: Iterable<readonly [term: string, documents: number]>;
  readonly documents: number;
  /** Kind and owner of the outlets; none where nothing is known of them. */
  readonly outlets?: readonly OutletFacts[] | undefined;
}

export interface ClusterOutput {
  /** One per pending article, by publication time. */
  readonly assignments: readonly StoryAssignment[];
  /** New and changed stories, whole, by id. `size` counts members with a text of their own: copies are left out. */
  readonly stories: readonly StoryState[];
  /** All stored document frequencies and the stored number of documents are to be halved first, rounded down. */
  readonly halved: boolean;
  /** To be added to the stored document frequencies. */
  readonly documentFrequencies: readonly (readonly [term: string, increment: number])[];
  /** To be added to the stored number of documents. */
  readonly documents: number;
}

export interface ClusterTools {
  /** Of `data/models/background-df.json`; zero documents switch it off. */
  readonly background: BackgroundFrequencies;
}

/** What comes of a batch without articles. */
export const NOTHING_DECIDED: ClusterOutput = {
  assignments: [],
  stories: [],
  halved: false,
  documentFrequencies: [],
  documents: 0,
};

/** The assignment of an article with a text of its own. */
export function ownAssignment(articleId: string, storyId: string, score: number): StoryAssignment {
  const asCopy = { copyOf: null, copyKind: null, copySimilarity: null, copyReason: null };
  return { articleId, storyId, ...asCopy, score };
}
