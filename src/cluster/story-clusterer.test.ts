import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventArticle, START } from '../../test/builders/event-articles.ts';
import type { ArticleSignature, Fingerprint, StoryState } from '../core/story.ts';
import type { ClusterOutput, StoredClusters } from './cluster-decisions.ts';
import { StoryClusterer } from './story-clusterer.ts';

const DAY = 86_400_000;
const TOOLS = { background: { documents: 0, frequencies: {} } };
const EMPTY: StoredClusters = { stories: [], signatures: [], documentFrequencies: [], documents: 0 };

/** What a store holds after some batches. */
class Stored implements StoredClusters {
  readonly #stories = new Map<string, StoryState>();
  #frequencies = new Map<string, number>();
  readonly signatures: ArticleSignature[] = [];
  documents = 0;

  get stories() {
    return [...this.#stories.values()].reverse();
  }

  get documentFrequencies() {
    return [...this.#frequencies];
  }

  add(batch: readonly Fingerprint[], output: ClusterOutput): void {
    for (const story of output.stories) this.#stories.set(story.id, JSON.parse(JSON.stringify(story)));
    if (output.halved) {
      const halves = [...this.#frequencies].map(([key, n]) => [key, Math.floor(n / 2)] as const);
      this.#frequencies = new Map(halves.filter(([, n]) => n > 0));
      this.documents = Math.floor(this.documents / 2);
    }
    for (const [key, n] of output.documentFrequencies)
      this.#frequencies.set(key, (this.#frequencies.get(key) ?? 0) + n);
    this.documents += output.documents;
    for (const { articleId, storyId, copyOf } of output.assignments) {
      const print = batch.find((candidate) => candidate.articleId === articleId)!;
      this.signatures.push({ ...print, storyId, copyOf });
    }
  }
}

const batches = fc.array(
  fc.array(fc.record({ event: fc.nat(5), at: fc.nat(2 * DAY), text: fc.nat(6) }), {
    minLength: 1,
    maxLength: 8,
  }),
  { minLength: 2, maxLength: 8 },
);

const toArticles = (list: readonly (readonly { event: number; at: number; text: number }[])[]) =>
  list.map((batch, b) =>
    batch.map((draft, i) => eventArticle(`b${b}n${i}`, { ...draft, at: draft.at + 2 * b * DAY })),
  );

describe('StoryClusterer', () => {
  it('decides the same whether it goes on or is restored before any batch', () => {
    fc.assert(
      fc.property(batches, (list) => {
        const warm = new StoryClusterer(EMPTY, TOOLS);
        const stored = new Stored();
        for (const batch of toArticles(list)) {
          const restored = new StoryClusterer(stored, TOOLS).assign(batch);
          const output = warm.assign(batch);
          expect(new Map(output.documentFrequencies)).toEqual(new Map(restored.documentFrequencies));
          expect({ ...output, documentFrequencies: [] }).toEqual({ ...restored, documentFrequencies: [] });
          stored.add(batch, output);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is free of the order within a batch when warm', () => {
    fc.assert(
      fc.property(batches, (list) => {
        const [one, other] = [new StoryClusterer(EMPTY, TOOLS), new StoryClusterer(EMPTY, TOOLS)];
        for (const batch of toArticles(list))
          expect(other.assign([...batch].reverse())).toEqual(one.assign(batch));
      }),
      { numRuns: 60 },
    );
  });

  it('lets go of stories that left the active window, and says what it no longer reaches', () => {
    const clusterer = new StoryClusterer(EMPTY, TOOLS);
    clusterer.assign([0, 1, 2].map((event) => eventArticle(`a${event}`, { event, at: 0, text: 0 })));
    expect(clusterer.activeStories).toBe(3);
    clusterer.assign([eventArticle('b', { event: 4, at: 20 * DAY, text: 0 })]);
    expect(clusterer.activeStories).toBe(1);
    expect(clusterer.reaches(START + 20 * DAY)).toBe(true);
    expect(clusterer.reaches(START)).toBe(false);
  });

  it('forgets the terms of old stories once very many documents were read, and asks the store to halve', () => {
    const documents = 40_000;
    const frequencies = [
      ['old', 1],
      ['news1', 9_000],
    ] as const;
    const clusterer = new StoryClusterer({ ...EMPTY, documents, documentFrequencies: frequencies }, TOOLS);
    const before = clusterer.knownKeys;
    expect(clusterer.assign([]).halved).toBe(false);
    expect(
      clusterer.assign([{ ...eventArticle('a', { event: 0, at: 0, text: 0 }), terms: [], names: [] }]).halved,
    ).toBe(true);
    expect(clusterer.knownKeys).toBe(before - 1);
    expect(clusterer.assign([eventArticle('b', { event: 1, at: 0, text: 0 })]).halved).toBe(false);
  });
});
