import { randomNumbers } from '../../src/cli/eval/random.ts';
import { mutated } from './mutate.ts';

/** Longer than this, of CPU time, is a hang. */
const HANG_MS = 1_000;
/** Runs between two lines on the way. */
const REPORTED_EACH = 10_000;

/** What is fuzzed: documents that get damaged, and what reads one of them; `read` says whether it was read or refused. */
export interface FuzzTarget {
  readonly kind: string;
  readonly documents: readonly Buffer[];
  readonly read: (bytes: Buffer) => boolean;
  readonly runs: number;
}

interface Found {
  read: number;
  refused: number;
  threw: number;
  hung: number;
  slowestMs: number;
}

function readOne(read: FuzzTarget['read'], bytes: Buffer, run: number, found: Found): void {
  const ms = timed(read, bytes, run, found);
  found.slowestMs = Math.max(found.slowestMs, ms);
  if (ms <= HANG_MS) return;
  found.hung++;
  console.error(`run ${run} took ${ms.toFixed(0)} ms for ${bytes.length} bytes`);
}

/** Milliseconds of CPU time that one reading takes; its outcome is counted. */
function timed(read: FuzzTarget['read'], bytes: Buffer, run: number, found: Found): number {
  const before = process.cpuUsage();
  try {
    const isRead = read(bytes);
    found[isRead ? 'read' : 'refused']++;
  } catch (error) {
    found.threw++;
    console.error(`run ${run} threw ${String(error)} on ${JSON.stringify(bytes.toString('latin1'))}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Reads damaged documents: cut off, stretches of them taken out, repeated, or overwritten with markup, bytes or a stretch of
 * another one. Reports what threw and what took more than a second; exit 1 on either. `--runs N`, `--seed S`.
 */
export function fuzz(target: FuzzTarget, args: readonly string[]): void {
  const runs = optionOf(args, '--runs', target.runs);
  const seed = optionOf(args, '--seed', 1);
  const random = randomNumbers(seed);
  const found = { read: 0, refused: 0, threw: 0, hung: 0, slowestMs: 0 };
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let run = 0; run < runs; run++) {
    if (run > 0 && run % REPORTED_EACH === 0) console.error(`${run} so far: ${outcomesOf(found)}`);
    readOne(target.read, mutated(target.documents, random), run, found);
  }
  const used = process.cpuUsage(cpu);
  console.log(
    `${runs} mutated ${target.kind} (seed ${seed}): ${outcomesOf(found)}, ` +
      `${((performance.now() - start) / 1000).toFixed(0)} s in all, ${((used.user + used.system) / 1e6).toFixed(0)} s of CPU time`,
  );
  if (found.threw > 0 || found.hung > 0) process.exitCode = 1;
}

function outcomesOf({ read, refused, threw, hung, slowestMs }: Found): string {
  return (
    `${read} read, ${refused} refused, ${threw} threw, ${hung} took more than ${HANG_MS} ms; ` +
    `slowest ${slowestMs.toFixed(0)} ms of CPU time`
  );
}

function optionOf(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  const value = at === -1 ? otherwise : Number(args[at + 1]);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}
