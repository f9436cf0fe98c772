import { assignStories } from '../../cluster/assign-stories.ts';
import type { ClusterTools } from '../../cluster/cluster-decisions.ts';
import { repairStories } from '../../cluster/repair-stories.ts';
import type { OutletFacts } from '../../cluster/same-owner.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from '../../cluster/settings.ts';
import type { Fingerprint, StoryAssignment, StoryEvent, StoryState } from '../../core/story.ts';

const WINDOW_MS = ACTIVE_WINDOW_DAYS * DAY_MS;

/** What stands in the store after some rounds, kept in memory. */
export interface ClusteredArchive {
  readonly stories: Map<string, StoryState>;
  readonly assignments: Map<string, StoryAssignment>;
  readonly events: StoryEvent[];
}

/**
 * Clusters articles as rounds of a running installation bring them: each round is assigned, then its stories are put
 * right, and what later rounds see is what the store would hold.
 *
 * @param rounds in the order of time
 * @param outlets what is known of them
 */
export function clusterRounds(
  rounds: readonly (readonly Fingerprint[])[],
  tools: ClusterTools,
  outlets?: readonly OutletFacts[],
): ClusteredArchive {
  const archive: ClusteredArchive = { stories: new Map(), assignments: new Map(), events: [] };
  const prints = new Map<string, Fingerprint>();
  const frequencies = new Map<string, number>();
  let documents = 0;
  for (const pending of rounds) {
    if (pending.length === 0) continue;
    const near = storiesNear(pending, archive);
    const ids = new Set(near.map(({ id }) => id));
    const signatures = [...archive.assignments.values()].flatMap(({ articleId, storyId, copyOf }) => {
      const print = prints.get(articleId);
      return print === undefined || !ids.has(storyId) ? [] : { ...print, storyId, copyOf };
    });
    const output = assignStories(
      { pending, stories: near, signatures, documentFrequencies: [...frequencies], documents, outlets },
      tools,
    );
    documents += output.documents;
    for (const [term, count] of output.documentFrequencies) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + count);
    }
    for (const print of pending) prints.set(print.articleId, print);
    for (const state of output.stories) archive.stories.set(state.id, state);
    for (const assignment of output.assignments) archive.assignments.set(assignment.articleId, assignment);
    putRight(archive, new Set(output.stories.map(({ id }) => id)), prints, { frequencies, documents }, tools);
  }
  return archive;
}

function putRight(
  archive: ClusteredArchive,
  changed: ReadonlySet<string>,
  prints: ReadonlyMap<string, Fingerprint>,
  read: { readonly frequencies: ReadonlyMap<string, number>; readonly documents: number },
  tools: ClusterTools,
): void {
  const states = [...changed].flatMap((id) => archive.stories.get(id) ?? []);
  const members = [...archive.assignments.values()].flatMap(({ articleId, storyId, copyOf }) => {
    const fingerprint = prints.get(articleId);
    const story = archive.stories.get(storyId);
    if (fingerprint === undefined || story === undefined || !changed.has(storyId)) return [];
    return fingerprint.publishedAt < story.lastAt - WINDOW_MS ? [] : { storyId, fingerprint, copyOf };
  });
  const output = repairStories(
    {
      changed: [...changed],
      stories: storiesNear(
        states.flatMap(({ firstAt, lastAt }) => [{ publishedAt: firstAt }, { publishedAt: lastAt }]),
        archive,
      ),
      members,
      events: archive.events,
      earlier: [],
      documentFrequencies: [...read.frequencies],
      documents: read.documents,
    },
    tools,
  );
  const move = (articleId: string, storyId: string) => {
    const assignment = archive.assignments.get(articleId);
    if (assignment !== undefined) archive.assignments.set(articleId, { ...assignment, storyId });
  };
  for (const { into, articleIds } of output.splits) for (const id of articleIds) move(id, into);
  for (const { into, from } of output.merges) {
    for (const { articleId, storyId } of archive.assignments.values())
      if (storyId === from) move(articleId, into);
    archive.stories.delete(from);
  }
  for (const state of output.stories) archive.stories.set(state.id, state);
  archive.events.push(...output.events);
}

function storiesNear(
  articles: readonly { readonly publishedAt: number }[],
  { stories }: ClusteredArchive,
): StoryState[] {
  const times = articles.map(({ publishedAt }) => publishedAt);
  const from = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - WINDOW_MS;
  const to = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + WINDOW_MS;
  return [...stories.values()].filter(({ firstAt, lastAt }) => lastAt >= from && firstAt <= to);
}
