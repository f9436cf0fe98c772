import { type ApplierName, appliers, createTools, type Tools } from './appliers.ts';

let tools: Tools | undefined;

/** Entry of the worker threads: runs the pure half of one stage. Models are loaded on the first call. */
export function applyStage(task: { readonly stage: ApplierName; readonly input: unknown }): unknown {
  tools ??= createTools();
  // Clustering is over, or at least somebody needs the memory.
  if (task.stage !== 'cluster') tools.clusterer.forget();
  const apply = appliers[task.stage] as (input: unknown, tools: Tools) => unknown;
  return apply(task.input, tools);
}
