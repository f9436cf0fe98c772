/**
 * Trains `data/models/background-df.json`: in how many of N articles of general English news each stem occurs, so that
 * clustering knows common words from rare ones before it has read anything. The same input gives the same file.
 *
 *   npm exec -- tsx tools/train-background-df.ts ../shared/data/press/stream-2018.jsonl.gz data/models/background-df.json
 *
 * Input: NDJSON (plain or gzip) of `{title, text}`. 863 articles of allsides-dev are in stream-2018 too, so a figure on
 * that set is seen data as far as single words go; a count of single words holds nothing of which articles belong together.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { weighTerms } from '../src/cluster/fingerprint-article.ts';

/** Words in fewer articles are left out: the smoothed idf of an unknown word is already the highest. */
const MIN_ARTICLES = 3;
const MAX_STEMS = 20_000;

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error('usage: train-background-df.ts ARTICLES.jsonl[.gz] OUT.json');
  process.exit(2);
}

const counts = new Map<string, number>();
let documents = 0;
for (const { title, text } of readArticles(source)) {
  documents++;
  for (const [term] of weighTerms(title, text)) counts.set(term, (counts.get(term) ?? 0) + 1);
}
const kept = [...counts]
  .filter(([term, count]) => count >= MIN_ARTICLES && /\p{L}/u.test(term))
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, MAX_STEMS);
writeFileSync(target, `${JSON.stringify({ documents, frequencies: Object.fromEntries(kept) })}\n`);
console.log(`${documents} articles, ${counts.size} stems, ${kept.length} kept`);

function readArticles(file: string): { title: string; text: string }[] {
  const raw = readFileSync(file);
  const plain = raw[0] === 0x1f ? gunzipSync(raw) : raw;
  return plain
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
