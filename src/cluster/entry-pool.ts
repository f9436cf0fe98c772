/** Entries of the smallest block; above it the sizes go 4, 6, 8, 12, 16, 24 …, so that hardly a quarter of the room is spare. */
const FIRST_ROOM = 4;

/** How much more room the pool gets when it is full: what it is copied from and to is in memory at once. */
const GROWTH = 1.25;

/**
 * Blocks of entries, a number and a value each, in one buffer: a million short lists are no million objects. A block
 * that is given back is used for the next one of its size. Entry `i` is `numbers[2 * i]` and `values[2 * i + 1]`, next
 * to one another in the memory; both arrays are others after `take`.
 */
export class EntryPool {
  numbers = new Int32Array(2048);
  values = new Float32Array(this.numbers.buffer);
  #used = 0;
  /** Per size of block, smallest first, the beginnings of those that were given back. */
  readonly #free: number[][] = [];

  /** The first entry of a block of this room, which is a result of `roomFor`. */
  take(room: number): number {
    const known = this.#free[sizeOf(room)]?.pop();
    if (known !== undefined) return known;
    const start = this.#used;
    this.#used += room;
    if (2 * this.#used > this.numbers.length) this.#grow();
    return start;
  }

  give(start: number, room: number): void {
    const size = sizeOf(room);
    while (this.#free.length <= size) this.#free.push([]);
    this.#free[size]?.push(start);
  }

  #grow(): void {
    const numbers = new Int32Array(2 * Math.ceil(GROWTH * this.#used));
    numbers.set(this.numbers);
    this.numbers = numbers;
    this.values = new Float32Array(numbers.buffer);
  }
}

/** The least room of a block that holds so many entries. */
export function roomFor(entries: number): number {
  if (entries <= FIRST_ROOM) return FIRST_ROOM;
  const power = 2 ** (32 - Math.clz32(entries - 1));
  return entries <= 0.75 * power ? 0.75 * power : power;
}

/** The place of a room among all: 0 for 4, 1 for 6, 2 for 8 … */
function sizeOf(room: number): number {
  const bits = 31 - Math.clz32(room);
  return 2 * (bits - 2) + Number(room !== 2 ** bits);
}
