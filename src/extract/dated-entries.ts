import { isWithin, named } from './find-elements.ts';
import type { HtmlDocument } from './html-document.ts';
import { elementsBelow, type HtmlElement } from './html-tree.ts';
import { parseDate } from './parse-date.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { MAX_LINK_DENSITY } from './remove-furniture.ts';

/** A dated piece of a page that stands in a row of such: an entry of a live blog, perhaps. */
export interface DatedEntry {
  /** Milliseconds since the epoch; null where only a time of day is given. */
  readonly at: number | null;
  readonly lines: readonly string[];
}

/** Fewer are no row. */
const MIN_ENTRIES = 3;
/** A time stands at most this many elements below its entry. */
const MAX_CLIMB = 8;
const MIN_WORDS = 8;
const isTime = named('time');
const isHeading = /^h[1-6]$/;
const isApart = named('aside footer nav');
const isBeside = (element: HtmlElement): boolean =>
  isApart(element) || /comment|related/.test(element.className);

interface Row {
  readonly parent: HtmlElement;
  /** The children that hold a time, with the first of it. */
  readonly times: Map<HtmlElement, HtmlElement>;
}

function climb(time: HtmlElement, rows: Map<HtmlElement, Row>): void {
  let child = time;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = child.parentElement;
    if (parent === null) return;
    const row = rows.get(parent) ?? { parent, times: new Map() };
    rows.set(parent, row);
    if (!row.times.has(child)) row.times.set(child, time);
    child = parent;
  }
}

/** The row with most entries, the outer of two alike. */
function longestRow(document: HtmlDocument): Row | null {
  const times = elementsBelow(document.body, isTime);
  if (times.length < MIN_ENTRIES) return null;
  const rows = new Map<HtmlElement, Row>();
  for (const time of times) if (!isWithin(time, isBeside)) climb(time, rows);
  let longest: Row | null = null;
  for (const row of rows.values()) {
    if (row.times.size >= MIN_ENTRIES && row.times.size > (longest?.times.size ?? 0)) longest = row;
  }
  return longest;
}

/** The blocks of a child and of what follows it up to the next that has a time. */
function blocksFrom(child: HtmlElement, times: Row['times']): Block[] {
  const blocks = readBlocks(child);
  let next = child.nextElementSibling;
  while (next !== null && !times.has(next)) {
    blocks.push(...readBlocks(next));
    next = next.nextElementSibling;
  }
  return blocks;
}

function isText({ text, linkLength }: Block): boolean {
  return text.split(' ').length >= MIN_WORDS && linkLength <= text.length * MAX_LINK_DENSITY;
}

/** A heading that is wholly a link presents another article. */
function isTeaser(blocks: readonly Block[]): boolean {
  return blocks.some(({ tag, text, linkLength }) => isHeading.test(tag) && linkLength > text.length * 0.9);
}

/**
 * The longest row of dated pieces with text that stand below each other on a page: each the child of one element that holds a
 * `<time>`, with what follows it up to the next. Empty where there are fewer than three, or most present other articles.
 */
export function datedEntries(document: HtmlDocument): DatedEntry[] {
  const row = longestRow(document);
  if (row === null) return [];
  const entries = [...row.times].flatMap(([child, time]) => {
    const blocks = blocksFrom(child, row.times);
    return blocks.some(isText) ? [{ time, blocks }] : [];
  });
  const teasers = entries.filter(({ blocks }) => isTeaser(blocks)).length;
  if (entries.length < MIN_ENTRIES || teasers * 2 > entries.length) return [];
  return entries.map(({ time, blocks }) => ({
    at: parseDate(time.getAttribute('datetime') ?? time.textContent)?.at ?? null,
    lines: blocks.map(({ text }) => text),
  }));
}
