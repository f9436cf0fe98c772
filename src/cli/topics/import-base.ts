import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { IdentifiedTopic } from '../../core/topic-identity.ts';
import { forgetSetting, readSetting, writeSetting } from '../../store/settings.ts';
import type { Store } from '../../store/store.ts';
import { saveIdentifiedTopics } from '../../store/topic-identity.ts';
import { say } from '../output.ts';
import { readLines } from '../read-lines.ts';
import { reportRows } from '../row-progress.ts';
import { importId } from './base-file.ts';

export interface BaseCounts {
  imported: number;
  /** Rows that no topic can be made of. */
  rejected: number;
  /** Rows of other languages or kinds. */
  leftOut: number;
}

export interface BaseSource {
  readonly file: string;
  /** How the rows are read: an import goes on where it was broken off only if it is the same. */
  readonly way: string;
  /** Null leaves the row out without a word. */
  readonly parse: (line: string) => Result<IdentifiedTopic | null, Failure>;
  /** Begins anew even when an earlier import of this file was broken off. */
  readonly restart: boolean;
}

const BATCH = 2_000;
/** Rows looked at without one that is wanted, until the place is noted all the same. */
const NOTE_EVERY = 50_000;
/** The lines around the rows of a dump. */
const IS_BRACKET = /^\s*[[\]]\s*$/;
/** Of a file that is wrong from end to end, the first few rows say enough. */
const MOST_COMPLAINTS = 20;

/**
 * Takes a file of a knowledge base in. Each batch is stored in one transaction with the line it ends at: killed at any point, the next
 * import of the same file goes on behind the last batch. Holds one batch in memory.
 */
export async function importBase(store: Store, source: BaseSource, counts: BaseCounts): Promise<void> {
  const { file } = source;
  const setting = `topics.import.${await importId(file, source.way)}`;
  const done = source.restart ? 0 : Number((await readSetting(store.db, setting)) ?? 0);
  if (done > 0) say(`${file}: goes on behind line ${done}, where the last import ended.`);
  const progress = reportRows('topics');
  let batch: IdentifiedTopic[] = [];
  let noted = done;
  let last = done;
  const flush = async () => {
    const rows = batch;
    batch = [];
    noted = last;
    await store.db.transaction().execute(async (db) => {
      await saveIdentifiedTopics(db, rows, 'renew');
      await writeSetting(db, setting, String(last));
    });
    counts.imported += rows.length;
  };
  try {
    for await (const { number, text } of readLines(file, (part) => progress.update(last, part))) {
      if (number <= done) continue;
      last = number;
      const topic = readRow(source, number, text, counts);
      if (topic !== null) batch.push(topic);
      if (batch.length >= BATCH || last - noted >= NOTE_EVERY) await flush();
    }
  } finally {
    progress.stop();
    await flush();
  }
  await forgetSetting(store.db, setting);
}

function readRow(source: BaseSource, row: number, text: string, counts: BaseCounts): IdentifiedTopic | null {
  const parsed = source.parse(text);
  if (!parsed.ok) complain(source, row, parsed.error, counts);
  else if (parsed.value === null && !IS_BRACKET.test(text)) counts.leftOut += 1;
  return parsed.ok ? parsed.value : null;
}

function complain({ file }: BaseSource, row: number, failure: Failure, counts: BaseCounts): void {
  counts.rejected += 1;
  if (counts.rejected <= MOST_COMPLAINTS) say(`variorum: ${file}, row ${row}: ${failure.message}`);
  if (counts.rejected === MOST_COMPLAINTS) say('variorum: further bad rows are only counted.');
}
