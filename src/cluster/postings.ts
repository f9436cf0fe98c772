/** Room for the first entries of a key; it doubles when they are used up. */
const FIRST_ROOM = 4;

/**
 * Inverted index of sparse vectors: numbered key to the slots of the vectors that hold it, with their values. All lists
 * lie in two typed arrays, so that two million entries are no two million objects. Vectors are only added: those that are
 * gone stay until `compact`.
 */
export class Postings {
  #slots = new Int32Array(1024);
  #values = new Float32Array(1024);
  #used = 0;
  #starts: number[] = [];
  #lengths: number[] = [];
  #rooms: number[] = [];

  has(id: number): boolean {
    return (this.#lengths[id] ?? 0) > 0;
  }

  add(id: number, slot: number, value: number): void {
    const length = this.#lengths[id] ?? 0;
    if (length === (this.#rooms[id] ?? 0)) this.#widen(id, length);
    const at = (this.#starts[id] ?? 0) + length;
    this.#slots[at] = slot;
    this.#values[at] = value;
    this.#lengths[id] = length + 1;
  }

  /** Adds `factor` times the value of each vector that holds the key to `products`, by slot. */
  accumulate(id: number, factor: number, products: Float64Array): void {
    const start = this.#starts[id] ?? 0;
    const end = start + (this.#lengths[id] ?? 0);
    const [slots, values] = [this.#slots, this.#values];
    for (let i = start; i < end; i++) {
      const slot = slots[i] as number;
      products[slot] = (products[slot] as number) + factor * (values[i] as number);
    }
  }

  /** Calls `visit` with each slot whose vector holds the key. */
  forEach(id: number, visit: (slot: number) => void): void {
    const start = this.#starts[id] ?? 0;
    const end = start + (this.#lengths[id] ?? 0);
    for (let i = start; i < end; i++) visit(this.#slots[i] as number);
  }

  /** Drops the entries of slots that are gone. */
  compact(isLive: Uint8Array): void {
    const [slots, values] = [this.#slots, this.#values];
    const [starts, lengths] = [this.#starts, this.#lengths];
    const room = this.#used;
    this.#slots = new Int32Array(room);
    this.#values = new Float32Array(room);
    const [keptSlots, keptValues] = [this.#slots, this.#values];
    let used = 0;
    for (let id = 0; id < lengths.length; id++) {
      const start = starts[id] ?? 0;
      const end = start + (lengths[id] ?? 0);
      starts[id] = used;
      for (let i = start; i < end; i++) {
        const slot = slots[i] as number;
        if (isLive[slot] !== 1) continue;
        keptSlots[used] = slot;
        keptValues[used++] = values[i] as number;
      }
      const kept = used - (starts[id] ?? 0);
      lengths[id] = kept;
      // A quarter of room to spare, as far as the list gave up as much: so that the next entry moves nothing.
      const spare = Math.min(end - start - kept, kept >> 2);
      this.#rooms[id] = kept + spare;
      used += spare;
    }
    this.#used = used;
  }

  #widen(id: number, length: number): void {
    while (this.#rooms.length <= id) {
      this.#starts.push(0);
      this.#lengths.push(0);
      this.#rooms.push(0);
    }
    const room = Math.max(FIRST_ROOM, 2 * length);
    if (this.#used + room > this.#slots.length) this.#grow(this.#used + room);
    const from = this.#starts[id] ?? 0;
    this.#slots.copyWithin(this.#used, from, from + length);
    this.#values.copyWithin(this.#used, from, from + length);
    this.#starts[id] = this.#used;
    this.#rooms[id] = room;
    this.#used += room;
  }

  #grow(least: number): void {
    const size = Math.max(least, Math.ceil(1.5 * this.#slots.length));
    const slots = new Int32Array(size);
    slots.set(this.#slots);
    this.#slots = slots;
    const values = new Float32Array(size);
    values.set(this.#values);
    this.#values = values;
  }
}
