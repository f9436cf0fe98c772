import type { Fingerprint, StoryAssignment } from '../core/story.ts';
import { agglomerate, rootOf } from './agglomerate.ts';
import { articleVector } from './article-vector.ts';
import type { ClusterOutput, ClusterTools, StoredClusters } from './cluster-decisions.ts';
import { NOTHING_DECIDED, ownAssignment } from './cluster-decisions.ts';
import { compareText } from './compare-text.ts';
import { CopyIndex } from './copy-index.ts';
import { type Copy, findCopies } from './find-copies.ts';
import type { LiveStory } from './live-story.ts';
import {
  addMember,
  closeStory,
  currentVector,
  NO_SLOT,
  newStory,
  openStory,
  roundSum,
  settleStory,
  widen,
} from './live-story.ts';
import { ACTIVE_WINDOW_DAYS, CLUSTER_SETTINGS, DAY_MS } from './settings.ts';
import { type Candidate, type Edge, SimilarityIndex } from './similarity-graph.ts';
import { sortByTime } from './sort-by-time.ts';
import { type ArticleGroup, articleNode, type Group, isArticle, storyNode } from './story-graph.ts';
import { storyIdOf } from './story-id.ts';
import { TermTable } from './term-table.ts';
import { ValueRoom } from './value-room.ts';

/** Articles compared with one another at once; a larger batch is taken in slices by time, to bound memory. */
const SLICE = 2500;

const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

/** How much later than others an article may come and still find all stories of its own active window in memory. */
const LATE_MS = DAY_MS;

/**
 * When so many documents are counted, all counts are halved: what is common in the news changes with the season, and
 * the terms of old stories must not fill the memory. A choice, not a measurement: no evaluation set is that large.
 */
const MAX_DOCUMENTS = 40_000;

const NO_KEYS = new Int32Array(0);

/**
 * Clusters a stream: holds the stories of the active window in memory, assigns one batch after the other, and lets go of
 * what has left the window. The same batches give the same decisions whether one clusterer takes them all or each
 * is restored from what the ones before handed back, as long as no article comes later than `reaches` says.
 */
export class StoryClusterer {
  readonly #table: TermTable;
  readonly #index: SimilarityIndex<Group>;
  readonly #copies = new CopyIndex();
  readonly #outlets: StoredClusters['outlets'];
  readonly #stories = new Map<string, LiveStory>();
  /** Stories of this batch that are still their founding article alone, and lie in the index as that. */
  readonly #founded = new Set<LiveStory>();
  /** Values of this batch's articles. */
  readonly #values = new ValueRoom();
  #floor = Number.NEGATIVE_INFINITY;

  constructor(stored: StoredClusters, { background }: ClusterTools) {
    this.#table = new TermTable(
      { documents: stored.documents, frequencies: stored.documentFrequencies },
      background,
      CLUSTER_SETTINGS.backgroundDocuments,
    );
    this.#index = new SimilarityIndex(this.#table);
    this.#outlets = stored.outlets;
    const times = new Map<string, number[]>(stored.stories.map(({ id }) => [id, []]));
    for (const signature of stored.signatures) {
      const known = times.get(signature.storyId);
      if (known === undefined) continue;
      this.#copies.add(signature);
      if (signature.copyOf === null) known.push(signature.publishedAt);
    }
    for (const state of stored.stories) {
      const sorted = (times.get(state.id) ?? []).sort((a, b) => a - b);
      const story = openStory(state, sorted, this.#table);
      this.#stories.set(state.id, story);
      story.slot = this.#index.add(story, story.vector);
    }
  }

  /** Stories in memory. */
  get activeStories(): number {
    return this.#stories.size;
  }

  /** Whether a story is in memory. */
  holds(storyId: string): boolean {
    return this.#stories.has(storyId);
  }

  /** How many of the stories in memory touch a stretch of time; milliseconds. */
  storiesBetween(from: number, to: number): number {
    let count = 0;
    for (const { firstAt, lastAt } of this.#stories.values()) if (lastAt >= from && firstAt <= to) count++;
    return count;
  }

  /** Documents that were counted. */
  get documents(): number {
    return this.#table.documents;
  }

  /** Terms and names in memory. */
  get knownKeys(): number {
    return this.#table.size;
  }

  /**
   * Whether every story that an article of this time (milliseconds) may join is still in memory. An older one has to be
   * assigned by a clusterer that is restored around it.
   */
  reaches(publishedAt: number): boolean {
    return publishedAt - WINDOW_MS >= this.#floor;
  }

  /**
   * Assigns new articles to stories. Copies of a text go where their origin goes. The others are clustered together
   * with the active stories by average-link agglomeration over TF-IDF cosines that fade with the distance in time, so
   * that within a batch the order of arrival plays no part: any order of `articles` gives the same output. Stored stories
   * keep id and members; a new story is named after its earliest article, for life.
   */
  assign(articles: readonly Fingerprint[]): ClusterOutput {
    const pending = sortByTime(articles);
    const [first, last] = [pending[0], pending.at(-1)];
    if (first === undefined || last === undefined) return NOTHING_DECIDED;
    const stretch = { from: first.publishedAt - WINDOW_MS, to: last.publishedAt + WINDOW_MS };
    this.#prune(stretch.from - LATE_MS);
    const halved = this.#table.documents >= MAX_DOCUMENTS;
    if (halved) this.#halve();
    this.#values.clear();
    const keys = this.#table.count(pending);
    const keysOf = new Map(pending.map(({ articleId }, i) => [articleId, keys[i] ?? NO_KEYS]));

    const copies = findCopies(pending, this.#copies, stretch, WINDOW_MS, this.#outlets);
    const own = pending.filter(({ articleId }) => !copies.has(articleId));
    const assignments = new Map<string, StoryAssignment>();
    for (let start = 0; start < own.length; start += SLICE)
      this.#assignSlice(own.slice(start, start + SLICE), keysOf, assignments);
    for (const copy of pending) this.#assignCopy(copy, copies.get(copy.articleId), assignments);
    for (const { articleId } of pending) this.#settle(articleId, assignments.get(articleId));
    return {
      assignments: pending.flatMap(({ articleId }) => assignments.get(articleId) ?? []),
      stories: this.#closeChanged(),
      halved,
      documentFrequencies: this.#table.counts(),
      documents: pending.length,
    };
  }

  #prune(before: number): void {
    if (before <= this.#floor) return;
    this.#floor = before;
    for (const story of this.#stories.values()) {
      if (story.lastAt >= before) {
        while ((story.times[0] ?? before) < before) story.times.shift();
        continue;
      }
      this.#index.drop(story.slot);
      this.#stories.delete(story.id);
    }
    this.#copies.prune(before);
  }

  #halve(): void {
    this.#index.compact();
    this.#table.halve((id) => this.#index.holds(id));
  }

  /** Clusters a slice of articles, sorted by time, with the stories active around it. */
  #assignSlice(
    articles: readonly Fingerprint[],
    keysOf: ReadonlyMap<string, Int32Array>,
    assignments: Map<string, StoryAssignment>,
  ): void {
    const candidates = articles.map((article, position) =>
      this.#articleGroup(article, keysOf.get(article.articleId) ?? NO_KEYS, position),
    );
    const from = (candidates[0]?.publishedAt ?? 0) - WINDOW_MS;
    const to = (candidates.at(-1)?.publishedAt ?? 0) + WINDOW_MS;
    for (const story of this.#stories.values()) {
      this.#index.seek(story.slot, story.lastAt >= from && story.firstAt <= to);
    }
    const { near, edges, slots } = this.#link(candidates);
    const nodes = [...near.map(storyNode), ...candidates.map(articleNode)];
    const merges = agglomerate(nodes, edges, CLUSTER_SETTINGS);

    const joined = new Map(merges.map((merge) => [merge.from, merge]));
    const touched = new Set<LiveStory>();
    for (const [i, candidate] of candidates.entries()) {
      const root = rootOf(near.length + i, joined);
      const story = near[root] ?? this.#storyFoundedBy(candidates[root - near.length] ?? candidate);
      addMember(story, candidate.vector, candidate.publishedAt);
      touched.add(story);
      const score = joined.get(near.length + i)?.similarity ?? 1;
      assignments.set(candidate.articleId, ownAssignment(candidate.articleId, story.id, score));
    }
    const isLast = articles.length < SLICE;
    for (const [i, slot] of slots.entries()) this.#leave(slot, isLast ? candidates[i] : undefined);
    if (!isLast) for (const story of touched) this.#indexAnew(story);
  }

  /** Drops an article from the index, or leaves it there as the story that it founded and is alone in. */
  #leave(slot: number, article: ArticleGroup | undefined): void {
    const story = article && this.#stories.get(storyIdOf(article.articleId));
    if (story?.size === 1 && story.slot === NO_SLOT) {
      story.slot = slot;
      this.#founded.add(story);
    } else this.#index.drop(slot);
  }

  /** Edges between the articles, and between them and the stories they are like, which are returned by id. */
  #link(candidates: readonly ArticleGroup[]) {
    const found: [group: Group, candidate: number, edge: Edge][] = [];
    const slots: number[] = [];
    for (const [i, candidate] of candidates.entries()) {
      this.#index.neighbours(candidate, CLUSTER_SETTINGS, (group, edge) => {
        const isNear = !isArticle(group) || candidate.publishedAt - group.publishedAt <= WINDOW_MS;
        if (isNear) found.push([group, i, edge]);
      });
      // Rounded as those of a story are: most articles become one, and then nothing has to be moved.
      const { ids, counts } = candidate.vector;
      const sums = this.#values.take(counts.length);
      for (let k = 0; k < counts.length; k++) sums[k] = roundSum(counts[k] as number);
      const slot = this.#index.add(candidate, { ids, sums });
      this.#index.seek(slot, true);
      slots.push(slot);
    }
    const linked = new Set(found.flatMap(([group]) => (isArticle(group) ? [] : group)));
    const near = [...linked].sort((a, b) => compareText(a.id, b.id));
    const nodes = new Map<Group, number>(near.map((story, i) => [story, i]));
    const edges = found.map(([group, i, edge]): [number, number, Edge] => {
      const node = isArticle(group) ? near.length + group.position : (nodes.get(group) ?? 0);
      return [node, near.length + i, edge];
    });
    return { near, edges, slots };
  }

  #articleGroup(article: Fingerprint, keys: Int32Array, position: number): ArticleGroup {
    const { articleId, language, publishedAt } = article;
    const vector = articleVector(article, this.#table, CLUSTER_SETTINGS.nameShare, keys, this.#values);
    const names = vector.ids.length - vector.terms;
    return { articleId, language, publishedAt, vector, position, size: 1, times: [publishedAt], names };
  }

  #storyFoundedBy(founder: Candidate): LiveStory {
    const id = storyIdOf(founder.articleId);
    const known = this.#stories.get(id);
    if (known !== undefined) return known;
    const story = newStory(id, founder.language, founder.publishedAt);
    this.#stories.set(id, story);
    return story;
  }

  #assignCopy(article: Fingerprint, copy: Copy | undefined, assignments: Map<string, StoryAssignment>): void {
    if (copy === undefined) return;
    const story = this.#stories.get(copy.storyId ?? assignments.get(copy.originId)?.storyId ?? '');
    if (story === undefined) return;
    widen(story, article.publishedAt);
    assignments.set(article.articleId, {
      articleId: article.articleId,
      storyId: story.id,
      copyOf: copy.originId,
      copyKind: copy.kind,
      copySimilarity: copy.similarity,
      copyReason: copy.reason,
      score: copy.similarity,
    });
  }

  #settle(articleId: string, assignment: StoryAssignment | undefined): void {
    if (assignment === undefined) this.#copies.delete(articleId);
    else this.#copies.settle(articleId, assignment.storyId, assignment.copyOf);
  }

  /** Brings all that changed to the state that is stored, and returns that, by id. */
  #closeChanged() {
    const changed = [...this.#stories.values()].filter((story) => story.changed);
    changed.sort((a, b) => compareText(a.id, b.id));
    const closed = changed.map((story) => {
      const { isClosed } = story;
      settleStory(story, this.#table);
      if (this.#founded.has(story)) this.#index.replace(story.slot, story, story.vector);
      else if (!isClosed) this.#indexAnew(story);
      return closeStory(story, this.#table);
    });
    this.#founded.clear();
    return closed;
  }

  #indexAnew(story: LiveStory): void {
    this.#index.drop(story.slot);
    story.slot = this.#index.add(story, currentVector(story));
  }
}
