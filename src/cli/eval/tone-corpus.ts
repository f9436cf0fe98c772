import { readWords } from '../../annotate/read-words.ts';
import type { Tagger } from '../../annotate/text-document.ts';
import { buildDocument } from '../../annotate/text-document.ts';
import { toneFeatures } from '../../annotate/tone-features.ts';
import type { WordTable } from '../../nlp/word-table.ts';
import type { BlendedExample } from './fit-blended.ts';
import { readRows } from './read-data.ts';

interface GoldRow {
  readonly primary_gid: string;
  readonly sentence_normalized: string;
  readonly targets: readonly { readonly from: number; readonly to: number; readonly polarity: number }[];
}

export interface ToneExample extends BlendedExample {
  /** Article, or the event of several articles, that the sentence is from. */
  readonly group: string;
}

/**
 * NewsMTSC's sentences (Hamborg and Donnay, EACL 2021) with one example a target: 2 negative, 4 neutral, 6 positive.
 * Examples of one article, of one AllSides event or of one sentence have the same group.
 */
export function readToneExamples(tagger: Tagger, table: WordTable): ToneExample[] {
  const groupOfText = new Map<string, string>();
  return goldRows().flatMap((row) => {
    const text = row.sentence_normalized;
    const group = groupOfText.get(text) ?? groupOf(row.primary_gid);
    groupOfText.set(text, group);
    const document = buildDocument(text, 'en', tagger, [{ start: 0, end: text.length }]);
    const reading = readWords(document, table);
    return targetsOf(row).flatMap(({ from, to, polarity }): ToneExample[] => {
      const first = document.tokens.findIndex((token) => token.end > from);
      const after = document.tokens.findIndex((token) => token.start >= to);
      const place = { sentence: 0, from: first, to: after === -1 ? document.tokens.length : after };
      if (first === -1 || place.to <= first) return [];
      return [{ ...toneFeatures(document, reading, table, place), label: labelOf(polarity), group }];
    });
  });
}

/** The same sentences and targets as a model is asked about them; `label` indexes the labels of tone. */
export function readToneGold(): {
  readonly sentence: string;
  readonly target: string;
  readonly label: number;
}[] {
  return goldRows().flatMap((row) => {
    const sentence = row.sentence_normalized;
    return targetsOf(row).map(({ from, to, polarity }) => ({
      sentence,
      target: sentence.slice(from, to),
      label: labelOf(polarity),
    }));
  });
}

function goldRows(): GoldRow[] {
  return readRows<GoldRow>('tone/newsmtsc-train.jsonl.gz');
}

function targetsOf(row: GoldRow): GoldRow['targets'][number][] {
  return [...new Map(row.targets.map((target) => [`${target.from}-${target.to}`, target])).values()];
}

function labelOf(polarity: number): number {
  return polarity / 2 - 1;
}

/** "allsides_<event>_<article>_…" and "polusa_v1_<article>_…". */
function groupOf(id: string): string {
  const parts = id.split('_');
  return parts[0] === 'allsides' ? `${parts[0]} ${parts[1]}` : `${parts[0]} ${parts[2]}`;
}
