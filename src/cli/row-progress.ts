import cliProgress from 'cli-progress';
import { say } from './output.ts';

/** How far through rows something is: rows done, and parts done of a whole (bytes of a file, rows of a table). */
export interface RowProgress {
  update(rows: number, part: { readonly done: number; readonly size: number }): void;
  stop(): void;
}

const PLAIN_EVERY_MS = 5_000;
/** Drawing more often than people see costs time on files of a hundred million rows. */
const DRAW_EVERY_MS = 100;

function percent({ done, size }: { readonly done: number; readonly size: number }): number {
  return size === 0 ? 100 : Math.min(100, Math.floor((done / size) * 100));
}

/** A bar on a terminal; elsewhere a plain line every few seconds. */
export function reportRows(name: string): RowProgress {
  return process.stderr.isTTY ? barReport(name) : lineReport(name);
}

function barReport(name: string): RowProgress {
  const bar = new cliProgress.SingleBar(
    {
      format: '{name} [{bar}] {percentage} %, {rows} rows',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  let last = 0;
  bar.start(100, 0, { name, rows: 0 });
  return {
    update(rows, part) {
      const now = performance.now();
      if (now - last < DRAW_EVERY_MS) return;
      last = now;
      bar.update(percent(part), { name, rows });
    },
    stop: () => bar.stop(),
  };
}

function lineReport(name: string): RowProgress {
  let last = performance.now();
  return {
    update(rows, part) {
      const now = performance.now();
      if (now - last < PLAIN_EVERY_MS) return;
      last = now;
      say(`${name}: ${rows} rows, ${percent(part)} %`);
    },
    stop: () => {},
  };
}
