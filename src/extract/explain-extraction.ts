import type { Page } from '../core/article.ts';
import type { ArticleDetails } from '../core/article-details.ts';
import type { Failure } from '../core/failure.ts';
import { ok, type Result } from '../core/result.ts';
import { parsePage } from './parse-page.ts';
import { comparable } from './plain-text.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { type PageText, readParsedPage } from './read-page.ts';
import type { FurnitureRule, Removal } from './remove-furniture.ts';
import type { BlockRule } from './select-blocks.ts';

/** Why a block of a page is in the article's text or is not. */
export interface BlockVerdict {
  readonly kept: boolean;
  /** `main-content` for a kept block; `outside` for one that is not in the element chosen as the main content. */
  readonly rule: 'main-content' | 'outside' | FurnitureRule | BlockRule;
  /** Name of the element. */
  readonly tag: string;
  /** Class and id words that a rule on names found; empty otherwise. */
  readonly names: string;
  readonly text: string;
  /** Share of the characters inside links, 0 to 1. */
  readonly linkDensity: number;
}

export interface Explanation {
  /** True when the text is the body that JSON-LD carries, so that the verdicts on the markup did not decide. */
  readonly fromJsonLd: boolean;
  readonly blocks: readonly BlockVerdict[];
  /** Kind of the article and why, its lead image's caption, its notes, its entries. */
  readonly details: ArticleDetails;
}

type Verdict = Pick<BlockVerdict, 'kept' | 'rule' | 'names'>;

function removalOf(key: string, removals: readonly (Removal & { readonly key: string })[]): Verdict | null {
  const removal = removals.find((each) => each.key.includes(key));
  return removal === undefined ? null : { kept: false, rule: removal.rule, names: removal.names };
}

function verdictsOf(read: PageText): (block: Block) => Verdict {
  const judged = new Map<string, Verdict[]>();
  for (const { block, dropped } of read.judgements) {
    const verdict = { kept: dropped === null, rule: dropped ?? ('main-content' as const), names: '' };
    const key = comparable(block.text);
    judged.set(key, [...(judged.get(key) ?? []), verdict]);
  }
  const removals = read.removals.map((removal) => ({ ...removal, key: comparable(removal.text) }));
  return (block) => {
    const key = comparable(block.text);
    const outside: Verdict = { kept: false, rule: 'outside', names: '' };
    return judged.get(key)?.shift() ?? (key === '' ? null : removalOf(key, removals)) ?? outside;
  };
}

/**
 * Every block of a page in order, with the rule that kept it in the article or left it out. Blocks are matched by their text, so that
 * one which stands twice on the page is explained by its first place. Errors are those of `trimHtml`.
 */
export function explainExtraction(page: Page, html: string): Result<Explanation, Failure> {
  const parsed = parsePage(html);
  if (!parsed.ok) return parsed;
  const all = readBlocks(parsed.value.document.body);
  const read = readParsedPage(page, parsed.value);
  const verdictOf = verdictsOf(read);
  const blocks = all.map((block) => ({
    ...verdictOf(block),
    tag: block.tag,
    text: block.text,
    linkDensity: block.linkLength / block.text.length,
  }));
  return ok({ fromJsonLd: read.fromJsonLd, blocks, details: read.details });
}
