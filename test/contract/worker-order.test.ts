import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignStories } from '../../src/cluster/assign-stories.ts';
import { unpackClusters } from '../../src/cluster/packed-input.ts';
import { loadWholeBatch, saveClusters } from '../../src/pipeline/stages/cluster-stage.ts';
import { saveFingerprint } from '../../src/store/annotations.ts';
import { saveArticle } from '../../src/store/articles.ts';
import { openSqlite } from '../../src/store/open-store.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { type Db, migrate } from '../../src/store/store.ts';
import * as build from '../builders/stored.ts';

const HOUR = 3_600_000;
const TOOLS = { background: { documents: 0, frequencies: {} } };

/** An article of some event, and how long a worker is busy with it. */
interface Draft {
  readonly event: number;
  readonly hour: number;
  readonly variant: number;
  readonly work: number;
}

function print({ event, hour, variant }: Draft, id: string) {
  const words = Array.from(
    { length: 12 },
    (_, i) => [`e${event}w${(i + variant) % 16}`, 1 + (i % 3)] as const,
  );
  const all = Array.from({ length: 8 }, (_, i) => [`news${(i + variant + event) % 12}`, 1] as const);
  return build.fingerprint(id, {
    publishedAt: Date.UTC(2026, 0, 10) + hour * HOUR,
    signature: Array.from({ length: 128 }, (_, row) => event * 100_000 + variant * 1000 + row),
    shingles: 100,
    terms: [...words, ...all],
    names: [1, 2, 3].map((name) => [`name ${event} ${(name + variant) % 5}`, name] as const),
  });
}

/** The order in which so many workers, each taking the next article as soon as it is free, have done a round. */
function finishingOrder(round: readonly Draft[], workers: number): number[] {
  const freeAt = Array<number>(workers).fill(0);
  const ends = round.map(({ work }, index) => {
    const worker = freeAt.indexOf(Math.min(...freeAt));
    const end = (freeAt[worker] ?? 0) + work;
    freeAt[worker] = end;
    return { index, end };
  });
  return ends.sort((a, b) => a.end - b.end || b.index - a.index).map(({ index }) => index);
}

async function clusterAll(db: Db, batch: number): Promise<void> {
  for (;;) {
    const input = await loadWholeBatch(db, batch);
    if (input?.stored == null) return;
    await saveClusters(db, 'all', assignStories({ ...input, ...unpackClusters(input.stored) }, TOOLS));
  }
}

/** All that is stored of the stories after these rounds. */
async function storiesOf(rounds: readonly (readonly Draft[])[], workers: number, batch: number) {
  const store = openSqlite(':memory:');
  try {
    const { db } = store;
    await migrate(store);
    await saveOutlets(db, [build.outlet('example.org')]);
    for (const [r, round] of rounds.entries()) {
      for (const index of finishingOrder(round, workers)) {
        const id = `r${r}n${index}`;
        await saveArticle(db, build.article(id), { seenAt: 1 });
        await saveFingerprint(db, print(round[index] as Draft, id));
      }
      await clusterAll(db, batch);
    }
    const members = await db.selectFrom('storyArticles').selectAll().orderBy('articleId').execute();
    const stories = await db.selectFrom('stories').select(['id', 'slug', 'state']).orderBy('id').execute();
    return { members, stories };
  } finally {
    await store.close();
  }
}

describe('the stories of a round', () => {
  it('are the same however many workers read it, for any size of the batches of clustering', async () => {
    const draft = fc.record({
      event: fc.nat(3),
      hour: fc.nat(72),
      variant: fc.nat(6),
      work: fc.integer({ min: 1, max: 9 }),
    });
    const rounds = fc.array(fc.array(draft, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 });
    const several = fc.integer({ min: 2, max: 8 });
    await fc.assert(
      fc.asyncProperty(rounds, several, fc.integer({ min: 1, max: 10 }), async (list, workers, batch) => {
        expect(await storiesOf(list, workers, batch)).toEqual(await storiesOf(list, 1, batch));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
