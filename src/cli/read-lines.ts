import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import unbzip2 from 'unbzip2-stream';
import { AppError } from '../core/app-error.ts';

export interface NumberedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** The first bytes of a file, to see what it is. @throws AppError `file/unreadable`. */
export async function fileStart(path: string, bytes: number): Promise<Buffer> {
  try {
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): AppError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
  return new AppError('file/unreadable', `${path} cannot be read: ${reason}.`, {
    hint: 'Check the path.',
    blame: 'user',
    cause,
  });
}

/** How much of a file has been read: the packed bytes, which are what its size counts. */
export interface FileProgress {
  readonly done: number;
  readonly size: number;
}

/** A Wikidata entity may take some megabytes; a line beyond this is no line of rows, and would fill the memory. */
const MAX_LINE = 128_000_000;

async function unpack(path: string, source: ReadStream): Promise<Readable> {
  const start = await fileStart(path, 4);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  // "BZh" and the size of the blocks.
  const isBzip2 = start.toString('latin1', 0, 3) === 'BZh';
  if (!isGzip && !isBzip2) return source;
  // The reader of the unpacked stream gets the error; the callback only keeps it from being nobody's.
  if (isGzip) return pipeline(source, createGunzip(), () => {});
  // The package makes a stream of the old kind, without an end after an error.
  const text = new PassThrough();
  const unzip = unbzip2();
  const fail = (error: Error) => text.destroy(error);
  source.on('error', fail).pipe(unzip.on('error', fail)).pipe(text);
  return text.on('close', () => source.destroy());
}

/** Cuts a stream at its line breaks, a chunk at a time: it is read no faster than its lines are taken. */
async function* cutLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const pieces = decoder.write(chunk as Buffer).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield [...parts, piece].join('');
      parts = [];
      length = 0;
    }
    const rest = pieces.at(-1) ?? '';
    parts.push(rest);
    length += rest.length;
    if (length > MAX_LINE) throw new Error(`a line is longer than ${MAX_LINE / 1e6} million characters`);
  }
  yield [...parts, decoder.end()].join('');
}

/**
 * Lines of a text file, plain or packed with gzip or bzip2, as a stream: files larger than memory are fine. Empty lines are left out.
 * @throws AppError `file/unreadable`, or `file/damaged` after the lines that could be had.
 */
export async function* readLines(
  path: string,
  onProgress: (progress: FileProgress) => void = () => {},
): AsyncGenerator<NumberedLine> {
  const { size } = await fileStat(path);
  const source = createReadStream(path);
  let number = 0;
  try {
    for await (const line of cutLines(await unpack(path, source))) {
      number += 1;
      onProgress({ done: source.bytesRead, size });
      const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).replace(/\r$/, '');
      if (text.trim() !== '') yield { number, text };
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw damaged(path, number, cause as Error);
  } finally {
    source.destroy();
  }
}

async function fileStat(path: string): Promise<{ readonly size: number }> {
  try {
    return await stat(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function damaged(path: string, line: number, cause: Error): AppError {
  return new AppError('file/damaged', `${path} is damaged after line ${line}: ${cause.message}.`, {
    hint: 'The rows before it were taken. Fetch the file again and repeat the import: rows that are stored already are left alone.',
    blame: 'user',
    cause,
  });
}
