import type { SumVector } from './sum-vector.ts';

/** Room for the common keys of one vector: all of a stored one. Where there are more, the vector itself is read. */
const ROOM = 480;

/** What a slot has instead of how many common keys its vector holds: it is not known, or too many. */
const STALE = -1;
const TOO_MANY = -2;

/** Number of a key that no search has left out. */
const NOT_COMMON = 0;

/** Dot products, those of terms and of names apart. */
interface Products {
  readonly terms: number;
  readonly names: number;
}

/**
 * The keys of one article that a search leaves out at first, with what they weigh. Every key that was ever left out has a
 * small number, and the part of each indexed vector with such keys lies in one block: the candidates of a search are
 * scored with it without reading their vectors, which lie all over the memory.
 */
export class SkippedKeys {
  /** Numbers of the keys that were ever left out, from 1. */
  #numbers = new Int32Array(1024);
  #known = 0;
  /** By number: what the key weighs in this article as a term and as a name; 0 where it is not left out. */
  #asTerm = new Float64Array(256);
  #asName = new Float64Array(256);
  #skipped: number[] = [];
  /** Per slot the numbers and sums of its vector's common keys, and how many. */
  #blockNumbers = new Uint16Array(0);
  #blockSums = new Float32Array(0);
  #blockSizes = new Int32Array(0);

  clear(): void {
    for (const number of this.#skipped) this.#asTerm[number] = this.#asName[number] = 0;
    this.#skipped = [];
  }

  has(id: number): boolean {
    const number = this.#numbers[id] ?? NOT_COMMON;
    return number !== NOT_COMMON && this.#asTerm[number] !== this.#asName[number];
  }

  /** Whether the key was left out before. If not, each slot that holds it has to be forgotten. */
  knows(id: number): boolean {
    return (this.#numbers[id] ?? NOT_COMMON) !== NOT_COMMON;
  }

  /** @param factor what an entry of the key is multiplied by, above 0 */
  add(id: number, factor: number, isName: boolean): void {
    const number = this.#numbers[id] || this.#numberOf(id);
    if (isName) this.#asName[number] = factor;
    else this.#asTerm[number] = factor;
    this.#skipped.push(number);
  }

  /** The block of a slot is taken anew when it is next asked for: its vector is another, or a key of it is common now. */
  forget(slot: number): void {
    if (slot >= this.#blockSizes.length) this.#widenBlocks(slot);
    this.#blockSizes[slot] = STALE;
  }

  /** Dot products of the left-out part with the vector of a slot. */
  multiply(slot: number, vector: SumVector): Products {
    if (this.#blockSizes[slot] === STALE) this.#takeBlock(slot, vector);
    const size = this.#blockSizes[slot] as number;
    if (size === TOO_MANY) return this.#multiplyAll(vector);
    const [numbers, sums, asTerm, asName] = [this.#blockNumbers, this.#blockSums, this.#asTerm, this.#asName];
    let terms = 0;
    let names = 0;
    const end = slot * ROOM + size;
    for (let i = slot * ROOM; i < end; i++) {
      const number = numbers[i] as number;
      terms += (asTerm[number] as number) * (sums[i] as number);
      names += (asName[number] as number) * (sums[i] as number);
    }
    return { terms, names };
  }

  #multiplyAll({ ids, sums }: SumVector): Products {
    let terms = 0;
    let names = 0;
    for (let k = 0; k < ids.length; k++) {
      const number = this.#numbers[ids[k] as number] ?? NOT_COMMON;
      terms += (this.#asTerm[number] as number) * (sums[k] as number);
      names += (this.#asName[number] as number) * (sums[k] as number);
    }
    return { terms, names };
  }

  /** The number of a key that is left out for the first time. */
  #numberOf(id: number): number {
    if (id >= this.#numbers.length)
      this.#numbers = widened(this.#numbers, Math.max(id + 1, 2 * this.#numbers.length));
    const number = ++this.#known;
    if (number >= this.#asTerm.length) {
      this.#asTerm = widened(this.#asTerm, 2 * number);
      this.#asName = widened(this.#asName, 2 * number);
    }
    this.#numbers[id] = number;
    return number;
  }

  #takeBlock(slot: number, { ids, sums }: SumVector): void {
    const start = slot * ROOM;
    let size = 0;
    for (let k = 0; k < ids.length && size <= ROOM; k++) {
      const number = this.#numbers[ids[k] as number] ?? NOT_COMMON;
      if (number === NOT_COMMON) continue;
      if (size < ROOM) {
        this.#blockNumbers[start + size] = number;
        this.#blockSums[start + size] = sums[k] as number;
      }
      size++;
    }
    this.#blockSizes[slot] = size > ROOM ? TOO_MANY : size;
  }

  #widenBlocks(slot: number): void {
    const slots = Math.max(slot + 1, 2 * this.#blockSizes.length, 1024);
    this.#blockNumbers = widened(this.#blockNumbers, slots * ROOM);
    this.#blockSums = widened(this.#blockSums, slots * ROOM);
    this.#blockSizes = widened(this.#blockSizes, slots);
  }
}

type TypedArray = Int32Array | Uint16Array | Float32Array | Float64Array;

/** A copy with more room. */
function widened<Values extends TypedArray>(values: Values, size: number): Values {
  const copy = new (values.constructor as new (size: number) => Values)(size);
  copy.set(values);
  return copy;
}
