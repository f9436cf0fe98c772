import { readRows } from '../../src/cli/eval/read-data.ts';
import { weighTerms } from '../../src/cluster/fingerprint-article.ts';
import { writeModel } from './trained-model.ts';

/** Words in fewer articles are left out: the smoothed idf of an unknown word is already the highest. */
const MIN_ARTICLES = 3;
const MAX_STEMS = 20_000;

/**
 * In how many of N articles of general English news each stem occurs, so that clustering knows common words from rare
 * ones before it has read anything. 863 articles of allsides-dev are in stream-2018 too, so a figure on that set is
 * seen data as far as single words go; a count of single words holds nothing of which articles belong together.
 */
export function train(): void {
  const counts = new Map<string, number>();
  const articles = readRows<{ title: string; text: string }>('press/stream-2018.jsonl.gz');
  for (const { title, text } of articles)
    for (const [term] of weighTerms(title, text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const kept = [...counts]
    .filter(([term, count]) => count >= MIN_ARTICLES && /\p{L}/u.test(term))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_STEMS);
  writeModel('background-df', { documents: articles.length, frequencies: Object.fromEntries(kept) });
}
