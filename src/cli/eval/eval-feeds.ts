import { decodeText } from '../../http/decode-text.ts';
import type { DraftFeed } from '../../ingest/formats/feed-fields.ts';
import { readFeedDocument } from '../../ingest/parse-feed.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { emit, say } from '../output.ts';
import { type FeedCase, readFeedCases } from './feeds/feed-case.ts';
import { type FeedMapping, readFeedMapping } from './feeds/feed-mapping.ts';
import { judgeCase } from './feeds/judge-case.ts';
import { readBytes } from './read-data.ts';

/** Where the suite's own server stands, against which its relative links are resolved. */
const SERVER = 'http://127.0.0.1:8097/tests/';

interface Tally {
  right: number;
  wrong: number;
}

interface Outcome {
  readonly folders: Map<string, Tally>;
  readonly excluded: Map<string, number>;
  readonly failing: string[];
  thrown: number;
  slowestMs: number;
  mostBytes: number;
}

/**
 * The cases of the Universal Feed Parser's suite that speak of fields we hold (eval/feed-cases.json says which), and
 * that every one of its files is read without a throw, in less than a second and with less than 200 MB.
 */
export async function evalFeeds(
  _pool: ApplyPool,
  { errors = false }: { readonly errors?: boolean | string } = {},
): Promise<Record<string, number>> {
  const mapping = readFeedMapping();
  const cases = readFeedCases(readBytes('feeds/feedparser-tests.tar.gz'));
  const outcome: Outcome = {
    folders: new Map(),
    excluded: new Map(),
    failing: [],
    thrown: 0,
    slowestMs: 0,
    mostBytes: 0,
  };
  for (const testCase of cases) count(testCase, measure(testCase, outcome), mapping, outcome);
  if (errors !== false) for (const line of outcome.failing) await emit(line);
  return report(outcome, mapping, cases.length);
}

function measure(testCase: FeedCase, outcome: Outcome): DraftFeed | null {
  const bytesBefore = process.memoryUsage().heapUsed;
  const start = performance.now();
  try {
    const contentType = testCase.headers.get('content-type') ?? null;
    const { text } = decodeText(testCase.bytes, contentType, 'xml');
    const reading = readFeedDocument(text, { url: new URL(testCase.name, SERVER).href, contentType });
    return reading.ok ? reading.value.feed : null;
  } catch (error) {
    outcome.thrown++;
    outcome.failing.push(`${testCase.name}\tthrew ${String(error)}`);
    return null;
  } finally {
    outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - start);
    outcome.mostBytes = Math.max(outcome.mostBytes, process.memoryUsage().heapUsed - bytesBefore);
  }
}

function count(testCase: FeedCase, feed: DraftFeed | null, mapping: FeedMapping, outcome: Outcome): void {
  const verdict = judgeCase(testCase, feed, mapping);
  if (verdict.kind === 'excluded') {
    outcome.excluded.set(verdict.as, (outcome.excluded.get(verdict.as) ?? 0) + 1);
    return;
  }
  const tally = outcome.folders.get(testCase.folder) ?? { right: 0, wrong: 0 };
  tally[verdict.kind]++;
  outcome.folders.set(testCase.folder, tally);
  if (verdict.kind === 'wrong')
    outcome.failing.push(`${testCase.name}\texpected ${testCase.expectation}\tfound ${verdict.found}`);
}

function report(outcome: Outcome, mapping: FeedMapping, files: number): Record<string, number> {
  const tallies = [...outcome.folders.values()];
  const right = tallies.reduce((sum, tally) => sum + tally.right, 0);
  const applicable = tallies.reduce((sum, tally) => sum + tally.right + tally.wrong, 0);
  for (const [folder, tally] of outcome.folders)
    say(`  ${folder}: ${tally.right} of ${tally.right + tally.wrong} right`);
  for (const [kind, cases] of [...outcome.excluded].sort((a, b) => b[1] - a[1]))
    say(`  ${cases} left out as ${kind}: ${mapping.kinds[kind] ?? 'no reason given'}`);
  say(
    `  ${files} files: ${outcome.thrown} threw, slowest ${outcome.slowestMs.toFixed(0)} ms, ` +
      `most memory ${(outcome.mostBytes / 1e6).toFixed(0)} MB`,
  );
  const isBounded = outcome.thrown === 0 && outcome.slowestMs < 1_000 && outcome.mostBytes < 200e6;
  return {
    applicable,
    right,
    share: applicable === 0 ? 0 : right / applicable,
    read_within_bounds: isBounded ? 1 : 0,
  };
}
