import type { TextDocument } from '../text-document.ts';
import {
  COLUMN,
  COLUMN_PADDING,
  type NameColumn,
  nameColumns,
  STRIDE,
  type WordKnowledge,
} from './name-columns.ts';
import type { NameUnits } from './name-units.ts';
import type { NameRange } from './split-run.ts';
import type { WordUse } from './word-use.ts';

/** A stretch of units the tagger labels together; what lies outside of all stretches is no name. */
export interface NameSegment<Position = Int32Array> {
  /** Index of its first unit. */
  readonly from: number;
  /** What was read of each unit. */
  readonly positions: readonly Position[];
}

/** A column at a distance from the unit described. */
type Part = readonly [column: NameColumn, offset: number];

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

function around(column: NameColumn, reach: number): Part[][] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) => [[column, at - reach]]);
}

/** The templates one behind the other: of each part how far its cell lies from the first cell of the unit described. */
const PARTS = Int32Array.from(
  TEMPLATES.flatMap((parts) => parts.map(([column, offset]) => offset * STRIDE + COLUMN[column])),
);
/** How many parts each template has. */
const PART_COUNTS = Uint8Array.from(TEMPLATES, (parts) => parts.length);

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
  const { cells, active } = nameColumns(document, units, use, rules, words);
  return readSegments(cells, active, units, bits, (buckets, size) => buckets.slice(0, size));
}

/** As `nameSegments`, with what `read` makes of the buckets: the first `size`, valid during the call. */
export function readSegments<Position>(
  cells: Int32Array,
  active: Uint8Array,
  { block }: NameUnits,
  bits: number,
  read: (buckets: Int32Array, size: number) => Position,
): NameSegment<Position>[] {
  const segments: NameSegment<Position>[] = [];
  const mask = (1 << bits) - 1;
  for (let at = 0; at < active.length; at += 1) {
    if (active[at] === 0) continue;
    const from = at;
    const positions: Position[] = [];
    for (; active[at] === 1 && block[at] === block[from]; at += 1) {
      positions.push(read(scratch, featuresAt(cells, (at + COLUMN_PADDING) * STRIDE, mask)));
    }
    segments.push({ from, positions });
    at -= 1;
  }
  return segments;
}

/** Room for the templates and the lists of three words; a unit never has more. */
const scratch = new Int32Array(TEMPLATES.length + 96);

/** Writes the buckets of the unit whose cells begin at `at` to `scratch`; their number. */
function featuresAt(cells: Int32Array, at: number, mask: number): number {
  const templates = PART_COUNTS.length;
  let part = 0;
  for (let template = 0; template < templates; template += 1) {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    for (const end = part + (PART_COUNTS[template] as number); part < end; part += 1) {
      hash = Math.imul(hash ^ (cells[at + (PARTS[part] as number)] as number), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x27d4eb2f);
    scratch[template] = (hash ^ (hash >>> 13)) & mask;
  }
  let size = templates;
  for (let offset = -1; offset <= 1; offset += 1)
    size = listsAt(cells, at + offset * STRIDE, offset, size, mask);
  return size;
}

/** A feature for each list that has the word, with its shape. */
function listsAt(cells: Int32Array, at: number, offset: number, from: number, mask: number): number {
  const shape = cells[at + COLUMN.shape] as number;
  let size = from;
  let left = cells[at + COLUMN.kinds] as number;
  for (let bit = 0; left !== 0; bit += 1, left >>>= 1) {
    if ((left & 1) === 0) continue;
    let hash = Math.imul((200 + offset) * 64 + bit, 0x9e3779b1) ^ shape;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    scratch[size] = (hash ^ (hash >>> 13)) & mask;
    size += 1;
  }
  return size;
}
