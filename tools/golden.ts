/** Runs the golden tests; with --update the expectations are rewritten, to be read in the diff. */
import { spawnSync } from 'node:child_process';

const update = process.argv.includes('--update');
if (update && process.env.CI) {
  console.error('Golden files are not updated in CI: run this on your machine and commit what it writes.');
  process.exit(2);
}
const { status } = spawnSync('vitest', ['run', '-t', 'golden'], {
  stdio: 'inherit',
  env: { ...process.env, ...(update ? { UPDATE_GOLDEN: '1' } : {}) },
});
process.exitCode = status ?? 1;
