import type { Clock } from '../../core/clock.ts';
import type { Job, Queue } from '../../core/queue.ts';
import type { NextWork } from '../../core/stage.ts';
import { chunks, type Db, type Store } from '../../store/store.ts';

/** A claim that is older than this belongs to a process that died. */
const LEASE_MS = 30 * 60_000;

async function addJobs(db: Db, work: readonly NextWork[], now: number): Promise<void> {
  for (const { stage, keys } of work) {
    for (const chunk of chunks(keys, 1000)) {
      await db
        .insertInto('jobs')
        .values(chunk.map((key) => ({ stage, key, dueAt: now, claim: null, attempts: 0 })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}

/** The queue of a single machine: one table beside the data it is about. */
export function createSqliteQueue(store: Store, clock: Clock): Queue {
  const { db } = store;
  const owner = `${clock.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return {
    async put(work) {
      await db.transaction().execute((transaction) => addJobs(transaction, [work], clock.now()));
    },
    async claim(stage, limit) {
      const now = clock.now();
      const rows = await db
        .updateTable('jobs')
        .set({ claim: owner, dueAt: now + LEASE_MS })
        .where('stage', '=', stage)
        .where('key', 'in', (eb) =>
          eb
            .selectFrom('jobs')
            .select('key')
            .where('stage', '=', stage)
            .where('dueAt', '<=', now)
            .orderBy('dueAt')
            .orderBy('key')
            .limit(limit),
        )
        .where('dueAt', '<=', now)
        .returning(['key', 'attempts'])
        .execute();
      return rows.map((row): Job => ({ claim: owner, stage, key: row.key, attempts: row.attempts }));
    },
    async finish(job, next) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('jobs')
          .where('stage', '=', job.stage)
          .where('key', '=', job.key)
          .where('claim', '=', job.claim)
          .execute();
        await addJobs(transaction, next, clock.now());
      });
    },
    async retry(job, delayMs) {
      await db
        .updateTable('jobs')
        .set((eb) => ({ claim: null, dueAt: clock.now() + delayMs, attempts: eb('attempts', '+', 1) }))
        .where('stage', '=', job.stage)
        .where('key', '=', job.key)
        .where('claim', '=', job.claim)
        .execute();
    },
    async pending(stages) {
      const row = await db
        .selectFrom('jobs')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('stage', 'in', stages)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async releaseClaims() {
      await db.updateTable('jobs').set({ claim: null, dueAt: 0 }).where('claim', 'is not', null).execute();
    },
    async close() {},
  };
}
