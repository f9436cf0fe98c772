import { setTimeout as wait } from 'node:timers/promises';

/** Ends the pause between two rounds when somebody is waiting for the next. */
export interface RoundBell {
  ring(): void;
  /** Resolves when it is rung (also when that was before), after `ms` at the latest, or when aborted. */
  next(ms: number, signal: AbortSignal): Promise<void>;
}

export function createRoundBell(): RoundBell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    async next(ms, signal) {
      await wait(ms, undefined, { signal: AbortSignal.any([signal, rung.signal]) }).catch(() => {});
      rung = new AbortController();
    },
  };
}
