import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Fingerprint } from '../../src/core/story.ts';
import type { PressRequest } from './press-child.ts';

const CHILD = fileURLToPath(new URL('./press-child.ts', import.meta.url));

/** The bench's endless press, made in a process of its own. One request at a time, besides what is asked for ahead. */
export class RemotePress {
  readonly #child: ChildProcess = fork(CHILD, { serialization: 'advanced' });
  readonly #batch: number;
  #ahead: Promise<Fingerprint[]> | null = null;

  /** @param batch articles of one batch */
  constructor(batch: number) {
    this.#batch = batch;
    this.#child.on('exit', (code) => {
      if (code !== null && code !== 0)
        throw new Error(`The process that makes the press ended with ${code}.`);
    });
  }

  /** The next batch; the one after it is made meanwhile. */
  async next(): Promise<Fingerprint[]> {
    const request: PressRequest = { kind: 'next', articles: this.#batch };
    const batch = await (this.#ahead ?? this.#ask(request));
    this.#ahead = this.#ask(request);
    return batch;
  }

  /** Begins the press from its first article. */
  async restart(): Promise<void> {
    await this.#settle();
    await this.#ask({ kind: 'restart' });
  }

  /** Writes the first articles as texts, one JSON object a line. */
  async write(file: string, articles: number): Promise<void> {
    await this.#settle();
    await this.#ask({ kind: 'write', file, articles });
  }

  stop(): void {
    this.#child.disconnect();
    this.#child.kill();
  }

  async #settle(): Promise<void> {
    await this.#ahead;
    this.#ahead = null;
  }

  async #ask(request: PressRequest): Promise<Fingerprint[]> {
    const answered = once(this.#child, 'message') as Promise<[Fingerprint[]]>;
    this.#child.send(request);
    return (await answered)[0];
  }
}
