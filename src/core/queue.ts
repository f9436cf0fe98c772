import type { NextWork } from './stage.ts';

/** A unit of work: the stage that does it and the row it is for. Both together are its identity. */
export interface Job {
  /** Token of this claim. */
  readonly claim: string;
  readonly stage: string;
  readonly key: string;
  /** How often it has been handed back before. */
  readonly attempts: number;
}

/**
 * At-least-once work. Jobs say only what to look at, never what to do with it: losing or repeating one is harmless,
 * because pending work can always be derived again from the stored rows.
 */
export interface Queue {
  /** Adds a job per key; a key that already waits in this stage is not added twice. */
  put(work: NextWork): Promise<void>;
  /** Takes up to `limit` due jobs of a stage. A claim that is not finished within the lease is due again. */
  claim(stage: string, limit: number): Promise<readonly Job[]>;
  /** Ends a job and adds what follows from it. */
  finish(job: Job, next: readonly NextWork[]): Promise<void>;
  /** Hands a job back, due again after `delayMs`. */
  retry(job: Job, delayMs: number): Promise<void>;
  /** Jobs that wait or run, delayed ones included. */
  pending(stages: readonly string[]): Promise<number>;
  /** Makes claimed jobs due at once: for the start of a process that is the only one, after a crash. */
  releaseClaims(): Promise<void>;
  close(): Promise<void>;
}
