import { readRows } from '../../src/cli/eval/read-data.ts';
import { contentTerms } from '../../src/nlp/terms.ts';
import { principalVectors, type SymmetricMatrix } from './principal-vectors.ts';
import { writeModel } from './trained-model.ts';

const WINDOW = 8;
const MIN_COUNT = 5;
const MAX_WORDS = 22_000;
const DIMENSIONS = 48;
/** Of the counts of neighbours: rare ones are not to look telling (Levy, Goldberg and Dagan, TACL 2015). */
const SMOOTHING = 0.75;

interface Text {
  readonly title?: string;
  readonly text?: string;
}

/** Stems of all the news and encyclopaedic text there is for training; none of the linking sets. */
function readTexts(): string[][] {
  const texts: string[] = [];
  for (const { title, text } of readRows<Text>('press/stream-2018.jsonl.gz')) texts.push(`${title}\n${text}`);
  for (const { text, story } of readRows<Text & { story: string[] }>(
    'timelines/current-events-2025.jsonl.gz',
  ))
    texts.push(`${story.join(' ')} ${text}`);
  for (const row of readRows<{ text?: string }>('quotes/polnear-dev.jsonl.gz')) texts.push(row.text ?? '');
  for (const { headline, sentences } of readRows<{ headline: string; sentences: Text[] }>(
    'discourse/train.jsonl.gz',
  ))
    texts.push(`${headline}\n${sentences.map((one) => one.text).join('\n')}`);
  for (const { leads } of readRows<{ leads: { title: string; lead: string }[] }>(
    'summaries/neus-dev.jsonl.gz',
  ))
    for (const { title, lead } of leads) texts.push(`${title}\n${lead}`);
  for (const { articles } of readRows<{ articles: Text[] }>('stories/allsides-dev.jsonl.gz'))
    for (const { title, text } of articles) texts.push(`${title}\n${text}`);
  for (const row of readRows<{ label: string; description?: string; aliases?: string[]; sources?: string[] }>(
    'knowledge/entities.jsonl.gz',
  ))
    if (row.sources?.join() !== 'nsi') texts.push(`${row.label} ${row.description ?? ''}`);
  return [...new Set(texts)].map(contentTerms);
}

function chooseWords(texts: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(([term, count]) => count >= MIN_COUNT && /^\p{L}[\p{L}'.&-]*$/u.test(term))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([term]) => term);
}

/** How often two words stand within `WINDOW` words of each other, as sparse rows. */
function countPairs(texts: readonly (readonly string[])[], words: readonly string[]): Map<number, number>[] {
  const number = new Map(words.map((word, at) => [word, at]));
  const rows = words.map(() => new Map<number, number>());
  for (const text of texts) {
    const known = text.flatMap((term) => number.get(term) ?? []);
    for (const [at, word] of known.entries()) {
      const row = rows[word] as Map<number, number>;
      for (let near = Math.max(0, at - WINDOW); near < Math.min(known.length, at + WINDOW + 1); near += 1) {
        const other = known[near] as number;
        if (near !== at) row.set(other, (row.get(other) ?? 0) + 1);
      }
    }
  }
  return rows;
}

/** Positive pointwise mutual information of the pairs. */
function mutualInformation(rows: readonly Map<number, number>[]): SymmetricMatrix {
  const sums = rows.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  const total = sums.reduce((sum, one) => sum + one, 0);
  const smooth = sums.map((sum) => sum ** SMOOTHING);
  const smoothTotal = smooth.reduce((sum, one) => sum + one, 0);
  return rows.map((row, at) => {
    const columns: number[] = [];
    const values: number[] = [];
    for (const [other, count] of [...row].sort((a, b) => a[0] - b[0])) {
      const expect = (one: number, two: number) =>
        Math.log((count * smoothTotal) / ((sums[one] as number) * (smooth[two] as number)));
      const value = (expect(at, other) + expect(other, at)) / 2;
      if (value <= 0 || total === 0) continue;
      columns.push(other);
      values.push(value);
    }
    return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
  });
}

/**
 * What words are about, as vectors of length 1: principal directions of the mutual information of words that stand near
 * each other. Words of one field (a sport, a market, a war) point the same way, so that an article that never says
 * "club" still speaks for the club of a name rather than the city.
 */
export function train(): void {
  const texts = readTexts();
  const words = chooseWords(texts);
  const vectors = principalVectors(mutualInformation(countPairs(texts, words)), DIMENSIONS);
  const bytes = new Int8Array(words.length * DIMENSIONS);
  for (const [at, vector] of vectors.entries()) {
    const length = Math.hypot(...vector) || 1;
    for (let d = 0; d < DIMENSIONS; d += 1)
      bytes[at * DIMENSIONS + d] = Math.round(((vector[d] as number) / length) * 127);
  }
  writeModel('topic-words', {
    dimensions: DIMENSIONS,
    words: words.join(' '),
    vectors: Buffer.from(bytes.buffer).toString('base64'),
  });
}
