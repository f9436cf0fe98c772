import { Argument, type Command, Option } from 'commander';
import { openArchive } from '../app.ts';
import { articleView, storyView, topicView } from '../publish/export/export-views.ts';
import { exportArticles, exportStories, exportTopics } from '../store/export-rows.ts';
import type { Store } from '../store/store.ts';
import { emit } from './output.ts';
import { reportRows } from './row-progress.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

interface ExportOptions extends CommonOptions {
  readonly format: 'ndjson' | 'json';
}

const KINDS = ['stories', 'articles', 'topics'] as const;

async function* rowsOf(kind: (typeof KINDS)[number], store: Store): AsyncGenerator<object> {
  if (kind === 'stories') for await (const row of exportStories(store)) yield storyView(row);
  if (kind === 'articles') for await (const row of exportArticles(store)) yield articleView(row);
  if (kind === 'topics') for await (const row of exportTopics(store)) yield topicView(row);
}

/** `export stories|articles|topics`: everything as data on stdout, row by row. */
export function exportCommand(program: Command): void {
  withCommonOptions(program.command('export'))
    .description('write stories, articles or topics to stdout')
    .addArgument(new Argument('<what>').choices(KINDS))
    .addOption(new Option('--format <format>').choices(['ndjson', 'json']).default('ndjson'))
    .action(async (what: (typeof KINDS)[number], options: ExportOptions) => {
      await using archive = await openArchive(configOf(options), { mustExist: true });
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
