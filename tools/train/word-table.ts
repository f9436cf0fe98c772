import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readRows } from '../../src/cli/eval/read-data.ts';
import type { StoredWordTable } from '../../src/nlp/word-table.ts';
import { factorise, type SparseMatrix } from './factorise.ts';
import { writeModel } from './trained-model.ts';

interface PressText {
  readonly text: string;
  /** Left, right or center as the corpus says; null where it does not. */
  readonly bias: string | null;
}

const WORDS = 16_000;
const MIN_COUNT = 6;
/** Words to each side. By cross-validation of tone and loaded words, 2026-11-24: 4 is worse by .005, 8 to 25 are equal. */
const WINDOW = 12;
const DIMENSIONS = 80;
const SENTENCE_END = -2;

/**
 * Words of the press by use: positive pointwise mutual information of words near each other, factorised (Levy, Goldberg
 * and Dagan, TACL 2015), on the raw text of stream-2018, allsides-dev and polnear-dev, without any label of the tone or
 * framing sets. With it the valence of each word in the dictionary of wink-nlp, and how much more opinionated outlets
 * use the word than those of the centre.
 */
export function train(): void {
  const texts = readTexts();
  const tokenised = texts.map(({ text }) => words(text));
  const counts = new Map<string, number>();
  for (const tokens of tokenised) for (const word of tokens) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([word, count]) => count >= MIN_COUNT && /\p{L}/u.test(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS)
    .map(([word]) => word);
  const rows = new Map(vocabulary.map((word, row) => [word, row]));
  const matrix = mutualInformation(cooccurrences(tokenised, rows));
  const vectors = factorise(matrix, DIMENSIONS);
  const stored: StoredWordTable = {
    dimensions: DIMENSIONS,
    words: vocabulary.join(' '),
    vectors: packRows(vectors, DIMENSIONS),
    valence: pack(valences(vocabulary)),
    slant: pack(slants(texts, tokenised, rows)),
  };
  writeModel('word-table', stored);
}

function readTexts(): PressText[] {
  const press = readRows<{ title: string; text: string; bias: string }>('press/stream-2018.jsonl.gz');
  const stories = readRows<{ articles: { title: string; text: string; bias: string }[] }>(
    'stories/allsides-dev.jsonl.gz',
  );
  const political = readRows<{ text: string }>('quotes/polnear-dev.jsonl.gz');
  const all: PressText[] = [
    ...[...press, ...stories.flatMap(({ articles }) => articles)].map(({ title, text, bias }) => ({
      text: `${title}\n${text}`,
      bias,
    })),
    ...political.map(({ text }) => ({ text, bias: null })),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => {
    const key = text.slice(0, 200);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Lower-case words, as the tagger cuts them, and the ends of sentences. */
function words(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('’', "'");
  return plain.match(/[.!?]|(?!'s\b)[\p{L}\p{M}]+(?:'(?!s\b)[\p{L}\p{M}]+)*/gu) ?? [];
}

type Counts = Map<number, number>[];

/** How often words stand near each other in one sentence, each pair counted by the inverse of its distance. */
function cooccurrences(texts: readonly string[][], rows: ReadonlyMap<string, number>): Counts {
  const near: Counts = Array.from({ length: rows.size }, () => new Map());
  for (const tokens of texts) {
    const ids = tokens.map((word) => (/^[.!?]$/.test(word) ? SENTENCE_END : (rows.get(word) ?? -1)));
    for (let at = 0; at < ids.length; at += 1) countAfter(near, ids, at);
  }
  return near;
}

function countAfter(near: Counts, ids: readonly number[], at: number): void {
  const one = ids[at] as number;
  if (one < 0) return;
  for (let next = at + 1; next <= at + WINDOW && next < ids.length; next += 1) {
    const other = ids[next] as number;
    if (other === SENTENCE_END) return;
    if (other < 0) continue;
    addCount(near, one, other, 1 / (next - at));
    addCount(near, other, one, 1 / (next - at));
  }
}

function addCount(near: Counts, one: number, other: number, weight: number): void {
  const row = near[one] as Map<number, number>;
  row.set(other, (row.get(other) ?? 0) + weight);
}

/** Positive PMI with the context distribution smoothed by the power .75. */
function mutualInformation(near: Map<number, number>[]): SparseMatrix {
  const sums = near.map((row) => [...row.values()].reduce((sum, value) => sum + value, 0));
  const smoothed = sums.map((sum) => sum ** 0.75);
  const total = smoothed.reduce((sum, value) => sum + value, 0);
  const starts = new Int32Array(near.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [row, others] of near.entries()) {
    for (const [column, value] of others) {
      const information = Math.log((value * total) / ((sums[row] as number) * (smoothed[column] as number)));
      if (information <= 0) continue;
      columns.push(column);
      values.push(information);
    }
    starts[row + 1] = columns.length;
    others.clear();
  }
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

/** Sentiment of each word alone by wink-nlp (MIT), -1 to 1. */
function valences(vocabulary: readonly string[]): number[] {
  const nlp = winkNLP(winkModel, ['sentiment']);
  return vocabulary.map((word) => 127 * Number(nlp.readDoc(word).out(nlp.its.sentiment)));
}

/** Log-odds of a word being in an article of the left or right against one of the centre, drawn to 0 for rare words, times 32. */
function slants(
  texts: readonly PressText[],
  tokenised: readonly string[][],
  rows: ReadonlyMap<string, number>,
): number[] {
  const sides = [new Float64Array(rows.size), new Float64Array(rows.size)];
  const totals = [0, 0];
  for (const [at, { bias }] of texts.entries()) {
    if (bias === null) continue;
    const side = bias === 'center' ? 0 : 1;
    for (const word of tokenised[at] ?? []) {
      const row = rows.get(word);
      if (row === undefined) continue;
      totals[side] = (totals[side] as number) + 1;
      (sides[side] as Float64Array)[row] = ((sides[side] as Float64Array)[row] as number) + 1;
    }
  }
  const [centre, opinionated] = sides as [Float64Array, Float64Array];
  const share = (totals[1] as number) / (totals[0] as number);
  const PRIOR = 5;
  return [...centre].map(
    (count, row) => 32 * Math.log(((opinionated[row] as number) / share + PRIOR) / (count + PRIOR)),
  );
}

function pack(values: readonly number[]): string {
  const bytes = Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value))));
  return Buffer.from(bytes.buffer).toString('base64');
}

/** Each row scaled to length 127. */
function packRows(vectors: Float32Array, dimensions: number): string {
  const scaled: number[] = [];
  for (let from = 0; from < vectors.length; from += dimensions) {
    const row = vectors.subarray(from, from + dimensions);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (const value of row) scaled.push((127 * value) / length);
  }
  return pack(scaled);
}
