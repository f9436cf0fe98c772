import PQueue from 'p-queue';
import type { Clock } from '../core/clock.ts';

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface HostGateOptions {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Ends every wait when the client closes. */
  readonly signal: AbortSignal;
  readonly perHostConcurrency: number;
  readonly globalConcurrency: number;
}

export interface HostGate {
  /** Runs a request when its host and the whole client have room, `delayMs` after the last start at that host. */
  run<T>(host: string, delayMs: number, task: () => Promise<T>): Promise<T>;
  /** Starts nothing at this host for a while: it asked for a pause. */
  pause(host: string, ms: number): void;
  /** How long the pause still lasts, milliseconds. */
  pausedMs(host: string): number;
}

interface HostState {
  readonly queue: PQueue;
  /** Earliest next start, milliseconds since the epoch. */
  nextStart: number;
  pausedUntil: number;
}

/** Above this many hosts, those that have nothing to do are forgotten. */
const MAX_IDLE_HOSTS = 1_000;

export function createHostGate(options: HostGateOptions): HostGate {
  const { clock } = options;
  const all = new PQueue({ concurrency: options.globalConcurrency });
  const hosts = new Map<string, HostState>();

  function stateOf(host: string): HostState {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    if (hosts.size >= MAX_IDLE_HOSTS) forgetIdle(hosts, clock.now());
    const created = {
      queue: new PQueue({ concurrency: options.perHostConcurrency }),
      nextStart: 0,
      pausedUntil: 0,
    };
    hosts.set(host, created);
    return created;
  }

  async function waitForTurn(state: HostState, delayMs: number): Promise<void> {
    // A turn is reserved before waiting for it, so that two waiters never take the same one.
    const start = Math.max(clock.now(), state.nextStart, state.pausedUntil);
    state.nextStart = start + delayMs;
    const wait = start - clock.now();
    if (wait > 0) await options.sleep(wait, options.signal);
  }

  return {
    run(host, delayMs, task) {
      const state = stateOf(host);
      // The host's room is taken first: a request that waits for its host must not hold room that others could use.
      return state.queue.add(async () => {
        await waitForTurn(state, delayMs);
        return all.add(task);
      });
    },
    pause(host, ms) {
      const state = stateOf(host);
      state.pausedUntil = Math.max(state.pausedUntil, clock.now() + ms);
    },
    pausedMs: (host) => Math.max(0, (hosts.get(host)?.pausedUntil ?? 0) - clock.now()),
  };
}

function forgetIdle(hosts: Map<string, HostState>, now: number): void {
  for (const [host, state] of hosts) {
    const busy = state.queue.size + state.queue.pending > 0;
    if (!busy && state.nextStart <= now && state.pausedUntil <= now) hosts.delete(host);
  }
}
