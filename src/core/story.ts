/** What clustering needs to know of one article; computed once, stored, and never recomputed from the text. */
export interface Fingerprint {
  readonly articleId: string;
  readonly outletId: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly language: string;
  /** MinHash signature over word shingles, 128 unsigned 32-bit values. */
  readonly signature: readonly number[];
  /** Number of distinct shingles behind the signature. */
  readonly shingles: number;
  /** Stemmed content terms of title and body with their weights (raw, before idf). */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** Normalised names, with how often each occurs. */
  readonly names: readonly (readonly [name: string, count: number])[];
  /** The credited agency, normalised; null when none is named. */
  readonly wireCredit: string | null;
}

/** What copy detection reads of an article that is in a story already. */
export interface ArticleSignature {
  readonly articleId: string;
  readonly storyId: string;
  readonly outletId: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  readonly signature: readonly number[];
  readonly shingles: number;
  readonly copyOf: string | null;
  readonly wireCredit: string | null;
}

/** A story as clustering carries it from one run to the next: all that a decision about a new article reads. */
export interface StoryState {
  readonly id: string;
  readonly language: string;
  /** Publication time of the first and the newest member, milliseconds. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly size: number;
  /** Summed vectors of the members, largest weights first. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly names: readonly (readonly [name: string, weight: number])[];
}

export type CopyKind = 'wire-copy' | 'near-duplicate' | 'update';

/** The decision about one article. */
export interface StoryAssignment {
  readonly articleId: string;
  readonly storyId: string;
  /** The article whose text this one repeats. */
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
  /** Estimated share of shingles in common with `copyOf`. */
  readonly copySimilarity: number | null;
  /** Score against the story when it joined, 0 to 1; 1 for the article that founded it. */
  readonly score: number;
}
