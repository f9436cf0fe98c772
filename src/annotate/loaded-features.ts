import type { BlendedFeatures } from '../nlp/blended-classifier.ts';
import { hashFeature } from '../nlp/hashed-features.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { FeatureSet, featureKind, Measures } from './judging-features.ts';
import { mixHashes, type WordReading } from './read-words.ts';
import type { DocumentSentence, TextDocument } from './text-document.ts';

const KIND = {
  word: featureKind('word'),
  tagged: featureKind('tagged'),
  pair: featureKind('pair'),
  tags: featureKind('tags'),
  count: featureKind('count'),
  ends: featureKind('ends'),
  ending: featureKind('ending'),
  before: featureKind('before'),
  after: featureKind('after'),
} as const;

const TAGS = ['NOUN', 'ADJ', 'VERB', 'ADV'];
const TAG_HASHES: ReadonlyMap<string, number> = new Map(
  'NOUN ADJ VERB ADV PROPN PRON DET ADP AUX CCONJ SCONJ PART NUM PUNCT SYM INTJ X'
    .split(' ')
    .map((tag) => [tag, featureKind(`tag ${tag}`)]),
);
/** All words, adjectives and adverbs, verbs, nouns. */
const SENTENCE_STRETCHES = 4;
const STRETCH_OF_TAG: Readonly<Record<string, number>> = { ADJ: 1, ADV: 1, VERB: 2, NOUN: 3 };
const SENTENCE_PLAIN = 12;

/** Parts of speech whose words can judge. */
export function isContentTag(tag: string): boolean {
  return TAGS.includes(tag);
}

function tagHash(document: TextDocument, at: number): number {
  return TAG_HASHES.get(document.tokens[at]?.tag ?? '') ?? 0;
}

/** What a sentence shows of judging rather than reporting: words, pairs, parts of speech, valences and slants. */
export function judgingSentence(
  document: TextDocument,
  reading: WordReading,
  table: WordTable,
  sentence: DocumentSentence,
): BlendedFeatures {
  const features = new FeatureSet();
  const measures = new Measures(table, SENTENCE_STRETCHES, SENTENCE_PLAIN);
  const { tokenStart, tokenEnd } = sentence;
  for (let at = tokenStart; at < tokenEnd; at += 1) {
    const word = reading.hashes[at] as number;
    const tag = tagHash(document, at);
    features.add(KIND.word, word);
    if (at + 1 < tokenEnd) {
      features.add(KIND.pair, mixHashes(word, reading.hashes[at + 1] as number));
      features.add(KIND.tags, mixHashes(tag, tagHash(document, at + 1)));
    }
    const row = reading.rows[at] as number;
    if (row < 0) continue;
    measures.addWord(0, row, reading.weights[at] as number);
    const stretch = STRETCH_OF_TAG[document.tokens[at]?.tag ?? ''];
    if (stretch !== undefined) measures.addWord(stretch, row, 1);
  }
  features.add(KIND.ends, reading.hashes[tokenStart] ?? 0);
  features.add(KIND.ends, mixHashes(1, reading.hashes[tokenEnd - 1] ?? 0));
  const plain = countWords(document, reading, table, sentence);
  for (const [index, value] of plain.entries())
    features.add(KIND.count, index * 32 + Math.max(-8, Math.min(8, Math.round(value * 3))) + 8);
  return { buckets: features.toBuckets(), measures: measures.finish(plain) };
}

function countWords(
  document: TextDocument,
  reading: WordReading,
  table: WordTable,
  { tokenStart, tokenEnd }: DocumentSentence,
): number[] {
  let [good, bad, worst, ownBad, slant, strongest, known, quoted] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = tokenStart; at < tokenEnd; at += 1) {
    const isQuoted = reading.quoted[at] === 1;
    if (isQuoted) quoted += 1;
    const row = reading.rows[at] as number;
    if (row < 0) continue;
    const valence = (table.valence[row] as number) / 127;
    if (valence > 0) good += valence;
    else bad += valence;
    worst = Math.min(worst, valence);
    if (!isQuoted) ownBad += Math.min(0, valence);
    const lean = (table.slant[row] as number) / 32;
    if (reading.weights[at] === 1) {
      known += 1;
      slant += lean;
      strongest = Math.max(strongest, lean);
    }
  }
  const size = Math.max(1, tokenEnd - tokenStart);
  const means = known === 0 ? 0 : slant / known;
  return [
    good,
    bad,
    worst,
    ownBad,
    2 * means,
    strongest,
    quoted / size,
    size / 40,
    ...tagShares(document, tokenStart, tokenEnd),
  ];
}

/** Numbers of adjectives, adverbs, names and figures, each against a usual sentence's. */
function tagShares({ tokens }: TextDocument, from: number, to: number): number[] {
  let [adjectives, adverbs, names, numbers] = [0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const tag = tokens[at]?.tag;
    if (tag === 'ADJ') adjectives += 1;
    else if (tag === 'ADV') adverbs += 1;
    else if (tag === 'PROPN') names += 1;
    else if (tag === 'NUM') numbers += 1;
  }
  return [adjectives / 4, adverbs / 3, names / 6, numbers / 2];
}

const WORD_STRETCHES = 2;
const WORD_PLAIN = 7;

/** A content word of a sentence. */
export interface WordPlace {
  readonly document: TextDocument;
  readonly reading: WordReading;
  readonly sentence: DocumentSentence;
  /** Index of its token. */
  readonly at: number;
}

/** What tells whether one content word judges: the word, its form, its neighbours, its valence and slant. */
export function judgingWord(place: WordPlace, table: WordTable): BlendedFeatures {
  return { buckets: wordBuckets(place, table), measures: wordMeasures(place, table) };
}

/** The named features of a word: the cheap half. */
export function wordBuckets(place: WordPlace, table: WordTable): Int32Array {
  const { document, reading, sentence, at } = place;
  const features = new FeatureSet();
  const word = reading.hashes[at] as number;
  const tag = tagHash(document, at);
  features.add(KIND.word, word);
  features.add(KIND.tagged, mixHashes(word, tag));
  const lower = document.tokens[at]?.lower ?? '';
  if (lower.length > 4) features.add(KIND.ending, mixHashes(hashFeature(lower.slice(-3), 30), tag));
  const before = at > sentence.tokenStart ? (reading.hashes[at - 1] as number) : 0;
  const after = at + 1 < sentence.tokenEnd ? (reading.hashes[at + 1] as number) : 0;
  features.add(KIND.before, before);
  features.add(KIND.after, after);
  features.add(KIND.pair, mixHashes(before, word));
  features.add(KIND.pair, mixHashes(word, after));
  for (const [index, value] of measureWord(reading, table, at).entries())
    features.add(KIND.count, index * 32 + Math.max(-8, Math.min(8, Math.round(value * 4))) + 8);
  return features.toBuckets();
}

/** Vectors of a word and of its neighbours, and its measures. */
export function wordMeasures(place: WordPlace, table: WordTable): Float32Array {
  const { document, reading, sentence, at } = place;
  const measures = new Measures(table, WORD_STRETCHES, WORD_PLAIN);
  const row = reading.rows[at] as number;
  if (row >= 0) measures.addWord(0, row, 1);
  const [from, to] = [Math.max(sentence.tokenStart, at - 3), Math.min(sentence.tokenEnd, at + 4)];
  for (let near = from; near < to; near += 1) {
    const other = reading.rows[near] as number;
    if (near !== at && other >= 0) measures.addWord(1, other, reading.weights[near] as number);
  }
  const tag = document.tokens[at]?.tag;
  const tags = TAGS.slice(1).map((one) => (one === tag ? 1 : 0));
  return measures.finish([...measureWord(reading, table, at), ...tags]);
}

function measureWord(reading: WordReading, table: WordTable, at: number): number[] {
  const row = reading.rows[at] as number;
  if (row < 0) return [0, 0, 0, 1];
  const valence = (table.valence[row] as number) / 127;
  return [valence, Math.abs(valence), (table.slant[row] as number) / 32, 0];
}
