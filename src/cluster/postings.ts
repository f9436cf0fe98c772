import { EntryPool, roomFor } from './entry-pool.ts';

/** Numbers kept per key: the beginning of its list, its length and the room it has. */
const HEAD = 4;
const LENGTH = 1;
const ROOM = 2;

/**
 * Inverted index of sparse vectors: numbered key to the slots of the vectors that hold it, with their values. Vectors are
 * only added: those that are gone stay until `compact`.
 */
export class Postings {
  readonly #pool = new EntryPool();
  #heads = new Int32Array(1024 * HEAD);

  has(id: number): boolean {
    return (this.#heads[id * HEAD + LENGTH] ?? 0) > 0;
  }

  add(id: number, slot: number, value: number): void {
    const head = id * HEAD;
    if (head >= this.#heads.length) this.#widen(head);
    const heads = this.#heads;
    const length = heads[head + LENGTH] as number;
    if (length === heads[head + ROOM]) this.#move(head, roomFor(length + 1));
    const at = 2 * ((heads[head] as number) + length);
    this.#pool.numbers[at] = slot;
    this.#pool.values[at + 1] = value;
    heads[head + LENGTH] = length + 1;
  }

  /** Adds `factor` times the value of each vector that holds the key to `products`, by slot. */
  accumulate(id: number, factor: number, products: Float64Array): void {
    const head = id * HEAD;
    const start = 2 * (this.#heads[head] ?? 0);
    const end = start + 2 * (this.#heads[head + LENGTH] ?? 0);
    const { numbers, values } = this.#pool;
    for (let at = start; at < end; at += 2) {
      const slot = numbers[at] as number;
      products[slot] = (products[slot] as number) + factor * (values[at + 1] as number);
    }
  }

  /** Calls `visit` with each slot whose vector holds the key. */
  forEach(id: number, visit: (slot: number) => void): void {
    const start = this.#heads[id * HEAD] ?? 0;
    const end = start + (this.#heads[id * HEAD + LENGTH] ?? 0);
    for (let i = start; i < end; i++) visit(this.#pool.numbers[2 * i] as number);
  }

  /** Drops the entries of slots that are gone. */
  compact(isLive: Uint8Array): void {
    for (let head = 0; head < this.#heads.length; head += HEAD) {
      const kept = this.#filter(head, isLive);
      const room = this.#heads[head + ROOM] as number;
      // Lists that give up a little get it back with the next articles.
      if (kept === 0 && room > 0) this.#move(head, 0);
      else if (roomFor(kept) < room >> 1) this.#move(head, roomFor(kept));
    }
  }

  /** Moves the live entries of a list together; returns how many they are. */
  #filter(head: number, isLive: Uint8Array): number {
    const start = 2 * (this.#heads[head] as number);
    const end = start + 2 * (this.#heads[head + LENGTH] as number);
    const { numbers, values } = this.#pool;
    let to = start;
    for (let at = start; at < end; at += 2) {
      const slot = numbers[at] as number;
      if (isLive[slot] !== 1) continue;
      numbers[to] = slot;
      values[to + 1] = values[at + 1] as number;
      to += 2;
    }
    const kept = (to - start) >> 1;
    this.#heads[head + LENGTH] = kept;
    return kept;
  }

  /** Moves a list to a block of another room; with none it has no block. */
  #move(head: number, room: number): void {
    const [heads, pool] = [this.#heads, this.#pool];
    const [start, length, before] = [
      heads[head] as number,
      heads[head + LENGTH] as number,
      heads[head + ROOM] as number,
    ];
    const to = room === 0 ? 0 : pool.take(room);
    pool.numbers.copyWithin(2 * to, 2 * start, 2 * (start + length));
    if (before > 0) pool.give(start, before);
    heads[head] = to;
    heads[head + ROOM] = room;
  }

  #widen(head: number): void {
    const heads = new Int32Array(Math.max(head + HEAD, HEAD * Math.ceil((1.25 * this.#heads.length) / HEAD)));
    heads.set(this.#heads);
    this.#heads = heads;
  }
}
