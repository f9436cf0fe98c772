import type {
  Annotation,
  Figure,
  LoadedWord,
  Mention,
  Quote,
  RoleDescription,
  Sentence,
} from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { type Span, spansOverlap } from '../../core/span.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { type Token, tokenise } from '../../nlp/tokens.ts';
import { isPageFurniture } from '../sentence-quality.ts';
import { SentenceTraits } from '../sentence-traits.ts';
import { containsRun, contentStems, outsideBrackets, quotedWords, stemsOfWords } from '../sentence-words.ts';
import type {
  ArticleReading,
  DescriptionReading,
  EntityUse,
  SentenceReading,
  Speakers,
} from './article-reading.ts';
import { termShare } from './central-terms.ts';
import { isInMessage } from './embedded-message.ts';
import { entityUses } from './entity-uses.ts';
import { figureClass } from './figure-class.ts';
import { holderOf, quotedShare } from './holder.ts';
import { isOpinionPiece } from './opinion-piece.ts';
import { quoteVersion } from './quote-version.ts';
import { goesBackToPerson, readability } from './readability.ts';
import type { Holder } from './speaker-after-verb.ts';
import { wordChoices } from './word-choices.ts';

const NEGATION =
  /\b(?:not|no|never|cannot|without|neither|nor|nobody|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|fail(?:s|ed)? to)\b|n['’]t\b/i;

/** A sentence with a judging word speaks less well for a claim than a plain one. */
const PLAIN_SHARE = 0.85;

function isSpan(span: Span, length: number): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= length
  );
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function speakersOf({ annotation, article }: LedgerArticle, uses: readonly EntityUse[]): Speakers {
  const quoted = new Set<string>();
  let quotesUnnamed = false;
  for (const { kind, speaker, speakerEntity } of annotation.quotes) {
    const entity = uses[speakerEntity];
    if (entity !== undefined) quoted.add(lastName(entity.name));
    else if (speaker === null) quotesUnnamed ||= kind !== 'indirect';
    else {
      const words = article.text.slice(speaker.start, speaker.end);
      quoted.add(lastName(normaliseName(words)));
      quotesUnnamed ||= !/\p{Lu}/u.test(words);
    }
  }
  return { named: new Set(uses.map(({ name }) => lastName(name))), quoted, quotesUnnamed };
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

/** What lies ahead is told with one of these; a sentence without any of them reports, whatever it was labelled. */
const AHEAD =
  /\b(?:will|would|could|may|might|shall|should|can|expect\w*|likely|plan\w*|vow\w*|pledg\w*|promis\w*|hop(?:e|es|ed|ing|eful)|predict\w*|forecast\w*|schedul\w*|set to|due|going to|intend\w*|want\w*|aim\w*|seek\w*|next|tomorrow|soon|future|if|unless|toward|ahead|about to|threat\w*|warn\w*|fear\w*|risk\w*)\b|['’]ll\b/i;

function roleOf(sentence: Sentence, text: string): Sentence['role'] {
  return sentence.role === 'expectation' && !AHEAD.test(text) ? 'current-context' : sentence.role;
}

interface SentenceParts {
  readonly entityKeys: readonly string[];
  /** Full names of people who are called by their surname before that. */
  readonly unintroduced: ReadonlySet<string>;
  readonly isOpinion: boolean;
  /** True when handles stand in it, as beside messages that it shows. */
  readonly hasMessages: boolean;
  readonly mentions: ReadonlyMap<number, Mention[]>;
  readonly figures: ReadonlyMap<number, Figure[]>;
  readonly quotes: ReadonlyMap<number, Quote[]>;
  readonly loaded: ReadonlyMap<number, LoadedWord[]>;
  /** Stretches that say who somebody is: names with the descriptions beside them. */
  readonly designations: ReadonlyMap<number, Span[]>;
  /** Names, and the words between quotation marks: what no outlet chose. */
  readonly notChosen: readonly Span[];
}

function takenIn(sentence: Span, spans: readonly Span[]): Span[] {
  return spans.filter((span) => spansOverlap(span, sentence));
}

/** Stems of what a sentence says, without the names in it and their descriptions. */
function saidStems(
  tokens: readonly Token[],
  start: number,
  designations: readonly Span[],
): ReadonlySet<string> {
  const said = tokens.filter((token) => {
    const span = { start: start + token.start, end: start + token.end };
    return !designations.some((one) => spansOverlap(one, span));
  });
  return stemsOfWords(said.map(({ norm }) => norm));
}

function earliestTime(annotation: Annotation, sentence: Sentence): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { start, at } of annotation.dates)
    if (start >= sentence.start && start < sentence.end && at < earliest) earliest = at;
  return earliest;
}

/** A sentence before its place in the article and in its vocabulary is known. */
interface SentenceDraft extends Omit<SentenceReading, 'order' | 'stemPositions' | 'saidPositions'> {
  readonly said: ReadonlySet<string>;
}

/** Whom the article has not named in full before is called by the surname, where the sentence has no more. */
function asIntroduced(holder: Holder | null, text: string, { unintroduced }: SentenceParts): Holder | null {
  return holder === null || !unintroduced.has(holder.name) || text.includes(holder.name)
    ? holder
    : { ...holder, name: lastName(holder.name) };
}

function readSentence(
  { annotation, article }: LedgerArticle,
  index: number,
  sentence: Sentence,
  parts: SentenceParts,
): SentenceDraft {
  const fullText = article.text;
  const text = fullText.slice(sentence.start, sentence.end);
  const tokens = tokenise(text);
  const own = outsideBrackets(text, tokens);
  const words = own.map(({ norm }) => norm);
  const stems = stemsOfWords(words);
  const designations = parts.designations.get(index) ?? [];
  const mentions = parts.mentions.get(index) ?? [];
  const quotes = parts.quotes.get(index) ?? [];
  const names = new Set(mentions.map((mention) => parts.entityKeys[mention.entity] ?? '').filter(Boolean));
  const isMessage = parts.hasMessages && isInMessage(fullText, sentence);
  const quoted = isMessage ? { inside: true, share: 1 } : quotedShare(sentence, quotes);
  const holder = isMessage
    ? null
    : asIntroduced(holderOf(annotation, fullText, sentence, quotes, mentions), text, parts);
  const judging = (parts.loaded.get(index) ?? []).length;
  return {
    sentence: index,
    start: sentence.start,
    end: sentence.end,
    text,
    role: roleOf(sentence, text),
    speech: sentence.speech,
    words,
    wording: words.join(' '),
    stems,
    said: designations.length === 0 ? stems : saidStems(own, sentence.start, designations),
    names: [...names].sort(),
    figures: (parts.figures.get(index) ?? []).map((figure) => ({
      figure,
      name: figureClass(figure, text, sentence.start),
    })),
    negated: NEGATION.test(text),
    traits: new SentenceTraits(text),
    holder: holder?.name ?? null,
    holderKey: holder === null ? '' : normaliseName(holder.name),
    isHolderNamed: holder?.isNamedThere ?? false,
    earliest: earliestTime(annotation, sentence),
    insideQuote: quoted.inside,
    mostlyQuote: quoted.share > 0.5,
    isOpinion: parts.isOpinion,
    choices: wordChoices(tokens, sentence, takenIn(sentence, parts.notChosen)),
    loadedWords: judging,
    goesBackToPerson: goesBackToPerson(sentence, text, fullText, mentions),
    quality:
      readability(sentence, text, fullText, words, mentions) *
      (quoted.inside ? 0.5 : 1) *
      PLAIN_SHARE ** judging,
  };
}

function partsOf(
  source: LedgerArticle,
  entityKeys: readonly string[],
  uses: readonly EntityUse[],
): SentenceParts {
  const { annotation, article } = source;
  const { text } = article;
  return {
    entityKeys,
    unintroduced: new Set(
      annotation.entities.filter((_, i) => uses[i]?.isIntroduced === false).map(({ name }) => name),
    ),
    isOpinion: isOpinionPiece(source),
    hasMessages: text.includes('(@'),
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
    notChosen: [
      ...annotation.mentions,
      ...annotation.quotes.filter(({ kind }) => kind !== 'indirect').map(({ content }) => content),
    ],
  };
}

function readDescription(description: RoleDescription, article: string): DescriptionReading | null {
  const { start, end } = description;
  if (!(start >= 0 && start < end && end <= article.length)) return null;
  const text = description.text.replace(/\s+/g, ' ').trim();
  if (!containsRun(quotedWords(article.slice(start, end)), quotedWords(text))) return null;
  return { text, key: normaliseName(text) };
}

/** Numbers the stems of an article through, those of the sentences first. */
function withVocabulary(drafts: readonly SentenceDraft[]): Pick<ArticleReading, 'sentences' | 'vocabulary'> {
  const positions = new Map<string, number>();
  const positionOf = (stem: string): number => {
    const position = positions.get(stem) ?? positions.size;
    positions.set(stem, position);
    return position;
  };
  const own = drafts.map(({ stems }) => Array.from(stems, positionOf));
  const ofSentences = positions.size;
  const sentences = drafts.map(({ said, ...draft }, order): SentenceReading => {
    const stemPositions = own[order] ?? [];
    const saidPositions = said === draft.stems ? stemPositions : Array.from(said, positionOf);
    return { ...draft, order, stemPositions, saidPositions };
  });
  const all = [...positions.keys()];
  return { sentences, vocabulary: { stems: all.slice(0, ofSentences), cut: all.slice(ofSentences) } };
}

/**
 * Reads one article for the ledger: its usable sentences with words, names, figures and speakers. Sentences that belong
 * to the page and spans that do not lie in the text are left out. The costly half of indexing, the same in every story.
 */
export function readArticle(source: LedgerArticle): ArticleReading {
  const { annotation } = source;
  const { text, title } = source.article;
  const uses = entityUses(source);
  const entityKeys = uses.map(({ name }, i) =>
    annotation.entities[i]?.type === 'person' ? lastName(name) : name,
  );
  const parts = partsOf(source, entityKeys, uses);
  const drafts: SentenceDraft[] = [];
  annotation.sentences.forEach((sentence, index) => {
    if (!isSpan(sentence, text.length)) return;
    const raw = text.slice(sentence.start, sentence.end).trim();
    if (raw === '' || isPageFurniture(raw)) return;
    const read = readSentence(source, index, sentence, parts);
    if (read.stems.size > 0) drafts.push(read);
  });
  const { sentences, vocabulary } = withVocabulary(drafts);
  return {
    entityKeys,
    entityUses: uses,
    descriptions: annotation.descriptions.map((description) => readDescription(description, text)),
    titleStems: contentStems(title),
    isOpinion: parts.isOpinion,
    sentences,
    vocabulary,
    quotes: annotation.quotes.map((quote) => quoteVersion(source, quote)).filter((one) => one !== null),
    speakers: speakersOf(source, uses),
    termShare: termShare({ title, sentences: sentences.map(({ words }) => words) }),
  };
}
