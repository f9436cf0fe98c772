import type { AnnotateTools } from '../../src/annotate/annotate-tools.ts';
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

/** Names known in a text, and stretches of which nothing is known. */
export interface KnownNames {
  readonly text: string;
  readonly names: readonly Span[];
  readonly unknown: readonly Span[];
}

export type TaggingTools = Pick<AnnotateTools, 'tagEnglish' | 'isCommonEnglish'>;

/** The sequences of one text with the labels of NAME_LABELS; -1 where nothing is known. `until` cuts off what lies behind it. */
export function nameSequences(
  { text, names, unknown }: KnownNames,
  tools: TaggingTools,
  words: WordKnowledge,
  until = text.length,
): LabelledSequence[] {
  const document = buildDocument(text, 'en', tools.tagEnglish);
  const use = studyWordUse(document, tools.isCommonEnglish);
  const units = nameUnits(document);
  const rules: NameRange[] = findNames(document, use);
  const labels = unitLabels(document, units, names, unknown);
  return nameSegments(document, units, use, rules, words, NAME_BITS)
    .filter(({ from }) => (document.tokens[units.from[from] ?? 0]?.start ?? 0) < until)
    .map(({ from, positions }) => ({
      positions,
      labels: Array.from(labels.subarray(from, from + positions.length)),
    }));
}

function unitLabels(
  document: TextDocument,
  units: NameUnits,
  names: readonly Span[],
  unknown: readonly Span[],
): Int8Array {
  const labels = new Int8Array(units.from.length);
  const starts = Array.from(units.from, (token) => document.tokens[token]?.start ?? 0);
  const ends = Array.from(units.to, (token) => document.tokens[token - 1]?.end ?? 0);
  for (const span of unknown) {
    for (const [at, start] of starts.entries())
      if (start < span.end && (ends[at] ?? 0) > span.start) labels[at] = -1;
  }
  for (const name of names) {
    const first = starts.findIndex(
      (start, at) => start === name.start || (start < name.start && (ends[at] ?? 0) > name.start),
    );
    const last = withoutSuffix(
      document,
      units,
      first,
      ends.findIndex((end) => end >= name.end),
    );
    const exact = starts[first] === name.start && (ends[last] ?? 0) <= name.end;
    labels.fill(exact ? 2 : -1, first, last + 1);
    if (!exact) continue;
    if (first === last) labels[first] = 4;
    else {
      labels[first] = 1;
      labels[last] = 3;
    }
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
