import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './cluster.ts';
import type { ChildReport } from './cluster-child.ts';

const CHILD = fileURLToPath(new URL('./cluster-child.ts', import.meta.url));

/**
 * A process that clusters the stream into a library on disk is killed by SIGKILL while it stores a batch; another one
 * takes up the library and goes on to the end. Then the same without being killed: both leave the same.
 *
 * @param articles of the stream
 * @param killedAt after which of them the process is killed
 */
export async function killedFigures(articles: number, killedAt: number): Promise<Row[]> {
  const folders = ['killed', 'undisturbed'].map((name) =>
    mkdtempSync(join(tmpdir(), `variorum-bench-${name}-`)),
  );
  const [killed = '', undisturbed = ''] = folders;
  try {
    await runChild(killed, articles, (report, child) => {
      if (report.kind === 'storing' && report.articles >= killedAt) child.kill('SIGKILL');
    });
    let restored: Extract<ChildReport, { kind: 'restored' }> | null = null;
    const again = await runChild(killed, articles, (report) => {
      if (report.kind === 'restored') restored = report;
    });
    const whole = await runChild(undisturbed, articles, () => {});
    const { stories = 0, startMs = Number.NaN, restoreMs = Number.NaN } = restored ?? {};
    return [
      ['killed by SIGKILL while storing, articles in the library', String(killedAt), ''],
      ['stories restored by another process', String(stories), ''],
      ['its start, s', (startMs / 1000).toFixed(1), ''],
      ['state read, restored and the open batch decided, s', (restoreMs / 1000).toFixed(1), ''],
      ['both, s', ((startMs + restoreMs) / 1000).toFixed(1), '< 10'],
      [
        'the result equals that of an undisturbed run',
        again !== null && again === whole ? 'yes' : 'NO',
        'yes',
      ],
    ];
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/** The digest of what the child left, null when it did not come to its end. */
async function runChild(
  folder: string,
  articles: number,
  onReport: (report: ChildReport, child: ChildProcess) => void,
): Promise<string | null> {
  const child = fork(CHILD, [folder, String(articles)]);
  let digest: string | null = null;
  child.on('message', (report: ChildReport) => {
    onReport(report, child);
    if (report.kind === 'done') digest = report.digest;
  });
  await once(child, 'exit');
  return digest;
}
