import type { ArticleSignature, Fingerprint, StoryAssignment, StoryState } from '../core/story.ts';
import type { Merge, Node } from './agglomerate.ts';
import { agglomerate } from './agglomerate.ts';
import { articleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import type { Copy } from './find-copies.ts';
import { findCopies } from './find-copies.ts';
import type { LiveStory } from './live-story.ts';
import { addMember, closeStory, newStory, openStory, widen } from './live-story.ts';
import type { OutletFacts } from './same-owner.ts';
import { ACTIVE_WINDOW_DAYS, CLUSTER_SETTINGS, DAY_MS } from './settings.ts';
import type { Candidate, Edge } from './similarity-graph.ts';
import { linkCandidates, linkStories } from './similarity-graph.ts';
import { storyIdOf } from './story-id.ts';
import type { BackgroundFrequencies } from './term-table.ts';
import { TermTable } from './term-table.ts';

export interface ClusterInput {
  /** New articles, in any order. */
  readonly pending: readonly Fingerprint[];
  /** Stories whose newest article is at most ACTIVE_WINDOW_DAYS from the oldest or newest pending one. */
  readonly stories: readonly StoryState[];
  /** The articles of those stories that were published in the active window. */
  readonly signatures: readonly ArticleSignature[];
  /** How many of `documents` hold each term; entries for the terms of pending articles and stories suffice. */
  readonly documentFrequencies: readonly (readonly [term: string, documents: number])[];
  readonly documents: number;
  /** Kind and owner of the outlets; none where nothing is known of them. */
  readonly outlets?: readonly OutletFacts[];
}

export interface ClusterOutput {
  /** One per pending article, by publication time. */
  readonly assignments: readonly StoryAssignment[];
  /** New and changed stories, whole, by id. `size` counts members with a text of their own: copies are left out. */
  readonly stories: readonly StoryState[];
  /** To be added to the stored document frequencies. */
  readonly documentFrequencies: readonly (readonly [term: string, increment: number])[];
  /** To be added to the stored number of documents. */
  readonly documents: number;
}

export interface ClusterTools {
  /** Of `data/models/background-df.json`; zero documents switch it off. */
  readonly background: BackgroundFrequencies;
}

/** Articles compared with one another at once; a larger batch is taken in slices by time, to bound memory. */
const SLICE = 2500;

const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

/**
 * Assigns new articles to stories. Copies of a text go where their origin goes. The others are clustered together
 * with the active stories by average-link agglomeration over TF-IDF cosines that fade with the distance in time, so
 * that within a batch the order of arrival plays no part: any order of `pending` gives the same output. Stored stories
 * keep id and members; a new story is named after its earliest article, for life.
 */
export function assignStories(input: ClusterInput, tools: ClusterTools): ClusterOutput {
  const pending = sortByTime(input.pending);
  const isPending = new Set(pending.map(({ articleId }) => articleId));
  const active = new Set(input.stories.map(({ id }) => id));
  const window = input.signatures.filter((a) => active.has(a.storyId) && !isPending.has(a.articleId));
  const copies = findCopies(pending, window, WINDOW_MS, input.outlets);

  const table = new TermTable(
    pending,
    { documents: input.documents, frequencies: input.documentFrequencies },
    tools.background,
    CLUSTER_SETTINGS.backgroundDocuments,
  );
  const stories = openStories(input.stories, window);
  const own = pending.filter(({ articleId }) => !copies.has(articleId));
  const assignments = new Map<string, StoryAssignment>();
  for (let start = 0; start < own.length; start += SLICE) {
    assignSlice(own.slice(start, start + SLICE), stories, table, assignments);
  }
  for (const copy of pending) {
    const assignment = assignCopy(copy, copies.get(copy.articleId), assignments, stories);
    if (assignment !== undefined) assignments.set(copy.articleId, assignment);
  }
  return {
    assignments: pending.flatMap(({ articleId }) => assignments.get(articleId) ?? []),
    stories: [...stories.values()]
      .filter(({ changed }) => changed)
      .sort((a, b) => compareText(a.id, b.id))
      .map((story) => closeStory(story, table)),
    documentFrequencies: table.counts().sort((a, b) => compareText(a[0], b[0])),
    documents: pending.length,
  };
}

/** By time, then id; a second fingerprint of the same article is dropped. */
function sortByTime(articles: readonly Fingerprint[]): Fingerprint[] {
  const sorted = [...articles].sort(
    (a, b) => a.publishedAt - b.publishedAt || compareText(a.articleId, b.articleId),
  );
  return sorted.filter((article, i) => article.articleId !== sorted[i - 1]?.articleId);
}

function openStories(
  states: readonly StoryState[],
  window: readonly ArticleSignature[],
): Map<string, LiveStory> {
  const times = new Map<string, number[]>();
  for (const { storyId, publishedAt, copyOf } of window) {
    if (copyOf !== null) continue;
    const known = times.get(storyId);
    if (known === undefined) times.set(storyId, [publishedAt]);
    else known.push(publishedAt);
  }
  const sorted = [...states].sort((a, b) => compareText(a.id, b.id));
  return new Map(
    sorted.map((state) => [
      state.id,
      openStory(
        state,
        (times.get(state.id) ?? []).sort((a, b) => a - b),
      ),
    ]),
  );
}

/** Clusters a slice of articles, sorted by time, with the stories active around it; adds new stories to `stories`. */
function assignSlice(
  articles: readonly Fingerprint[],
  stories: Map<string, LiveStory>,
  table: TermTable,
  assignments: Map<string, StoryAssignment>,
): void {
  const candidates = articles.map(
    (article): Candidate => ({
      articleId: article.articleId,
      language: article.language,
      publishedAt: article.publishedAt,
      vector: articleVector(article, table, CLUSTER_SETTINGS.nameShare),
    }),
  );
  const from = (candidates[0]?.publishedAt ?? 0) - WINDOW_MS;
  const to = (candidates.at(-1)?.publishedAt ?? 0) + WINDOW_MS;
  const near = [...stories.values()].filter((story) => story.lastAt >= from && story.firstAt <= to);

  const edges: [number, number, Edge][] = [];
  linkStories(near, candidates, table, CLUSTER_SETTINGS, (a, b, edge) => edges.push([a, b, edge]));
  linkCandidates(candidates, near.length, WINDOW_MS, CLUSTER_SETTINGS, (a, b, edge) =>
    edges.push([a, b, edge]),
  );
  const nodes = [...near.map(storyNode), ...candidates.map(articleNode)];
  const merges = agglomerate(nodes, edges, CLUSTER_SETTINGS);

  const joined = new Map(merges.map((merge) => [merge.from, merge]));
  for (const [i, candidate] of candidates.entries()) {
    const root = rootOf(near.length + i, joined);
    const story = near[root] ?? storyFoundedBy(candidates[root - near.length] ?? candidate, stories);
    addMember(story, candidate.vector, candidate.publishedAt, table);
    assignments.set(candidate.articleId, {
      articleId: candidate.articleId,
      storyId: story.id,
      copyOf: null,
      copyKind: null,
      copySimilarity: null,
      copyReason: null,
      score: joined.get(near.length + i)?.similarity ?? 1,
    });
  }
}

function storyNode({ size, firstAt, lastAt }: LiveStory): Node {
  return { stored: true, size: Math.max(1, size), firstAt, lastAt };
}

function articleNode({ publishedAt }: Candidate): Node {
  return { stored: false, size: 1, firstAt: publishedAt, lastAt: publishedAt };
}

/** Among new articles the lower node takes up the higher, so that the root of a new group is its earliest article. */
function rootOf(node: number, joined: ReadonlyMap<number, Merge>): number {
  let root = node;
  for (let merge = joined.get(root); merge !== undefined; merge = joined.get(root)) root = merge.into;
  return root;
}

function storyFoundedBy(founder: Candidate, stories: Map<string, LiveStory>): LiveStory {
  const id = storyIdOf(founder.articleId);
  const known = stories.get(id);
  if (known !== undefined) return known;
  const story = newStory(id, founder.language, founder.publishedAt);
  stories.set(id, story);
  return story;
}

function assignCopy(
  article: Fingerprint,
  copy: Copy | undefined,
  assignments: ReadonlyMap<string, StoryAssignment>,
  stories: ReadonlyMap<string, LiveStory>,
): StoryAssignment | undefined {
  if (copy === undefined) return undefined;
  const story = stories.get(copy.storyId ?? assignments.get(copy.originId)?.storyId ?? '');
  if (story === undefined) return undefined;
  widen(story, article.publishedAt);
  return {
    articleId: article.articleId,
    storyId: story.id,
    copyOf: copy.originId,
    copyKind: copy.kind,
    copySimilarity: copy.similarity,
    copyReason: copy.reason,
    score: copy.similarity,
  };
}
