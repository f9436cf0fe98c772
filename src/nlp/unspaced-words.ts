const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** One segmenter for all: the dictionary of Chinese and Japanese is the same, and Thai has its own. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** True where words are written without blanks between them. */
export function isUnspaced(run: string): boolean {
  return UNSPACED.test(run);
}

/** Words of a run of letters that has no blanks to cut at (Chinese, Japanese, Thai), in order, nothing left out. */
export function unspacedWords(run: string): string[] {
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}
