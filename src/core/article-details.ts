/** What kind of piece an article is; `news` where nothing says otherwise. */
export const ARTICLE_KINDS = [
  'news',
  'analysis',
  'opinion',
  'live-blog',
  'interview',
  'gallery',
  'podcast',
  'press-release',
] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Where a page says of what kind it is; `default` where it says nothing. */
export type KindSource = 'json-ld-type' | 'section' | 'address' | 'headline' | 'structure' | 'default';

/** A kind and why: `evidence` is the word, address part or count that settled it. */
export interface KindVerdict {
  readonly kind: ArticleKind;
  readonly source: KindSource;
  readonly evidence: string;
}

/** One entry of a live blog: a span of the article's text, in UTF-16 code units. */
export interface LiveEntry {
  /** Milliseconds since the epoch; null where the page gives no day. */
  readonly at: number | null;
  readonly start: number;
  readonly end: number;
}

export type NoteKind = 'correction' | 'clarification' | 'update' | 'editors-note';

/** What the outlet says of changes to its own article, as written. */
export interface ArticleNote {
  readonly kind: NoteKind;
  readonly text: string;
}

/** What a page says of its article beside text and names. */
export interface ArticleDetails {
  readonly kind: KindVerdict;
  /** Entries of a live blog in the order of the text; empty for all else. */
  readonly entries: readonly LiveEntry[];
  readonly imageCaption: string | null;
  /** Who took or owns the lead image. */
  readonly imageCredit: string | null;
  readonly notes: readonly ArticleNote[];
}
