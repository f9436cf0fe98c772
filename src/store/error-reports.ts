import { randomUUID } from 'node:crypto';
import type { ErrorReport, NewErrorReport } from '../core/error-report.ts';
import type { Citation } from '../core/ledger.ts';
import type { ErrorReportRow } from './schema.ts';
import type { Db } from './store.ts';

/** Reports that may wait to be read: beyond it somebody floods the box, or nobody reads it. */
const MAX_OPEN = 2_000;
const SHOWN = 200;

function reportOf({ citation, ...row }: ErrorReportRow): ErrorReport {
  return { ...row, citation: citation === null ? null : (JSON.parse(citation) as Citation) };
}

export async function countOpenReports(db: Db): Promise<number> {
  const row = await db
    .selectFrom('errorReports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('doneAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Keeps a report. `full` when too many are waiting. */
export async function saveReport(db: Db, report: NewErrorReport, now: number): Promise<'taken' | 'full'> {
  if ((await countOpenReports(db)) >= MAX_OPEN) return 'full';
  const citation = report.citation === null ? null : JSON.stringify(report.citation);
  const row = { ...report, citation, id: randomUUID(), createdAt: now, doneAt: null, doneBy: null };
  await db.insertInto('errorReports').values(row).execute();
  return 'taken';
}

/** Open reports oldest first, or those dealt with, newest first. */
export async function errorReports(db: Db, state: 'open' | 'done'): Promise<ErrorReport[]> {
  const all = db.selectFrom('errorReports').selectAll().limit(SHOWN);
  const rows =
    state === 'open'
      ? await all.where('doneAt', 'is', null).orderBy('createdAt').orderBy('id').execute()
      : await all.where('doneAt', 'is not', null).orderBy('doneAt', 'desc').orderBy('id').execute();
  return rows.map(reportOf);
}

/** Marks a report as dealt with, or open again with null. False when there is none. */
export async function settleReport(
  db: Db,
  id: string,
  done: { readonly by: string; readonly at: number } | null,
): Promise<boolean> {
  const updated = await db
    .updateTable('errorReports')
    .set({ doneAt: done?.at ?? null, doneBy: done?.by ?? null })
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}
