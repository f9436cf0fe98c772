import { setTimeout as wait } from 'node:timers/promises';
import { runJob, type StageRunner } from './run-stage.ts';
import type { AnyStage } from './stages.ts';

export interface WorkerLoop {
  /** Looks for work at once instead of at the next turn. */
  wake(): void;
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>;
}

export interface Concurrency {
  /**
   * Requests under way or waiting for their turn. Most of them wait: the HTTP client holds each host to its pace and all
   * of them to a limit. Were there fewer, the pages of one slow host would take all places.
   */
  readonly network: number;
  /** Worker threads. */
  readonly threads: number;
}

/** Without a wake-up, how often the queue is asked: other processes put work there too. */
const IDLE_MS = 200;

/** Works off all stages until stopped. Results never depend on how many jobs run side by side. */
export function startWorkerLoop(
  runner: StageRunner,
  stages: readonly AnyStage[],
  concurrency: Concurrency,
  onDone: (stage: string) => void = () => {},
): WorkerLoop {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let notify = () => {};
  let woken = false;

  async function turn(stage: AnyStage, slots: Map<string, number>): Promise<void> {
    const free = limitOf(stage, concurrency) - (slots.get(stage.name) ?? 0);
    if (free <= 0) return;
    for (const job of await runner.queue.claim(stage.name, free)) {
      slots.set(stage.name, (slots.get(stage.name) ?? 0) + 1);
      const work = runJob(runner, stage, job)
        .catch((error: unknown) => runner.onFault(stage.name, job.key, error))
        .finally(() => {
          slots.set(stage.name, (slots.get(stage.name) ?? 1) - 1);
          running.delete(work);
          onDone(stage.name);
          wake();
        });
      running.add(work);
    }
  }

  function wake(): void {
    woken = true;
    notify();
  }

  async function loop(): Promise<void> {
    const slots = new Map<string, number>();
    while (!stopping.signal.aborted) {
      woken = false;
      try {
        // Later stages first: what has been begun is finished before more is taken in.
        for (const stage of stages.toReversed()) await turn(stage, slots);
      } catch (error) {
        runner.onFault('queue', '', error);
      }
      if (woken) continue;
      const pause = new AbortController();
      notify = () => pause.abort();
      await wait(IDLE_MS, undefined, { signal: pause.signal }).catch(() => {});
    }
  }

  const finished = loop();
  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await finished;
      await Promise.all(running);
    },
  };
}

function limitOf(stage: AnyStage, concurrency: Concurrency): number {
  if (stage.name === 'poll' || stage.name === 'fetch') return concurrency.network;
  // A knowledge base is asked one thing after another.
  if (stage.name === 'cluster' || stage.name === 'enrich') return 1;
  // It mostly waits for a model, and holds a story's articles meanwhile.
  if (stage.name === 'write') return 2;
  // One more than there are threads, so that none waits while the next input is loaded.
  return concurrency.threads + 1;
}
