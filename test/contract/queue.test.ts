import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queue } from '../../src/core/queue.ts';
import { DATABASES, type Opened } from './databases.ts';

const STAGES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

for (const database of DATABASES) {
  describe.skipIf(database.skipped !== null)(`the queue on ${database.name}`, () => {
    let opened: Opened;
    let queue: Queue;

    beforeAll(async () => {
      opened = await database.open();
      queue = await opened.openQueue(STAGES);
    }, 60_000);

    afterAll(async () => {
      await queue.close();
      await opened.close();
    });

    it('gives each waiting key to one claim only', async () => {
      await queue.put({ stage: 'first', keys: ['a', 'b', 'c'] });
      await queue.put({ stage: 'first', keys: ['b', 'c'] });
      const one = await queue.claim('first', 2);
      const two = await queue.claim('first', 2);
      const keys = [...one, ...two].map((job) => job.key).sort();
      expect(keys).toEqual(['a', 'b', 'c']);
      expect(await queue.claim('first', 2)).toEqual([]);
    });

    it('counts what waits and what runs until it is finished', async () => {
      await queue.put({ stage: 'second', keys: ['a', 'b'] });
      const jobs = await queue.claim('second', 1);
      expect(await queue.pending(['second'])).toBe(2);
      for (const job of jobs) await queue.finish(job, []);
      expect(await queue.pending(['second'])).toBe(1);
    });

    it('adds what follows from a finished job', async () => {
      await queue.put({ stage: 'third', keys: ['a'] });
      const [job] = await queue.claim('third', 1);
      await queue.finish(job!, [{ stage: 'fourth', keys: ['x', 'y'] }]);
      expect(await queue.pending(['third'])).toBe(0);
      expect(await queue.pending(['fourth'])).toBe(2);
    });

    it('hands a job back with one more attempt counted', async () => {
      await queue.put({ stage: 'fifth', keys: ['a'] });
      const [job] = await queue.claim('fifth', 1);
      expect(job?.attempts).toBe(0);
      await queue.retry(job!, 0);
      const [again] = await queue.claim('fifth', 1);
      expect(again).toMatchObject({ key: 'a', attempts: 1 });
    });

    it('holds a job back for as long as asked', async () => {
      await queue.put({ stage: 'sixth', keys: ['a'] });
      const [job] = await queue.claim('sixth', 1);
      await queue.retry(job!, 3_600_000);
      expect(await queue.claim('sixth', 1)).toEqual([]);
      expect(await queue.pending(['sixth'])).toBe(1);
    });

    it('makes claims of a process that died due again', async () => {
      await queue.put({ stage: 'fourth', keys: ['z'] });
      await queue.claim('fourth', 10);
      expect(await queue.claim('fourth', 10)).toEqual([]);
      await queue.releaseClaims();
      expect((await queue.claim('fourth', 10)).map((job) => job.key)).toContain('z');
    });
  });
}
