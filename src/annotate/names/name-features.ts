import type { TextDocument } from '../text-document.ts';
import type { NameUnits } from './name-units.ts';
import type { NameRange } from './split-run.ts';
import { type WordAtoms, wordAtoms } from './word-atoms.ts';
import type { WordUse } from './word-use.ts';

/** What is known of words from much unlabelled text: see `WordTable` in word-table.ts. */
export interface WordKnowledge {
  /** How the word is written where no capital is due, and in whose company: small numbers, 0 for an unknown word. */
  casing(hash: number): number;
  cluster(hash: number): number;
}

/** A stretch of units the tagger labels together; what lies outside of all stretches is no name. */
export interface NameSegment {
  /** Index of its first unit. */
  readonly from: number;
  /** Buckets of the features of each unit. */
  readonly positions: readonly Int32Array[];
}

/** Lower-case words more than this far from a capital are in no name. */
const REACH = 2;

interface Context {
  readonly atoms: readonly WordAtoms[];
  readonly tags: Int32Array;
  readonly rule: Int32Array;
  readonly use: Int32Array;
  readonly casing: Int32Array;
  readonly cluster: Int32Array;
  readonly local: Int32Array;
  readonly head: Int32Array;
  readonly mask: number;
}

/**
 * Features of every unit that may be part of a name, hashed to 2^`bits` buckets: the word, its shape, affixes, part of speech, lists and
 * clusters with those of its neighbours, what the rules take for names here and elsewhere in the document, and how the
 * document writes the word elsewhere.
 */
export function nameSegments(
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  ranges: readonly NameRange[],
  words: WordKnowledge,
  bits: number,
): NameSegment[] {
  const context = buildContext(document, units, use, ranges, words, bits);
  const size = units.from.length;
  const active = activeUnits(context.atoms, units);
  const segments: NameSegment[] = [];
  for (let at = 0; at < size; at += 1) {
    if (active[at] === 0) continue;
    const from = at;
    const positions: Int32Array[] = [];
    for (; at < size && active[at] === 1 && units.block[at] === units.block[from]; at += 1) {
      positions.push(featuresAt(context, at));
    }
    segments.push({ from, positions });
    at -= 1;
  }
  return segments;
}

function activeUnits(atoms: readonly WordAtoms[], units: NameUnits): Uint8Array {
  const active = new Uint8Array(atoms.length);
  for (let at = 0; at < atoms.length; at += 1) {
    if (!atoms[at]?.hasUpper) continue;
    for (let near = Math.max(0, at - REACH); near <= at + REACH && near < atoms.length; near += 1) {
      if (units.block[near] === units.block[at]) active[near] = 1;
    }
  }
  return active;
}

const KNOWN_ATOMS = new Map<string, WordAtoms>();
const MAX_KNOWN_ATOMS = 30_000;

/** Remembered, as most words come again; what is remembered depends on the word alone. */
function atomsOf(text: string, lower: string): WordAtoms {
  const known = KNOWN_ATOMS.get(text);
  if (known !== undefined) return known;
  const atoms = wordAtoms(text, lower);
  if (KNOWN_ATOMS.size >= MAX_KNOWN_ATOMS) KNOWN_ATOMS.clear();
  KNOWN_ATOMS.set(text, atoms);
  return atoms;
}

function buildContext(
  document: TextDocument,
  units: NameUnits,
  use: WordUse,
  ranges: readonly NameRange[],
  words: WordKnowledge,
  bits: number,
): Context {
  const size = units.from.length;
  const { tokens } = document;
  const atoms: WordAtoms[] = [];
  const tags = new Int32Array(size);
  const useCodes = new Int32Array(size);
  const casing = new Int32Array(size);
  const cluster = new Int32Array(size);
  const head = new Int32Array(size);
  const ruleOfToken = ruleLabels(tokens.length, ranges);
  const rule = new Int32Array(size);
  const places = rulePlaces(document, ranges);
  for (let at = 0; at < size; at += 1) {
    const first = units.from[at] ?? 0;
    const token = tokens[first];
    const atom = atomsOf(token?.text ?? '', token?.lower ?? '');
    const lower = token?.lower ?? '';
    atoms.push(atom);
    tags[at] = tagCode(token?.tag ?? '');
    rule[at] = ruleOfToken[first] ?? 0;
    casing[at] = words.casing(atom.hash);
    cluster[at] = words.cluster(atom.hash);
    useCodes[at] =
      Math.min(2, use.lower.get(lower) ?? 0) +
      3 * Math.min(2, use.capital.get(lower) ?? 0) +
      9 * (use.freeCapital[first] ? 1 : 0) +
      18 * (places.get(lower) ?? 0);
    head[at] =
      at === 0 || units.block[at] !== units.block[at - 1]
        ? 1
        : tokens[first]?.sentence !== tokens[first - 1]?.sentence
          ? 2
          : 0;
  }
  const local = localCapitals(atoms);
  return { atoms, tags, rule, use: useCodes, casing, cluster, local, head, mask: (1 << bits) - 1 };
}

function tagCode(tag: string): number {
  return tag.charCodeAt(0) * 31 + tag.charCodeAt(1) * 7 + tag.length;
}

/** 0 outside, 1 first, 2 middle, 3 last, 4 only word of a name the rules find. */
function ruleLabels(size: number, ranges: readonly NameRange[]): Uint8Array {
  const labels = new Uint8Array(size);
  for (const { from, to } of ranges) {
    if (to - from === 1) labels[from] = 4;
    else {
      labels.fill(2, from, to);
      labels[from] = 1;
      labels[to - 1] = 3;
    }
  }
  return labels;
}

/** For each word the places it has in the names of the rules: bit 1 alone, 2 first, 4 inside, 8 last, 16 behind a title. */
function rulePlaces(document: TextDocument, ranges: readonly NameRange[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { from, to, title } of ranges) {
    for (let at = from; at < to; at += 1) {
      const word = document.tokens[at]?.lower ?? '';
      const place = to - from === 1 ? 1 : at === from ? 2 : at === to - 1 ? 8 : 4;
      places.set(word, (places.get(word) ?? 0) | place | (title === null ? 0 : 16));
    }
  }
  return places;
}

/** How many of the words around are in capitals: 0 none, 1 some, 2 most. */
function localCapitals(atoms: readonly WordAtoms[]): Int32Array {
  const local = new Int32Array(atoms.length);
  for (let at = 0; at < atoms.length; at += 1) {
    let upper = 0;
    let all = 0;
    for (let near = Math.max(0, at - 4); near <= at + 4 && near < atoms.length; near += 1) {
      const atom = atoms[near];
      if (near === at || atom === undefined || atom.shape >= 0x1000) continue;
      all += 1;
      if (atom.isAllUpper) upper += 1;
    }
    local[at] = upper === 0 ? 0 : upper * 2 > all ? 2 : 1;
  }
  return local;
}

const NO_ATOMS: WordAtoms = { hash: 1, affixes: [], shape: 0, lists: 0, hasUpper: false, isAllUpper: false };

function featuresAt(c: Context, at: number): Int32Array {
  const buckets: number[] = [];
  let template = 0;
  const add = (a: number, b = 0) => {
    template += 1;
    buckets.push(mixed(template, a, b) & c.mask);
  };
  const atom = (offset: number) => c.atoms[at + offset] ?? NO_ATOMS;
  const [w2, w1, w0, n1, n2] = [atom(-2), atom(-1), atom(0), atom(1), atom(2)];
  const tag = (offset: number) => c.tags[at + offset] ?? 0;
  const rule = (offset: number) => c.rule[at + offset] ?? 0;
  const casing = (offset: number) => c.casing[at + offset] ?? 0;
  const cluster = (offset: number) => c.cluster[at + offset] ?? 0;
  const local = c.local[at] ?? 0;
  const head = c.head[at] ?? 0;
  const use = c.use[at] ?? 0;
  add(0);
  for (const each of [w2, w1, w0, n1, n2]) add(each.hash);
  add(w1.hash, w0.hash);
  add(w0.hash, n1.hash);
  add(w1.hash, w0.shape);
  add(n1.hash, w0.shape);
  add(w0.hash, w0.shape);
  for (const each of [w2, w1, w0, n1, n2]) add(each.shape);
  add(w1.shape, w0.shape);
  add(w0.shape, n1.shape);
  add(w1.shape * 8192 + w0.shape, n1.shape);
  for (const affix of w0.affixes) add(affix);
  add(w1.affixes[5] ?? 0);
  add(n1.affixes[5] ?? 0);
  add(tag(-1));
  add(tag(0), w0.shape);
  add(tag(1));
  add(tag(-1), tag(0));
  add(tag(0), tag(1));
  add(rule(-1));
  add(rule(0), local);
  add(rule(1));
  add(rule(-1) * 8 + rule(0), rule(1));
  add(rule(0), w0.hash);
  add(use, w0.shape);
  add(use % 18, w0.shape * 4 + head);
  add(casing(0), w0.shape);
  add(casing(0), local * 4 + head);
  add(casing(-1), casing(0));
  add(casing(0), casing(1));
  add(casing(0), use % 18);
  add(cluster(-2));
  add(cluster(-1));
  add(cluster(0));
  add(cluster(1));
  add(cluster(2));
  add(cluster(-1), cluster(0));
  add(cluster(0), cluster(1));
  add(local, w0.shape * 4 + head);
  add(head, w0.lists);
  template = 100;
  for (const [offset, each] of [w1, w0, n1].entries()) {
    for (let bit = 0, lists = each.lists; lists !== 0; bit += 1, lists >>>= 1) {
      if (lists & 1) buckets.push(mixed(100 + offset, bit, each.shape) & c.mask);
    }
  }
  buckets.push(mixed(110, w1.lists, w0.lists) & c.mask, mixed(111, w0.lists, n1.lists) & c.mask);
  return Int32Array.from(buckets);
}

function mixed(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}
