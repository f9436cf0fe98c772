import type { DatedEntry } from './dated-entries.ts';
import type { CreditedCaption } from './image-credit.ts';
import type { PublicationDate } from './parse-date.ts';

/** What one source (JSON-LD, Open Graph, the HTML itself) says about the article; null where it says nothing. */
export interface PageMetadata {
  readonly title: string | null;
  /** What the source calls the thing itself, beside its headline. */
  readonly name: string | null;
  readonly byline: string | null;
  readonly date: PublicationDate | null;
  /** As written: `en`, `en-GB`, `en_US`. */
  readonly language: string | null;
  /** As written, not yet absolute. */
  readonly imageUrl: string | null;
  /** As written, not yet absolute. */
  readonly canonicalUrl: string | null;
  readonly siteName: string | null;
  /** False when the page declares itself behind a paywall (schema.org `isAccessibleForFree`). */
  readonly accessibleForFree: boolean | null;
  /** The article's text as metadata carries it: blocks parted by line breaks. */
  readonly articleBody: string | null;
  /** schema.org types of the article. */
  readonly types: readonly string[];
  /** Names of the sections it stands in, as written. */
  readonly sections: readonly string[];
  readonly image: CreditedCaption;
  /** Entries of a live blog. */
  readonly updates: readonly DatedEntry[];
}

export const NO_METADATA: PageMetadata = {
  title: null,
  name: null,
  byline: null,
  date: null,
  language: null,
  imageUrl: null,
  canonicalUrl: null,
  siteName: null,
  accessibleForFree: null,
  articleBody: null,
  types: [],
  sections: [],
  image: { caption: null, credit: null },
  updates: [],
};
