import type { Quote } from '../../core/annotation.ts';
import type { Citation, LedgerArticle, QuoteEntry } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';
import { holderOf } from './holder.ts';
import { withoutReprinted } from './reprinted.ts';
import type { StoryArticle, StoryIndex } from './story-sentence.ts';

/** Shorter quotations are single words in scare quotes, not somebody's statement. */
const MIN_WORDS = 4;

interface Version {
  readonly speaker: string;
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
  if (words.length < MIN_WORDS || speaker === null) return null;
  const key = normaliseName(speaker).split(' ').at(-1) ?? '';
  return {
    speaker,
    key,
    text,
    words,
    citation: { articleId: stored.id, start, end },
    source: article.source,
  };
}

/** The longest version first; the others hold a part of its words. */
function groupVersions(versions: readonly Version[]): Version[][] {
  const groups: Version[][] = [];
  const longestFirst = versions
    .map((version, order) => ({ version, order }))
    .sort((a, b) => b.version.words.length - a.version.words.length || a.order - b.order);
  for (const { version } of longestFirst) {
    const home = groups.find((group) => {
      const longest = group[0];
      return (
        longest !== undefined && longest.key === version.key && containsRun(longest.words, version.words)
      );
    });
    if (home === undefined) groups.push([version]);
    else home.push(version);
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
 * of the longest version; its first citation holds all of the text. Most outlets first.
 */
export function groupQuotes(index: StoryIndex): QuoteEntry[] {
  const versions = index.articles.flatMap((article) =>
    article.source.annotation.quotes.map((quote) => versionOf(article, quote)).filter((one) => one !== null),
  );
  const entries: QuoteEntry[] = [];
  for (const group of groupVersions(versions)) {
    const [longest, ...rest] = group;
    if (longest === undefined) continue;
    const names = commonestFirst(group.map((version) => version.speaker));
    entries.push({
      speaker: names[0] ?? longest.speaker,
      text: longest.text,
      citations: [longest.citation, ...rest.map((version) => version.citation)],
      outlets: [...new Set(withoutReprinted(group, sourceOf, () => '').map(outletOf))],
    });
  }
  return entries.sort((a, b) => b.outlets.length - a.outlets.length);
}
