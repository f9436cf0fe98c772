import type {
  Annotation,
  Entity,
  Figure,
  LoadedWord,
  Mention,
  Quote,
  Sentence,
} from '../../core/annotation.ts';
import { independentArticles } from '../../core/independent.ts';
import type { BriefInput, LedgerArticle } from '../../core/ledger.ts';
import { OPEN_POLICY } from '../../core/source-policy.ts';
import type { Span } from '../../core/span.ts';
import { inverseDocumentFrequency } from '../../nlp/inverse-document-frequency.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { isPageFurniture, standsAlone } from '../sentence-quality.ts';
import { contentStems, quotedWords, stemsOfWords } from '../sentence-words.ts';
import { datelineLength } from '../statement-text.ts';
import { centralTerms } from './central-terms.ts';
import { figureClass } from './figure-class.ts';
import { holderOf, quotedShare } from './holder.ts';
import type { StoryArticle, StoryIndex, StorySentence } from './story-sentence.ts';

const NEGATION =
  /\b(?:not|no|never|cannot|without|neither|nor|nobody|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|fail(?:s|ed)? to)\b|n['’]t\b/i;

/** What lies this long before the first report belongs to earlier events. */
const EARLIER_MS = 3 * 24 * 60 * 60 * 1000;

/** A sentence with a judging word speaks less well for a claim than a plain one. */
const PLAIN_SHARE = 0.85;

type Weighed = 'terms' | 'weight' | 'saidTerms' | 'saidWeight' | 'centrality';
type Draft = Omit<StorySentence, 'id' | Weighed> & { readonly said: ReadonlySet<string> };

function isSpan(span: Span, length: number): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= length
  );
}

function entityKey(entity: Entity): string {
  const name = normaliseName(entity.name);
  return entity.type === 'person' ? (name.split(' ').at(-1) ?? name) : name;
}

function bySentence<Item extends { readonly sentence: number }>(
  items: readonly Item[],
  isSound: (item: Item) => boolean,
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    if (!isSound(item)) continue;
    const group = groups.get(item.sentence);
    if (group === undefined) groups.set(item.sentence, [item]);
    else group.push(item);
  }
  return groups;
}

/** Quotes by every sentence they touch, the later ones of a long quotation too. */
function quotesBySentence(annotation: Annotation, length: number): Map<number, Quote[]> {
  const groups = new Map<number, Quote[]>();
  for (const quote of annotation.quotes) {
    if (!isSpan(quote.content, length)) continue;
    for (let i = Math.max(0, quote.sentence); i < annotation.sentences.length; i++) {
      const sentence = annotation.sentences[i];
      if (sentence === undefined || sentence.start >= quote.content.end) break;
      groups.set(i, [...(groups.get(i) ?? []), quote]);
    }
  }
  return groups;
}

/** A title that says it is somebody's opinion. */
const OPINION_TITLE = /^\W*(?:opinion|editorial|op-ed|column|commentary|letters?|perspective|review)\b\W/i;

/** What lies ahead is told with one of these; a sentence without any of them reports, whatever it was labelled. */
const AHEAD =
  /\b(?:will|would|could|may|might|shall|should|can|expect\w*|likely|plan\w*|vow\w*|pledg\w*|promis\w*|hop(?:e|es|ed|ing|eful)|predict\w*|forecast\w*|schedul\w*|set to|due|going to|intend\w*|want\w*|aim\w*|seek\w*|next|tomorrow|soon|future|if|unless|toward|ahead|about to|threat\w*|warn\w*|fear\w*|risk\w*)\b|['’]ll\b/i;

function roleOf(sentence: Sentence, text: string): Sentence['role'] {
  return sentence.role === 'expectation' && !AHEAD.test(text) ? 'current-context' : sentence.role;
}

function withoutDateline(text: string, block: number): string {
  return block === 0 ? text.slice(datelineLength(text)) : text;
}

interface SentenceParts {
  /** Starts of the times that lie before the story. */
  readonly earlier: readonly number[];
  readonly mentions: ReadonlyMap<number, Mention[]>;
  readonly figures: ReadonlyMap<number, Figure[]>;
  readonly quotes: ReadonlyMap<number, Quote[]>;
  readonly loaded: ReadonlyMap<number, LoadedWord[]>;
  /** Stretches that say who somebody is: names with the descriptions beside them. */
  readonly designations: ReadonlyMap<number, Span[]>;
}

/** Stems of what a sentence says, without the names in it and their descriptions. */
function saidStems(text: string, start: number, designations: readonly Span[]): ReadonlySet<string> {
  let said = '';
  let position = 0;
  for (const span of [...designations].sort((a, b) => a.start - b.start)) {
    said += ` ${text.slice(position, Math.max(position, span.start - start))} `;
    position = Math.max(position, span.end - start);
  }
  return stemsOfWords(quotedWords(said + text.slice(position)));
}

function draftSentence(
  article: StoryArticle,
  position: number,
  index: number,
  sentence: Sentence,
  parts: SentenceParts,
): Omit<Draft, 'order'> {
  const { annotation } = article.source;
  const fullText = article.source.article.text;
  const text = fullText.slice(sentence.start, sentence.end);
  const words = quotedWords(text);
  const mentions = parts.mentions.get(index) ?? [];
  const quotes = parts.quotes.get(index) ?? [];
  const names = new Set(mentions.map((mention) => article.entityKeys[mention.entity] ?? '').filter(Boolean));
  const quoted = quotedShare(sentence, quotes);
  const holder = holderOf(annotation, fullText, sentence, quotes, mentions);
  return {
    article: position,
    sentence: index,
    start: sentence.start,
    end: sentence.end,
    text,
    role: roleOf(sentence, text),
    speech: sentence.speech,
    words,
    stems: stemsOfWords(words),
    said: saidStems(text, sentence.start, parts.designations.get(index) ?? []),
    names: [...names].sort(),
    figures: (parts.figures.get(index) ?? []).map((figure) => ({
      figure,
      name: figureClass(figure, text, sentence.start),
    })),
    negated: NEGATION.test(text),
    holder: holder?.name ?? null,
    isHolderNamed: holder?.isNamedThere ?? false,
    isDatedEarlier: parts.earlier.some((start) => start >= sentence.start && start < sentence.end),
    insideQuote: quoted.inside,
    mostlyQuote: quoted.share > 0.5,
    isOpinion: OPINION_TITLE.test(article.source.article.title),
    loadedWords: (parts.loaded.get(index) ?? []).length,
    quality:
      standsAlone(withoutDateline(text.trim(), sentence.block), words, names.size > 0) *
      (quoted.inside ? 0.5 : 1) *
      PLAIN_SHARE ** (parts.loaded.get(index) ?? []).length,
  };
}

function draftArticle(article: StoryArticle, position: number, firstAt: number): Draft[] {
  const { annotation } = article.source;
  const { text } = article.source.article;
  const parts: SentenceParts = {
    earlier: annotation.dates.filter(({ at }) => at < firstAt - EARLIER_MS).map(({ start }) => start),
    mentions: bySentence(annotation.mentions, (mention) => isSpan(mention, text.length)),
    figures: bySentence(
      annotation.figures,
      (figure) => isSpan(figure, text.length) && Number.isFinite(figure.value),
    ),
    quotes: quotesBySentence(annotation, text.length),
    loaded: bySentence(annotation.loadedWords, (word) => isSpan(word, text.length)),
    designations: bySentence([...annotation.mentions, ...annotation.descriptions], (span) =>
      isSpan(span, text.length),
    ),
  };
  const drafts: Draft[] = [];
  annotation.sentences.forEach((sentence, index) => {
    if (!isSpan(sentence, text.length)) return;
    const raw = text.slice(sentence.start, sentence.end).trim();
    if (raw === '' || isPageFurniture(raw)) return;
    const draft = draftSentence(article, position, index, sentence, parts);
    if (draft.stems.size > 0) drafts.push({ ...draft, order: drafts.length });
  });
  return drafts;
}

function weighTerms(drafts: readonly Draft[]): { ids: ReadonlyMap<string, number>; idf: number[] } {
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

function commonNames(drafts: readonly Draft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const name of draft.names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > drafts.length * COMMON_NAME_SHARE).map(([name]) => name),
  );
}

/** How many sentences open an article. */
const OPENING_SENTENCES = 5;

function openingStems(
  articles: readonly StoryArticle[],
  drafts: readonly (readonly Draft[])[],
): ReadonlySet<string>[] {
  const byOutlet = new Map<string, Set<string>>();
  articles.forEach(({ source }, i) => {
    const stems = byOutlet.get(source.outlet.id) ?? new Set<string>();
    for (const stem of contentStems(source.article.title)) stems.add(stem);
    for (const draft of (drafts[i] ?? []).slice(0, OPENING_SENTENCES))
      for (const stem of draft.stems) stems.add(stem);
    byOutlet.set(source.outlet.id, stems);
  });
  return [...byOutlet.values()];
}

function titleShares(articles: readonly StoryArticle[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of articles)
    for (const stem of contentStems(source.article.title)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const least = Math.min(2, articles.length);
  return new Map(
    [...counts]
      .filter(([, count]) => count >= least)
      .map(([stem, count]) => [stem, count / articles.length] as const),
  );
}

function sortedArticles(input: BriefInput): StoryArticle[] {
  const seen = new Map<string, LedgerArticle>();
  for (const item of input.articles) if (!seen.has(item.article.id)) seen.set(item.article.id, item);
  const independent = independentArticles(
    [...seen.values()].map(({ article: { id, publishedAt }, copyOf }) => ({ id, publishedAt, copyOf })),
  );
  return [...seen.values()]
    .sort((a, b) => a.article.publishedAt - b.article.publishedAt || (a.article.id < b.article.id ? -1 : 1))
    .map((source) => ({
      source,
      isCopy: !independent.has(source.article.id),
      entityKeys: source.annotation.entities.map(entityKey),
    }));
}

/**
 * Reads a story once: sorts its articles by time, drops sentences that belong to the page, weighs the words, and
 * resolves who speaks. Spans that do not lie in their article are left out.
 */
export function indexStory(input: BriefInput): StoryIndex {
  const articles = sortedArticles(input);
  const firstAt = articles[0]?.source.article.publishedAt ?? 0;
  const draftsByArticle = articles.map((article, position) => draftArticle(article, position, firstAt));
  const drafts = draftsByArticle.flat();
  const isCounted = (article: StoryArticle): boolean => !article.isCopy;
  const counted = articles.filter(isCounted);
  const central = centralTerms(
    articles.flatMap((article, i) =>
      isCounted(article)
        ? [
            {
              title: article.source.article.title,
              sentences: (draftsByArticle[i] ?? []).map((draft) => draft.words),
            },
          ]
        : [],
    ),
  );
  const { ids, idf } = weighTerms(drafts);
  const raw = drafts.map((draft) => rawCentrality(draft.stems, central));
  const top = raw.reduce((best, value) => Math.max(best, value), 0);
  const sentences = drafts.map(({ said, ...draft }, id): StorySentence => {
    const terms = [...draft.stems].map((stem) => ids.get(stem) ?? 0).sort((a, b) => a - b);
    const saidTerms = [...said].flatMap((stem) => ids.get(stem) ?? []).sort((a, b) => a - b);
    const weightOf = (list: readonly number[]) => list.reduce((sum, term) => sum + (idf[term] ?? 0), 0);
    return {
      ...draft,
      id,
      terms,
      weight: weightOf(terms),
      saidTerms,
      saidWeight: weightOf(saidTerms),
      centrality: top === 0 ? 0 : (raw[id] ?? 0) / top,
    };
  });
  return {
    storyId: input.storyId,
    articles,
    sentences,
    idf,
    central,
    titleShare: titleShares(counted),
    openings: openingStems(
      counted,
      counted.map((article) => draftsByArticle[articles.indexOf(article)] ?? []),
    ),
    commonNames: commonNames(drafts),
    independentOutlets: [...new Set(counted.map((article) => article.source.outlet.id))],
    firstAt,
    asOf: articles.at(-1)?.source.article.publishedAt ?? 0,
    policy: input.policy ?? OPEN_POLICY,
  };
}
