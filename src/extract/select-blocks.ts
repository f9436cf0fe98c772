import { isBoilerplateLine, isBylineOrTime } from './boilerplate-lines.ts';
import { cleanByline } from './clean-byline.ts';
import { comparable } from './plain-text.ts';
import type { Block } from './read-blocks.ts';
import { MAX_LINK_DENSITY } from './remove-furniture.ts';

const HEADING = /^h[1-6]$/;
/** How many lines from the top may repeat the title or say who wrote the article and when. */
const TOP_LINES = 6;

export interface ArticleNames {
  readonly title: string;
  readonly byline: string | null;
}

function isHead(block: Block, { title, byline }: ArticleNames): boolean {
  const key = comparable(block.text);
  if (key === comparable(title)) return true;
  if (isBylineOrTime(block.text)) return true;
  if (byline === null || block.text.length > byline.length + 40) return false;
  return key === comparable(byline) || cleanByline(block.text) === byline;
}

/** A heading says nothing once all that stood under it is gone. */
function isEmptyHeading(blocks: readonly Block[], kept: readonly boolean[], index: number): boolean {
  if (!HEADING.test(blocks[index]?.tag ?? '')) return false;
  let dropped = 0;
  for (let next = index + 1; next < blocks.length; next++) {
    if (kept[next] && !HEADING.test(blocks[next]?.tag ?? '')) return false;
    if (!kept[next]) dropped++;
    else if (dropped === 0) return false;
    else return true;
  }
  return true;
}

/**
 * The blocks that are the article: without the repeated title, bylines and times at its top, lists of links, appeals, labels,
 * headings with nothing left under them, and lines that come twice in a row.
 */
export function selectBlocks(blocks: readonly Block[], names: ArticleNames): Block[] {
  const kept: boolean[] = [];
  let above = 0;
  blocks.forEach((block, index) => {
    const density = block.linkLength / block.text.length;
    const isTop = above < TOP_LINES && isHead(block, names);
    const again = index > 0 && blocks[index - 1]?.text === block.text;
    const keep = !isTop && !again && density <= MAX_LINK_DENSITY && !isBoilerplateLine(block.text);
    if (keep || isTop) above++;
    kept.push(keep);
  });
  for (let index = blocks.length - 1; index >= 0; index--) {
    if (kept[index] && isEmptyHeading(blocks, kept, index)) kept[index] = false;
  }
  return blocks.filter((_, index) => kept[index]);
}
