import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';

/** How much longer than a page takes to render everybody else has the process to themselves before the next one. */
const REST = 3;
/** Pages that wait at most; those that are left out are rendered when somebody asks for them after they are gone. */
const MOST_WAITING = 500;

/** Pages that are rendered while nobody waits for them: one at a time, with pauses, so that readers do not notice. */
export class BackgroundRenders {
  readonly #turns = new PQueue({ concurrency: 1 });
  readonly #waiting = new Set<string>();

  /** @param render never rejects: what cannot be rendered is shown to whoever asks next */
  add(key: string, render: () => Promise<void>): void {
    if (this.#waiting.has(key) || this.#waiting.size >= MOST_WAITING) return;
    this.#waiting.add(key);
    void this.#turns.add(async () => {
      const start = performance.now();
      await render();
      this.#waiting.delete(key);
      await wait(REST * (performance.now() - start), undefined, { ref: false });
    });
  }
}
