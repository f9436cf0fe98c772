import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
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

/**
 * Lines of a text file, gzipped or plain, as a stream: files larger than memory are fine. Empty lines are left out.
 * @throws AppError `file/unreadable`, or `file/broken-gzip` after the lines that could be had.
 */
export async function* readLines(path: string): AsyncGenerator<NumberedLine> {
  const start = await fileStart(path, 2);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const source: NodeJS.ReadableStream = createReadStream(path);
  let failure: Error | null = null;
  const unzip = isGzip ? createGunzip() : null;
  const stream: NodeJS.ReadableStream = unzip ?? source;
  if (unzip !== null) {
    // Errors end the stream below; they are thrown once the good lines are out.
    pipeline(source, unzip, (error) => {
      failure ??= error ?? null;
    });
  }
  stream.on('error', (error: Error) => {
    failure ??= error;
  });
  let number = 0;
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const text of lines) {
      number += 1;
      if (failure !== null) break;
      const plain = number === 1 ? text.replace(/^\uFEFF/, '') : text;
      if (plain.trim() !== '') yield { number, text: plain };
    }
  } catch (error) {
    failure ??= error as Error;
  }
  if (failure !== null) {
    throw new AppError(
      'file/broken-gzip',
      `${path} is damaged after line ${number}: ${(failure as Error).message}.`,
      {
        hint: 'The rows before it were taken. Fetch the file again and repeat the import: rows that are stored already are left alone.',
        blame: 'user',
        cause: failure,
      },
    );
  }
}
