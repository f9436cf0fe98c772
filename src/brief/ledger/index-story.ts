import { independentArticles } from '../../core/independent.ts';
import type { BriefInput, LedgerArticle } from '../../core/ledger.ts';
import { OPEN_POLICY } from '../../core/source-policy.ts';
import { inverseDocumentFrequency } from '../../nlp/inverse-document-frequency.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { countStems } from '../sentence-words.ts';
import type { ArticleReader } from './article-reading.ts';
import { centralTerms } from './central-terms.ts';
import { createQuotedElsewhere } from './quoted-elsewhere.ts';
import { readArticle } from './read-article.ts';
import { overtakenDescriptions } from './role-standing.ts';
import type { StoryArticle, StoryIndex, StorySentence } from './story-sentence.ts';
import { createHolderNames, namesBySurname } from './usual-names.ts';

/** What lies this long before the first report belongs to earlier events. */
const EARLIER_MS = 3 * 24 * 60 * 60 * 1000;

/** The terms of a story: per article, its vocabulary as term ids, and the weight of each term. */
interface StoryTerms {
  /** Per article and position in its vocabulary: the term's id; -1 for what no sentence of the story has. */
  readonly ids: readonly Int32Array[];
  readonly idf: readonly number[];
}

/** Numbers the terms of all sentences in the order in which they first come, and weighs them by how few sentences have them. */
function weighTerms(articles: readonly StoryArticle[]): StoryTerms {
  const known = new Map<string, number>();
  const ids = articles.map(({ reading: { vocabulary } }) => {
    const own = new Int32Array(vocabulary.stems.length + vocabulary.cut.length);
    vocabulary.stems.forEach((term, position) => {
      const id = known.get(term) ?? known.size;
      if (id === known.size) known.set(term, id);
      own[position] = id;
    });
    return own;
  });
  const containing = new Uint32Array(known.size);
  let count = 0;
  articles.forEach(({ reading: { vocabulary, sentences } }, article) => {
    const own = ids[article] ?? new Int32Array();
    vocabulary.cut.forEach((term, i) => {
      own[vocabulary.stems.length + i] = known.get(term) ?? -1;
    });
    count += sentences.length;
    for (const { stemPositions } of sentences)
      for (const position of stemPositions) {
        const id = own[position] as number;
        containing[id] = (containing[id] as number) + 1;
      }
  });
  return { ids, idf: Array.from(containing, (having) => inverseDocumentFrequency(count, having)) };
}

/** Mean weight of a sentence's words in the story, damped so that three central words do not beat a full sentence. */
function rawCentrality(stems: readonly number[], central: Float64Array): number {
  let sum = 0;
  for (const position of stems) sum += central[position] as number;
  return sum / Math.sqrt(stems.length + 8);
}

/** Term ids of positions in a vocabulary, ascending. */
function termsOf(positions: readonly number[], ids: Int32Array): readonly number[] {
  const terms: number[] = [];
  for (const position of positions) {
    const id = ids[position] as number;
    if (id < 0) continue;
    let at = terms.length;
    while (at > 0 && (terms[at - 1] as number) > id) {
      terms[at] = terms[at - 1] as number;
      at--;
    }
    terms[at] = id;
  }
  return terms;
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
  const { ids, idf } = weighTerms(read);
  const raw = read.map(({ reading: { vocabulary, sentences } }) => {
    const weights = Float64Array.from(vocabulary.stems, (stem) => central.get(stem) ?? 0);
    return sentences.map(({ stemPositions }) => rawCentrality(stemPositions, weights));
  });
  const top = raw.reduce((best, values) => values.reduce((most, value) => Math.max(most, value), best), 0);
  const weightOf = (terms: readonly number[]): number => {
    let sum = 0;
    for (const term of terms) sum += idf[term] as number;
    return sum;
  };
  const sentences: StorySentence[] = [];
  const shownAs = createHolderNames(namesBySurname(read));
  const isQuotedElsewhere = createQuotedElsewhere(read.map(({ reading }) => reading));
  read.forEach(({ source, reading }, article) => {
    const own = ids[article] ?? new Int32Array();
    reading.sentences.forEach((sentence, order) => {
      const terms = termsOf(sentence.stemPositions, own);
      const isAllSaid = sentence.saidPositions === sentence.stemPositions;
      const saidTerms = isAllSaid ? terms : termsOf(sentence.saidPositions, own);
      const weight = weightOf(terms);
      const holder = shownAs(sentence.holder, sentence.text, source.article.text);
      const isQuote = sentence.insideQuote || isQuotedElsewhere(sentence);
      sentences.push({
        // Each by name: so many objects are copied faster when their shape is known.
        sentence: sentence.sentence,
        start: sentence.start,
        end: sentence.end,
        order: sentence.order,
        text: sentence.text,
        role: sentence.role,
        speech: sentence.speech,
        names: sentence.names,
        figures: sentence.figures,
        words: sentence.words,
        wording: sentence.wording,
        stems: sentence.stems,
        stemPositions: sentence.stemPositions,
        saidPositions: sentence.saidPositions,
        choices: sentence.choices,
        negated: sentence.negated,
        traits: sentence.traits,
        holderKey: holder === null ? '' : normaliseName(holder),
        isHolderNamed: sentence.isHolderNamed,
        earliest: sentence.earliest,
        insideQuote: isQuote,
        mostlyQuote: isQuote || sentence.mostlyQuote,
        isOpinion: sentence.isOpinion,
        loadedWords: sentence.loadedWords,
        goesBackToPerson: sentence.goesBackToPerson,
        quality: sentence.quality,
        holder,
        article,
        isDatedEarlier: sentence.earliest < firstAt - EARLIER_MS,
        id: sentences.length,
        terms,
        weight,
        saidTerms,
        saidWeight: isAllSaid ? weight : weightOf(saidTerms),
        centrality: top === 0 ? 0 : (raw[article]?.[order] ?? 0) / top,
      });
    });
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
  const openings = openingStems(counted);
  return {
    storyId: input.storyId,
    articles,
    sentences,
    idf,
    central,
    openings,
    openedWith: countStems(openings),
    overtaken: overtakenDescriptions(articles),
    commonNames: commonNames(sentences),
    independentOutlets: [...new Set(counted.map(({ source }) => source.outlet.id))],
    firstAt,
    asOf: articles.at(-1)?.source.article.publishedAt ?? 0,
    policy: input.policy ?? OPEN_POLICY,
  };
}
