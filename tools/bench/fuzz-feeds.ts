import { readFeedCases } from '../../src/cli/eval/feeds/feed-case.ts';
import { readBytes } from '../../src/cli/eval/read-data.ts';
import { decodeText } from '../../src/http/decode-text.ts';
import { parseFeed } from '../../src/ingest/parse-feed.ts';
import { fuzz } from './fuzz.ts';

/** `fuzz-feeds [--runs N] [--seed S]`: reads mutated documents of the Universal Feed Parser's suite. */
export function bench(args: readonly string[]): void {
  const documents = readFeedCases(readBytes('feeds/feedparser-tests.tar.gz')).map(withoutComment);
  fuzz({ kind: 'feeds', documents, read: readFeed, runs: 100_000 }, args);
}

function readFeed(bytes: Buffer): boolean {
  const { text } = decodeText(bytes, null, 'xml');
  return parseFeed(text, { url: 'https://paper.example/feed.xml', contentType: null }).ok;
}

/** The leading comment is the suite's own: what is broken in it would not be the feed. */
function withoutComment({ bytes }: { readonly bytes: Uint8Array }): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/<!--[\s\S]*?-->/, ''), 'latin1');
}
