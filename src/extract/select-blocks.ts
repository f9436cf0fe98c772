import { isBoilerplateLine, isBylineOrTime } from './boilerplate-lines.ts';
import { cleanByline } from './clean-byline.ts';
import { comparable } from './plain-text.ts';
import type { Block } from './read-blocks.ts';
import { MAX_LINK_DENSITY } from './remove-furniture.ts';

const HEADING = /^h[1-6]$/;
/** How many lines from the top may repeat the title or say who wrote the article and when. */
const TOP_LINES = 6;
/** How many lines from the end may say who the author is. */
const END_LINES = 3;
/** A sentence that is mostly a link is still a sentence from this many words on. */
const SENTENCE_WORDS = 8;

/** Why a block of the main content is left out. */
export type BlockRule =
  | 'title-or-byline'
  | 'repeated'
  | 'links'
  | 'boilerplate-line'
  | 'listed-under-label'
  | 'about-the-author'
  | 'empty-heading';

/** A block and the rule that leaves it out; null for a block that is kept. */
export interface Judgement {
  readonly block: Block;
  readonly dropped: BlockRule | null;
}

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
function isEmptyHeading(judgements: readonly Judgement[], index: number): boolean {
  if (!HEADING.test(judgements[index]?.block.tag ?? '')) return false;
  let dropped = 0;
  for (const next of judgements.slice(index + 1)) {
    const isKept = next.dropped === null;
    if (isKept && !HEADING.test(next.block.tag)) return false;
    if (!isKept) dropped++;
    else return dropped > 0;
  }
  return true;
}

/** More links than text; a paragraph that ends as a sentence does and has words outside its links is the author's. */
function isLinks({ text, tag, linkLength }: Block): boolean {
  if (linkLength / text.length <= MAX_LINK_DENSITY) return false;
  const isSentence = tag === 'p' && /\.$/.test(text) && text.split(' ').length >= SENTENCE_WORDS;
  return !(isSentence && text.length - linkLength >= 15);
}

/** "Ann Lee is a reporter in …", "Ann covers …": a sentence on the author, as it stands behind the last paragraph. */
function isAboutAuthor(text: string, byline: string | null): boolean {
  const name = byline?.split(',')[0]?.trim() ?? '';
  if (name.length < 4 || !text.startsWith(name)) return false;
  return /^,? (?:is|was|has been|covers|writes|reports|lives|works)\b/.test(text.slice(name.length));
}

function ruleAgainst(
  blocks: readonly Block[],
  index: number,
  names: ArticleNames,
  judged: readonly Judgement[],
): BlockRule | null {
  const block = blocks[index];
  const before = judged[index - 1];
  if (block === undefined) return null;
  if (before?.block.text === block.text) return 'repeated';
  if (isLinks(block)) return 'links';
  if (isBoilerplateLine(block.text)) return 'boilerplate-line';
  const isUnderLabel = before?.dropped === 'boilerplate-line' || before?.dropped === 'listed-under-label';
  if (block.tag === 'li' && block.linkLength > 0 && isUnderLabel) return 'listed-under-label';
  const isLast = index >= blocks.length - END_LINES && index > 0;
  return isLast && isAboutAuthor(block.text, names.byline) ? 'about-the-author' : null;
}

/**
 * Judges the blocks of the main content, in order: left out are the repeated title, bylines and times at the top, lists of links,
 * appeals and labels, headings with nothing left under them, lines that come twice in a row, a last line on the author.
 */
export function judgeBlocks(blocks: readonly Block[], names: ArticleNames): Judgement[] {
  const judged: Judgement[] = [];
  let above = 0;
  blocks.forEach((block, index) => {
    const isTop = above < TOP_LINES && isHead(block, names);
    const dropped = isTop ? 'title-or-byline' : ruleAgainst(blocks, index, names, judged);
    if (dropped === null || isTop) above++;
    judged.push({ block, dropped });
  });
  for (let index = judged.length - 1; index >= 0; index--) {
    const judgement = judged[index];
    if (judgement?.dropped === null && isEmptyHeading(judged, index)) {
      judged[index] = { ...judgement, dropped: 'empty-heading' };
    }
  }
  return judged;
}

/** The blocks that `judgeBlocks` keeps. */
export function selectBlocks(blocks: readonly Block[], names: ArticleNames): Block[] {
  return judgeBlocks(blocks, names).flatMap(({ block, dropped }) => (dropped === null ? [block] : []));
}
