import { once } from 'node:events';
import cliProgress from 'cli-progress';
import type { AppError } from '../core/app-error.ts';
import type { Progress } from '../pipeline/coordinator.ts';

/** One line on stderr: messages never mix with data. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** One line of data on stdout, waiting when the reader is slower than we are. */
export async function emit(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

export function sayError(error: AppError): void {
  say(`variorum: ${error.message}${error.hint === '' ? '' : ` ${error.hint}`}`);
}

export interface ProgressReport {
  update(progress: Progress): void;
  stop(): void;
}

const PLAIN_EVERY_MS = 5_000;
const PHASE_NAMES: Readonly<Record<string, string>> = {
  poll: 'reading',
  cluster: 'clustering',
  enrich: 'asking knowledge base and model',
  brief: 'briefing',
  write: 'having stories written',
};

function nameOf(progress: Progress): string {
  return PHASE_NAMES[progress.phase[0] ?? ''] ?? 'working';
}

/** A bar on a terminal; elsewhere a plain line every few seconds. */
export function reportProgress(): ProgressReport {
  return process.stderr.isTTY ? barReport() : lineReport();
}

function barReport(): ProgressReport {
  const bar = new cliProgress.SingleBar(
    {
      format: '{name} [{bar}] {value}/{total}',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  let phase = '';
  let most = 0;
  return {
    update(progress) {
      const name = nameOf(progress);
      if (name !== phase) most = 0;
      phase = name;
      most = Math.max(most, progress.pending);
      if (!started && most > 0) bar.start(most, 0, { name });
      started ||= most > 0;
      bar.setTotal(most);
      bar.update(most - progress.pending, { name });
    },
    stop: () => bar.stop(),
  };
}

function lineReport(): ProgressReport {
  let last = 0;
  let phase = '';
  return {
    update(progress) {
      const name = nameOf(progress);
      const now = performance.now();
      if (progress.pending === 0 || (name === phase && now - last < PLAIN_EVERY_MS)) return;
      last = now;
      phase = name;
      say(`${name}: ${progress.pending} left`);
    },
    stop: () => {},
  };
}
