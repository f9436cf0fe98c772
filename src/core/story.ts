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
  /** MinHash signature over distinct content words, which a light rewrite leaves alone; absent in older prints. */
  readonly wordSignature?: readonly number[];
  /** Number of distinct content words behind it. */
  readonly distinctWords?: number;
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
  readonly signature: ArrayLike<number>;
  readonly shingles: number;
  readonly wordSignature?: ArrayLike<number> | undefined;
  /** 0 or absent where the words are not known. */
  readonly distinctWords?: number | undefined;
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

export const COPY_KINDS = ['wire-copy', 'sister', 'near-duplicate', 'update'] as const;
/** `sister`: both outlets have one owner; `update`: both are one outlet; `wire-copy`: an agency's text. */
export type CopyKind = (typeof COPY_KINDS)[number];

/**
 * What made the other text the origin: it is the agency's own; it is the earlier; it was stored before, though not
 * earlier; of one moment, it is nearest to all copies or the longest; nothing but its id.
 */
export const ORIGIN_GROUNDS = ['agency', 'earliest', 'stored', 'central', 'longest', 'none'] as const;
export type OriginGround = (typeof ORIGIN_GROUNDS)[number];

/** How much of the two texts is one: all, the copy is cut, the copy adds text of its own, the words are changed. */
export const COPY_EXTENTS = ['whole', 'cut', 'extended', 'rewritten'] as const;
export type CopyExtent = (typeof COPY_EXTENTS)[number];

/** Why an article counts as a copy, and of that origin: stored with the decision, and told to readers in words. */
export interface CopyReason {
  readonly origin: OriginGround;
  /** The agency that either text credits, normalised. */
  readonly agency: string | null;
  /** The owner of both outlets as the catalogue has it, when it is one and the outlets are two. */
  readonly owner: string | null;
  readonly extent: CopyExtent;
  /** Estimated share of the shorter text that lies in the longer one, 0 to 1, two decimals. */
  readonly containment: number;
}

/** The decision about one article. */
export interface StoryAssignment {
  readonly articleId: string;
  readonly storyId: string;
  /** The article whose text this one repeats. */
  readonly copyOf: string | null;
  readonly copyKind: CopyKind | null;
  /** Estimated share of shingles in common with `copyOf`. */
  readonly copySimilarity: number | null;
  /** Null for an article with a text of its own. */
  readonly copyReason: CopyReason | null;
  /** Score against the story when it joined, 0 to 1; 1 for the article that founded it. */
  readonly score: number;
}

/**
 * `merged`: the story took up the other. `split`: the other was parted from it. `grew-from`: the other is an earlier
 * story whose matter this one carries on.
 */
export type StoryEventKind = 'merged' | 'split' | 'grew-from';

/** What was decided about two stories as a whole, with what spoke for it. */
export interface StoryEvent {
  readonly storyId: string;
  readonly kind: StoryEventKind;
  readonly otherId: string;
  /** Time of the newest article the decision rests on, milliseconds. */
  readonly at: number;
  /** How alike the two are, on the scale of `threshold`. */
  readonly score: number;
  /** What the score had to reach to merge or to be linked, or to stay below to be parted. */
  readonly threshold: number;
  /** Names (as `@name`) and stems both have, heaviest first. */
  readonly shared: readonly string[];
  /** The session that decided it by hand, and when (milliseconds); null or absent for what the program decided. */
  readonly madeBy?: string | null;
  readonly madeAt?: number | null;
}

/**
 * `emerging`: young and told by few. `developing`: articles keep coming. `quiet`: none for two days, yet a new one still
 * joins. `closed`: what comes now is a story of its own, linked to this one.
 */
export type StoryLife = 'emerging' | 'developing' | 'quiet' | 'closed';

/** Articles that leave a story for one of their own. */
export interface StorySplit {
  readonly from: string;
  readonly into: string;
  /** The earliest article of the part, which gives the new story its first headline. */
  readonly foundedBy: string;
  /** All articles of the part, copies with it. */
  readonly articleIds: readonly string[];
}

/** That one story takes up another. */
export interface StoryMerge {
  readonly into: string;
  readonly from: string;
  /** Score of the two, on the scale of `threshold`. */
  readonly score: number;
  readonly threshold: number;
  /** Names (as `@name`) and stems both have, heaviest first; empty when a third story joined the two. */
  readonly shared: readonly string[];
}

/** What came of looking again at stories that had changed. */
export interface StoryRepairs {
  /** The stories that were looked at. */
  readonly looked: readonly string[];
  readonly splits: readonly StorySplit[];
  /** To be carried out after the splits, in this order. */
  readonly merges: readonly StoryMerge[];
  /** States of all stories that are not as they were, by id; those that were taken up are not among them. */
  readonly stories: readonly StoryState[];
  /** What was decided; the `grew-from` events of a story replace its earlier ones. */
  readonly events: readonly StoryEvent[];
}
