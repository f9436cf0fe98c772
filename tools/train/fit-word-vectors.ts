import { randomNumbers } from '../../src/cli/eval/random.ts';

export interface WordVectorOptions {
  readonly dimensions: number;
  readonly epochs: number;
  /** Learning rate at the start; it falls to a hundredth. */
  readonly rate: number;
  /** Words to each side that count as company; each time a random number up to it is taken. */
  readonly window: number;
  readonly negatives: number;
  readonly seed: number;
}

/** Words more frequent than this share are read less often (Mikolov et al., NIPS 2013, section 2.3). */
const FREQUENT = 1e-4;
const TABLE = 1 << 20;

/**
 * Skip-gram with negative sampling (Mikolov et al., NIPS 2013): `corpus` holds sentences of word numbers, `counts` how
 * often each word occurs. Gives a vector for each word, one after another. One core; the same for the same input.
 */
export function fitWordVectors(
  corpus: readonly Int32Array[],
  counts: readonly number[],
  options: WordVectorOptions,
): Float32Array {
  const { dimensions, epochs, rate } = options;
  const random = randomNumbers(options.seed);
  const words = new Float32Array(counts.length * dimensions).map(() => (random() - 0.5) / dimensions);
  const contexts = new Float32Array(counts.length * dimensions);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const kept = counts.map((count) => Math.sqrt((FREQUENT * total) / count) + (FREQUENT * total) / count);
  const table = samplingTable(counts);
  const gradient = new Float32Array(dimensions);
  const learner: Learner = { words, contexts, table, gradient, random, options };
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const sentence of corpus) {
      const step = rate * Math.max(0.01, 1 - done / (epochs * corpus.length));
      learnSentence(
        learner,
        sentence.filter((word) => random() < (kept[word] ?? 1)),
        step,
      );
      done += 1;
    }
  }
  return words;
}

interface Learner {
  readonly words: Float32Array;
  readonly contexts: Float32Array;
  readonly table: Int32Array;
  readonly gradient: Float32Array;
  readonly random: () => number;
  readonly options: WordVectorOptions;
}

/** Words in proportion to the 3/4 power of their counts. */
function samplingTable(counts: readonly number[]): Int32Array {
  const table = new Int32Array(TABLE);
  const total = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  let word = 0;
  let reached = (counts[0] ?? 0) ** 0.75 / total;
  for (let at = 0; at < TABLE; at += 1) {
    table[at] = word;
    if (at / TABLE > reached && word < counts.length - 1) {
      word += 1;
      reached += (counts[word] ?? 0) ** 0.75 / total;
    }
  }
  return table;
}

function learnSentence(learner: Learner, sentence: Int32Array, step: number): void {
  const { random, options } = learner;
  for (let at = 0; at < sentence.length; at += 1) {
    const reach = 1 + Math.floor(random() * options.window);
    const last = Math.min(sentence.length - 1, at + reach);
    for (let near = Math.max(0, at - reach); near <= last; near += 1)
      if (near !== at) learnPair(learner, sentence[near] as number, sentence[at] as number, step);
  }
}

function learnPair(learner: Learner, input: number, output: number, step: number): void {
  const { words, contexts, table, gradient, random, options } = learner;
  const { dimensions, negatives } = options;
  const row = input * dimensions;
  gradient.fill(0);
  for (let sample = 0; sample <= negatives; sample += 1) {
    const target = sample === 0 ? output : (table[Math.floor(random() * TABLE)] as number);
    if (sample > 0 && target === output) continue;
    const other = target * dimensions;
    let dot = 0;
    for (let d = 0; d < dimensions; d += 1)
      dot += (words[row + d] as number) * (contexts[other + d] as number);
    const error = step * ((sample === 0 ? 1 : 0) - 1 / (1 + Math.exp(-Math.max(-8, Math.min(8, dot)))));
    for (let d = 0; d < dimensions; d += 1) {
      gradient[d] = (gradient[d] as number) + error * (contexts[other + d] as number);
      contexts[other + d] = (contexts[other + d] as number) + error * (words[row + d] as number);
    }
  }
  for (let d = 0; d < dimensions; d += 1)
    words[row + d] = (words[row + d] as number) + (gradient[d] as number);
}
