import { readFolder } from '../../src/cli/eval/read-data.ts';
import { extractArticle } from '../../src/extract/extract-article.ts';
import { decodeText } from '../../src/http/decode-text.ts';
import { fuzz } from './fuzz.ts';

/** Longer pages are left out: a hundred thousand of them would take a day, and damage in them is the same. */
const LONGEST = 40_000;

/** `fuzz-pages [--runs N] [--seed S]`: extracts mutated pages of article-extraction-benchmark, as far as they are short. */
export function bench(args: readonly string[]): void {
  const pages = [...readFolder('extraction/aeb/html').values()];
  const documents = pages.filter((page) => page.length <= LONGEST);
  fuzz({ kind: 'pages', documents, read: readPage, runs: 100_000 }, args);
}

function readPage(bytes: Buffer): boolean {
  const { text: html } = decodeText(bytes, null, 'html');
  const url = 'https://paper.example/2026/11/25/story.html';
  return extractArticle({ url, html, item: null, failureCode: null }).ok;
}
