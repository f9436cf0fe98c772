import type { BlendedFeatures } from '../nlp/blended-classifier.ts';
import type { WordTable } from '../nlp/word-table.ts';
import { FeatureSet, featureKind, Measures } from './judging-features.ts';
import { mixHashes, NAME, type WordReading } from './read-words.ts';
import { type TaggedToken, type TextDocument, wordSet } from './text-document.ts';

/** Where a target stands: token range in the document, `to` exclusive, within sentence `sentence`. */
export interface TargetPlace {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** A sentence with its target as one masked word, by position in the sentence. */
interface View {
  readonly document: TextDocument;
  readonly reading: WordReading;
  /** Token index of each position; -1 for the target. */
  readonly at: Int32Array;
  readonly hashes: Int32Array;
  /** Position of the target. */
  readonly target: number;
}

const TARGET = featureKind('target');
const KIND = {
  word: featureKind('word'),
  negated: featureKind('negated'),
  before: featureKind('before'),
  after: featureKind('after'),
  near: featureKind('near'),
  pair: featureKind('pair'),
  around: featureKind('around'),
  valence: featureKind('valence'),
  verbAfter: featureKind('verb-after'),
  verbBefore: featureKind('verb-before'),
  verbPreposition: featureKind('verb-preposition'),
  verbObject: featureKind('verb-object'),
  wordBefore: featureKind('word-before'),
  wordAfter: featureKind('word-after'),
  contentBefore: featureKind('content-before'),
  contentAfter: featureKind('content-after'),
  form: featureKind('form'),
  ends: featureKind('ends'),
} as const;

const NEAR = 5;
const STRETCHES = 4;
const PLAIN_MEASURES = 10;
const BE = wordSet("was were been is are be being 's");
const CONTENT = wordSet('NOUN ADJ VERB ADV');
/** Apart from the list that finds quotations: the trained weights depend on these. */
const SAYS = wordSet(
  'said says say told tells added wrote tweeted argued according asked called stated warned insisted claimed',
);

function viewOf(document: TextDocument, reading: WordReading, place: TargetPlace): View {
  const range = document.sentences[place.sentence];
  const [start, end] = [range?.tokenStart ?? place.from, range?.tokenEnd ?? place.to];
  const size = end - start - (place.to - place.from) + 1;
  const at = new Int32Array(size);
  const hashes = new Int32Array(size);
  const target = place.from - start;
  for (let position = 0; position < size; position += 1) {
    const token = position < target ? start + position : place.to + position - target - 1;
    at[position] = position === target ? -1 : token;
    hashes[position] = position === target ? TARGET : (reading.hashes[token] ?? NAME);
  }
  return { document, reading, at, hashes, target };
}

function tokenAt(view: View, position: number): TaggedToken | undefined {
  return view.document.tokens[view.at[position] ?? -1];
}

/**
 * What a sentence shows of the tone towards one target: words before and after it, nearby and as pairs, with the target
 * masked; the verb it does or suffers; negation; quotation; valences. Names are masked: no tone is learned towards
 * anybody in particular.
 */
export function toneFeatures(
  document: TextDocument,
  reading: WordReading,
  table: WordTable,
  place: TargetPlace,
): BlendedFeatures {
  const view = viewOf(document, reading, place);
  const features = new FeatureSet();
  addWords(features, view);
  addSequences(features, view);
  addSyntax(features, view);
  const valences = measureValences(view);
  for (const [index, value] of valences.entries())
    features.add(KIND.valence, index * 16 + Math.max(-4, Math.min(4, Math.round(value * 3))) + 8);
  const form = formOf(view, place);
  for (const [index, value] of form.entries()) features.add(KIND.form, index * 16 + value);
  return { buckets: features.toBuckets(), measures: measure(view, table, valences, form) };
}

function addWords(features: FeatureSet, view: View): void {
  const { at, hashes, target, reading } = view;
  for (let position = 0; position < hashes.length; position += 1) {
    if (position === target) continue;
    const word = hashes[position] as number;
    const token = at[position] as number;
    features.add(KIND.word, word);
    features.add(position < target ? KIND.before : KIND.after, word);
    if (Math.abs(position - target) <= NEAR) features.add(KIND.near, word);
    if (reading.negated[token] === 1 && reading.weights[token] === 1) features.add(KIND.negated, word);
  }
}

function addSequences(features: FeatureSet, { hashes, target }: View): void {
  const size = hashes.length;
  for (let position = 0; position + 1 < size; position += 1)
    features.add(KIND.pair, mixHashes(hashes[position] as number, hashes[position + 1] as number));
  for (let start = Math.max(0, target - 3); start <= target; start += 1) {
    let hash = 0;
    for (let position = start; position < Math.min(size, start + 4); position += 1) {
      hash = mixHashes(hash, hashes[position] as number);
      if (position >= target && position > start) features.add(KIND.around, hash);
    }
  }
  features.add(KIND.ends, hashes[0] ?? 0);
  features.add(KIND.ends, mixHashes(1, hashes[size - 1] ?? 0));
}

/** Position of the nearest token with one of the tags, at most `reach` away; -1 when there is none. */
function nearest(view: View, step: 1 | -1, reach: number, wanted: (tag: string) => boolean): number {
  for (let away = 1; away <= reach; away += 1) {
    const position = view.target + step * away;
    const token = tokenAt(view, position);
    if (token === undefined || token.lower === '.') return -1;
    if (wanted(token.tag)) return position;
  }
  return -1;
}

const isVerb = (tag: string) => tag === 'VERB';
const isContent = (tag: string) => CONTENT.has(tag);

/** The verb of which the target is subject or object as far as the order of words tells, and its closest neighbours. */
function addSyntax(features: FeatureSet, view: View): void {
  const { hashes, target } = view;
  const hashAt = (position: number) => hashes[position] ?? 0;
  addVerbAfter(features, view);
  const before = nearest(view, -1, 7, isVerb);
  if (before >= 0) {
    features.add(KIND.verbBefore, mixHashes(hashAt(before), negatedAt(view, before)));
    if (tokenAt(view, target - 1)?.tag === 'ADP')
      features.add(KIND.verbPreposition, mixHashes(hashAt(before), hashAt(target - 1)));
  }
  features.add(KIND.wordBefore, hashAt(target - 1));
  features.add(KIND.wordAfter, hashAt(target + 1));
  const contentBefore = nearest(view, -1, 4, isContent);
  if (contentBefore >= 0) features.add(KIND.contentBefore, hashAt(contentBefore));
  const contentAfter = nearest(view, 1, 4, isContent);
  if (contentAfter >= 0) features.add(KIND.contentAfter, hashAt(contentAfter));
}

function negatedAt(view: View, position: number): number {
  return view.reading.negated[view.at[position] ?? -1] ?? 0;
}

function addVerbAfter(features: FeatureSet, view: View): void {
  const verb = nearest(view, 1, 7, isVerb);
  if (verb < 0) return;
  const hash = view.hashes[verb] ?? 0;
  const isPassive = BE.has(tokenAt(view, verb - 1)?.lower ?? '');
  features.add(KIND.verbAfter, mixHashes(hash, (isPassive ? 2 : 0) + negatedAt(view, verb)));
  for (let position = verb + 1; position <= verb + 3; position += 1) {
    if (!isContent(tokenAt(view, position)?.tag ?? '')) continue;
    features.add(KIND.verbObject, mixHashes(hash, view.hashes[position] ?? 0));
    return;
  }
}

/** Valences before, after and near the target, good and bad apart, discounted by distance, and of what is quoted. */
function measureValences(view: View): number[] {
  const { at, target, reading } = view;
  let [before, after, near, good, bad, close, quoted] = [0, 0, 0, 0, 0, 0, 0];
  for (let position = 0; position < at.length; position += 1) {
    const token = at[position] as number;
    const valence = token < 0 ? 0 : (reading.valences[token] ?? 0);
    if (valence === 0) continue;
    const distance = Math.abs(position - target);
    if (position < target) before += valence;
    else after += valence;
    if (distance <= NEAR) near += valence;
    if (valence > 0) good += valence;
    else bad += valence;
    close += valence / (1 + distance / 4);
    if (reading.quoted[token] === 1) quoted += valence;
  }
  return [before, after, near, good + bad, good, bad, close, quoted];
}

/** Small numbers on how target and sentence look: pronoun, length, place, quotation, names, "but", speech, question. */
function formOf(view: View, place: TargetPlace): number[] {
  const { document, reading, at, target } = view;
  const size = at.length;
  const words = Array.from(at, (token) => document.tokens[token]);
  const isSaying = (word: TaggedToken | undefined) => word !== undefined && SAYS.has(word.lower);
  const names = words.filter((word) => word?.tag === 'PROPN').length;
  const but = words.findLastIndex((word) => word?.lower === 'but');
  return [
    document.tokens[place.from]?.tag === 'PRON' ? 1 : 0,
    document.tokens[place.to]?.lower === "'s" ? 1 : 0,
    Math.min(6, size >> 3),
    Math.min(4, Math.floor((5 * target) / size)),
    reading.quoted[place.from] ?? 0,
    at.some((token) => reading.quoted[token] === 1) ? 1 : 0,
    Math.min(5, names >> 1),
    but === -1 ? 0 : but < target ? 1 : 2,
    words.slice(target + 1, target + 4).some(isSaying) ? 1 : 0,
    words.some(isSaying) ? 1 : 0,
    words.some((word) => word?.lower === '?') ? 1 : 0,
    Math.min(4, place.to - place.from),
  ];
}

function measure(
  view: View,
  table: WordTable,
  valences: readonly number[],
  form: readonly number[],
): Float32Array {
  const { at, target, reading, document } = view;
  const measures = new Measures(table, STRETCHES, PLAIN_MEASURES);
  for (let position = 0; position < at.length; position += 1) {
    const token = at[position] as number;
    const row = token < 0 ? -1 : (reading.rows[token] ?? -1);
    if (row < 0) continue;
    const distance = Math.abs(position - target);
    const weight = reading.weights[token] ?? 0;
    measures.addWord(position < target ? 0 : 1, row, weight / (1 + distance / 3));
    measures.addWord(2, row, weight);
    if (document.tokens[token]?.tag === 'VERB') measures.addWord(3, row, 1 / (1 + distance / 4));
  }
  const [before = 0, after = 0, near = 0, all = 0, good = 0, bad = 0] = valences;
  const plain = [before, after, near, all, good, bad].map((value) => value * 1.5);
  return measures.finish([...plain, form[4] ?? 0, form[0] ?? 0, at.length / 40, target / at.length]);
}
