import type { ArticleDetails, ArticleKind } from '../core/article-details.ts';
import { kindOf } from './article-kind.ts';
import { articleNotes } from './article-notes.ts';
import { type DatedEntry, datedEntries } from './dated-entries.ts';
import type { HtmlDocument } from './html-document.ts';
import { type CaptionedImage, captionedImages, leadImageOf } from './lead-image.ts';
import { liveEntries } from './live-entries.ts';
import type { MergedMetadata } from './metadata.ts';
import { countWords } from './plain-text.ts';

/** What the markup of a page shows beside its text. */
export interface PageStructure {
  readonly images: readonly CaptionedImage[];
  readonly entries: readonly DatedEntry[];
}

export const NO_STRUCTURE: PageStructure = { images: [], entries: [] };

/** Read before the main content is looked for, which takes figures and times out. */
export function readStructure(document: HtmlDocument): PageStructure {
  return { images: captionedImages(document), entries: datedEntries(document) };
}

/** A text of which the kind and all else is told. */
export interface DetailedText {
  readonly url: string;
  readonly lines: readonly string[];
  readonly words: number;
  /** All blocks of the main content, those left out of the text among them. */
  readonly blocks: readonly string[];
}

function ordered(
  kind: ArticleKind,
  metadata: MergedMetadata,
  structure: PageStructure,
  lines: readonly string[],
) {
  return kind === 'live-blog' ? liveEntries([structure.entries, metadata.updates], lines) : [];
}

/** Kind, entries, lead image and notes of an article. */
export function detailsOf(
  metadata: MergedMetadata,
  structure: PageStructure,
  text: DetailedText,
): ArticleDetails {
  const { types, sections, title } = metadata;
  const { url, lines, words } = text;
  const kind = kindOf({
    types,
    sections,
    url,
    title,
    lines,
    words,
    captionedImages: structure.images.length,
    captionWords: countWords(structure.images.map(({ caption }) => caption ?? '').join(' ')),
    datedEntries: structure.entries.length,
  });
  const shown = leadImageOf(structure.images, metadata.imageUrl);
  return {
    kind,
    entries: ordered(kind.kind, metadata, structure, lines),
    imageCaption: metadata.image.caption ?? shown.caption,
    imageCredit: metadata.image.credit ?? shown.credit,
    notes: articleNotes(text.blocks),
  };
}
