import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../core/app-error.ts';

/** The evaluation data beside the checkout; it is not part of the program. */
const DATA = new URL('../../../../shared/data/', import.meta.url);

/** Where a file of the evaluation data lies. */
export function dataUrl(path: string): URL {
  return new URL(path, DATA);
}

/** A file's bytes, unpacked when they are gzip. */
export function readBytes(path: string): Buffer {
  try {
    const bytes = readFileSync(dataUrl(path));
    return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    throw new AppError('eval/no-data', `The evaluation data ${path} is not there.`, {
      hint: 'It is expected in ../shared/data beside the checkout; without it nothing can be measured.',
      blame: 'user',
      cause,
    });
  }
}

export function readText(path: string): string {
  return readBytes(path).toString('utf8');
}

export function readLines(path: string): string[] {
  return readText(path)
    .split('\n')
    .filter((line) => line !== '');
}

export function readRows<Row>(path: string): Row[] {
  return readLines(path).map((line) => JSON.parse(line) as Row);
}

export function readJson<Value>(path: string): Value {
  return JSON.parse(readText(path)) as Value;
}

/** Files of a folder by name, unpacked. */
export function readFolder(path: string): Map<string, Buffer> {
  const names = readdirSync(new URL(path, DATA));
  return new Map(names.map((name) => [name, readBytes(join(path, name))]));
}
