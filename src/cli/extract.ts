import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '../core/app-error.ts';
import type { ExtractedArticle, Page } from '../core/article.ts';
import { systemClock } from '../core/clock.ts';
import type { Failure } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
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
}

/** `extract FILE|URL…`: the text and metadata of article pages, one JSON row each. */
export function extractCommand(program: Command): void {
  withCommonOptions(program.command('extract'))
    .description('read the article out of HTML pages (files or addresses) and print it as JSON rows')
    .argument('<page...>')
    .option('--url <address>', 'the address a file was saved from')
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
          const applied = await pool.apply('extract', page);
          const extracted = applied.ok ? (applied.value as Result<ExtractedArticle, Failure>) : applied;
          if (extracted.ok) await emit(JSON.stringify(view(name, extracted.value)));
          else {
            say(`variorum: ${name}: ${extracted.error.message}`);
            process.exitCode = 2;
          }
        }
      } finally {
        await pool.close();
      }
    });
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
  } = article;
  const date = publishedAt === null ? null : new Date(publishedAt).toISOString();
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
