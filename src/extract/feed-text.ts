import type { FeedItem } from '../core/feed-item.ts';
import { parsePage } from './parse-page.ts';
import { breaksOff } from './paywall.ts';
import { countWords } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { removeFurniture } from './remove-furniture.ts';
import { type ArticleNames, selectBlocks } from './select-blocks.ts';

/** The longest text that the feed itself carries for an item. */
export interface FeedText {
  readonly text: string;
  readonly words: number;
  /** False when it is a summary or breaks off. */
  readonly whole: boolean;
}

function escapeLine(line: string): string {
  return `<p>${line}</p>`;
}

/** Markup of a feed as text; plain text keeps its line breaks as blocks. */
function textOf(markup: string, pageUrl: string, names: ArticleNames): string {
  const isPlain = !/<[a-z/]/i.test(markup);
  const html = isPlain
    ? markup
        .split(/\r?\n+/)
        .map(escapeLine)
        .join('')
    : markup;
  const parsed = parsePage(html);
  if (!parsed.ok) return '';
  const { body } = parsed.value.document;
  removeFurniture(body, pageUrl);
  return selectBlocks(readBlocks(body), names)
    .map((block) => block.text)
    .join('\n');
}

/** What the feed carries of the article; null when it carries no text. */
export function readFeedText(item: FeedItem | null, pageUrl: string, names: ArticleNames): FeedText | null {
  if (item === null) return null;
  const content = item.contentHtml === null ? '' : textOf(item.contentHtml, pageUrl, names);
  const summary = item.summaryHtml === null ? '' : textOf(item.summaryHtml, pageUrl, names);
  const isContent = countWords(content) >= countWords(summary);
  const text = isContent ? content : summary;
  if (text === '') return null;
  return { text, words: countWords(text), whole: isContent && !breaksOff(text) };
}
