import { readFileSync, writeFileSync } from 'node:fs';
import {
  type GoldDates,
  type GoldLanguage,
  type GoldSentences,
  markedDates,
  markedLanguage,
  markedSentences,
} from '../src/cli/eval/marked-gold.ts';

/**
 * Writes eval/gold/*.ndjson, with offsets, from the inline markup a person wrote in eval/gold/marked/.
 * Run it after every change there: node --import tsx tools/build-gold.ts
 */
const GOLD = new URL('../eval/gold/', import.meta.url);

function build<Row>(name: string, read: (line: string, id: string) => Row): void {
  const lines = readFileSync(new URL(`marked/${name}.txt`, GOLD), 'utf8').split('\n');
  const rows = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => JSON.stringify(read(line, `${name}-${String(index + 1).padStart(3, '0')}`)));
  writeFileSync(new URL(`${name}.ndjson`, GOLD), `${rows.join('\n')}\n`);
}

build<GoldSentences>('sentences', markedSentences);
build<GoldDates>('dates', markedDates);
build<GoldLanguage>('languages', markedLanguage);
