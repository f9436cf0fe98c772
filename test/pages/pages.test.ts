import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/core/article.ts';
import { extractArticle } from '../../src/extract/extract-article.ts';

/**
 * Golden pages: each folder holds `source.html`, `expected.json` and, where the address or the feed's item matters,
 * `input.json`. `UPDATE_GOLDEN=1` rewrites what is expected; read the difference before keeping it.
 */
const ROOT = new URL('fixtures/', import.meta.url);
const slugs = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

function pageOf(slug: string): Page {
  const input = new URL(`${slug}/input.json`, ROOT);
  const given = existsSync(input) ? JSON.parse(readFileSync(input, 'utf8')) : {};
  const html = readFileSync(new URL(`${slug}/source.html`, ROOT), 'utf8');
  return { url: `https://www.quellmouth.example/${slug}`, item: null, failureCode: null, ...given, html };
}

describe('golden pages', () => {
  it.each(slugs)('%s', (slug) => {
    const result = JSON.parse(JSON.stringify(extractArticle(pageOf(slug))));
    const file = new URL(`${slug}/expected.json`, ROOT);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
    expect(result).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
