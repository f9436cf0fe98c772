import type { Failure } from '../core/failure.ts';
import { chunks, type Db } from './store.ts';

/** Records that a stage has dealt with a key: done, or failed for a stated reason. Either way it is not pending. */
export async function recordStageRun(
  db: Db,
  run: { stage: string; key: string; version: number; at: number; failure: Failure | null },
): Promise<void> {
  const changes = {
    version: run.version,
    status: run.failure === null ? ('done' as const) : ('failed' as const),
    code: run.failure?.code ?? null,
    message: run.failure?.message ?? null,
    at: run.at,
  };
  await db
    .insertInto('stageRuns')
    .values({ stage: run.stage, key: run.key, ...changes })
    .onConflict((conflict) => conflict.columns(['stage', 'key']).doUpdateSet(changes))
    .execute();
}

/** Forgets that stages have dealt with these keys, so that they are pending again. */
export async function forgetStageRuns(
  db: Db,
  stages: readonly string[],
  keys: readonly string[],
): Promise<void> {
  for (const chunk of chunks(keys, 1000)) {
    await db.deleteFrom('stageRuns').where('stage', 'in', stages).where('key', 'in', chunk).execute();
  }
}

/** Forgets the failures of a stage, of one code or of all, so that they are pending again. Returns how many that were. */
export async function forgetFailures(db: Db, stage: string, code: string | null): Promise<number> {
  let query = db.deleteFrom('stageRuns').where('stage', '=', stage).where('status', '=', 'failed');
  if (code !== null) query = query.where('code', '=', code);
  const deleted = await query.executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** Keys that `upstream` has done and `stage` has not, or only in an older version. */
export async function pendingAfter(
  db: Db,
  upstream: string,
  stage: string,
  version: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('stageRuns as before')
    .leftJoin('stageRuns as own', (join) =>
      join.onRef('own.key', '=', 'before.key').on('own.stage', '=', stage),
    )
    .select('before.key')
    .where('before.stage', '=', upstream)
    .where('before.status', '=', 'done')
    .where((eb) => eb.or([eb('own.key', 'is', null), eb('own.version', '<', version)]))
    .orderBy('before.key')
    .execute();
  return rows.map((row) => row.key);
}

export interface FailureCount {
  readonly stage: string;
  readonly code: string;
  readonly count: number;
  /** One of the messages. */
  readonly example: string;
}

/** How often each stage failed for which reason, most frequent first. */
export async function failureCounts(db: Db): Promise<FailureCount[]> {
  const rows = await db
    .selectFrom('stageRuns')
    .select((eb) => [
      'stage',
      'code',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('message').as('example'),
    ])
    .where('status', '=', 'failed')
    .groupBy(['stage', 'code'])
    .orderBy('count', 'desc')
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    code: row.code ?? '',
    count: Number(row.count),
    example: row.example ?? '',
  }));
}

/** Why a stage gave nothing for this key, for a person; null when it has not failed. */
export async function failureOf(db: Db, stage: string, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('stageRuns')
    .select(['message', 'code'])
    .where('stage', '=', stage)
    .where('key', '=', key)
    .where('status', '=', 'failed')
    .executeTakeFirst();
  return row === undefined ? null : (row.message ?? row.code ?? '');
}
