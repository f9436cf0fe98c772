import { readSequenceModel, type SequenceModel } from '../../nlp/sequence-model.ts';
import { bestSequence } from '../../nlp/viterbi.ts';
import type { TextDocument } from '../text-document.ts';
import { nameColumns, type WordKnowledge } from './name-columns.ts';
import { type NameSegment, readSegments } from './name-features.ts';
import { type NameUnits, nameUnits } from './name-units.ts';
import type { NameRange } from './split-run.ts';
import type { WordUse } from './word-use.ts';

/** Outside, first, inside, last unit of a name, only unit of one. Their order is that of the model's labels. */
export const NAME_LABELS = ['O', 'B', 'I', 'L', 'U'] as const;
const [OUT, FIRST, INSIDE, LAST, ONLY] = [0, 1, 2, 3, 4] as const;

/** Size of the table of weights: 2^17 rows cost less than .001 of F1 against 2^18 (aida-conll-dev by halves, 2026-11-24). */
export const NAME_BITS = 17;

/** The trained tagger of names with what it knows of words. */
export interface NameTagger {
  readonly model: SequenceModel;
  readonly transitions: Float64Array;
  readonly words: WordKnowledge;
}

/** @throws TypeError when the JSON is not the tagger's model. */
export function readNameTagger(json: unknown, words: WordKnowledge): NameTagger {
  const model = readSequenceModel(json, 'names');
  return { model, transitions: lawful(model.transitions), words };
}

/** Pairs of labels that no name has are forbidden: "inside" behind "outside", a new name before the last word of one. */
function lawful(transitions: readonly number[]): Float64Array {
  return Float64Array.from(transitions, (score, at) => {
    const from = Math.floor(at / NAME_LABELS.length);
    const to = at % NAME_LABELS.length;
    const open = from === FIRST || from === INSIDE;
    return open === (to === INSIDE || to === LAST) ? score : Number.NEGATIVE_INFINITY;
  });
}

/**
 * Names of an English text: the likeliest sequence of labels under a linear-chain conditional random field (Lafferty et
 * al., ICML 2001; features after Ratinov and Roth, CoNLL 2009) that also sees what the rules found (`rules`). Ranges of
 * tokens in order, without overlap, each within one block.
 */
export function tagNames(
  document: TextDocument,
  use: WordUse,
  rules: readonly NameRange[],
  tagger: NameTagger,
): NameRange[] {
  const units = nameUnits(document);
  const { cells, active } = nameColumns(document, units, use, rules, tagger.words);
  const { model, transitions } = tagger;
  const segments = readSegments(cells, active, units, model.bits, (buckets, size) =>
    scoreUnit(model, buckets, size),
  );
  const ranges: NameRange[] = [];
  for (const segment of segments) addRanges(ranges, units, segment.from, labelsOf(segment, transitions));
  return ranges;
}

/** As `scoreLabels`, for the five labels at once: the sums are whole numbers, kept apart from each other. */
function scoreUnit({ weights, scale, offsets }: SequenceModel, buckets: Int32Array, size: number): number[] {
  let out = 0;
  let first = 0;
  let inside = 0;
  let last = 0;
  let only = 0;
  for (let at = 0; at < size; at += 1) {
    const row = (buckets[at] as number) * 5;
    out += weights[row] as number;
    first += weights[row + 1] as number;
    inside += weights[row + 2] as number;
    last += weights[row + 3] as number;
    only += weights[row + 4] as number;
  }
  return [
    out * scale + (offsets[OUT] as number),
    first * scale + (offsets[FIRST] as number),
    inside * scale + (offsets[INSIDE] as number),
    last * scale + (offsets[LAST] as number),
    only * scale + (offsets[ONLY] as number),
  ];
}

function labelsOf(segment: NameSegment<number[]>, transitions: Float64Array): number[] {
  const emissions = segment.positions;
  const first = emissions[0];
  const last = emissions.at(-1);
  for (const label of [INSIDE, LAST]) if (first !== undefined) first[label] = Number.NEGATIVE_INFINITY;
  for (const label of [FIRST, INSIDE]) if (last !== undefined) last[label] = Number.NEGATIVE_INFINITY;
  return bestSequence(emissions, transitions);
}

function addRanges(ranges: NameRange[], units: NameUnits, from: number, labels: readonly number[]): void {
  let first = 0;
  for (let offset = 0; offset < labels.length; offset += 1) {
    const label = labels[offset];
    if (label === OUT || label === INSIDE) continue;
    const unit = from + offset;
    if (label === FIRST || label === ONLY) first = unit;
    if (label === LAST || label === ONLY) {
      ranges.push({ from: units.from[first] ?? 0, to: units.to[unit] ?? 0, title: null });
    }
  }
}
