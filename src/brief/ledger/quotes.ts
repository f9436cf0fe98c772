import type { Quote } from '../../core/annotation.ts';
import type { Citation, LedgerArticle, QuoteEntry } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';
import { holderOf } from './holder.ts';
import { withoutReprinted } from './reprinted.ts';
import type { StoryArticle, StoryIndex } from './story-sentence.ts';

/**
 * Versions that hold this share of the shorter one's words in the same order are one quotation: papers leave words out and set
 * others in brackets. Below LEAST_CUT words in order, only an unbroken run counts.
 */
const SAME_ORDER = 0.85;
const LEAST_CUT = 6;
/** A version whose speaker the text leaves open joins one with these words or more in an unbroken run. */
const LEAST_UNNAMED = 8;

/** Shorter quotations are single words in scare quotes, not somebody's statement. */
const MIN_WORDS = 4;

interface Version {
  /** Null when the text does not name one: such a version only joins others. */
  readonly speaker: string | null;
  readonly key: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly citation: Citation;
  readonly source: LedgerArticle;
}

function versionOf(article: StoryArticle, quote: Quote): Version | null {
  const { article: stored, annotation } = article.source;
  const { start, end } = quote.content;
  const sentence = annotation.sentences[quote.sentence];
  if (quote.kind === 'indirect' || sentence === undefined) return null;
  if (!(start >= 0 && start < end && end <= stored.text.length)) return null;
  const text = stored.text.slice(start, end).replace(/\s+/g, ' ').trim();
  const words = quotedWords(text);
  const speaker = holderOf(annotation, stored.text, sentence, [quote], [])?.name ?? null;
  if (words.length < (speaker === null ? LEAST_UNNAMED : MIN_WORDS)) return null;
  const key =
    normaliseName(speaker ?? '')
      .split(' ')
      .at(-1) ?? '';
  return {
    speaker,
    key,
    text,
    words,
    citation: { articleId: stored.id, start, end },
    source: article.source,
  };
}

/** Positions in `b` of a longest common subsequence of two lists of words, ascending. */
function alignedPositions(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const positions: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) {
      positions.push(j++);
      i++;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  return positions;
}

const NEGATION = /^(?:not|no|never|nobody|nothing|none|cannot|without)$|n't$/;

function negations(words: readonly string[]): number {
  return words.filter((word) => NEGATION.test(word)).length;
}

/** True when the shorter version is cut out of the longer one, in one piece or with words left out or put in brackets, none of them a denial. */
function isCutOf(longest: Version, version: Version): boolean {
  if (containsRun(longest.words, version.words)) return true;
  if (version.words.length < LEAST_CUT) return false;
  const held = new Set(longest.words);
  const least = SAME_ORDER * version.words.length;
  if (version.words.filter((word) => held.has(word)).length < least) return false;
  const positions = alignedPositions(version.words, longest.words);
  if (positions.length < least) return false;
  const window = longest.words.slice(positions[0], (positions.at(-1) ?? 0) + 1);
  return negations(window) === negations(version.words);
}

function isVersionOf(longest: Version, version: Version): boolean {
  if (version.speaker === null) return containsRun(longest.words, version.words);
  return longest.key === version.key && isCutOf(longest, version);
}

/** The longest version first; the others are cut out of it. */
function groupVersions(versions: readonly Version[]): Version[][] {
  const groups: Version[][] = [];
  const longestFirst = versions
    .map((version, order) => ({ version, order }))
    .sort(
      (a, b) =>
        Number(a.version.speaker === null) - Number(b.version.speaker === null) ||
        b.version.words.length - a.version.words.length ||
        a.order - b.order,
    );
  for (const { version } of longestFirst) {
    const home = groups.find((group) => group[0] !== undefined && isVersionOf(group[0], version));
    if (home !== undefined) home.push(version);
    else if (version.speaker !== null) groups.push([version]);
  }
  return groups;
}

function commonestFirst(names: readonly string[]): string[] {
  const times = (name: string): number => names.filter((one) => one === name).length;
  return [...new Set(names)].sort((a, b) => times(b) - times(a) || b.length - a.length || (a < b ? -1 : 1));
}

const sourceOf = ({ source }: Version): LedgerArticle => source;
const outletOf = ({ source }: Version): string => source.outlet.id;

/**
 * Quotations of a story by speaker. The same words cut differently by different outlets are one entry with the text
 * of the longest version, also those of articles that leave open who speaks; its first citation holds all of the text.
 * Most outlets first.
 */
export function groupQuotes(index: StoryIndex): QuoteEntry[] {
  const versions = index.articles.flatMap((article) =>
    article.source.annotation.quotes.map((quote) => versionOf(article, quote)).filter((one) => one !== null),
  );
  const entries: QuoteEntry[] = [];
  for (const group of groupVersions(versions)) {
    const [longest, ...rest] = group;
    const names = commonestFirst(group.flatMap(({ speaker }) => speaker ?? []));
    const speaker = names[0];
    if (longest === undefined || speaker === undefined) continue;
    entries.push({
      speaker,
      text: longest.text,
      citations: [longest.citation, ...rest.map((version) => version.citation)],
      outlets: [...new Set(withoutReprinted(group, sourceOf, () => '').map(outletOf))],
    });
  }
  return entries.sort((a, b) => b.outlets.length - a.outlets.length);
}
