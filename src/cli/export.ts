import { Argument, type Command, Option } from 'commander';
import { openArchive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import { articleView, storyView, topicView } from '../publish/export/export-views.ts';
import { exportArticles, exportStories, exportTopics } from '../store/export-rows.ts';
import type { Store } from '../store/store.ts';
import { type CopyChoice, exportEpub, exportHtml } from './export-copy.ts';
import { emit } from './output.ts';
import { reportRows } from './row-progress.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

interface ExportOptions extends CommonOptions {
  readonly format: 'ndjson' | 'json' | 'html' | 'epub';
  readonly out?: string;
  readonly limit: string;
  readonly story: readonly string[];
  readonly baseUrl?: string;
}

/** Stories of a copy when no number is named: some days of news, and a book that can still be carried. */
const DEFAULT_LIMIT = 100;

const KINDS = ['stories', 'articles', 'topics'] as const;

async function* rowsOf(kind: (typeof KINDS)[number], store: Store): AsyncGenerator<object> {
  if (kind === 'stories') for await (const row of exportStories(store)) yield storyView(row);
  if (kind === 'articles') for await (const row of exportArticles(store)) yield articleView(row);
  if (kind === 'topics') for await (const row of exportTopics(store)) yield topicView(row);
}

/** `export stories|articles|topics`: everything as data on stdout, row by row; stories also as a folder of pages and as a book. */
export function exportCommand(program: Command): void {
  withCommonOptions(program.command('export'))
    .description('write stories, articles or topics to stdout, or stories as pages or as a book')
    .addArgument(new Argument('<what>').choices(KINDS))
    .addOption(new Option('--format <format>').choices(['ndjson', 'json', 'html', 'epub']).default('ndjson'))
    .option('--out <path>', 'html: a new folder; epub: a file')
    .option('--limit <number>', 'html, epub: how many stories, by rank', String(DEFAULT_LIMIT))
    .option(
      '--story <slug>',
      'html, epub: this story, and others so named',
      (slug, all: string[]) => [...all, slug],
      [],
    )
    .option('--base-url <url>', 'html: where the copy will be reached; adds feeds and a site map')
    .action(async (what: (typeof KINDS)[number], options: ExportOptions) => {
      const config = configOf(options, { baseUrl: options.baseUrl });
      await using archive = await openArchive(config, { mustExist: true });
      if (options.format === 'html' || options.format === 'epub') {
        const choice = copyChoice(what, options, config.baseUrl);
        return await (options.format === 'html' ? exportHtml : exportEpub)(archive, choice);
      }
      const size = (await archive.library.status())[what];
      const progress = reportRows(what);
      try {
        await writeRows(rowsOf(what, archive.store), options.format === 'json', (done) =>
          progress.update(done, { done, size }),
        );
      } finally {
        progress.stop();
      }
    });
}

/** @throws AppError `export/invalid`, the user's to mend */
function copyChoice(what: string, options: ExportOptions, baseUrl: string): CopyChoice {
  const { format, out, limit, story } = options;
  const problem =
    what !== 'stories'
      ? `${what} cannot be exported as ${format}: only stories have pages.`
      : out === undefined
        ? `--out names the ${format === 'html' ? 'folder' : 'file'} to write.`
        : /^[1-9]\d{0,5}$/.test(limit)
          ? null
          : '--limit is a whole number from 1.';
  if (problem !== null || out === undefined)
    throw new AppError('export/invalid', problem ?? '', { blame: 'user' });
  return {
    out,
    limit: Number(limit),
    stories: story,
    baseUrl: options.baseUrl === undefined ? null : baseUrl,
  };
}

async function writeRows(
  rows: AsyncIterable<object>,
  isArray: boolean,
  onRow: (done: number) => void,
): Promise<void> {
  if (isArray) await emit('[');
  let done = 0;
  for await (const row of rows) {
    await emit(`${isArray && done > 0 ? ',' : ''}${JSON.stringify(row)}`);
    done += 1;
    onRow(done);
  }
  if (isArray) await emit(']');
}
