import type { Fingerprint } from '../core/story.ts';
import { inverseDocumentFrequency } from '../nlp/inverse-document-frequency.ts';
import { contentTerms } from '../nlp/terms.ts';

/** How many documents of general news hold each term: what is rare and what is not before anything was read. */
export interface BackgroundFrequencies {
  readonly documents: number;
  readonly frequencies: Readonly<Record<string, number>>;
}

/** What was read before this batch. */
export interface ReadFrequencies {
  readonly documents: number;
  readonly frequencies: readonly (readonly [term: string, documents: number])[];
}

/** Names share the table with the terms, under a mark no term can carry. */
export function nameKey(name: string): string {
  return `@${name}`;
}

export function isNameKey(key: string): boolean {
  return key.startsWith('@');
}

/** The keys of one batch (terms, and names by `nameKey`) as numbers, with how many of its documents hold each. */
export class TermTable {
  readonly #ids = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #counts: number[] = [];
  readonly #weights: number[] = [];
  readonly #weigh: (key: string, inBatch: number) => number;

  /**
   * Weights are inverse document frequencies from all that was read, this batch included, plus the background counted
   * as `priorDocuments` documents: decisive at a cold start, and less with every article read.
   */
  constructor(
    batch: readonly Fingerprint[],
    read: ReadFrequencies,
    background: BackgroundFrequencies,
    priorDocuments: number,
  ) {
    for (const { terms, names } of batch) {
      for (const [term] of terms) this.#count(term);
      for (const [name] of names) this.#count(nameKey(name));
    }
    const prior = background.documents === 0 ? 0 : priorDocuments;
    const share = prior / Math.max(1, background.documents);
    const total = read.documents + batch.length + prior;
    const frequencies = new Map(read.frequencies);
    this.#weigh = (key, inBatch) => {
      const expected = share === 0 ? 0 : share * backgroundFrequency(key, background);
      return inverseDocumentFrequency(total, (frequencies.get(key) ?? 0) + inBatch + expected);
    };
  }

  /** The number of a key; undefined when no document of the batch holds it. */
  find(key: string): number | undefined {
    return this.#ids.get(key);
  }

  key(id: number): string {
    return this.#keys[id] ?? '';
  }

  /** Inverse document frequency of a numbered key. */
  weight(id: number): number {
    let weight = this.#weights[id];
    if (weight === undefined) {
      weight = this.#weigh(this.key(id), this.#counts[id] ?? 0);
      this.#weights[id] = weight;
    }
    return weight;
  }

  /** Inverse document frequency of any key. */
  weightOfKey(key: string): number {
    const id = this.#ids.get(key);
    return id === undefined ? this.#weigh(key, 0) : this.weight(id);
  }

  /** Documents of the batch per key, in the order of first appearance. */
  counts(): [key: string, documents: number][] {
    return this.#keys.map((key, id) => [key, this.#counts[id] ?? 0]);
  }

  #count(key: string): void {
    const id = this.#ids.get(key);
    if (id === undefined) {
      this.#ids.set(key, this.#keys.length);
      this.#keys.push(key);
      this.#counts.push(1);
    } else {
      this.#counts[id] = (this.#counts[id] ?? 0) + 1;
    }
  }
}

/** A name is as frequent in the background as its rarest word. */
function backgroundFrequency(key: string, { frequencies }: BackgroundFrequencies): number {
  const frequency = (term: string) => (Object.hasOwn(frequencies, term) ? (frequencies[term] ?? 0) : 0);
  if (!isNameKey(key)) return frequency(key);
  const words = contentTerms(key.slice(1));
  return words.length === 0 ? 0 : Math.min(...words.map(frequency));
}
