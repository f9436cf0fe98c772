import type { ArticleSignature } from '../core/story.ts';
import { estimateContainment, SIGNATURE_LENGTH } from './min-hash.ts';

/** A text of the index: all of a stored article but its signatures. */
export type IndexedText = Omit<ArticleSignature, 'signature' | 'wordSignature'>;

/**
 * 64 bands of 2 rows: a pair of Jaccard similarity 0.2, the least that counts as a copy, shares a band with
 * probability 1 - (1 - 0.2²)^64 = 0.93, one of 0.4 always; unrelated texts (below 0.02) hardly ever do.
 */
const BAND_ROWS = 2;
const BANDS = SIGNATURE_LENGTH / BAND_ROWS;

/**
 * The smaller text lies in the larger to at least this share. On stream-2018 (2026-11-23) different reports that quote
 * the same statement reach 0.6; real copies begin at 0.8.
 */
export const MIN_CONTAINMENT = 0.7;

/**
 * A light rewrite keeps its words and breaks their runs: texts of which this share of five-word runs and that share of
 * distinct content words is in the other are one text too. Words of our demonstration press with one in eight replaced
 * (2026-11-24) keep 0.44 of the runs and 0.86 of the words in nine of ten cases; of the pairs of stream-2018 that share
 * 0.35 to 0.6 of the runs, which quote one statement, none shares more than 0.82 of the words at this Jaccard.
 */
const MIN_REWRITE_CONTAINMENT = 0.35;
const MIN_REWRITE_WORDS = 0.85;

/** Below it the estimate of the containment is noise, and a long compilation holds a short text by quoting it. */
const MIN_JACCARD = 0.2;

/** A text of fewer shingles (about two sentences) is a notice or a caption, and says nothing about its origin. */
const MIN_SHINGLES = 25;

/** Texts that share a bucket are compared with the first so many only: a notice that a thousand pages carry is one group anyway. */
const BUCKET_LIMIT = 40;

/** Where the signature of the words begins in the row of a text, behind that of the shingles, and how long both are. */
const WORDS = SIGNATURE_LENGTH;
const ROW = 2 * SIGNATURE_LENGTH;

/** No text: the end of a chain. */
const NONE = -1;

/**
 * Texts of the active window by locality-sensitive hashing of their MinHash signatures (Indyk and Motwani, 1998). It
 * takes texts up and lets them go one by one, at about 1.5 kB each; positions hold until the next `add`.
 */
export class CopyIndex {
  #texts: (IndexedText | undefined)[] = [];
  readonly #positions = new Map<string, number>();
  /** Per position the signature of the shingles and that of the words; zeros for one that is not known. */
  #signatures = new Uint32Array(0);
  /** Per band a hash table of positions, and per position and band the next one of the same cell. */
  #heads = new Int32Array(0);
  #next = new Int32Array(0);
  #room = 0;

  add({ signature, wordSignature, ...text }: ArticleSignature): void {
    this.delete(text.articleId);
    if (this.#texts.length === this.#room) this.#rebuild();
    const position = this.#texts.length;
    this.#texts.push(text);
    this.#positions.set(text.articleId, position);
    for (let row = 0; row < SIGNATURE_LENGTH; row++) {
      this.#signatures[position * ROW + row] = signature[row] ?? 0;
      this.#signatures[position * ROW + WORDS + row] = wordSignature?.[row] ?? 0;
    }
    this.#link(position);
  }

  delete(articleId: string): void {
    const position = this.#positions.get(articleId);
    if (position === undefined) return;
    this.#positions.delete(articleId);
    this.#texts[position] = undefined;
  }

  get(articleId: string): IndexedText | undefined {
    return this.#texts[this.#positions.get(articleId) ?? NONE];
  }

  /** Says which story a text has come to and what it repeats. */
  settle(articleId: string, storyId: string, copyOf: string | null): void {
    const position = this.#positions.get(articleId);
    const text = this.get(articleId);
    if (position !== undefined && text !== undefined) this.#texts[position] = { ...text, storyId, copyOf };
  }

  /** Lets go of the texts published before this time, in milliseconds. */
  prune(before: number): void {
    for (const text of this.#texts)
      if (text !== undefined && text.publishedAt < before) this.delete(text.articleId);
  }

  /**
   * Texts that are the same text as this one: they share a band, and estimated Jaccard similarity and containment
   * confirm it. Of a crowded bucket only the first by `order` are looked at.
   *
   * @param isSought which texts may be found
   */
  similarTo(
    articleId: string,
    isSought: (text: IndexedText) => boolean,
    order: (a: IndexedText, b: IndexedText) => number,
  ): IndexedText[] {
    const position = this.#positions.get(articleId) ?? NONE;
    const own = this.#texts[position];
    if (own === undefined || own.shingles < MIN_SHINGLES) return [];
    const seen = new Set<IndexedText>();
    for (let band = 0; band < BANDS; band++) {
      const bucket = this.#bucket(position, band, isSought);
      if (bucket.length > BUCKET_LIMIT) bucket.sort(order).length = BUCKET_LIMIT;
      for (const text of bucket) seen.add(text);
    }
    return [...seen].filter((text) => this.isSameText(own, text));
  }

  /** Estimated Jaccard similarity of two texts of the index, 0 to 1: of their five-word runs. */
  jaccard(a: IndexedText, b: IndexedText): number {
    return this.#jaccard(a, b, 0);
  }

  /** Estimated share of the five-word runs of the shorter text that lie in the longer one, 0 to 1. */
  containment(a: IndexedText, b: IndexedText): number {
    return estimateContainment(this.jaccard(a, b), a.shingles, b.shingles);
  }

  /** Whether two texts are one text: cut, extended, printed as it is or lightly rewritten. */
  isSameText(a: IndexedText, b: IndexedText): boolean {
    const jaccard = this.jaccard(a, b);
    if (jaccard < MIN_JACCARD) return false;
    const containment = estimateContainment(jaccard, a.shingles, b.shingles);
    if (containment >= MIN_CONTAINMENT) return true;
    return containment >= MIN_REWRITE_CONTAINMENT && this.#wordContainment(a, b) >= MIN_REWRITE_WORDS;
  }

  /** The containment of distinct content words; 0 where those of a text are not known. */
  #wordContainment(a: IndexedText, b: IndexedText): number {
    return estimateContainment(this.#jaccard(a, b, WORDS), a.distinctWords ?? 0, b.distinctWords ?? 0);
  }

  /** Share of equal positions of the two signatures that begin at `start`. */
  #jaccard(a: IndexedText, b: IndexedText, start: number): number {
    const [first, second] = [this.#positions.get(a.articleId), this.#positions.get(b.articleId)];
    if (first === undefined || second === undefined) return 0;
    let equal = 0;
    for (let row = start; row < start + SIGNATURE_LENGTH; row++)
      if (this.#row(first, row) === this.#row(second, row)) equal++;
    return equal / SIGNATURE_LENGTH;
  }

  #bucket(position: number, band: number, isSought: (text: IndexedText) => boolean): IndexedText[] {
    const row = band * BAND_ROWS;
    const bucket: IndexedText[] = [];
    let other = this.#heads[this.#cell(position, band)] ?? NONE;
    for (; other !== NONE; other = this.#next[other * BANDS + band] ?? NONE) {
      if (other === position || this.#row(other, row) !== this.#row(position, row)) continue;
      if (this.#row(other, row + 1) !== this.#row(position, row + 1)) continue;
      const text = this.#texts[other];
      if (text !== undefined && isSought(text)) bucket.push(text);
    }
    return bucket;
  }

  #row(position: number, row: number): number {
    return this.#signatures[position * ROW + row] as number;
  }

  #cell(position: number, band: number): number {
    const row = band * BAND_ROWS;
    const hash = Math.imul(this.#row(position, row), 0x9e3779b1) ^ this.#row(position, row + 1);
    return band * this.#room + ((hash ^ (hash >>> 15)) & (this.#room - 1));
  }

  #link(position: number): void {
    if ((this.#texts[position]?.shingles ?? 0) < MIN_SHINGLES) return;
    for (let band = 0; band < BANDS; band++) {
      const cell = this.#cell(position, band);
      this.#next[position * BANDS + band] = this.#heads[cell] as number;
      this.#heads[cell] = position;
    }
  }

  /** Moves the live texts together, with room for as many again: a power of two, so that a mask finds the cell. */
  #rebuild(): void {
    const [texts, signatures] = [this.#texts, this.#signatures];
    this.#room = 1024;
    while (this.#room < 1.5 * this.#positions.size) this.#room *= 2;
    this.#texts = [];
    this.#signatures = new Uint32Array(this.#room * ROW);
    this.#heads = new Int32Array(this.#room * BANDS).fill(NONE);
    this.#next = new Int32Array(this.#room * BANDS);
    for (const [old, text] of texts.entries()) {
      if (text === undefined) continue;
      const position = this.#texts.push(text) - 1;
      this.#positions.set(text.articleId, position);
      this.#signatures.set(signatures.subarray(old * ROW, (old + 1) * ROW), position * ROW);
      this.#link(position);
    }
  }
}
