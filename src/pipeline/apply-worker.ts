import { setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { type ApplierName, appliers, createTools, type Tools } from './appliers.ts';

/** A third of the share of who stands before it (nice(1)), so that reading goes on, and within its time limits, on a busy machine. */
const BEHIND_READERS = 5;

// Who reads a page is served before an article is read: on Linux a priority is that of the thread that sets it (sched(7)),
// elsewhere that of the whole process, which serves the pages too.
if (process.platform === 'linux') setPriority(BEHIND_READERS);

let tools: Tools | undefined;

/** Entry of the worker threads: runs the pure half of one stage. Models are loaded on the first call. */
export function applyStage(task: {
  readonly stage: ApplierName;
  readonly input: unknown;
  /** Told when the work itself begins: a slow start of the thread is not the text's fault. */
  readonly begun: MessagePort;
}): unknown {
  tools ??= createTools();
  // Clustering is over, or at least somebody needs the memory.
  if (task.stage !== 'cluster') tools.clusterer.forget();
  task.begun.postMessage('begun');
  const apply = appliers[task.stage] as (input: unknown, tools: Tools) => unknown;
  return apply(task.input, tools);
}
