#!/usr/bin/env node
// Nothing is imported before the check: on an older Node the database driver ends the process without a word.
const LEAST_NODE = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < LEAST_NODE) {
  process.stderr.write(
    `variorum: Node ${LEAST_NODE} or newer is needed, this is ${process.version}. Install it, or run from a checkout with npm.\n`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./program.ts');
  await main();
}

export {};
