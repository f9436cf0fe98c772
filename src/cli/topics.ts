import type { Command } from 'commander';
import { openArchive } from '../app.ts';
import type { Store } from '../store/store.ts';
import { type NewTopic, saveTopics } from '../store/topics.ts';
import { parseTopicRow } from '../topics/parse-topic-row.ts';
import { emit, say } from './output.ts';
import { fileStart, readLines } from './read-lines.ts';
import { type CommonOptions, configOf, withCommonOptions } from './settings.ts';

const BATCH = 2_000;

/** `topics import FILE…`: fills the knowledge base from NDJSON. Bad rows are named and left out. */
export function topicsCommand(program: Command): void {
  const topics = program.command('topics').description('the knowledge base');
  withCommonOptions(topics.command('import'))
    .description('add persons, bodies and places from NDJSON (plain or gzipped)')
    .argument('<file...>')
    .action(async (files: string[], options: CommonOptions) => {
      const config = configOf(options);
      for (const file of files) await fileStart(file, 1);
      await using archive = await openArchive(config);
      const counts = { imported: 0, rejected: 0 };
      for (const file of files) await importFile(archive.store, file, counts);
      if (options.json) await emit(JSON.stringify(counts));
      else say(`${counts.imported} topics taken in, ${counts.rejected} rows left out.`);
      if (counts.rejected > 0) process.exitCode = 2;
    });
}

async function importFile(
  store: Store,
  file: string,
  counts: { imported: number; rejected: number },
): Promise<void> {
  let batch: NewTopic[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    await store.db.transaction().execute((db) => saveTopics(db, rows));
    counts.imported += rows.length;
  };
  try {
    for await (const { number, text } of readLines(file)) {
      const parsed = parseTopicRow(text);
      if (parsed.ok) batch.push(parsed.value);
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
