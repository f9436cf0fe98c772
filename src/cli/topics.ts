import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import { AppError } from '../core/app-error.ts';
import type { Store } from '../store/store.ts';
import { type NewTopic, saveTopics } from '../store/topics.ts';
import { addTitleCounts, parseTitleCounts } from '../topics/parse-title-counts.ts';
import { parseTopicRow, type TopicAlias } from '../topics/parse-topic-row.ts';
import { loadTypeModel } from '../topics/topic-tools.ts';
import { emit, say } from './output.ts';
import { fileStart, readLines } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

const BATCH = 2_000;

type TitleCounts = ReadonlyMap<string, readonly TopicAlias[]>;

/** A `.json` file beside the rows says how often news calls each topic by which name. */
const IS_TITLE_COUNTS = /\.json(?:\.gz)?$/;

/** `topics import FILE…`: fills the knowledge base from NDJSON. Bad rows are named and left out. */
export function topicsCommand(program: Command): void {
  const topics = program.command('topics').description('the knowledge base');
  withCommonOptions(topics.command('import'))
    .description('add persons, bodies and places from NDJSON (plain or gzipped)')
    .argument('<file...>', 'rows as .ndjson or .jsonl; counts of names as .json beside them')
    .action(async (files: string[], options: CommonOptions) => {
      const config = configOf(options);
      for (const file of files) await fileStart(file, 1);
      await using archive = await openArchive(config);
      const counts = { imported: 0, rejected: 0 };
      const titleCounts = await readTitleCounts(files.filter((file) => IS_TITLE_COUNTS.test(file)));
      for (const file of files.filter((name) => !IS_TITLE_COUNTS.test(name))) {
        await importFile(archive.store, file, titleCounts, counts);
      }
      if (options.json) await emit(JSON.stringify(counts));
      else say(`${counts.imported} topics taken in, ${counts.rejected} rows left out.`);
      if (counts.rejected > 0) process.exitCode = 2;
    });
}

async function readTitleCounts(files: readonly string[]): Promise<TitleCounts> {
  const all = new Map<string, readonly TopicAlias[]>();
  for (const file of files) {
    const bytes = await readFile(file);
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    const parsed = parseTitleCounts(text);
    if (!parsed.ok)
      throw new AppError(parsed.error.code, `${file}: ${parsed.error.message}`, { blame: 'user' });
    for (const [qid, aliases] of parsed.value) all.set(qid, aliases);
  }
  return all;
}

async function importFile(
  store: Store,
  file: string,
  titleCounts: TitleCounts,
  counts: { imported: number; rejected: number },
): Promise<void> {
  const typeModel = loadTypeModel();
  let batch: NewTopic[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    await store.db.transaction().execute((db) => saveTopics(db, rows));
    counts.imported += rows.length;
  };
  try {
    for await (const { number, text } of readLines(file)) {
      const parsed = parseTopicRow(text, typeModel);
      if (parsed.ok) batch.push(addTitleCounts(parsed.value, titleCounts));
      else {
        counts.rejected += 1;
        say(`variorum: ${file}, row ${number}: ${parsed.error.message}`);
      }
      if (batch.length >= BATCH) await flush();
    }
  } finally {
    await flush();
  }
}
