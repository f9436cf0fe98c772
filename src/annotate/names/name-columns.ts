import type { TextDocument } from '../text-document.ts';
import type { NameUnits } from './name-units.ts';
import type { NameRange } from './split-run.ts';
import { type WordAtoms, wordAtoms } from './word-atoms.ts';
import type { WordUse } from './word-use.ts';

/** What is known of words from much unlabelled text: small numbers by the word's hash, 0 for an unknown word. */
export interface WordKnowledge {
  /** How the word is written where no capital is due. */
  casing(hash: number): number;
  /** The group of words it belongs to by the company it keeps. */
  cluster(hash: number): number;
}

/** Places before the first and behind the last unit, so that neighbours can be looked up without asking. */
export const COLUMN_PADDING = 2;

const COLUMNS = [
  'word',
  'shape',
  'prefix2',
  'prefix3',
  'prefix4',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'tag',
  'rule',
  'use',
  'writing',
  'casing',
  'cluster',
  'local',
  'head',
  'lists',
  'kinds',
  'hasUpper',
] as const;

/**
 * What is known of each unit, a column a property, with `COLUMN_PADDING` zeros at both ends. `rule` is the label the
 * rules give, `writing` how the document writes the word, `use` that and its places in the names of the rules, `local` how
 * many capitals are around, `head` what the unit opens.
 */
export type NameColumns = Readonly<Record<(typeof COLUMNS)[number], Int32Array>> & { readonly size: number };

export function nameColumns(
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  rules: readonly NameRange[],
  words: WordKnowledge,
): NameColumns {
  const size = units.from.length;
  const column = () => new Int32Array(size + 2 * COLUMN_PADDING);
  const columns = {
    ...(Object.fromEntries(COLUMNS.map((name) => [name, column()])) as Record<
      (typeof COLUMNS)[number],
      Int32Array
    >),
    size,
  };
  fillWords(columns, document, units, words);
  fillUse(columns, document, units, use, rules);
  fillLocal(columns);
  return columns;
}

const KNOWN_ATOMS = new Map<string, WordAtoms>();
const MAX_KNOWN_ATOMS = 30_000;

/** Remembered, as most words come again; what is remembered depends on the word alone. */
export function atomsOf(text: string, lower: string): WordAtoms {
  const known = KNOWN_ATOMS.get(text);
  if (known !== undefined) return known;
  const atoms = wordAtoms(text, lower);
  if (KNOWN_ATOMS.size >= MAX_KNOWN_ATOMS) KNOWN_ATOMS.clear();
  KNOWN_ATOMS.set(text, atoms);
  return atoms;
}

function fillWords(
  columns: NameColumns,
  document: TextDocument,
  units: NameUnits,
  words: WordKnowledge,
): void {
  for (let unit = 0; unit < columns.size; unit += 1) {
    const at = unit + COLUMN_PADDING;
    const token = document.tokens[units.from[unit] as number];
    const atoms = atomsOf(token?.text ?? '', token?.lower ?? '');
    fillAtoms(columns, at, atoms);
    columns.tag[at] = tagCode(token?.tag ?? '');
    columns.casing[at] = words.casing(atoms.hash);
    columns.cluster[at] = words.cluster(atoms.hash);
  }
}

function fillAtoms(columns: NameColumns, at: number, atoms: WordAtoms): void {
  const { affixes } = atoms;
  columns.word[at] = atoms.hash;
  columns.shape[at] = atoms.shape;
  columns.prefix2[at] = affixes[0] as number;
  columns.prefix3[at] = affixes[1] as number;
  columns.prefix4[at] = affixes[2] as number;
  columns.suffix1[at] = affixes[3] as number;
  columns.suffix2[at] = affixes[4] as number;
  columns.suffix3[at] = affixes[5] as number;
  columns.suffix4[at] = affixes[6] as number;
  columns.lists[at] = atoms.lists;
  columns.kinds[at] = atoms.lists;
  columns.hasUpper[at] = Number(atoms.hasUpper) + Number(atoms.isAllUpper);
}

function tagCode(tag: string): number {
  return tag === '' ? 0 : tag.charCodeAt(0) * 31 + tag.charCodeAt(1) * 7 + tag.length;
}

function fillUse(
  columns: NameColumns,
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  rules: readonly NameRange[],
): void {
  const { tokens } = document;
  const labels = ruleLabels(tokens.length, rules);
  const places = rulePlaces(document, rules);
  for (let unit = 0; unit < columns.size; unit += 1) {
    const at = unit + COLUMN_PADDING;
    const first = units.from[unit] as number;
    const token = tokens[first];
    const lower = token?.lower ?? '';
    columns.rule[at] = labels[first] ?? 0;
    const writing =
      Math.min(2, use.lower.get(lower) ?? 0) +
      3 * Math.min(2, use.capital.get(lower) ?? 0) +
      9 * (use.freeCapital[first] ? 1 : 0);
    columns.writing[at] = writing;
    columns.use[at] = writing + 18 * (places.get(lower) ?? 0);
    if (units.block[unit] !== units.block[unit - 1]) columns.head[at] = 1;
    else if (token?.sentence !== tokens[first - 1]?.sentence) columns.head[at] = 2;
  }
}

/** 0 outside, 1 first, 2 middle, 3 last, 4 only word of a name the rules find. */
function ruleLabels(size: number, rules: readonly NameRange[]): Uint8Array {
  const labels = new Uint8Array(size);
  for (const { from, to } of rules) {
    labels.fill(2, from, to);
    labels[from] = to - from === 1 ? 4 : 1;
    if (to - from > 1) labels[to - 1] = 3;
  }
  return labels;
}

/** For each word the places it has in the names of the rules: bit 1 alone, 2 first, 4 inside, 8 last, 16 behind a title. */
function rulePlaces(document: TextDocument, rules: readonly NameRange[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { from, to, title } of rules) {
    for (let at = from; at < to; at += 1) {
      const word = document.tokens[at]?.lower ?? '';
      places.set(word, (places.get(word) ?? 0) | placeIn(from, to, at) | (title === null ? 0 : 16));
    }
  }
  return places;
}

function placeIn(from: number, to: number, at: number): number {
  if (to - from === 1) return 1;
  if (at === from) return 2;
  return at === to - 1 ? 8 : 4;
}

const LOCAL_REACH = 4;
/** Shapes of marks start here: see word-atoms.ts. */
const FIRST_MARK = 0x1000;

/** How many of the words around are in capitals: 0 none, 1 some, 2 most. */
function fillLocal({ size, local, shape, hasUpper }: NameColumns): void {
  for (let unit = 0; unit < size; unit += 1) {
    let upper = 0;
    let all = 0;
    const last = Math.min(size - 1, unit + LOCAL_REACH);
    for (let near = Math.max(0, unit - LOCAL_REACH); near <= last; near += 1) {
      if (near === unit || (shape[near + COLUMN_PADDING] as number) >= FIRST_MARK) continue;
      all += 1;
      if (hasUpper[near + COLUMN_PADDING] === 2) upper += 1;
    }
    const some = upper * 2 > all ? 2 : 1;
    local[unit + COLUMN_PADDING] = upper === 0 ? 0 : some;
  }
}
