import type { TaggedToken, TextDocument } from '../text-document.ts';
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

/** What depends on the word alone; the affixes in the order of its atoms. */
const WORD_COLUMNS = [
  'word',
  'shape',
  'prefix2',
  'prefix3',
  'prefix4',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'kinds',
  'hasUpper',
  'casing',
  'cluster',
] as const;
const COLUMNS = [...WORD_COLUMNS, 'tag', 'rule', 'use', 'writing', 'local', 'head'] as const;

/**
 * `rule` is the label the rules give, `writing` how the document writes the word, `use` that and its places in the names of
 * the rules, `local` how many capitals are around, `head` what the unit opens, `kinds` a bit for each list of words.
 */
export type NameColumn = (typeof COLUMNS)[number];

/** Cells from one unit to the next. */
export const STRIDE = COLUMNS.length;

/** Where each column lies among the cells of a unit. */
export const COLUMN = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Readonly<
  Record<NameColumn, number>
>;

/** What is known of each unit, `STRIDE` cells a unit, with `COLUMN_PADDING` units of zeros at both ends. */
export interface NameColumns {
  readonly cells: Int32Array;
  readonly size: number;
  /** 1 for a unit that may be part of a name. Only these have `use`, `writing`, `head` and `local`. */
  readonly active: Uint8Array;
}

export function nameColumns(
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  rules: readonly NameRange[],
  words: WordKnowledge,
): NameColumns {
  const size = units.from.length;
  const cells = new Int32Array((size + 2 * COLUMN_PADDING) * STRIDE);
  fillWords(cells, document, units, words);
  const columns = { cells, size, active: activeUnits(cells, units) };
  fillUse(columns, document, units, use, rules);
  fillLocal(columns);
  return columns;
}

const MAX_KNOWN_WORDS = 30_000;
const WORD_SIZE = WORD_COLUMNS.length;

/** Remembered rows of `WORD_COLUMNS`, as most words come again; what is remembered depends on the word alone. */
export class WordRows {
  readonly #words: WordKnowledge;
  readonly #known = new Map<string, number>();
  readonly rows = new Int32Array(MAX_KNOWN_WORDS * WORD_SIZE);
  /** The tokens asked about last, and of each of them one more than where its row begins, 0 for one not yet asked about. */
  #tokens: readonly TaggedToken[] = [];
  #rowOfToken = new Int32Array(0);

  constructor(words: WordKnowledge) {
    this.#words = words;
  }

  /** Where in `rows` the row of a token begins, that of the empty word where there is none. Valid until the next call. */
  at(tokens: readonly TaggedToken[], index: number): number {
    if (tokens !== this.#tokens) {
      this.#tokens = tokens;
      this.#rowOfToken = new Int32Array(tokens.length);
    }
    const token = tokens[index];
    if (token === undefined) return this.#find('', '');
    const known = this.#rowOfToken[index] as number;
    if (known > 0) return known - 1;
    const row = this.#find(token.text, token.lower);
    this.#rowOfToken[index] = row + 1;
    return row;
  }

  #find(text: string, lower: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_KNOWN_WORDS) {
      this.#known.clear();
      this.#rowOfToken.fill(0);
    }
    const at = this.#known.size * WORD_SIZE;
    this.#fill(at, wordAtoms(text, lower));
    this.#known.set(text, at);
    return at;
  }

  #fill(at: number, { hash, shape, affixes, lists, upper }: WordAtoms): void {
    const { rows } = this;
    rows[at + COLUMN.word] = hash;
    rows[at + COLUMN.shape] = shape;
    rows.set(affixes, at + COLUMN.prefix2);
    rows[at + COLUMN.kinds] = lists;
    rows[at + COLUMN.hasUpper] = upper;
    rows[at + COLUMN.casing] = this.#words.casing(hash);
    rows[at + COLUMN.cluster] = this.#words.cluster(hash);
  }
}

const ROWS = new WeakMap<WordKnowledge, WordRows>();

/** What is known of words by themselves, with this knowledge of them. */
export function wordRows(words: WordKnowledge): WordRows {
  const known = ROWS.get(words);
  if (known !== undefined) return known;
  const empty = new WordRows(words);
  ROWS.set(words, empty);
  return empty;
}

function fillWords(cells: Int32Array, document: TextDocument, units: NameUnits, words: WordKnowledge): void {
  const known = wordRows(words);
  const { rows } = known;
  for (let unit = 0; unit < units.from.length; unit += 1) {
    const first = units.from[unit] as number;
    const at = (unit + COLUMN_PADDING) * STRIDE;
    const row = known.at(document.tokens, first);
    for (let cell = 0; cell < WORD_SIZE; cell += 1) cells[at + cell] = rows[row + cell] as number;
    cells[at + COLUMN.tag] = tagCode(document.tokens[first]?.tag ?? '');
  }
}

function tagCode(tag: string): number {
  return tag === '' ? 0 : tag.charCodeAt(0) * 31 + tag.charCodeAt(1) * 7 + tag.length;
}

/** Lower-case words more than this far from a capital are in no name. */
const REACH = 2;

function activeUnits(cells: Int32Array, { block }: NameUnits): Uint8Array {
  const size = block.length;
  const active = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) {
    if (cells[(at + COLUMN_PADDING) * STRIDE + COLUMN.hasUpper] === 0) continue;
    for (let near = Math.max(0, at - REACH); near <= at + REACH && near < size; near += 1) {
      if (block[near] === block[at]) active[near] = 1;
    }
  }
  return active;
}

function fillUse(
  { cells, active, size }: NameColumns,
  { tokens }: TextDocument,
  units: NameUnits,
  use: WordUse,
  rules: readonly NameRange[],
): void {
  const labels = ruleLabels(tokens.length, rules);
  const places = rulePlaces(tokens, rules);
  for (let unit = 0; unit < size; unit += 1) {
    const at = (unit + COLUMN_PADDING) * STRIDE;
    const first = units.from[unit] as number;
    cells[at + COLUMN.rule] = labels[first] as number;
    if (active[unit] === 0) continue;
    const token = tokens[first];
    const lower = token?.lower ?? '';
    const writing =
      Math.min(2, use.lower.get(lower) ?? 0) +
      3 * Math.min(2, use.capital.get(lower) ?? 0) +
      9 * (use.freeCapital[first] ? 1 : 0);
    cells[at + COLUMN.writing] = writing;
    cells[at + COLUMN.use] = writing + 18 * (places.get(lower) ?? 0);
    if (unit === 0 || units.block[unit] !== units.block[unit - 1]) cells[at + COLUMN.head] = 1;
    else if (token?.sentence !== tokens[first - 1]?.sentence) cells[at + COLUMN.head] = 2;
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
function rulePlaces(tokens: readonly TaggedToken[], rules: readonly NameRange[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { from, to, title } of rules) {
    for (let at = from; at < to; at += 1) {
      const word = tokens[at]?.lower ?? '';
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

function fillLocal({ size, cells, active }: NameColumns): void {
  for (let unit = 0; unit < size; unit += 1) {
    if (active[unit] === 1)
      cells[(unit + COLUMN_PADDING) * STRIDE + COLUMN.local] = localCapitals(cells, size, unit);
  }
}

/** How many of the words around are in capitals: 0 none, 1 some, 2 most. */
function localCapitals(cells: Int32Array, size: number, unit: number): number {
  let upper = 0;
  let all = 0;
  const last = Math.min(size - 1, unit + LOCAL_REACH);
  for (let near = Math.max(0, unit - LOCAL_REACH); near <= last; near += 1) {
    const at = (near + COLUMN_PADDING) * STRIDE;
    if (near === unit || (cells[at + COLUMN.shape] as number) >= FIRST_MARK) continue;
    all += 1;
    if (cells[at + COLUMN.hasUpper] === 2) upper += 1;
  }
  if (upper === 0) return 0;
  return upper * 2 > all ? 2 : 1;
}
