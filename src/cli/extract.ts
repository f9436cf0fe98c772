import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../core/app-error.ts';
import type { ExtractedArticle, Page } from '../core/article.ts';
import { systemClock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { explainExtraction } from '../extract/explain-extraction.ts';
import { decodeText } from '../http/decode-text.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createApplyPool } from '../pipeline/apply-pool.ts';
import { articleIdOf } from '../pipeline/read-feed.ts';
import { emit, say } from './output.ts';
import { fileStart } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

interface ExtractOptions extends CommonOptions {
  readonly url?: string;
  readonly allowPrivateHosts?: boolean;
  readonly explain?: boolean;
}

/** `extract FILE|URL…`: the text and metadata of article pages, one JSON row each. */
export function extractCommand(program: Command): void {
  withCommonOptions(program.command('extract'))
    .description('read the article out of HTML pages (files or addresses) and print it as JSON rows')
    .argument('<page...>')
    .option('--url <address>', 'the address a file was saved from')
    .option('--explain', 'print instead every block of the page with the rule that kept it or left it out')
    .option('--allow-private-hosts', 'let pages on loopback and private networks be read')
    .action(async (pages: string[], options: ExtractOptions) => {
      const allow = options.allowPrivateHosts ? 'on' : undefined;
      const config = configOf(options, { allowPrivateHosts: allow });
      const pool = createApplyPool(config.threads);
      try {
        for (const name of pages) {
          const page = /^https?:\/\//.test(name)
            ? await fetchPage(name, config.allowPrivateHosts)
            : await readPage(name, options.url);
          if (options.explain === true) await printExplanation(name, page, options.json === true);
          else await printArticle(name, await pool.apply('extract', page));
        }
      } finally {
        await pool.close();
      }
    });
}

async function printArticle(name: string, applied: Result<unknown, Failure>): Promise<void> {
  const extracted = applied.ok ? (applied.value as Result<ExtractedArticle, Failure>) : applied;
  if (extracted.ok) return emit(JSON.stringify(view(name, extracted.value)));
  say(`variorum: ${name}: ${extracted.error.message}`);
  process.exitCode = 2;
}

async function printExplanation(name: string, page: Page, asJson: boolean): Promise<void> {
  const explained = explainExtraction(page, page.html ?? '');
  if (!explained.ok) {
    say(`variorum: ${name}: ${explained.error.message}`);
    process.exitCode = 2;
    return;
  }
  const { fromJsonLd, blocks, details } = explained.value;
  if (asJson) return emit(JSON.stringify({ name, fromJsonLd, blocks, details }));
  const { kind, source, evidence } = details.kind;
  say(`variorum: ${name}: ${kind}, by ${source}${evidence === '' ? '' : ` (${evidence})`}`);
  if (fromJsonLd)
    say(`variorum: ${name}: the text is taken from the page's JSON-LD; its markup gives much less.`);
  for (const { kept, rule, tag, names, text, linkDensity } of blocks) {
    const links = linkDensity.toFixed(2);
    const named = names === '' ? '' : ` [${names.slice(0, 60)}]`;
    await emit(
      `${kept ? '+' : '-'} ${rule}\t${tag}\t${text.length} chars, ${links} links\t${text.slice(0, 100)}${named}`,
    );
  }
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function view(name: string, article: ExtractedArticle): object {
  const {
    canonicalUrl: url,
    title,
    text,
    byline,
    publishedAt,
    datePrecision,
    language,
    imageUrl,
    warnings,
    details,
  } = article;
  const date = isoOf(publishedAt);
  return {
    id: /^https?:\/\//.test(name)
      ? articleIdOf(url)
      : name.replace(/^.*\//, '').replace(/\.html?(?:\.gz)?$/, ''),
    url,
    title,
    text,
    byline,
    publishedAt: datePrecision === 'day' ? (date?.slice(0, 10) ?? null) : date,
    language,
    image: imageUrl,
    imageCaption: details.imageCaption,
    imageCredit: details.imageCredit,
    kind: details.kind.kind,
    entries: details.entries.map(({ at, start, end }) => ({ at: isoOf(at), start, end })),
    notes: details.notes,
    warnings,
  };
}

async function fetchPage(url: string, allowPrivateHosts: boolean): Promise<Page> {
  const robots = new Map<string, { body: string | null; fetchedAt: number }>();
  const http = createHttpClient(
    { allowPrivateHosts },
    {
      clock: systemClock,
      robots: {
        get: async (origin) => robots.get(origin) ?? null,
        put: async (origin, body, fetchedAt) => {
          robots.set(origin, { body, fetchedAt });
        },
      },
    },
  );
  try {
    const response = await http.get(url, { purpose: 'page' });
    if (!response.ok) throw new AppError(response.error.code, response.error.message, { blame: 'user' });
    const { text } = decodeText(response.value.bytes, response.value.contentType, 'html');
    return { url: response.value.url, html: text, item: null, failureCode: null };
  } finally {
    await http.close();
  }
}

async function readPage(file: string, url: string | undefined): Promise<Page> {
  await fileStart(file, 1);
  const { text } = decodeText(await readBytes(file), null, 'html');
  return { url: url ?? 'https://unknown.invalid/', html: text, item: null, failureCode: null };
}

async function readBytes(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(bytes);
}
