import type { Fingerprint } from '../core/story.ts';
import { inverseDocumentFrequency } from '../nlp/inverse-document-frequency.ts';
import { contentTerms } from '../nlp/terms.ts';
import { widened } from './widened.ts';

/** How many documents of general news hold each term: what is rare and what is not before anything was read. */
export interface BackgroundFrequencies {
  readonly documents: number;
  readonly frequencies: Readonly<Record<string, number>>;
}

/** What was read before. */
export interface ReadFrequencies {
  readonly documents: number;
  readonly frequencies: Iterable<readonly [key: string, documents: number]>;
}

/** Names share the stored frequencies with the terms, under a mark no term can carry. */
export function nameKey(name: string): string {
  return `@${name}`;
}

export function isNameKey(key: string): boolean {
  return key.startsWith('@');
}

/** Keys there is room for at first. */
const FIRST_ROOM = 1024;

/** Articles or stories hold the key: it may not be forgotten. */
export type IsUsed = (id: number) => boolean;

/**
 * All terms and names that articles and live stories hold as numbers, with how many of the documents read hold each.
 * Terms and names have numbers of one range.
 */
export class TermTable {
  readonly #terms = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #texts: string[] = [];
  /** Of each key by its number; there is room for more keys than are known. */
  #beginnings = new Int32Array(FIRST_ROOM);
  #isName = new Uint8Array(FIRST_ROOM);
  #counts = new Int32Array(FIRST_ROOM);
  /** Inverse document frequencies; NaN until asked for. */
  #weights = new Float64Array(FIRST_ROOM);
  /** Expected documents by the background; NaN until asked for, and good for the life of the key. */
  #expected = new Float64Array(FIRST_ROOM);
  readonly #free: number[] = [];
  readonly #background: BackgroundFrequencies;
  readonly #prior: number;
  #documents: number;
  /** Keys of the open batch, in the order of first appearance, and how many of its documents hold each, by key. */
  #batch: number[] = [];
  #inBatch = new Int32Array(FIRST_ROOM);

  /**
   * Weights are inverse document frequencies from all that was read, the open batch included, plus the background
   * counted as `priorDocuments` documents: decisive at a cold start, and less with every article read.
   */
  constructor(read: ReadFrequencies, background: BackgroundFrequencies, priorDocuments: number) {
    this.#background = background;
    this.#prior = background.documents === 0 ? 0 : priorDocuments;
    this.#documents = read.documents;
    for (const [key, documents] of read.frequencies) {
      const id = isNameKey(key) ? this.nameId(key.slice(1)) : this.termId(key);
      this.#counts[id] = documents;
    }
  }

  /** Documents that count in the weights, the open batch included. */
  get documents(): number {
    return this.#documents;
  }

  /** Keys that are known. */
  get size(): number {
    return this.#terms.size + this.#names.size;
  }

  termId(term: string): number {
    return this.#terms.get(term) ?? this.#add(this.#terms, term, false);
  }

  nameId(name: string): number {
    return this.#names.get(name) ?? this.#add(this.#names, name, true);
  }

  isName(id: number): boolean {
    return this.#isName[id] === 1;
  }

  /** The term or the name itself. */
  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  /** The first three letters as a number of 21 bits, in the order of the texts; all that is not ASCII counts as one. */
  beginning(id: number): number {
    return this.#beginnings[id] ?? 0;
  }

  /** Inverse document frequency. */
  weight(id: number): number {
    let weight = this.#weights[id] ?? Number.NaN;
    if (Number.isNaN(weight)) {
      const total = this.#documents + this.#prior;
      weight = inverseDocumentFrequency(total, (this.#counts[id] ?? 0) + this.#expectedDocuments(id));
      this.#weights[id] = weight;
    }
    return weight;
  }

  /** How many of the counted documents hold the key. */
  frequency(id: number): number {
    return this.#counts[id] ?? 0;
  }

  /** Inverse document frequency of a key, names by `nameKey`. */
  weightOfKey(key: string): number {
    return this.weight(isNameKey(key) ? this.nameId(key.slice(1)) : this.termId(key));
  }

  /** Counts the documents of a batch; returns the keys of each, terms before names. */
  count(batch: readonly Fingerprint[]): Int32Array[] {
    for (const id of this.#batch) this.#inBatch[id] = 0;
    this.#batch = [];
    this.#documents += batch.length;
    this.#weights.fill(Number.NaN);
    return batch.map((article) => {
      const ids = this.keysOf(article);
      for (const id of ids) this.#countOne(id);
      return ids;
    });
  }

  /** Keys of an article, terms before names. */
  keysOf({ terms, names }: Fingerprint): Int32Array {
    const ids = new Int32Array(terms.length + names.length);
    let used = 0;
    for (const entry of terms) ids[used++] = this.termId(entry[0]);
    for (const entry of names) ids[used++] = this.nameId(entry[0]);
    return ids;
  }

  /** Documents of the last batch per key, names by `nameKey`, in the order of first appearance. */
  counts(): [key: string, documents: number][] {
    return this.#batch.map((id) => {
      const key = this.isName(id) ? nameKey(this.text(id)) : this.text(id);
      return [key, this.#inBatch[id] ?? 0];
    });
  }

  /** Halves all counts, rounded down, and forgets what nothing holds any more. */
  halve(isUsed: IsUsed): void {
    this.#documents = Math.floor(this.#documents / 2);
    for (const keys of [this.#terms, this.#names]) {
      for (const [text, id] of keys) {
        const count = Math.floor((this.#counts[id] ?? 0) / 2);
        this.#counts[id] = count;
        if (count > 0 || isUsed(id)) continue;
        keys.delete(text);
        this.#texts[id] = '';
        this.#free.push(id);
      }
    }
    this.#weights.fill(Number.NaN);
  }

  #add(keys: Map<string, number>, text: string, isName: boolean): number {
    const id = this.#free.pop() ?? this.#texts.length;
    keys.set(text, id);
    this.#texts[id] = text;
    if (id >= this.#counts.length) this.#widen();
    this.#beginnings[id] = beginningOf(text);
    this.#isName[id] = Number(isName);
    this.#counts[id] = 0;
    this.#inBatch[id] = 0;
    this.#weights[id] = Number.NaN;
    this.#expected[id] = Number.NaN;
    return id;
  }

  #widen(): void {
    const room = Math.ceil(1.25 * this.#counts.length);
    this.#beginnings = widened(this.#beginnings, room);
    this.#isName = widened(this.#isName, room);
    this.#counts = widened(this.#counts, room);
    this.#weights = widened(this.#weights, room);
    this.#expected = widened(this.#expected, room);
    this.#inBatch = widened(this.#inBatch, room);
  }

  #countOne(id: number): void {
    const inBatch = this.#inBatch[id] ?? 0;
    if (inBatch === 0) this.#batch.push(id);
    this.#inBatch[id] = inBatch + 1;
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  #expectedDocuments(id: number): number {
    let expected = this.#expected[id] ?? Number.NaN;
    if (Number.isNaN(expected)) {
      const share = this.#prior / Math.max(1, this.#background.documents);
      expected =
        share === 0 ? 0 : share * backgroundFrequency(this.text(id), this.isName(id), this.#background);
      this.#expected[id] = expected;
    }
    return expected;
  }
}

/** A name is as frequent in the background as its rarest word. */
function backgroundFrequency(text: string, isName: boolean, { frequencies }: BackgroundFrequencies): number {
  const frequency = (term: string) => (Object.hasOwn(frequencies, term) ? (frequencies[term] ?? 0) : 0);
  if (!isName) return frequency(text);
  const words = contentTerms(text);
  return words.length === 0 ? 0 : Math.min(...words.map(frequency));
}

function beginningOf(text: string): number {
  let beginning = 0;
  for (let i = 0; i < 3; i++)
    beginning = 128 * beginning + Math.min(127, i < text.length ? text.charCodeAt(i) : 0);
  return beginning;
}
