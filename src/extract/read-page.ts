import type { Page } from '../core/article.ts';
import type { ArticleDetails } from '../core/article-details.ts';
import type { Failure } from '../core/failure.ts';
import { ok, type Result } from '../core/result.ts';
import { detailsOf, readStructure } from './article-details.ts';
import { cleanByline } from './clean-byline.ts';
import type { HtmlDocument } from './html-document.ts';
import { findMainContent } from './main-content.ts';
import { type MergedMetadata, readMetadata } from './metadata.ts';
import { type ParsedPage, parsePage } from './parse-page.ts';
import { endsLocked } from './paywall.ts';
import { countWords } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { type Removal, removeFurniture, removeNamedCaptions } from './remove-furniture.ts';
import { removeRelatedSections } from './remove-related-sections.ts';
import { type ArticleNames, type Judgement, judgeBlocks } from './select-blocks.ts';
import { unwrapSingleChildren } from './unwrap-single-children.ts';

/** What a page itself gives. */
export interface PageText {
  readonly metadata: MergedMetadata;
  readonly lines: readonly string[];
  readonly words: number;
  /** True when the text ends in a request to subscribe for the rest. */
  readonly locked: boolean;
  /** True when the page was longer than is read. */
  readonly cut: boolean;
  /** True when the lines are the body that JSON-LD carries, since the markup gives much less. */
  readonly fromJsonLd: boolean;
  /** What was taken out of the main content before its blocks were read. */
  readonly removals: readonly Removal[];
  readonly judgements: readonly Judgement[];
  readonly details: ArticleDetails;
}

/** The JSON-LD body stands in when the markup gives less than this share of its words (texts built by scripts). */
const MIN_SHARE_OF_BODY = 0.5;

/**
 * Text length in characters below which Readability drops its filters. Less than its default of 500, because short agency reports
 * are whole articles; F1 is .971 with either on 90 pages of article-extraction-benchmark (2026-11-23).
 */
const SHORT_ARTICLE = 200;
/** A text of fewer words may be a notice that was taken for the article: a second look with other filters decides. */
const DOUBTFUL_WORDS = 150;
const DOUBTFUL_LENGTH = 1000;
/** The second look wins when it finds this many times the words. */
const CLEARLY_MORE = 3;

interface Reading {
  readonly removals: readonly Removal[];
  readonly judgements: readonly Judgement[];
  readonly lines: readonly string[];
  readonly words: number;
  readonly byline: string | null;
  readonly locked: boolean;
}

function readArticle(
  document: HtmlDocument,
  pageUrl: string,
  names: ArticleNames,
  shortText: number,
): Reading {
  removeRelatedSections(document);
  const captions = removeNamedCaptions(document.body);
  unwrapSingleChildren(document);
  const content = findMainContent(document, shortText);
  const byline = names.byline ?? cleanByline(content?.byline);
  const removals = content === null ? captions : [...captions, ...removeFurniture(content.element, pageUrl)];
  const blocks = content === null ? [] : readBlocks(content.element);
  const judgements = judgeBlocks(blocks, { title: names.title, byline });
  const lines = judgements.flatMap(({ block, dropped }) => (dropped === null ? [block.text] : []));
  return {
    removals,
    judgements,
    lines,
    words: countWords(lines.join(' ')),
    byline,
    locked: endsLocked(blocks.map((block) => block.text)),
  };
}

function readTwice(document: HtmlDocument, pageUrl: string, names: ArticleNames): Reading {
  const first = readArticle(document.clone(), pageUrl, names, SHORT_ARTICLE);
  if (first.words >= DOUBTFUL_WORDS) return first;
  const second = readArticle(document, pageUrl, names, DOUBTFUL_LENGTH);
  return second.words > CLEARLY_MORE * first.words ? second : first;
}

/** Metadata and article lines of a page's HTML. Errors are those of `trimHtml`. */
export function readPage(page: Page, html: string): Result<PageText, Failure> {
  const parsed = parsePage(html);
  return parsed.ok ? ok(readParsedPage(page, parsed.value)) : parsed;
}

type Text = Pick<PageText, 'lines' | 'words' | 'locked' | 'fromJsonLd'>;

/** The text that JSON-LD carries, as one body or as the entries of a live blog, when the markup gives much less; else null. */
function statedText({ articleBody, updates }: MergedMetadata, words: number): Text | null {
  const entries = updates.flatMap(({ lines }) => lines).join('\n');
  for (const body of [articleBody ?? '', entries]) {
    const stated = countWords(body);
    if (words < stated * MIN_SHARE_OF_BODY) {
      return { lines: body.split('\n'), words: stated, locked: false, fromJsonLd: true };
    }
  }
  return null;
}

/** Metadata and article lines of a page that is parsed. Its tree is changed. */
export function readParsedPage(page: Page, { document, jsonLd, cut }: ParsedPage): PageText {
  const declared = readMetadata(page, document, jsonLd);
  const structure = readStructure(document);
  const reading = readTwice(document, page.url, declared);
  const { byline, removals, judgements } = reading;
  const metadata = { ...declared, byline };
  const text = statedText(metadata, reading.words) ?? { ...reading, fromJsonLd: false };
  const { lines, words, locked, fromJsonLd } = text;
  const blocks = judgements.map(({ block }) => block.text);
  const details = detailsOf(metadata, structure, { url: page.url, lines, words, blocks });
  return { metadata, lines, words, locked, cut, fromJsonLd, removals, judgements, details };
}
