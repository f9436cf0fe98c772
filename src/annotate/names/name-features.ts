import type { TextDocument } from '../text-document.ts';
import { COLUMN_PADDING, type NameColumns, nameColumns, type WordKnowledge } from './name-columns.ts';
import type { NameUnits } from './name-units.ts';
import type { NameRange } from './split-run.ts';
import type { WordUse } from './word-use.ts';

/** A stretch of units the tagger labels together; what lies outside of all stretches is no name. */
export interface NameSegment {
  /** Index of its first unit. */
  readonly from: number;
  /** Buckets of the features of each unit. */
  readonly positions: readonly Int32Array[];
}

/** Lower-case words more than this far from a capital are in no name. */
const REACH = 2;

type Column = Exclude<keyof NameColumns, 'size' | 'lists'>;
/** A column at a distance from the unit described. */
type Part = readonly [column: Column, offset: number];

/** Each row is a feature: its parts together. After Ratinov and Roth (CoNLL 2009), with what the rules found. */
const TEMPLATES: readonly (readonly Part[])[] = [
  ...around('word', 2),
  ...around('shape', 2),
  ...around('cluster', 2),
  ...around('tag', 1),
  ...around('rule', 1),
  ...around('suffix3', 1),
  [['prefix2', 0]],
  [['prefix3', 0]],
  [['prefix4', 0]],
  [['suffix1', 0]],
  [['suffix2', 0]],
  [['suffix4', 0]],
  [
    ['word', -1],
    ['word', 0],
  ],
  [
    ['word', 0],
    ['word', 1],
  ],
  [
    ['word', -1],
    ['shape', 0],
  ],
  [
    ['word', 1],
    ['shape', 0],
  ],
  [
    ['word', 0],
    ['shape', 0],
  ],
  [
    ['word', 0],
    ['rule', 0],
  ],
  [
    ['shape', -1],
    ['shape', 0],
  ],
  [
    ['shape', 0],
    ['shape', 1],
  ],
  [
    ['shape', -1],
    ['shape', 0],
    ['shape', 1],
  ],
  [
    ['tag', 0],
    ['shape', 0],
  ],
  [
    ['tag', -1],
    ['tag', 0],
  ],
  [
    ['tag', 0],
    ['tag', 1],
  ],
  [
    ['rule', 0],
    ['local', 0],
  ],
  [
    ['rule', -1],
    ['rule', 0],
    ['rule', 1],
  ],
  [
    ['use', 0],
    ['shape', 0],
  ],
  [
    ['writing', 0],
    ['shape', 0],
    ['head', 0],
  ],
  [
    ['casing', 0],
    ['shape', 0],
  ],
  [
    ['casing', 0],
    ['local', 0],
    ['head', 0],
  ],
  [
    ['casing', -1],
    ['casing', 0],
  ],
  [
    ['casing', 0],
    ['casing', 1],
  ],
  [
    ['casing', 0],
    ['writing', 0],
  ],
  [
    ['cluster', -1],
    ['cluster', 0],
  ],
  [
    ['cluster', 0],
    ['cluster', 1],
  ],
  [
    ['local', 0],
    ['shape', 0],
    ['head', 0],
  ],
  [
    ['kinds', 0],
    ['head', 0],
  ],
  [
    ['kinds', -1],
    ['kinds', 0],
  ],
  [
    ['kinds', 0],
    ['kinds', 1],
  ],
];

function around(column: Column, reach: number): Part[][] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) => [[column, at - reach]]);
}

/**
 * Features of every unit that may be part of a name, hashed to 2^`bits` buckets: the word, its shape, affixes, part of
 * speech, lists and clusters with those of its neighbours, what the rules take for names here and elsewhere in the
 * document, and how the document writes the word elsewhere.
 */
export function nameSegments(
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  rules: readonly NameRange[],
  words: WordKnowledge,
  bits: number,
): NameSegment[] {
  const columns = nameColumns(document, units, use, rules, words);
  const templates = TEMPLATES.map((parts) =>
    parts.map(([column, offset]) => ({ values: columns[column], offset })),
  );
  const active = activeUnits(columns, units);
  const segments: NameSegment[] = [];
  for (let at = 0; at < columns.size; at += 1) {
    if (active[at] === 0) continue;
    const from = at;
    const positions: Int32Array[] = [];
    for (; active[at] === 1 && units.block[at] === units.block[from]; at += 1) {
      positions.push(featuresAt(columns, templates, at + COLUMN_PADDING, (1 << bits) - 1));
    }
    segments.push({ from, positions });
    at -= 1;
  }
  return segments;
}

function activeUnits({ hasUpper, size }: NameColumns, { block }: NameUnits): Uint8Array {
  const active = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) {
    if (hasUpper[at + COLUMN_PADDING] === 0) continue;
    for (let near = Math.max(0, at - REACH); near <= at + REACH && near < size; near += 1) {
      if (block[near] === block[at]) active[near] = 1;
    }
  }
  return active;
}

type CompiledTemplates = readonly (readonly { readonly values: Int32Array; readonly offset: number }[])[];

/** Room for the templates and the lists of three words; a unit never has more. */
const scratch = new Int32Array(TEMPLATES.length + 96);

function featuresAt(
  columns: NameColumns,
  templates: CompiledTemplates,
  at: number,
  mask: number,
): Int32Array {
  let size = 0;
  for (let template = 0; template < templates.length; template += 1) {
    const parts = templates[template] as CompiledTemplates[number];
    let hash = Math.imul(template + 1, 0x9e3779b1);
    for (let part = 0; part < parts.length; part += 1) {
      const { values, offset } = parts[part] as CompiledTemplates[number][number];
      hash = Math.imul(hash ^ (values[at + offset] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x27d4eb2f);
    scratch[size] = (hash ^ (hash >>> 13)) & mask;
    size += 1;
  }
  for (let offset = -1; offset <= 1; offset += 1) size = listsAt(columns, at + offset, offset, size, mask);
  return scratch.slice(0, size);
}

/** A feature for each list that has the word, with its shape. */
function listsAt(
  { lists, shape }: NameColumns,
  at: number,
  offset: number,
  from: number,
  mask: number,
): number {
  let size = from;
  let left = lists[at] as number;
  for (let bit = 0; left !== 0; bit += 1, left >>>= 1) {
    if ((left & 1) === 0) continue;
    let hash = Math.imul((200 + offset) * 64 + bit, 0x9e3779b1) ^ (shape[at] as number);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    scratch[size] = (hash ^ (hash >>> 13)) & mask;
    size += 1;
  }
  return size;
}
