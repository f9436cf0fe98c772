import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { contentHash } from '../../core/hash.ts';
import { fileStart, readLines } from '../read-lines.ts';

export type BaseFormat = 'ndjson' | 'wikidata-dump' | 'title-counts';

/**
 * What a file of a knowledge base is, by its first line: an array is Wikidata's dump; an object that does not end on its line, in a file
 * named .json, says how often news calls which topic by which name; else it is NDJSON.
 * @throws AppError `file/unreadable`
 */
export async function formatOf(file: string): Promise<BaseFormat> {
  for await (const { text } of readLines(file)) {
    const line = text.trim();
    if (line.startsWith('[')) return 'wikidata-dump';
    return /\.json(?:\.gz|\.bz2)?$/.test(file) && line.startsWith('{') ? 'title-counts' : 'ndjson';
  }
  return 'ndjson';
}

const HASHED_BYTES = 65_536;

/** Tells whether an import that was broken off was of this very file, read in this very way. */
export async function importId(file: string, way: string): Promise<string> {
  const { size } = await stat(file);
  const start = (await fileStart(file, HASHED_BYTES)).toString('base64');
  return contentHash([basename(file), size, start, way].join('\n')).slice(0, 24);
}
