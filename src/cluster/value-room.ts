/** Values of one piece of memory: some hundred articles of 200 words. */
const PIECE = 2 ** 17;

/**
 * Room for the values of vectors that live as long as a batch. An array of its own for each of them has the garbage
 * collector run all the time, because what lies outside its heap counts as pressure.
 */
export class ValueRoom {
  readonly #pieces = [new Float64Array(PIECE)];
  #piece = 0;
  #used = 0;

  /** Values to be written to, whatever they are now. */
  take(length: number): Float64Array {
    while (this.#used + length > (this.#pieces[this.#piece] as Float64Array).length) this.#next(length);
    const start = this.#used;
    this.#used += length;
    return (this.#pieces[this.#piece] as Float64Array).subarray(start, this.#used);
  }

  /** All values that were taken are free to be taken again. */
  clear(): void {
    this.#piece = 0;
    this.#used = 0;
  }

  #next(length: number): void {
    this.#piece++;
    this.#pieces[this.#piece] ??= new Float64Array(Math.max(PIECE, length));
    this.#used = 0;
  }
}
