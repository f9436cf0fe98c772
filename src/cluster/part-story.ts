import { stableId } from '../core/hash.ts';
import type { Fingerprint, StoryEvent, StorySplit } from '../core/story.ts';
import { articleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import type { LiveStory } from './live-story.ts';
import { addMember, newStory, removeMember, widen } from './live-story.ts';
import { CLUSTER_SETTINGS, REPAIR_SETTINGS } from './settings.ts';
import type { Candidate } from './similarity-graph.ts';
import { type StoryPart, splitStory } from './split-story.ts';
import { storyIdOf } from './story-id.ts';
import type { TermTable } from './term-table.ts';

/** A member of a story that is looked at. */
export interface RepairMember {
  readonly storyId: string;
  readonly fingerprint: Fingerprint;
  /** The article whose text it repeats: a copy goes where its origin goes. */
  readonly copyOf: string | null;
}

/** Takes out of a story the parts that are stories of their own and adds those to `live`. */
export function partStory(
  story: LiveStory,
  members: readonly RepairMember[],
  live: Map<string, LiveStory>,
  table: TermTable,
): { split: StorySplit; event: StoryEvent }[] {
  const own = members.filter(({ copyOf }) => copyOf === null).map((member) => toCandidate(member, table));
  own.sort((a, b) => a.publishedAt - b.publishedAt || compareText(a.articleId, b.articleId));
  const shares = { part: REPAIR_SETTINGS.splitShare, single: REPAIR_SETTINGS.singleShare };
  const parts = splitStory(own, table, CLUSTER_SETTINGS, shares);
  if (parts.length === 0) return [];
  const at = story.lastAt;
  const done = parts.map((part) => {
    const split = takeOut(part, story, members, live);
    const { score, threshold } = part;
    const event: StoryEvent = {
      storyId: story.id,
      kind: 'split',
      otherId: split.into,
      at,
      score,
      threshold,
      shared: [],
    };
    return { split, event };
  });
  narrow(story, members, new Set(done.flatMap(({ split }) => split.articleIds)));
  return done;
}

function toCandidate({ fingerprint }: RepairMember, table: TermTable): Candidate {
  const { articleId, language, publishedAt } = fingerprint;
  return {
    articleId,
    language,
    publishedAt,
    vector: articleVector(fingerprint, table, CLUSTER_SETTINGS.nameShare),
  };
}

function takeOut(
  part: StoryPart,
  story: LiveStory,
  members: readonly RepairMember[],
  live: Map<string, LiveStory>,
): StorySplit {
  const [founder] = part.members;
  const foundedBy = founder?.articleId ?? '';
  // The article that founded the whole story may be in the part: then that id stands for the rest.
  const usual = storyIdOf(foundedBy);
  const into = live.has(usual) ? stableId(`story:${foundedBy}:of:${story.id}`) : usual;
  const fresh = newStory(into, story.language, founder?.publishedAt ?? story.firstAt);
  const moved = new Set(part.members.map(({ articleId }) => articleId));
  for (const { vector, publishedAt } of part.members) {
    removeMember(story, vector);
    addMember(fresh, vector, publishedAt);
  }
  for (const { fingerprint, copyOf } of members) {
    if (copyOf === null || !moved.has(copyOf)) continue;
    moved.add(fingerprint.articleId);
    widen(fresh, fingerprint.publishedAt);
  }
  live.set(into, fresh);
  return { from: story.id, into, foundedBy, articleIds: [...moved].sort(compareText) };
}

/** Draws in the time span of a story to the articles that stay; older ones than those in view hold its beginning. */
function narrow(story: LiveStory, members: readonly RepairMember[], gone: ReadonlySet<string>): void {
  const times = members.flatMap(({ fingerprint: { articleId, publishedAt } }) =>
    gone.has(articleId) ? [] : publishedAt,
  );
  if (times.length === 0) return;
  const staying = members.filter(
    ({ copyOf, fingerprint }) => copyOf === null && !gone.has(fingerprint.articleId),
  );
  story.lastAt = Math.max(...times);
  if (story.size === staying.length) story.firstAt = Math.min(...times);
}
