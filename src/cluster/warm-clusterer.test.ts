import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventArticle, START } from '../../test/builders/event-articles.ts';
import type { ArticleSignature, Fingerprint, StoryState } from '../core/story.ts';
import type { ClusterOutput } from './cluster-decisions.ts';
import { StoryClusterer } from './story-clusterer.ts';
import { type Batch, WarmClusterer } from './warm-clusterer.ts';

const DAY = 86_400_000;
const TOOLS = { background: { documents: 0, frequencies: {} } };

/** A store: what it gives for a batch is what the pipeline's load reads. */
class Stored {
  readonly stories = new Map<string, { state: StoryState; revision: number }>();
  readonly signatures: ArticleSignature[] = [];
  readonly frequencies = new Map<string, number>();
  documents = 0;

  batch(pending: readonly Fingerprint[]): Batch {
    const near = this.#near(pending);
    return {
      pending,
      round: 1,
      roster: {
        ids: near.map(({ state }) => state.id),
        revisions: Int32Array.from(near, ({ revision }) => revision),
      },
      documents: this.documents,
      outlets: [],
    };
  }

  around(pending: readonly Fingerprint[]) {
    const [from, to] = stretchOf(pending);
    return {
      stories: this.#near(pending).map(({ state }) => state),
      signatures: this.signatures.filter(({ publishedAt }) => publishedAt >= from && publishedAt <= to),
      documentFrequencies: [...this.frequencies],
    };
  }

  save(pending: readonly Fingerprint[], output: ClusterOutput): void {
    for (const story of output.stories) {
      const revision = (this.stories.get(story.id)?.revision ?? 0) + 1;
      this.stories.set(story.id, { state: JSON.parse(JSON.stringify(story)), revision });
    }
    for (const [key, n] of output.documentFrequencies)
      this.frequencies.set(key, (this.frequencies.get(key) ?? 0) + n);
    this.documents += output.documents;
    for (const { articleId, storyId, copyOf } of output.assignments) {
      const print = pending.find((candidate) => candidate.articleId === articleId)!;
      this.signatures.push({ ...print, storyId, copyOf });
    }
  }

  /** One story takes up another, as a repair or a hand has it. */
  merge(into: string, from: string): void {
    const [keeper, taken] = [this.stories.get(into)!, this.stories.get(from)!];
    const state = {
      ...keeper.state,
      firstAt: Math.min(keeper.state.firstAt, taken.state.firstAt),
      lastAt: Math.max(keeper.state.lastAt, taken.state.lastAt),
      size: keeper.state.size + taken.state.size,
    };
    this.stories.set(into, { state, revision: keeper.revision + 1 });
    this.stories.delete(from);
    for (const [i, signature] of this.signatures.entries())
      if (signature.storyId === from) this.signatures[i] = { ...signature, storyId: into };
  }

  #near(pending: readonly Fingerprint[]) {
    const [from, to] = stretchOf(pending);
    return [...this.stories.values()].filter(({ state }) => state.lastAt >= from && state.firstAt <= to);
  }
}

function stretchOf(pending: readonly Fingerprint[]): [from: number, to: number] {
  const times = pending.map(({ publishedAt }) => publishedAt);
  return [Math.min(...times) - 7 * DAY, Math.max(...times) + 7 * DAY];
}

type Disturbance = 'none' | 'merge' | 'lost' | 'other worker';

interface Step {
  readonly drafts: readonly { event: number; at: number; text: number }[];
  /** Days after the first batch; may go back. */
  readonly day: number;
  readonly disturbance: Disturbance;
}

const steps = fc.array(
  fc.record({
    drafts: fc.array(fc.record({ event: fc.nat(5), at: fc.nat(2 * DAY), text: fc.nat(6) }), {
      minLength: 1,
      maxLength: 8,
    }),
    day: fc.nat(25),
    disturbance: fc.constantFrom<Disturbance>('none', 'none', 'none', 'merge', 'lost', 'other worker'),
  }),
  { minLength: 2, maxLength: 8 },
);

/** What a clusterer decides that is restored for the batch and forgotten. */
function cold(stored: Stored, pending: readonly Fingerprint[]): ClusterOutput {
  const { documents } = stored;
  return new StoryClusterer({ ...stored.around(pending), documents, outlets: [] }, TOOLS).assign(pending);
}

/** Something happens to the store that the warm clusterer is not told of. */
function disturb(stored: Stored, { disturbance, day }: Step, b: number): void {
  const [into, from] = [...stored.stories.keys()];
  if (disturbance === 'merge' && into !== undefined && from !== undefined) stored.merge(into, from);
  if (disturbance !== 'other worker') return;
  const pending = [eventArticle(`other${b}`, { event: b % 3, at: day * DAY, text: 1 })];
  stored.save(pending, cold(stored, pending));
}

function expectSame(output: ClusterOutput, restored: ClusterOutput): void {
  expect(new Map(output.documentFrequencies)).toEqual(new Map(restored.documentFrequencies));
  expect({ ...output, documentFrequencies: [] }).toEqual({ ...restored, documentFrequencies: [] });
}

describe('WarmClusterer', () => {
  it('decides what one restored for each batch decides, whatever else is done to the store meanwhile', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const warm = new WarmClusterer(TOOLS);
        const stored = new Stored();
        for (const [b, step] of list.entries()) {
          disturb(stored, step, b);
          const pending = step.drafts.map((draft, i) =>
            eventArticle(`b${b}n${i}`, { ...draft, at: draft.at + step.day * DAY }),
          );
          const batch = stored.batch(pending);
          const output = warm.goOn(batch) ?? warm.restore(batch, stored.around(pending));
          expectSame(output, cold(stored, pending));
          if (step.disturbance !== 'lost') stored.save(pending, output);
        }
      }),
      { numRuns: 100 },
    );
  });

  const batchOf = (stored: Stored, day: number) =>
    stored.batch(
      [0, 1, 2].map((event) => eventArticle(`${day}-${event}`, { event, at: day * DAY, text: day })),
    );

  function afterOne(): { warm: WarmClusterer; stored: Stored } {
    const warm = new WarmClusterer(TOOLS);
    const stored = new Stored();
    const batch = batchOf(stored, 1);
    expect(warm.goOn(batch)).toBeNull();
    stored.save(batch.pending, warm.restore(batch, stored.around(batch.pending)));
    return { warm, stored };
  }

  it('goes on from batch to batch as long as nobody else writes', () => {
    const { warm, stored } = afterOne();
    for (const day of [2, 3, 20]) {
      const batch = batchOf(stored, day);
      const output = warm.goOn(batch);
      expect(output).not.toBeNull();
      if (output !== null) stored.save(batch.pending, output);
    }
  });

  const changes: Record<string, (stored: Stored, warm: WarmClusterer) => Partial<Batch>> = {
    'a story was changed': ({ stories }) => {
      for (const story of stories.values()) story.revision++;
      return {};
    },
    'a story is gone': ({ stories }) => {
      stories.delete([...stories.keys()][0] ?? '');
      return {};
    },
    'a story came': ({ stories }) => {
      const [story] = stories.values();
      if (story !== undefined) stories.set('new', { ...story, state: { ...story.state, id: 'new' } });
      return {};
    },
    'documents were counted': () => ({ documents: 99 }),
    'it is another round': () => ({ round: 2 }),
    'an outlet is known better': () => ({ outlets: [{ id: 'a', kind: 'agency', owner: null }] }),
    'it was told to forget': (_, warm) => {
      warm.forget();
      return {};
    },
  };

  it.each(Object.entries(changes))('does not go on when %s', (_, change) => {
    const { warm, stored } = afterOne();
    const changed = change(stored, warm);
    expect(warm.goOn({ ...batchOf(stored, 2), ...changed })).toBeNull();
    expect(warm.goOn(batchOf(stored, 2))).toBeNull();
  });

  it('does not go on with a batch of an earlier time: what that needs may be forgotten', () => {
    const { warm, stored } = afterOne();
    expect(warm.goOn(batchOf(stored, 0))).toBeNull();
  });

  it('does not go on into a time of which it has not read the stored articles', () => {
    const { warm, stored } = afterOne();
    // A story that began in reach and has articles far beyond it.
    const [story] = stored.stories.values();
    stored.stories.set(story!.state.id, {
      revision: 7,
      state: { ...story!.state, lastAt: START + 30 * DAY },
    });
    const first = batchOf(stored, 2);
    expect(warm.goOn(first)).toBeNull();
    stored.save(first.pending, warm.restore(first, stored.around(first.pending)));
    expect(warm.goOn(batchOf(stored, 3))).toBeNull();
  });
});
