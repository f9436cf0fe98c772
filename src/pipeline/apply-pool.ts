import { MessageChannel } from 'node:worker_threads';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import type { Failure } from '../core/failure.ts';
import { err, ok, type Result } from '../core/result.ts';

export interface ApplyPool {
  /** Runs the pure half of a stage in a worker thread; a thread that takes too long or crashes is replaced. */
  apply(stage: string, input: unknown): Promise<Result<unknown, Failure>>;
  close(): Promise<void>;
}

/** One page that keeps a thread busy for longer than this is hostile or broken. Stories may take longer. */
const TIME_LIMIT_MS: Readonly<Record<string, number>> = {
  cluster: 15 * 60_000,
  brief: 120_000,
  'writing-matter': 120_000,
};
const DEFAULT_TIME_LIMIT_MS = 20_000;
/** Starting a thread and loading its models takes a second or two, on a machine with much else to do a minute. */
const START_LIMIT_MS = 180_000;
/**
 * Keeps a runaway page from taking the machine's memory with it. The room for young objects was chosen on 2026-11-25 by
 * clustering 40,000 articles of the bench's stream: 16 MB takes 1.52 ms of CPU time an article, 48 MB 1.35, 96 MB 1.28, with
 * 708, 689 and 734 MB in the whole process; each further thread may take as much again.
 */
export const THREAD_LIMITS = { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 48 } as const;

/** A pool of `threads` worker threads, started as they are needed and ended when idle. */
export function createApplyPool(threads: number): ApplyPool {
  const pool = new Piscina({
    filename: new URL(
      import.meta.url.endsWith('.ts') ? './apply-worker.ts' : './apply-worker.js',
      import.meta.url,
    ).href,
    name: 'applyStage',
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: THREAD_LIMITS,
  });
  // A task goes to the pool when a thread is free, so that its time limit does not count the wait for one.
  const turns = new PQueue({ concurrency: threads });

  async function run(stage: string, input: unknown): Promise<Result<unknown, Failure>> {
    const limitMs = TIME_LIMIT_MS[stage] ?? DEFAULT_TIME_LIMIT_MS;
    const limit = new AbortController();
    let hasBegun = false;
    let timer = setTimeout(() => limit.abort(), START_LIMIT_MS);
    const { port1: ear, port2: begun } = new MessageChannel();
    ear.once('message', () => {
      hasBegun = true;
      clearTimeout(timer);
      timer = setTimeout(() => limit.abort(), limitMs);
    });
    try {
      const task = { stage, input, begun };
      return ok(await pool.run(task, { signal: limit.signal, transferList: [begun] }));
    } catch (error) {
      if (!limit.signal.aborted) return err(crashed(stage, error));
      return err(hasBegun ? timedOut(stage, limitMs) : notStarted(stage));
    } finally {
      ear.close();
      clearTimeout(timer);
    }
  }

  return {
    apply: (stage, input) => turns.add(() => run(stage, input)),
    close: () => pool.destroy(),
  };
}

function timedOut(stage: string, limitMs: number): Failure {
  return {
    code: 'stage/timeout',
    message: `Stage ${stage} was stopped after ${limitMs / 1000} s. The text is most likely broken or made to do harm; it is left out.`,
    retryable: false,
  };
}

function notStarted(stage: string): Failure {
  return {
    code: 'stage/timeout',
    message: `No thread for stage ${stage} was ready within ${START_LIMIT_MS / 1000} s: the machine has too much else to do. It is tried again.`,
    retryable: true,
  };
}

function crashed(stage: string, error: unknown): Failure {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'stage/crash',
    message: `Stage ${stage} failed on this input (${reason}). This is a fault of the program; please report it.`,
    retryable: false,
  };
}
