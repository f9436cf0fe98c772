import { type Db as BossDatabase, PgBoss } from 'pg-boss';
import type { Job, Queue } from '../../core/queue.ts';
import type { NextWork } from '../../core/stage.ts';

interface JobData {
  readonly key: string;
  readonly attempts: number;
}

const LEASE_SECONDS = 30 * 60;
const INSERT_CHUNK = 1000;

export interface PgBossOptions {
  readonly stages: readonly string[];
  /** A connection string, or an open database (PGlite in tests). */
  readonly connection: { readonly connectionString: string } | { readonly db: BossDatabase };
  readonly backend?: 'postgres' | 'pglite';
  /** Schema of the queue's own tables. */
  readonly schema?: string;
}

/**
 * The queue of many machines: pg-boss. Its `stately` policy allows one waiting and one running job per key, which is
 * what our jobs mean; retries are put back by hand so that the number of attempts stays ours.
 */
export async function createPgBossQueue(options: PgBossOptions): Promise<Queue> {
  const schema = options.schema ?? 'pgboss';
  const boss = new PgBoss({
    ...options.connection,
    schema,
    backend: options.backend ?? 'postgres',
    schedule: false,
    max: 4,
  });
  // pg-boss reports lost connections here and reconnects by itself.
  boss.on('error', () => {});
  await boss.start();
  for (const stage of options.stages) {
    await boss.createQueue(stage, { policy: 'stately', retryLimit: 1000, expireInSeconds: LEASE_SECONDS });
  }

  async function put(work: NextWork, extra: { attempts?: number; delayMs?: number } = {}): Promise<void> {
    for (let i = 0; i < work.keys.length; i += INSERT_CHUNK) {
      const jobs = work.keys.slice(i, i + INSERT_CHUNK).map((key) => ({
        data: { key, attempts: extra.attempts ?? 0 } satisfies JobData,
        singletonKey: key,
        ...(extra.delayMs === undefined ? {} : { startAfter: Math.ceil(extra.delayMs / 1000) }),
      }));
      await boss.insert(work.stage, jobs);
    }
  }

  return {
    put: (work) => put(work),
    async claim(stage, limit) {
      const jobs = await boss.fetch<JobData>(stage, { batchSize: limit });
      return jobs.map(
        (job): Job => ({ claim: job.id, stage, key: job.data.key, attempts: job.data.attempts }),
      );
    },
    async finish(job, next) {
      for (const work of next) await put(work);
      await boss.deleteJob(job.stage, job.claim);
    },
    async retry(job, delayMs) {
      await boss.deleteJob(job.stage, job.claim);
      await put({ stage: job.stage, keys: [job.key] }, { attempts: job.attempts + 1, delayMs });
    },
    async pending(stages) {
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select count(*)::int as count from ${schema}.job where name = any($1) and state in ('created', 'retry', 'active')`,
          [[...stages]],
        );
      return Number((rows[0] as { count: number } | undefined)?.count ?? 0);
    },
    async releaseClaims() {
      await boss
        .getDb()
        .executeSql(
          `update ${schema}.job set state = 'retry', start_after = now() where state = 'active' and name = any($1)`,
          [[...options.stages]],
        );
    },
    async close() {
      await boss.stop({ graceful: false });
    },
  };
}
