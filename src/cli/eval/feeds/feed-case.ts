import { decodeText } from '../../../http/decode-text.ts';
import { type Expression, parseExpression } from './python-expression.ts';

/** One case of the suite: a document and what its leading comment expects of it. */
export interface FeedCase {
  /** Path below `tests/`. */
  readonly name: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
  /** Response headers the case asks for, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly expectation: string;
  /** Null when the expectation has a form that is not read. */
  readonly expression: Expression | null;
}

const BLOCK = 512;

/** Files of an unpacked tar archive (POSIX.1-1988 ustar): a header block with name and octal size, then the content. */
function* tarFiles(archive: Uint8Array): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  const text = (start: number, length: number) =>
    Buffer.from(archive.subarray(start, start + length))
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const path = text(at, 100);
    if (path === '') return;
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const isFile = /^[0\0]?$/.test(text(at + 156, 1));
    if (isFile) yield { path, bytes: archive.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

export function readFeedCases(archive: Uint8Array): FeedCase[] {
  return [...tarFiles(archive)].map(({ path, bytes }) =>
    readFeedCase(path.replace(/^(?:\.\/)?tests\//, ''), bytes),
  );
}

export function readFeedCase(name: string, bytes: Uint8Array): FeedCase {
  const comment = commentOf(bytes);
  const headers = [...comment.matchAll(/^\s*Header:\s*([\w-]+):[ \t]*(.*)$/gim)];
  const expectation = /Expect:[ \t]*(.*?)\s*(?:-->.*)?$/m.exec(comment)?.[1] ?? '';
  return {
    name,
    folder: name.split('/').slice(0, -1).join('/'),
    bytes,
    headers: new Map(headers.map(([, key = '', value = '']) => [key.toLowerCase(), value.trim()])),
    expectation,
    expression: parseExpression(expectation),
  };
}

/** The comment is ASCII or UTF-8; in UTF-16 and UTF-32 documents every other byte of it, or three of four, are null. */
function commentOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16_384));
  if (head.includes(0)) return head.toString('latin1').replaceAll('\0', '');
  const text = head.toString('utf8');
  return text.includes('\uFFFD') ? decodeText(head, null, 'xml').text : text;
}
