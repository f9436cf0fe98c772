import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { type App, createApp } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { parseOpml } from '../ingest/opml.ts';
import { addOpml } from '../pipeline/intake/add-outlets.ts';
import { type ImportCounts, importArticles } from '../pipeline/intake/import-articles.ts';
import { type ImportRow, parseArticleLine } from '../pipeline/intake/parse-article-row.ts';
import { openRound } from '../store/rounds.ts';
import { knownOutlets } from './catalogue.ts';
import { emit, say } from './output.ts';
import { fileStart, readLines } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';
import { workRound } from './work-round.ts';

interface ImportOptions extends CommonOptions {
  readonly clock?: string;
  readonly quotationBudget?: string;
  readonly quotationWords?: string;
  readonly quotationShare?: string;
}

const BATCH = 200;

interface Imported extends ImportCounts {
  rejected: number;
  newFeeds: number;
}

/** `import FILE…`: articles as NDJSON or feeds as OPML. Bad rows are named and left out; the others are taken. */
export function importCommand(program: Command): void {
  withCommonOptions(program.command('import'))
    .description('take in articles (NDJSON, plain or gzipped) or feeds (OPML), and brief what they bring')
    .argument('<file...>')
    .option('--clock <which>', '"articles": the newest article stands for now')
    .option('--quotation-budget <on|off>', 'limit on how much of one article is shown (default on)')
    .option('--quotation-words <number>', 'words shown of one article at most (default 120)')
    .option('--quotation-share <percent>', 'share shown of one article at most (default 20)')
    .action(async (files: string[], options: ImportOptions) => {
      const { clock, quotationBudget, quotationWords, quotationShare } = options;
      const config = configOf(options, { clock, quotationBudget, quotationWords, quotationShare });
      // Before anything is opened: a mistyped name must not leave an empty data folder behind.
      for (const file of files) await fileStart(file, 1);
      await using app = await createApp(config, { logLevel: 'warn' });
      const imported: Imported = { added: 0, changed: 0, unchanged: 0, rejected: 0, newFeeds: 0 };
      const problems = await importFiles(app, files, imported);
      // An import that was killed left its round open; the same files again bring nothing new, and finish it.
      const isLeft = (await openRound(app.store.db)) !== null;
      if (isLeft || imported.added + imported.changed > 0) await workRound(app);
      await report(imported, options.json === true);
      for (const problem of problems) throw problem;
      if (imported.rejected > 0) process.exitCode = 2;
    });
}

async function importFiles(app: App, files: readonly string[], imported: Imported): Promise<AppError[]> {
  const problems: AppError[] = [];
  for (const file of files) {
    try {
      if (await isOpml(file)) await importOpml(app, file, imported);
      else await importNdjson(app, file, imported);
    } catch (error) {
      // One damaged file must not keep the others out.
      if (!(error instanceof AppError) || error.blame !== 'user') throw error;
      problems.push(error);
    }
  }
  return problems;
}

async function isOpml(file: string): Promise<boolean> {
  return /^\s*</.test((await fileStart(file, 200)).toString('utf8').replace(/^\uFEFF/, ''));
}

async function importOpml(app: App, file: string, imported: Imported): Promise<void> {
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  const parsed = parseOpml(text);
  if (!parsed.ok) {
    throw new AppError(parsed.error.code, `${file}: ${parsed.error.message}`, { blame: 'user' });
  }
  const { newFeeds } = await addOpml(app.store, parsed.value);
  imported.newFeeds += newFeeds;
}

async function importNdjson(app: App, file: string, imported: Imported): Promise<void> {
  const round = await app.coordinator.begin('import', 'none');
  const outlets = knownOutlets();
  let batch: ImportRow[] = [];
  const flush = async () => {
    const counts = await importArticles(app.store, batch, round.startedAt, outlets);
    imported.added += counts.added;
    imported.changed += counts.changed;
    imported.unchanged += counts.unchanged;
    batch = [];
  };
  try {
    for await (const line of readLines(file)) {
      for (const parsed of parseArticleLine(line.text)) {
        if (parsed.ok) batch.push(parsed.value);
        else {
          imported.rejected += 1;
          say(`variorum: ${file}, row ${line.number} ${parsed.error.message}; the row is left out.`);
        }
      }
      if (batch.length >= BATCH) await flush();
    }
  } finally {
    await flush();
  }
}

async function report(imported: Imported, json: boolean): Promise<void> {
  if (json) return await emit(JSON.stringify(imported));
  const parts = [
    `${imported.added} articles added`,
    `${imported.changed} changed`,
    `${imported.unchanged} known already`,
    `${imported.rejected} rows left out`,
    `${imported.newFeeds} new feeds`,
  ];
  say(`${parts.join(', ')}.`);
}
