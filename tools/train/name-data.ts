import type { EnglishTagger } from '../../src/annotate/annotate-tools.ts';
import { findNames } from '../../src/annotate/names/find-names.ts';
import type { WordKnowledge } from '../../src/annotate/names/name-columns.ts';
import { nameSegments } from '../../src/annotate/names/name-features.ts';
import { HYPHEN_SUFFIX } from '../../src/annotate/names/name-lexicon.ts';
import { type NameUnits, nameUnits } from '../../src/annotate/names/name-units.ts';
import type { NameRange } from '../../src/annotate/names/split-run.ts';
import { NAME_BITS } from '../../src/annotate/names/tag-names.ts';
import { studyWordUse } from '../../src/annotate/names/word-use.ts';
import { buildDocument, type TextDocument } from '../../src/annotate/text-document.ts';
import type { Span } from '../../src/core/span.ts';
import type { LabelledSequence } from './fit-crf.ts';

/** Indexes into NAME_LABELS, and what stands for "not known" where a name does not end with a token. */
const [FIRST, INSIDE, LAST, ONLY, UNKNOWN] = [1, 2, 3, 4, -1] as const;

/** The sequences of one text all of whose names are given, with the labels of NAME_LABELS. */
export function nameSequences(
  text: string,
  names: readonly Span[],
  tools: EnglishTagger,
  words: WordKnowledge,
): LabelledSequence[] {
  const document = buildDocument(text, 'en', tools.tagEnglish);
  const use = studyWordUse(document, tools.isCommonEnglish);
  const units = nameUnits(document);
  const rules: NameRange[] = findNames(document, use);
  const labels = unitLabels(document, units, names);
  return nameSegments(document, units, use, rules, words, NAME_BITS).map(({ from, positions }) => ({
    positions,
    labels: Array.from(labels.subarray(from, from + positions.length)),
  }));
}

function unitLabels(document: TextDocument, units: NameUnits, names: readonly Span[]): Int8Array {
  const labels = new Int8Array(units.from.length);
  const starts = Array.from(units.from, (token) => document.tokens[token]?.start ?? 0);
  const ends = Array.from(units.to, (token) => document.tokens[token - 1]?.end ?? 0);
  for (const name of names) {
    const first = ends.findIndex((end) => end > name.start);
    const last = withoutSuffix(
      document,
      units,
      first,
      ends.findIndex((end) => end >= name.end),
    );
    const isWhole = starts[first] === name.start && (ends[last] ?? 0) <= name.end;
    labels.fill(isWhole ? INSIDE : UNKNOWN, first, last + 1);
    if (!isWhole) continue;
    labels[first] = first === last ? ONLY : FIRST;
    if (first !== last) labels[last] = LAST;
  }
  return labels;
}

/** The corpora take "London-based" for one name, Variorum takes London: see mend-names.ts. */
function withoutSuffix(document: TextDocument, units: NameUnits, first: number, last: number): number {
  const text = (unit: number) => document.tokens[units.from[unit] ?? 0]?.text ?? '';
  let end = last;
  while (end - first >= 2 && text(end - 1) === '-' && HYPHEN_SUFFIX.test(text(end))) end -= 2;
  return end;
}
