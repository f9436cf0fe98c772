import type { Failure } from '../core/failure.ts';
import type { Job, Queue } from '../core/queue.ts';
import { ok, type Result } from '../core/result.ts';
import type { NextWork, StageNote } from '../core/stage.ts';
import { recordStageRun } from '../store/stage-runs.ts';
import type { ApplyPool } from './apply-pool.ts';
import type { AnyStage } from './stages.ts';
import { roundTime, type World } from './world.ts';

export interface StageRunner {
  readonly world: World;
  readonly queue: Queue;
  readonly pool: ApplyPool;
  /** Told of faults: a database that does not answer, a bug. Expected failures are rows, not faults. */
  readonly onFault: (stage: string, key: string, error: unknown) => void;
  /** Told what stages have to say of what they did; absent where nobody listens. */
  readonly onNote?: (stage: string, key: string, note: StageNote) => void;
}

/** How often a fault of ours (a database that does not answer, a bug) is tried before it is recorded. */
const ATTEMPTS = 5;
const FIRST_RETRY_MS = 1_000;
/** How often an outlet's passing trouble is waited out, beyond the retries of the HTTP client itself. */
const POSTPONEMENTS = 2;
const FIRST_POSTPONEMENT_MS = 5_000;

type Outcome =
  | { readonly kind: 'done'; readonly next: readonly NextWork[] }
  | { readonly kind: 'postponed'; readonly delayMs: number };

/** Runs one job to its end: done, failed and recorded, or handed back to be tried again. */
export async function runJob(runner: StageRunner, stage: AnyStage, job: Job): Promise<void> {
  try {
    const outcome = await runStage(runner, stage, job);
    if (outcome.kind === 'done') await runner.queue.finish(job, outcome.next);
    else await runner.queue.retry(job, outcome.delayMs);
  } catch (error) {
    runner.onFault(stage.name, job.key, error);
    if (job.attempts + 1 < ATTEMPTS) {
      await runner.queue.retry(job, FIRST_RETRY_MS * 2 ** job.attempts);
    } else {
      await recordFailure(runner, stage, job.key, fault(error), undefined);
      await runner.queue.finish(job, []);
    }
  }
}

async function runStage(runner: StageRunner, stage: AnyStage, { key, attempts }: Job): Promise<Outcome> {
  const { world } = runner;
  const input = await stage.load(world, key);
  if (input === undefined) {
    await recordNothingToDo(runner, stage, key);
    return { kind: 'done', next: [] };
  }
  const applied = await applyRemembering(runner, stage, key, input);
  if (!applied.ok) {
    await recordFailure(runner, stage, key, applied.error, input);
    return { kind: 'done', next: [] };
  }
  const trouble = attempts < POSTPONEMENTS ? (stage.postpone?.(applied.value) ?? null) : null;
  if (trouble !== null) {
    const delayMs = Math.max(FIRST_POSTPONEMENT_MS * 2 ** attempts, trouble.retryAfterMs ?? 0);
    return { kind: 'postponed', delayMs };
  }
  const at = await roundTime(world);
  const next = await world.store.db.transaction().execute(async (transaction) => {
    const saved = await stage.save(transaction, key, applied.value, at);
    const run = { stage: stage.name, key, version: stage.version, at, failure: saved.failure };
    await recordStageRun(transaction, run);
    return saved.next;
  });
  const note = stage.tell?.(applied.value) ?? null;
  if (note !== null) runner.onNote?.(stage.name, key, note);
  return { kind: 'done', next };
}

/** What is gone is dealt with: without the record the key would be pending for ever. */
async function recordNothingToDo({ world }: StageRunner, stage: AnyStage, key: string): Promise<void> {
  const run = { stage: stage.name, key, version: stage.version, at: await roundTime(world), failure: null };
  await recordStageRun(world.store.db, run);
}

/** Applies with what the thread may remember, and where it does not, with all there is. */
async function applyRemembering(
  runner: StageRunner,
  stage: AnyStage,
  key: string,
  input: unknown,
): Promise<Result<unknown, Failure>> {
  const applied = await applyWithin(runner, stage, input);
  if (!applied.ok || applied.value !== null || stage.loadWhole === undefined) return applied;
  return await applyWithin(runner, stage, await stage.loadWhole(runner.world, key));
}

async function applyWithin(
  runner: StageRunner,
  stage: AnyStage,
  input: unknown,
): Promise<Result<unknown, Failure>> {
  if (stage.thread === 'main') return ok(stage.apply(input, undefined));
  const applied = await runner.pool.apply(stage.name, input);
  if (applied.ok || stage.degrade === undefined) return applied;
  const smaller = stage.degrade(input);
  return smaller === undefined ? applied : await runner.pool.apply(stage.name, smaller);
}

async function recordFailure(
  runner: StageRunner,
  stage: AnyStage,
  key: string,
  failure: Failure,
  input: unknown,
): Promise<void> {
  const at = await roundTime(runner.world);
  await runner.world.store.db.transaction().execute(async (transaction) => {
    if (input !== undefined) await stage.abandon?.(transaction, key, input);
    await recordStageRun(transaction, { stage: stage.name, key, version: stage.version, at, failure });
  });
}

function fault(error: unknown): Failure {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'stage/crash',
    message: `Given up after ${ATTEMPTS} attempts (${reason}). Run "variorum doctor"; the next version of this stage tries again.`,
    retryable: false,
  };
}
