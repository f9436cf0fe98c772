import { setTimeout as wait } from 'node:timers/promises';
import { dueFeeds } from '../store/feeds.ts';
import { finishRounds, openRound, type Round, startRound } from '../store/rounds.ts';
import { ageStories } from './age-stories.ts';
import { carryOutEdits } from './carry-out-edits.ts';
import { rankStories } from './rank-front-page.ts';
import type { StageRunner } from './run-stage.ts';
import { type AnyStage, BESIDE_ROUNDS, PHASES } from './stages.ts';
import { surveyCoverage } from './survey-coverage.ts';

export type RoundKind = 'poll' | 'import' | 'add';

export interface Progress {
  /** Stages of the phase that is being worked off. */
  readonly phase: readonly string[];
  readonly pending: number;
}

export interface Coordinator {
  /**
   * Opens a round, or takes up the one that an earlier process left open, and puts its work into the queue.
   * With `feeds: 'all'` every feed is asked, with `'due'` those whose time has come, with `'none'` none.
   */
  begin(kind: RoundKind, feeds: 'all' | 'due' | 'none'): Promise<Round>;
  /** Works until nothing is left in any phase, ranks the stories, surveys who carries them, and closes the round. */
  complete(onProgress?: (progress: Progress) => void): Promise<void>;
  /** Waits for what was begun beside the rounds (the writing of a language model), for a process that is about to end. */
  settle(onProgress?: (progress: Progress) => void): Promise<void>;
}

const CHECK_MS = 100;

/**
 * Leads rounds through their phases. What is pending is always derived from the stored rows, never remembered: so a
 * process that is killed at any point leaves nothing that the next one does not find.
 */
export function createCoordinator(
  runner: StageRunner,
  stages: readonly AnyStage[],
  wake: () => void,
): Coordinator {
  const { world, queue } = runner;
  const byName = new Map(stages.map((stage) => [stage.name, stage]));

  /** Queues whatever the rows say is not done. Returns how much that is. */
  async function reconcile(names: readonly string[]): Promise<number> {
    let count = 0;
    for (const name of names) {
      const keys = (await byName.get(name)?.pending(world)) ?? [];
      if (keys.length > 0) await queue.put({ stage: name, keys });
      count += keys.length;
    }
    if (count > 0) wake();
    return count;
  }

  /** How many keys are pending that were not when it was asked before: what comes to nothing again and again ends the waiting. */
  async function unseen(names: readonly string[], seen: Set<string>): Promise<number> {
    const before = seen.size;
    for (const name of names)
      for (const key of (await byName.get(name)?.pending(world)) ?? []) seen.add(`${name} ${key}`);
    return seen.size - before;
  }

  async function drain(phase: readonly string[], onProgress: (progress: Progress) => void): Promise<void> {
    for (;;) {
      const pending = await queue.pending(phase);
      onProgress({ phase, pending });
      if (pending === 0) return;
      await wait(CHECK_MS);
    }
  }

  return {
    async begin(kind, feeds) {
      const round =
        (await openRound(world.store.db)) ?? (await startRound(world.store.db, kind, world.clock.now()));
      if (feeds !== 'none') {
        const due = feeds === 'all' ? { notPolledSince: round.startedAt } : { now: world.clock.now() };
        await queue.put({ stage: 'poll', keys: await dueFeeds(world.store.db, due) });
        wake();
      }
      return round;
    },
    async complete(onProgress = () => {}) {
      for (const phase of PHASES) {
        if (phase.includes('repair')) await carryOutEdits(world);
        do await drain(phase, onProgress);
        while ((await reconcile(phase)) > 0);
      }
      await rankStories(world);
      await surveyCoverage(world);
      await ageStories(world);
      await finishRounds(world.store.db, world.clock.now());
      await reconcile(BESIDE_ROUNDS);
    },
    async settle(onProgress = () => {}) {
      const seen = new Set<string>();
      for (;;) {
        await drain(BESIDE_ROUNDS, onProgress);
        const left = await unseen(BESIDE_ROUNDS, seen);
        if (left === 0) return;
        await reconcile(BESIDE_ROUNDS);
      }
    },
  };
}
