import { createRequire } from 'node:module';
import { createEnglishTagger } from '../../annotate/annotate-tools.ts';
import type { Tagger } from '../../annotate/text-document.ts';
import { readWordTable, type WordTable } from '../../nlp/word-table.ts';

/** What the examples of tone and loaded words are read with: the tagger and the word table, no other model. */
export function judgingTools(): { tagger: Tagger; table: WordTable } {
  const load = createRequire(import.meta.url);
  return {
    tagger: createEnglishTagger().tagEnglish,
    table: readWordTable(load('../../../data/models/word-table.json')),
  };
}
