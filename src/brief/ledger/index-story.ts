import { independentArticles } from '../../core/independent.ts';
import type { BriefInput, LedgerArticle } from '../../core/ledger.ts';
import { OPEN_POLICY } from '../../core/source-policy.ts';
import { inverseDocumentFrequency } from '../../nlp/inverse-document-frequency.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import type { ArticleReader, SentenceReading } from './article-reading.ts';
import { centralTerms } from './central-terms.ts';
import { createQuotedElsewhere } from './quoted-elsewhere.ts';
import { readArticle } from './read-article.ts';
import type { StoryArticle, StoryIndex, StorySentence } from './story-sentence.ts';
import { holderAsShown, namesBySurname } from './usual-names.ts';

/** What lies this long before the first report belongs to earlier events. */
const EARLIER_MS = 3 * 24 * 60 * 60 * 1000;

function weighTerms(drafts: readonly SentenceReading[]): { ids: ReadonlyMap<string, number>; idf: number[] } {
  const ids = new Map<string, number>();
  const containing: number[] = [];
  for (const draft of drafts)
    for (const term of draft.stems) {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      containing[id] = (containing[id] ?? 0) + 1;
    }
  return { ids, idf: containing.map((count) => inverseDocumentFrequency(drafts.length, count)) };
}

/** Mean weight of a sentence's words in the story, damped so that three central words do not beat a full sentence. */
function rawCentrality(stems: ReadonlySet<string>, central: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const stem of stems) sum += central.get(stem) ?? 0;
  return sum / Math.sqrt(stems.size + 8);
}

/** A name in more than a quarter of the sentences is what the story is about, not what tells two claims apart. */
const COMMON_NAME_SHARE = 0.25;

function commonNames(drafts: readonly StorySentence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const name of draft.names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > drafts.length * COMMON_NAME_SHARE).map(([name]) => name),
  );
}

/** How many sentences open an article. */
const OPENING_SENTENCES = 5;

function openingStems(read: readonly StoryArticle[]): ReadonlySet<string>[] {
  const byOutlet = new Map<string, Set<string>>();
  for (const { source, reading } of read) {
    const { id } = source.outlet;
    const stems = byOutlet.get(id) ?? new Set<string>();
    for (const stem of reading.titleStems) stems.add(stem);
    for (const sentence of reading.sentences.slice(0, OPENING_SENTENCES))
      for (const stem of sentence.stems) stems.add(stem);
    byOutlet.set(id, stems);
  }
  return [...byOutlet.values()];
}

function sortedArticles(input: BriefInput, read: ArticleReader): StoryArticle[] {
  const seen = new Map<string, LedgerArticle>();
  for (const item of input.articles) if (!seen.has(item.article.id)) seen.set(item.article.id, item);
  const independent = independentArticles(
    [...seen.values()].map(({ article: { id, publishedAt }, copyOf }) => ({ id, publishedAt, copyOf })),
  );
  return [...seen.values()]
    .sort((a, b) => a.article.publishedAt - b.article.publishedAt || (a.article.id < b.article.id ? -1 : 1))
    .map((source) => {
      const reading = read(source);
      const isCopy = !independent.has(source.article.id);
      return { source, isCopy, entityKeys: reading.entityKeys, reading };
    });
}

/** The sentences of all articles, weighed by how rare their words are in the story and how near they lie to its centre. */
function weighSentences(
  read: readonly StoryArticle[],
  firstAt: number,
  central: ReadonlyMap<string, number>,
): { readonly sentences: StorySentence[]; readonly idf: readonly number[] } {
  const all = read.flatMap(({ reading }) => reading.sentences);
  const { ids, idf } = weighTerms(all);
  const raw = all.map((sentence) => rawCentrality(sentence.stems, central));
  const top = raw.reduce((best, value) => Math.max(best, value), 0);
  const termsOf = (stems: ReadonlySet<string>): number[] =>
    [...stems].flatMap((stem) => ids.get(stem) ?? []).sort((a, b) => a - b);
  const weightOf = (list: readonly number[]) => list.reduce((sum, term) => sum + (idf[term] ?? 0), 0);
  const sentences: StorySentence[] = [];
  const names = namesBySurname(read);
  const isQuotedElsewhere = createQuotedElsewhere(read.map(({ reading }) => reading));
  read.forEach(({ source, reading }, article) => {
    const { text } = source.article;
    for (const sentence of reading.sentences) {
      const id = sentences.length;
      const terms = termsOf(sentence.stems);
      const saidTerms = termsOf(sentence.said);
      const holder = holderAsShown(sentence.holder, sentence.text, text, names);
      const isQuote = sentence.insideQuote || isQuotedElsewhere(sentence);
      sentences.push({
        ...sentence,
        insideQuote: isQuote,
        mostlyQuote: isQuote || sentence.mostlyQuote,
        holder,
        holderKey: holder === null ? '' : normaliseName(holder),
        article,
        isDatedEarlier: sentence.earliest < firstAt - EARLIER_MS,
        id,
        terms,
        weight: weightOf(terms),
        saidTerms,
        saidWeight: weightOf(saidTerms),
        centrality: top === 0 ? 0 : (raw[id] ?? 0) / top,
      });
    }
  });
  return { sentences, idf };
}

/**
 * Reads a story once: sorts its articles by time, drops sentences that belong to the page, weighs the words, and
 * resolves who speaks. Spans that do not lie in their article are left out. `read` may remember what it has read.
 */
export function indexStory(input: BriefInput, read: ArticleReader = readArticle): StoryIndex {
  const articles = sortedArticles(input, read);
  const firstAt = articles[0]?.source.article.publishedAt ?? 0;
  const counted = articles.filter(({ isCopy }) => !isCopy);
  const central = centralTerms(counted.map(({ reading }) => reading.termShare));
  const { sentences, idf } = weighSentences(articles, firstAt, central);
  return {
    storyId: input.storyId,
    articles,
    sentences,
    idf,
    central,
    openings: openingStems(counted),
    commonNames: commonNames(sentences),
    independentOutlets: [...new Set(counted.map(({ source }) => source.outlet.id))],
    firstAt,
    asOf: articles.at(-1)?.source.article.publishedAt ?? 0,
    policy: input.policy ?? OPEN_POLICY,
  };
}
