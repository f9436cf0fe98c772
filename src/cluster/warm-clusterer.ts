import type { Fingerprint } from '../core/story.ts';
import type { ClusterOutput, ClusterTools, StoredClusters } from './cluster-decisions.ts';
import type { OutletFacts } from './same-owner.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from './settings.ts';
import { StoryClusterer } from './story-clusterer.ts';

const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

/** The stories that are stored around a batch's time, and how often each was changed. */
export interface StoryRoster {
  readonly ids: readonly string[];
  readonly revisions: Int32Array;
}

/** A batch of new articles, with what tells whether a clusterer knows all that is stored. */
export interface Batch {
  /** Articles, in any order. */
  readonly pending: readonly Fingerprint[];
  /** Signatures of stored articles are the same as long as this is. */
  readonly round: number;
  readonly roster: StoryRoster;
  /** Stored number of documents. */
  readonly documents: number;
  readonly outlets: readonly OutletFacts[];
}

interface Remembered {
  readonly clusterer: StoryClusterer;
  readonly round: number;
  readonly outlets: string;
  /** How often each story was changed when all that was decided here is stored, and nothing else was. */
  readonly revisions: Map<string, number>;
  /** Where the time around the last batch began: what lies before may be forgotten. Milliseconds. */
  readonly from: number;
  /** Up to here all stored articles were read, or written here. */
  readonly to: number;
}

/**
 * Keeps the clusterer of one batch for the next: to restore one of ten thousand stories takes longer than to assign a
 * thousand articles. It answers only when what it remembers is what is stored, which the revisions of all stories in
 * reach tell; whatever another worker, a repair or a hand has changed since, and a decision that was never stored, shows
 * there.
 */
export class WarmClusterer {
  readonly #tools: ClusterTools;
  #remembered: Remembered | null = null;

  constructor(tools: ClusterTools) {
    this.#tools = tools;
  }

  /** Assigns a batch with what is remembered; null when that is not what is stored. */
  goOn(batch: Batch): ClusterOutput | null {
    const remembered = this.#remembered;
    this.#remembered = null;
    return remembered === null || !isStored(remembered, batch) ? null : this.#assign(remembered, batch);
  }

  /** Assigns a batch with what is stored around it, and remembers that. */
  restore(batch: Batch, stored: Pick<StoredClusters, 'stories' | 'signatures' | 'documentFrequencies'>) {
    this.#remembered = null;
    const { documents, outlets, round, roster } = batch;
    const clusterer = new StoryClusterer({ ...stored, documents, outlets }, this.#tools);
    const end = stretchOf(batch).to;
    // A story that goes on beyond has articles there, which were not read.
    const isComplete = stored.stories.every(({ lastAt }) => lastAt <= end);
    const to = isComplete ? Number.POSITIVE_INFINITY : end;
    const revisions = new Map(roster.ids.map((id, i) => [id, roster.revisions[i] ?? 0]));
    return this.#assign({ clusterer, round, outlets: JSON.stringify(outlets), revisions, to }, batch);
  }

  /** Lets the memory go. */
  forget(): void {
    this.#remembered = null;
  }

  #assign(remembered: Omit<Remembered, 'from'>, batch: Batch): ClusterOutput {
    const { clusterer, revisions } = remembered;
    const output = clusterer.assign(batch.pending);
    for (const { id } of output.stories) revisions.set(id, (revisions.get(id) ?? 0) + 1);
    for (const id of revisions.keys()) if (!clusterer.holds(id)) revisions.delete(id);
    this.#remembered = { ...remembered, from: stretchOf(batch).from };
    return output;
  }
}

function isStored({ clusterer, round, outlets, revisions, ...read }: Remembered, batch: Batch): boolean {
  const { from, to } = stretchOf(batch);
  const { ids, revisions: stored } = batch.roster;
  return (
    round === batch.round &&
    clusterer.documents === batch.documents &&
    from >= read.from &&
    to <= read.to &&
    ids.every((id, i) => revisions.get(id) === stored[i]) &&
    clusterer.storiesBetween(from, to) === ids.length &&
    outlets === JSON.stringify(batch.outlets)
  );
}

/** The time around a batch whose stories are active; milliseconds. */
function stretchOf({ pending }: Batch): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { publishedAt } of pending) {
    from = Math.min(from, publishedAt - WINDOW_MS);
    to = Math.max(to, publishedAt + WINDOW_MS);
  }
  return { from, to };
}
