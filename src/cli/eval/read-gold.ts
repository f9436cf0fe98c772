import { readFileSync } from 'node:fs';

/** Rows of our own gold, eval/gold/NAME.ndjson, which lies in the repository. */
export function readGold<Row>(name: string): Row[] {
  return readFileSync(new URL(`../../../eval/gold/${name}.ndjson`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/**
 * Sentences and dates: rows with an odd number are for development, those with an even number for testing. Nothing is
 * tuned on these.
 */
export function isTestRow(id: string): boolean {
  return Number(/\d+$/.exec(id)?.[0] ?? 0) % 2 === 0;
}
