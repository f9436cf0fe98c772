import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** The body had more bytes, decoded, than allowed. Reading stopped there. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The server used a content coding that is not read here. */
export class UnknownCodingError extends Error {
  override readonly name = 'UnknownCodingError';
}

export interface ReadBodyOptions {
  /** Content-Encoding as received. */
  readonly contentEncoding: string | null;
  /** Cap on decoded bytes: a small gzip that unpacks into gigabytes stops here, not in memory. */
  readonly maxBytes: number;
  /** What happens at the cap: `fail` throws BodyTooLargeError, `cut` returns what was read. */
  readonly atLimit: 'fail' | 'cut';
}

/** No honest server stacks more codings; a stack multiplies the work one byte can cause. */
const MAX_CODINGS = 2;

/** Reads and decodes a response body. Destroys the stream when it stops early. */
export async function readBody(body: Readable, options: ReadBodyOptions): Promise<Uint8Array> {
  const codings = codingsOf(options.contentEncoding);
  const chunks: Buffer[] = [];
  let size = 0;
  const source = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await firstChunk(source);
  if (first === null) return new Uint8Array(0);

  async function* whole(): AsyncGenerator<Buffer> {
    try {
      yield first as Buffer;
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
    } finally {
      body.destroy();
    }
  }
  async function collect(decoded: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of decoded) {
      const room = options.maxBytes - size;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      size += Math.min(chunk.length, room);
      if (chunk.length > room) throw new BodyTooLargeError(`more than ${options.maxBytes} bytes`);
    }
  }
  try {
    const [outer, inner] = decoders(codings, first);
    if (outer === undefined) await pipeline(whole, collect);
    else if (inner === undefined) await pipeline(whole, outer, collect);
    else await pipeline(whole, outer, inner, collect);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError && options.atLimit === 'cut')) throw error;
  }
  return Buffer.concat(chunks, size);
}

function codingsOf(contentEncoding: string | null): string[] {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const unknown = codings.find((coding) => !/^(?:x-gzip|gzip|deflate|br)$/.test(coding));
  if (unknown !== undefined) throw new UnknownCodingError(`the content coding "${unknown.slice(0, 40)}"`);
  if (codings.length > MAX_CODINGS)
    throw new UnknownCodingError(`${codings.length} content codings in a row`);
  return codings;
}

/** The decoders in the order to apply them: the coding named last was put on last (RFC 9110 §8.4). */
function decoders(codings: readonly string[], first: Buffer): Transform[] {
  return codings.toReversed().flatMap((coding, index) => {
    // What the outer decoder will yield is not known yet, so only the first one can be checked by its bytes.
    const head = index === 0 ? first : null;
    if (coding === 'br') return [createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })];
    // Truncated streams yield what they hold: half a page is worth more than none.
    const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
    if (coding === 'deflate') return [isZlib(head) ? createInflate(lenient) : createInflateRaw(lenient)];
    // Some servers name gzip and send plain text.
    return head !== null && head[0] !== 0x1f ? [] : [createGunzip(lenient)];
  });
}

/** Deflate means zlib by the standard and raw deflate to some servers (RFC 9110 §8.4.1.2, note). */
function isZlib(head: Buffer | null): boolean {
  return head === null || ((head[0] ?? 0) & 0x0f) === 8;
}

async function firstChunk(source: AsyncIterator<Buffer>): Promise<Buffer | null> {
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    if (next.value.length > 0) return next.value;
  }
  return null;
}
