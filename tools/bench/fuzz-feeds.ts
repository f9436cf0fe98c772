import { readFeedCases } from '../../src/cli/eval/feeds/feed-case.ts';
import { randomNumbers } from '../../src/cli/eval/random.ts';
import { readBytes } from '../../src/cli/eval/read-data.ts';
import { decodeText } from '../../src/http/decode-text.ts';
import { parseFeed } from '../../src/ingest/parse-feed.ts';

/** Pieces of markup that break documents in the ways feeds are broken. */
const PIECES = [
  ...[
    '<',
    '>',
    '&',
    '"',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '\0',
    '\u0085',
    '\ufffd',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '</entry>',
    '<title>',
    '</title>',
    '<link href="',
    '<content mode="base64">',
  ],
  ...[
    '</channel>',
    '<!DOCTYPE x [<!ENTITY a "&a;">]>',
    ' xml:base="http://[',
    ' xml:lang=""',
    '__proto__',
    '{',
    '[',
    '}',
  ],
].map((piece) => Buffer.from(piece));

/** Longer than this is a hang. */
const HANG_MS = 1_000;

/**
 * `fuzz-feeds [--runs N] [--seed S]`: reads N mutated documents of the Universal Feed Parser's suite: cut off, stretches
 * of them taken out, repeated, or overwritten with markup, bytes or a stretch of another one. Reports what threw and
 * what took more than a second; exit 1 on either. The same seed makes the same documents.
 */
export function bench(args: readonly string[]): void {
  const runs = optionOf(args, '--runs', 100_000);
  const seed = optionOf(args, '--seed', 1);
  const documents = readFeedCases(readBytes('feeds/feedparser-tests.tar.gz')).map(withoutComment);
  const random = randomNumbers(seed);
  const found = { read: 0, refused: 0, threw: 0, hung: 0, slowestMs: 0 };
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (let run = 0; run < runs; run++) readOne(mutated(documents, random), run, found);
  const used = process.cpuUsage(cpu);
  console.log(
    `${runs} mutated feeds (seed ${seed}): ${found.read} read, ${found.refused} refused, ${found.threw} threw, ` +
      `${found.hung} took more than ${HANG_MS} ms; slowest ${found.slowestMs.toFixed(0)} ms of CPU time, ` +
      `${((performance.now() - start) / 1000).toFixed(0)} s in all, ${((used.user + used.system) / 1e6).toFixed(0)} s of CPU time`,
  );
  if (found.threw > 0 || found.hung > 0) process.exitCode = 1;
}

function optionOf(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  const value = at === -1 ? otherwise : Number(args[at + 1]);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}

/** The leading comment is the suite's own: what is broken in it would not be the feed. */
function withoutComment({ bytes }: { readonly bytes: Uint8Array }): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/<!--[\s\S]*?-->/, ''), 'latin1');
}

interface Found {
  read: number;
  refused: number;
  threw: number;
  hung: number;
  slowestMs: number;
}

function readOne(bytes: Uint8Array, run: number, found: Found): void {
  const before = process.cpuUsage();
  try {
    const { text } = decodeText(bytes, null, 'xml');
    const result = parseFeed(text, { url: 'https://paper.example/feed.xml', contentType: null });
    if (result.ok) found.read++;
    else found.refused++;
  } catch (error) {
    found.threw++;
    console.error(
      `run ${run} threw ${String(error)} on ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`,
    );
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  found.slowestMs = Math.max(found.slowestMs, ms);
  if (ms <= HANG_MS) return;
  found.hung++;
  console.error(`run ${run} took ${ms.toFixed(0)} ms for ${bytes.length} bytes`);
}

/** One document with one to eight changes; now and then a stretch of it hundreds of times. */
function mutated(documents: readonly Buffer[], random: () => number): Buffer {
  let now = pick(documents, random);
  const changes = 1 + Math.floor(random() * 8);
  for (let change = 0; change < changes; change++) {
    const [start, end] = stretch(now, random);
    const kind = Math.floor(random() * 6);
    if (kind === 0) now = now.subarray(0, start);
    else
      now = Buffer.concat([
        now.subarray(0, start),
        put(kind, now.subarray(start, end), documents, random),
        now.subarray(end),
      ]);
  }
  return now;
}

const LONGEST_REPEATED = 100_000;

function put(kind: number, old: Buffer, documents: readonly Buffer[], random: () => number): Buffer {
  if (kind === 1) return Buffer.alloc(0);
  if (kind === 2) return pick(PIECES, random);
  if (kind === 3)
    return Buffer.from(
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => Math.floor(random() * 256)),
    );
  if (kind === 4) {
    const times = random() < 0.05 ? 500 : 2;
    return Buffer.concat(Array.from({ length: times }, () => old)).subarray(0, LONGEST_REPEATED);
  }
  const other = pick(documents, random);
  return other.subarray(...stretch(other, random));
}

function stretch(bytes: Buffer, random: () => number): [number, number] {
  const start = Math.floor(random() * (bytes.length + 1));
  return [start, start + Math.floor(random() * Math.min(200, bytes.length - start))];
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
