import type { Failure } from './failure.ts';

/**
 * One step of the pipeline. `load` and `save` touch the world; `apply` may not: it returns a plain value, so the
 * type itself forbids awaiting I/O inside.
 */
export interface Stage<World, Transaction, In, Tools, Out> {
  readonly name: string;
  /** Raise it when `apply` changes meaning; rows saved by an older version are redone. */
  readonly version: number;
  /** Tables, so that the order of the stages can be checked at start. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Where `apply` runs: text work goes to worker threads, so that pages are served meanwhile. */
  readonly thread: 'main' | 'worker';
  /** Keys whose work is not done, or was done by an older version: what a restart has to queue again. */
  pending(world: World): Promise<readonly string[]>;
  /** Undefined when there is nothing to do for this key any more. */
  load(world: World, key: string): Promise<In | undefined>;
  /**
   * All that `load` left out because a thread may remember it: asked for when `apply` gave null, which says that it does
   * not.
   */
  loadWhole?(world: World, key: string): Promise<In | undefined>;
  apply(input: In, tools: Tools): Out extends PromiseLike<unknown> ? never : Out;
  /** A smaller input to try when `apply` took too long or crashed; undefined gives up. */
  degrade?(input: In): In | undefined;
  /** Why this outcome should rather be tried again a little later; null when it stands. */
  postpone?(output: Out): Failure | null;
  /** Idempotent upsert; the caller holds the transaction and records the run in it. */
  save(transaction: Transaction, key: string, output: Out, at: number): Promise<Saved>;
  /** What the log says of a key that was done; null or absent for nothing. */
  tell?(output: Out): StageNote | null;
  /** What has to be written when `apply` failed for good, so that the key is not pending for ever. */
  abandon?(transaction: Transaction, key: string, input: In): Promise<void>;
}

/** A line of the log about one key. */
export interface StageNote {
  readonly isTrouble: boolean;
  readonly message: string;
}

export interface NextWork {
  readonly stage: string;
  readonly keys: readonly string[];
}

export interface Saved {
  /** What later stages now have to look at. */
  readonly next: readonly NextWork[];
  /** Why this key has come to nothing, when it has. */
  readonly failure: Failure | null;
}
