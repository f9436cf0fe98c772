import type { LoadedWord, Quote } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { type BlendedClassifier, classify, classifyByName } from '../nlp/blended-classifier.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { isBoilerplate } from './boilerplate.ts';
import {
  isContentTag,
  judgingSentence,
  type WordPlace,
  wordBuckets,
  wordMeasures,
} from './loaded-features.ts';
import { isPlainNoun, isPlainWord } from './plain-words.ts';
import type { WordReading } from './read-words.ts';
import type { DocumentSentence, TaggedToken, TextDocument } from './text-document.ts';

export interface LoadedModel {
  /** Labels: report, judgement. */
  readonly sentences: BlendedClassifier;
  /** Labels: plain, loaded. */
  readonly words: BlendedClassifier;
  readonly table: WordTable;
}

/*
 * Words are named at .30 in sentences above .50. Cross-validated on babe-dev's biased words, 2026-11-24: precision .70,
 * recall .24, where the list written by hand that stood here before had .57 and .11. At .15 F1 is highest (.45), with
 * precision .58: a word named wrongly costs more than one left out.
 */
const MIN_SENTENCE = 0.5;
const MIN_WORD = 0.3;
const MIN_WORD_BY_NAME = 0.08;
/** Of the -127 to 127 of the word table. */
const MIN_VALENCE = 20;

/** True when a word with this probability is named in a sentence with that one. */
export function isNamed(sentence: number, word: number): boolean {
  return sentence >= MIN_SENTENCE && word >= MIN_WORD;
}

/** Probability of a sentence, by its index, that it judges rather than reports. */
export type SentenceJudge = (sentence: number) => number;

/** Judges only the sentences it is asked about, each once: most have nothing in them that depends on it. */
export function sentenceJudge(
  document: TextDocument,
  reading: WordReading,
  model: LoadedModel,
): SentenceJudge {
  const known = new Map<number, number>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const probability = judgeSentence(document, reading, model, index);
    known.set(index, probability);
    return probability;
  };
}

/** Lines of the page judge nothing, whatever their words. */
function judgeSentence(
  document: TextDocument,
  reading: WordReading,
  model: LoadedModel,
  index: number,
): number {
  const sentence = document.sentences[index];
  if (sentence === undefined || sentence.tokenEnd === sentence.tokenStart) return 0;
  if (isBoilerplate(document.text.slice(sentence.start, sentence.end))) return 0;
  return classify(model.sentences, judgingSentence(document, reading, model.table, sentence))[1] ?? 0;
}

/** What the namer of words reads of an article. */
export interface JudgedText {
  readonly document: TextDocument;
  readonly reading: WordReading;
  readonly judging: SentenceJudge;
  readonly quotes: readonly Quote[];
  readonly mentions: readonly Span[];
}

/**
 * Words by which an outlet judges, as a model trained on sentences with marked words (BABE, Spinde et al. 2021) tells
 * them; words that others say (quoted or reported speech), parts of names and plain words of events are left out.
 * English only.
 */
export function findLoadedWords(input: JudgedText, model: LoadedModel): LoadedWord[] {
  const { document, quotes, mentions } = input;
  const others = [...quotes.map(({ content }) => content), ...mentions];
  return document.sentences.flatMap((sentence, index) =>
    loadedInSentence(
      input,
      model,
      index,
      others.filter((span) => spansOverlap(span, sentence)),
    ),
  );
}

function loadedInSentence(
  input: JudgedText,
  model: LoadedModel,
  index: number,
  others: readonly Span[],
): LoadedWord[] {
  const { document, reading, judging } = input;
  const sentence = document.sentences[index];
  const found: LoadedWord[] = [];
  if (sentence === undefined) return found;
  for (let at = sentence.tokenStart; at < sentence.tokenEnd; at += 1) {
    const token = document.tokens[at];
    if (token === undefined || !canJudge(token) || reading.quoted[at] === 1) continue;
    if (others.some((span) => spansOverlap(span, token))) continue;
    const probability = wordProbability({ document, reading, sentence, at }, model);
    // Few words get that far: the sentence is judged for their sake only.
    if (probability < MIN_WORD || !isNamed(judging(index), probability)) continue;
    const span = wholeWord(document, sentence, at);
    if (span.start < (found.at(-1)?.end ?? 0)) continue;
    found.push({ ...span, sentence: index, polarity: polarityOf(reading, model.table, at) });
  }
  return found;
}

function canJudge({ lower, tag }: TaggedToken): boolean {
  if (!isContentTag(tag) || !/^\p{L}/u.test(lower)) return false;
  return !isPlainWord(lower) && !(tag === 'NOUN' && isPlainNoun(lower));
}

/**
 * 0 where the named features alone are sure enough that a word is plain: the vectors of most words need not be summed.
 * On 100 articles of stream-2018, 2026-11-24, none of the 354 named words is lost by it.
 */
function wordProbability(place: WordPlace, model: LoadedModel): number {
  const buckets = wordBuckets(place, model.table);
  if ((classifyByName(model.words, buckets)[1] ?? 0) < MIN_WORD_BY_NAME) return 0;
  return classify(model.words, { buckets, measures: wordMeasures(place, model.table) })[1] ?? 0;
}

/** With what hyphens join to it: "tone-deaf", "so-called". */
function wholeWord(document: TextDocument, sentence: DocumentSentence, at: number): Span {
  const { tokens } = document;
  const touches = (left: number) => {
    const [one, other] = [tokens[left], tokens[left + 1]];
    return one !== undefined && other !== undefined && one.end === other.start;
  };
  const isHyphen = (position: number) => /^[-‐‑]$/.test(tokens[position]?.text ?? '');
  let [from, to] = [at, at];
  while (from - 2 >= sentence.tokenStart && isHyphen(from - 1) && touches(from - 1) && touches(from - 2))
    from -= 2;
  while (to + 2 < sentence.tokenEnd && isHyphen(to + 1) && touches(to) && touches(to + 1)) to += 2;
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}

function polarityOf(reading: WordReading, table: WordTable, at: number): LoadedWord['polarity'] {
  const row = reading.rows[at] ?? -1;
  const valence = row < 0 ? 0 : (table.valence[row] ?? 0);
  if (Math.abs(valence) < MIN_VALENCE) return 'neutral';
  return valence < 0 ? 'negative' : 'positive';
}
