import { hashWord } from '../../src/annotate/names/word-atoms.ts';
import { randomNumbers } from '../../src/cli/eval/random.ts';
import { readRows } from '../../src/cli/eval/read-data.ts';
import { clusterVectors } from './cluster-vectors.ts';
import { writeModel } from './trained-model.ts';

const WORD_OR_MARK =
  /\n|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*|['’]s\b|\p{N}+(?:[.,:]\p{N}+)*|[^\s\p{L}\p{N}]/gu;
/** Words seen less often are unknown words to the tagger. */
const MIN_COUNT = 4;
/** Words that serve as context: the commonest ones, marks included. */
const CONTEXTS = 1000;
const DIMENSIONS = 64;
const CLUSTERS = 200;
const ROUNDS = 8;

interface Counts {
  lower: number;
  title: number;
  upper: number;
  all: number;
}

/**
 * Casing and distributional group of each word of the press stream and of the other news texts of ../shared/data,
 * read as plain text. Groups: positive pointwise mutual information with the words to the left and to the right,
 * projected to few dimensions by random signs (Achlioptas 2003), then spherical k-means. No annotation is read.
 */
export function train(): void {
  const texts = [
    ...readRows<{ text: string; title: string }>('press/stream-2018.jsonl.gz').map(
      (row) => `${row.title}\n${row.text}`,
    ),
    ...readRows<{ sentences: { text: string }[] }>('discourse/train.jsonl.gz').map((row) =>
      row.sentences.map((sentence) => sentence.text).join('\n'),
    ),
    ...readRows<{ text: string }>('quotes/polnear-dev.jsonl.gz').map((row) => row.text),
  ];
  const streams = texts.map((text) => text.match(WORD_OR_MARK) ?? []);
  const counts = countWords(streams);
  const words = [...counts]
    .filter(([word, { all }]) => all >= MIN_COUNT && /\p{L}/u.test(word))
    .sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const contexts = [...counts]
    .sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1))
    .slice(0, CONTEXTS)
    .map(([word]) => word);
  const vectors = contextVectors(streams, words, contexts);
  const groups = clusterVectors(vectors, DIMENSIONS, CLUSTERS, ROUNDS);
  const hashes = Buffer.alloc(words.length * 4);
  for (const [at, word] of words.entries()) hashes.writeInt32LE(hashWord(word), at * 4);
  writeModel('name-words', {
    hashes: hashes.toString('base64'),
    casings: Buffer.from(words.map((word) => casingOf(counts.get(word)))).toString('base64'),
    clusters: Buffer.from(Array.from(groups, (group) => group + 1)).toString('base64'),
  });
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** Counts by how a word is written; a capital behind a mark that may open a sentence says nothing. */
function countWords(streams: readonly (readonly string[])[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const stream of streams) {
    let free = true;
    for (const word of stream) {
      const key = normal(word);
      const count = counts.get(key) ?? { lower: 0, title: 0, upper: 0, all: 0 };
      counts.set(key, count);
      count.all += 1;
      if (/\p{L}/u.test(word)) {
        countCasing(count, word, free);
        free = false;
      } else free = !/^[,;'’)\-–%$&/\p{N}]/u.test(word);
    }
  }
  return counts;
}

function countCasing(count: Counts, word: string, free: boolean): void {
  if (!/\p{Lu}/u.test(word)) count.lower += 1;
  else if (free) return;
  else if (word.length > 1 && !/\p{Ll}/u.test(word)) count.upper += 1;
  else count.title += 1;
}

function casingOf(counts: Counts | undefined): number {
  const { lower = 0, title = 0, upper = 0 } = counts ?? {};
  const seen = lower + title + upper;
  if (seen < 3) return 0;
  if (upper > seen / 2) return 7;
  const share = (title + upper) / seen;
  return [0.02, 0.1, 0.35, 0.7, 0.95].filter((edge) => share >= edge).length + 1;
}

/** Left and right company of each word, unit length, `DIMENSIONS` numbers each. */
function contextVectors(
  streams: readonly (readonly string[])[],
  words: readonly string[],
  contexts: readonly string[],
): Float32Array {
  const wordIndex = new Map(words.map((word, index) => [word, index]));
  const contextIndex = new Map(contexts.map((word, index) => [word, index]));
  const sides = 2 * (CONTEXTS + 4);
  const joint = new Map<number, number>();
  const contextTotal = new Float64Array(sides);
  const wordTotal = new Float64Array(words.length);
  const count = (word: number, context: number) => {
    const key = word * sides + context;
    joint.set(key, (joint.get(key) ?? 0) + 1);
    contextTotal[context] = (contextTotal[context] as number) + 1;
    wordTotal[word] = (wordTotal[word] as number) + 1;
  };
  for (const stream of streams) {
    const ids = stream.map((word) => contextIndex.get(normal(word)) ?? CONTEXTS + classOf(word));
    for (const [at, word] of stream.entries()) {
      const index = wordIndex.get(normal(word));
      if (index === undefined) continue;
      if (at > 0) count(index, ids[at - 1] as number);
      if (at + 1 < ids.length) count(index, CONTEXTS + 4 + (ids[at + 1] as number));
    }
  }
  return project(joint, sides, contextTotal, wordTotal);
}

function classOf(word: string): number {
  if (/^\p{Lu}/u.test(word)) return 0;
  if (/^\p{L}/u.test(word)) return 1;
  return /^\p{N}/u.test(word) ? 2 : 3;
}

function project(
  joint: ReadonlyMap<number, number>,
  sides: number,
  contextTotal: Float64Array,
  wordTotal: Float64Array,
): Float32Array {
  const random = randomNumbers(11);
  const signs = Float32Array.from({ length: sides * DIMENSIONS }, () => (random() < 0.5 ? -1 : 1));
  const total = contextTotal.reduce((sum, value) => sum + value, 0);
  const vectors = new Float32Array(wordTotal.length * DIMENSIONS);
  for (const [key, count] of joint) {
    const word = Math.floor(key / sides);
    const context = key % sides;
    const information = Math.log(
      (count * total) / ((wordTotal[word] as number) * (contextTotal[context] as number)),
    );
    if (information <= 0) continue;
    for (let at = 0; at < DIMENSIONS; at += 1) {
      const index = word * DIMENSIONS + at;
      vectors[index] =
        (vectors[index] as number) + information * (signs[context * DIMENSIONS + at] as number);
    }
  }
  return vectors;
}
