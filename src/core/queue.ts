/** A unit of work: the stage that does it and the row it is for. Both together are its identity. */
export interface Job {
  /** Token of the queue for this claim. */
  readonly id: string;
  readonly stage: string;
  readonly key: string;
  /** How often it has failed before. */
  readonly attempts: number;
}

/**
 * At-least-once work. Jobs say only what to look at, never what to do with it: losing or repeating one is harmless,
 * because pending work can always be derived again from the stored rows.
 */
export interface Queue {
  /** Adds a job per key; a key that already waits in this stage is not added twice. `delayMs` holds it back. */
  put(stage: string, keys: readonly string[], delayMs?: number): Promise<void>;
  /** Takes up to `limit` due jobs of a stage. A claim that is not finished within the lease is due again. */
  claim(stage: string, limit: number): Promise<readonly Job[]>;
  finish(jobs: readonly Job[]): Promise<void>;
  /** Hands a job back, due again after `delayMs`. */
  retry(job: Job, delayMs: number): Promise<void>;
  /** Jobs that wait or run, delayed ones included. */
  pending(stages: readonly string[]): Promise<number>;
  /** Forgets the claims of processes that died: single-process mode calls it at start. */
  releaseAll(): Promise<void>;
  close(): Promise<void>;
}
