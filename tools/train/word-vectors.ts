import { readRows } from '../../src/cli/eval/read-data.ts';
import { packMatrix } from '../../src/nlp/packed-matrix.ts';
import { toUnit, vectorWord } from '../../src/nlp/word-vectors.ts';
import { fitWordVectors } from './fit-word-vectors.ts';
import { writeModel } from './trained-model.ts';

const DIMENSIONS = 64;
const MIN_COUNT = 5;
const MAX_WORDS = 20_000;
/** Not tuned: each pass takes most of a minute. */
const EPOCHS = 3;
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?|[“”"?!%$]/gu;
const SENTENCE_END = /\n|(?<=[.!?])\s+(?=[A-Z“"])/;

/** Running text only, no labels: articles of the training parts, each sentence once. */
function sentences(): string[][] {
  const texts = [
    ...readRows<{ title: string; text: string }>('press/stream-2018.jsonl.gz').map(
      (row) => `${row.title}\n${row.text}`,
    ),
    ...readRows<{ articles: { text: string }[] }>('stories/allsides-dev.jsonl.gz').flatMap((row) =>
      row.articles.map((article) => article.text),
    ),
    ...readRows<{ split: string; text: string }>('quotes/polnear-dev.jsonl.gz')
      .filter((row) => row.split === 'train')
      .map((row) => row.text),
    ...readRows<{ leads: { title: string; lead: string }[] }>('summaries/neus-dev.jsonl.gz').flatMap((row) =>
      row.leads.map((lead) => `${lead.title}\n${lead.lead}`),
    ),
    ...readRows<{ sentences: { text: string }[] }>('discourse/train.jsonl.gz').map((row) =>
      row.sentences.map((sentence) => sentence.text).join('\n'),
    ),
  ];
  const unique = new Set(texts.flatMap((text) => text.split(SENTENCE_END)));
  return [...unique]
    .filter((sentence) => sentence.length >= 20)
    .map((sentence) => (sentence.toLowerCase().replaceAll('’', "'").match(WORD) ?? []).map(vectorWord));
}

/** Word vectors of English news, from the running text of the training data. */
export function train(): void {
  const corpus = sentences();
  const counts = new Map<string, number>();
  for (const sentence of corpus) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([, count]) => count >= MIN_COUNT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS);
  const total = vocabulary.reduce((sum, [, count]) => sum + count, 0);
  const ids = new Map(vocabulary.map(([word], at) => [word, at]));
  const vectors = fitWordVectors(
    corpus.map((sentence) => Int32Array.from(sentence.flatMap((word) => ids.get(word) ?? []))),
    vocabulary.map(([, count]) => count),
    { dimensions: DIMENSIONS, epochs: EPOCHS, rate: 0.035, window: 5, negatives: 6, seed: 20261124 },
  );
  const units = vocabulary.flatMap((_, at) =>
    Array.from(toUnit(Float64Array.from(vectors.slice(at * DIMENSIONS, (at + 1) * DIMENSIONS)))),
  );
  writeModel('word-vectors', {
    words: vocabulary.map(([word]) => word),
    shares: vocabulary.map(([, count]) => Number((count / total).toPrecision(3))),
    vectors: packMatrix(units, DIMENSIONS),
  });
}
