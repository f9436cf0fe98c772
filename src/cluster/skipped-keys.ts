import { EntryPool, roomFor } from './entry-pool.ts';
import type { SumVector } from './sum-vector.ts';
import { widened } from './widened.ts';

/** What a slot has instead of how many common keys its vector holds: it is not known. */
const STALE = -1;

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
  /** By number: what the key weighs in this article; 0 where it is not left out. */
  #factors = new Float64Array(256);
  /** By number: 1 where the key is left out, and 1 where it is a name. */
  #isSkipped = new Uint8Array(256);
  #isName = new Uint8Array(256);
  #skipped: number[] = [];
  /** Numbers and sums of the common keys of each slot's vector, in its order. */
  readonly #blocks = new EntryPool();
  /** Per slot where its block begins, how many entries it has and how many it has room for. */
  #starts = new Int32Array(1024);
  #sizes = new Int32Array(1024).fill(STALE);
  #rooms = new Int32Array(1024);
  /** Of one block the entries that count, and of one vector the numbers of its common keys and their places. */
  #hits = new Int32Array(1024);
  #found = new Int32Array(1024);
  #places = new Int32Array(1024);

  clear(): void {
    for (const number of this.#skipped) this.#factors[number] = this.#isSkipped[number] = 0;
    this.#skipped = [];
  }

  has(id: number): boolean {
    return this.#isSkipped[this.#numbers[id] ?? NOT_COMMON] === 1;
  }

  /** Whether the key was left out before. If not, each slot that holds it has to be forgotten. */
  knows(id: number): boolean {
    return (this.#numbers[id] ?? NOT_COMMON) !== NOT_COMMON;
  }

  /** @param factor what an entry of the key is multiplied by, above 0 */
  add(id: number, factor: number, isName: boolean): void {
    const number = this.#numbers[id] || this.#numberOf(id);
    this.#factors[number] = factor;
    this.#isSkipped[number] = 1;
    this.#isName[number] = Number(isName);
    this.#skipped.push(number);
  }

  /** The block of a slot is taken anew when it is next asked for: its vector is another, or a key of it is common now. */
  forget(slot: number): void {
    if (slot >= this.#sizes.length) this.#widenSlots(slot);
    this.#sizes[slot] = STALE;
  }

  /**
   * Dot products of the left-out part with the vector of a slot. The entries that count are picked out first, without a
   * branch and without adding: one sum after the other is what takes the time.
   */
  multiply(slot: number, vector: SumVector): Products {
    if (this.#sizes[slot] === STALE) this.#takeBlock(slot, vector);
    const { numbers, values } = this.#blocks;
    const [isSkipped, hits, factors, isName] = [this.#isSkipped, this.#hits, this.#factors, this.#isName];
    const start = 2 * (this.#starts[slot] as number);
    const end = start + 2 * (this.#sizes[slot] as number);
    let count = 0;
    for (let at = start; at < end; at += 2) {
      hits[count] = at;
      count += isSkipped[numbers[at] as number] as number;
    }
    let terms = 0;
    let names = 0;
    for (let hit = 0; hit < count; hit++) {
      const at = hits[hit] as number;
      const number = numbers[at] as number;
      const product = (factors[number] as number) * (values[at + 1] as number);
      if (isName[number] === 1) names += product;
      else terms += product;
    }
    return { terms, names };
  }

  /** The number of a key that is left out for the first time. */
  #numberOf(id: number): number {
    if (id >= this.#numbers.length)
      this.#numbers = widened(this.#numbers, Math.max(id + 1, 2 * this.#numbers.length));
    const number = ++this.#known;
    if (number >= this.#factors.length) {
      this.#factors = widened(this.#factors, 2 * number);
      this.#isSkipped = widened(this.#isSkipped, 2 * number);
      this.#isName = widened(this.#isName, 2 * number);
    }
    this.#numbers[id] = number;
    return number;
  }

  #takeBlock(slot: number, { ids, sums }: SumVector): void {
    if (ids.length >= this.#hits.length) {
      this.#hits = new Int32Array(2 * ids.length);
      this.#found = new Int32Array(2 * ids.length);
      this.#places = new Int32Array(2 * ids.length);
    }
    let size = 0;
    for (let k = 0; k < ids.length; k++) {
      const number = this.#numbers[ids[k] as number] ?? NOT_COMMON;
      if (number === NOT_COMMON) continue;
      this.#found[size] = number;
      this.#places[size++] = k;
    }
    if (size > (this.#rooms[slot] as number)) this.#makeRoom(slot, roomFor(size));
    const { numbers, values } = this.#blocks;
    let at = 2 * (this.#starts[slot] as number);
    for (let i = 0; i < size; i++, at += 2) {
      numbers[at] = this.#found[i] as number;
      values[at + 1] = sums[this.#places[i] as number] as number;
    }
    this.#sizes[slot] = size;
  }

  #makeRoom(slot: number, room: number): void {
    const before = this.#rooms[slot] as number;
    if (before > 0) this.#blocks.give(this.#starts[slot] as number, before);
    this.#starts[slot] = this.#blocks.take(room);
    this.#rooms[slot] = room;
  }

  #widenSlots(slot: number): void {
    const slots = Math.max(slot + 1, Math.ceil(1.25 * this.#sizes.length));
    const known = this.#sizes.length;
    this.#starts = widened(this.#starts, slots);
    this.#rooms = widened(this.#rooms, slots);
    this.#sizes = widened(this.#sizes, slots).fill(STALE, known);
  }
}
