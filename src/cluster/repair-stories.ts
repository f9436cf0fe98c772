import type { StoryEvent, StoryMerge, StoryRepairs, StorySplit, StoryState } from '../core/story.ts';
import type { Ancestry, EarlierMatter } from '../core/story-ancestry.ts';
import type { ClusterTools } from './cluster-decisions.ts';
import { compareText } from './compare-text.ts';
import type { LiveStory } from './live-story.ts';
import { absorb, closeStory, openStory } from './live-story.ts';
import { mergeStories, pairKey } from './merge-stories.ts';
import { partStory, type RepairMember } from './part-story.ts';
import { CLUSTER_SETTINGS, DAY_MS, REPAIR_SETTINGS } from './settings.ts';
import { findPredecessors } from './story-lineage.ts';
import { storyVector } from './story-vector.ts';
import { TermTable } from './term-table.ts';

export interface RepairInput {
  /** Stories that changed since they were last looked at. */
  readonly changed: readonly string[];
  /** Those and all others near them in time. */
  readonly stories: readonly StoryState[];
  /** Members of the changed stories, as far as they lie in the active window. */
  readonly members: readonly RepairMember[];
  /** What was decided about the changed stories before. */
  readonly events: readonly StoryEvent[];
  /** Stories that a changed one may have grown from, by its id. */
  readonly earlier: readonly (readonly [storyId: string, ancestry: Ancestry])[];
  readonly documentFrequencies: readonly (readonly [term: string, documents: number])[];
  readonly documents: number;
}

/**
 * Looks again at stories that have changed: parts that have little in common are split off, stories that have turned
 * out to be one are merged, and each is linked to the earlier stories it grew from. Nothing flaps: splitting asks for
 * far less likeness than joining does and merging for more, two stories that were parted stay two, and a story that
 * took up another is not split for a while.
 */
export function repairStories(input: RepairInput, tools: ClusterTools): StoryRepairs {
  const table = new TermTable(
    { documents: input.documents, frequencies: input.documentFrequencies },
    tools.background,
    CLUSTER_SETTINGS.backgroundDocuments,
  );
  table.count(input.members.map(({ fingerprint }) => fingerprint));
  const live = new Map(input.stories.map((state) => [state.id, openStory(state, [], table)]));
  const changed = new Set(input.changed.filter((id) => live.has(id)));
  const { splits, events: parted } = splitAll(input, live, changed, table);
  for (const { into } of splits) changed.add(into);
  const { merges, events: merged } = mergeAll(live, changed, [...input.events, ...parted], table);
  const ancestries = new Map(input.earlier);
  const lineage = [...changed].sort(compareText).flatMap((id) => {
    const story = live.get(id);
    const ancestry = ancestries.get(id);
    if (story === undefined || ancestry === undefined) return [];
    const earlier = afterMerging(ancestry.earlier, merges, live, table);
    return findPredecessors(closeStory(story, table), { ...ancestry, earlier }, table);
  });
  return {
    looked: input.changed,
    splits,
    merges,
    stories: [...live.values()]
      .filter((story) => story.changed)
      .sort((a, b) => compareText(a.id, b.id))
      .map((story) => closeStory(story, table)),
    events: [...renamed(parted, merges), ...merged, ...lineage],
  };
}

/** Splits the changed stories; the new ones are added to `live`. */
function splitAll(
  input: RepairInput,
  live: Map<string, LiveStory>,
  changed: ReadonlySet<string>,
  table: TermTable,
): { splits: StorySplit[]; events: StoryEvent[] } {
  const members = Map.groupBy(input.members, ({ storyId }) => storyId);
  const splits: StorySplit[] = [];
  const events: StoryEvent[] = [];
  for (const id of [...changed].sort(compareText)) {
    const story = live.get(id);
    if (story === undefined || isResting(story, input.events)) continue;
    for (const { split, event } of partStory(story, members.get(id) ?? [], live, table)) {
      splits.push(split);
      events.push(event);
    }
  }
  return { splits, events };
}

function isResting({ id, lastAt }: LiveStory, events: readonly StoryEvent[]): boolean {
  const since = lastAt - REPAIR_SETTINGS.restDays * DAY_MS;
  return events.some(({ kind, storyId, at }) => kind === 'merged' && storyId === id && at > since);
}

/**
 * Merges until nothing is left to merge: what a story took up changes what it is like, and so what else is one with it.
 * Each pass looks at the stories that the one before has changed.
 */
function mergeAll(
  live: Map<string, LiveStory>,
  changed: ReadonlySet<string>,
  events: readonly StoryEvent[],
  table: TermTable,
): { merges: StoryMerge[]; events: StoryEvent[] } {
  const vectors = new Map([...live].map(([id, story]) => [id, storyVector(closeStory(story, table), table)]));
  const done: { merges: StoryMerge[]; events: StoryEvent[] } = { merges: [], events: [] };
  let parted = events.filter(({ kind }) => kind === 'split');
  let looked = changed;
  while (looked.size > 0) {
    const apart = new Set(parted.map(({ storyId, otherId }) => pairKey(storyId, otherId)));
    const { mergeShare } = REPAIR_SETTINGS;
    const merges = mergeStories([...vectors.values()], looked, apart, CLUSTER_SETTINGS, mergeShare);
    for (const merge of merges) {
      const event = carryOut(merge, live);
      vectors.delete(merge.from);
      if (event !== undefined) done.events.push(event);
    }
    done.merges.push(...merges);
    looked = new Set(merges.map(({ into }) => into).filter((id) => live.has(id)));
    for (const id of looked) {
      const story = live.get(id);
      if (story !== undefined) vectors.set(id, storyVector(closeStory(story, table), table));
    }
    parted = renamed(parted, merges);
  }
  return done;
}

function carryOut(
  { into, from, score, threshold, shared }: StoryMerge,
  live: Map<string, LiveStory>,
): StoryEvent | undefined {
  const [keeper, taken] = [live.get(into), live.get(from)];
  if (keeper === undefined || taken === undefined) return undefined;
  absorb(keeper, taken);
  live.delete(from);
  return { storyId: into, kind: 'merged', otherId: from, at: keeper.lastAt, score, threshold, shared };
}

/** Tells which story a story is now part of; itself when no other took it up. */
function keeperAfter(merges: readonly StoryMerge[]): (id: string) => string {
  const takenBy = new Map(merges.map(({ into, from }) => [from, into]));
  return function keeper(id: string): string {
    const into = takenBy.get(id);
    return into === undefined ? id : keeper(into);
  };
}

/** Earlier matters as they are after merging: one that was taken up is the story that took it up, once. */
function afterMerging(
  matters: readonly EarlierMatter[],
  merges: readonly StoryMerge[],
  live: ReadonlyMap<string, LiveStory>,
  table: TermTable,
): EarlierMatter[] {
  const keeper = keeperAfter(merges);
  const byId = new Map<string, EarlierMatter>();
  for (const matter of matters) {
    const id = keeper(matter.state.id);
    const story = id === matter.state.id ? undefined : live.get(id);
    const state = story === undefined ? matter.state : closeStory(story, table);
    if (!byId.has(id)) byId.set(id, { ...matter, state });
  }
  return [...byId.values()];
}

/** What was parted from a story stays parted from the one that took that story up. */
function renamed(events: readonly StoryEvent[], merges: readonly StoryMerge[]): StoryEvent[] {
  const keeper = keeperAfter(merges);
  return events
    .map((event) => ({ ...event, storyId: keeper(event.storyId), otherId: keeper(event.otherId) }))
    .filter(({ storyId, otherId }) => storyId !== otherId);
}
