/** The row of each of a set of hashes, in one array: a look-up waits for memory once, where a Map waits two or three times. */
export class HashIndex {
  readonly #mask: number;
  /** Hash and one more than its row, side by side; 0 for the row of an empty slot. At most half of the slots are taken. */
  readonly #slots: Int32Array;

  /** Hashes of 30 bits by their rows; of equal ones the first counts. */
  constructor(hashes: ArrayLike<number>) {
    const size = 2 ** Math.ceil(Math.log2(2 * hashes.length + 2));
    this.#mask = size - 1;
    this.#slots = new Int32Array(2 * size);
    for (let row = 0; row < hashes.length; row += 1) {
      const slot = this.#slotOf(hashes[row] as number);
      if (this.#slots[slot + 1] !== 0) continue;
      this.#slots[slot] = hashes[row] as number;
      this.#slots[slot + 1] = row + 1;
    }
  }

  /** -1 for a hash that is not among them. */
  rowOf(hash: number): number {
    return (this.#slots[this.#slotOf(hash) + 1] as number) - 1;
  }

  /** Where a hash stands, or the empty slot where it would. */
  #slotOf(hash: number): number {
    const slots = this.#slots;
    let at = hash & this.#mask;
    while (slots[2 * at + 1] !== 0 && slots[2 * at] !== hash) at = (at + 1) & this.#mask;
    return 2 * at;
  }
}
