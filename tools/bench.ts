/**
 * `npm run bench -- NAME`: speed on real data, as a ratio against a named rival in the same run. Speed is measured here
 * and never asserted in a test: it belongs to the machine as much as to the code.
 */
import { bench as annotate } from './bench/annotate.ts';
import { bench as brief } from './bench/brief.ts';
import { bench as cluster } from './bench/cluster.ts';
import { bench as extract } from './bench/extract.ts';
import { bench as faults } from './bench/faults.ts';
import { bench as fuzzFeeds } from './bench/fuzz-feeds.ts';
import { bench as fuzzPages } from './bench/fuzz-pages.ts';
import { bench as pages } from './bench/pages.ts';
import { bench as poll } from './bench/poll.ts';
import { bench as writer } from './bench/writer.ts';

const BENCHMARKS: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  annotate,
  brief,
  cluster,
  extract,
  faults,
  'fuzz-feeds': fuzzFeeds,
  'fuzz-pages': fuzzPages,
  pages,
  poll,
  writer,
};

const [name = '', ...args] = process.argv.slice(2);
const benchmark = BENCHMARKS[name];
if (benchmark === undefined) {
  console.error(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')}`);
  process.exit(2);
}
await benchmark(args);
