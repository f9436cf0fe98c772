import { stableId } from '../core/hash.ts';
import type { StoryEvent, StoryRepairs, StoryState } from '../core/story.ts';
import { articleVector } from './article-vector.ts';
import { compareText } from './compare-text.ts';
import { absorb, addMember, closeStory, newStory, openStory, widen } from './live-story.ts';
import type { RepairMember } from './part-story.ts';
import { CLUSTER_SETTINGS } from './settings.ts';
import { storyIdOf } from './story-id.ts';
import type { TermTable } from './term-table.ts';

/** Who decided it, and when (milliseconds). */
export interface ByHand {
  readonly madeBy: string;
  readonly madeAt: number;
}

const NOTHING: StoryRepairs = { looked: [], splits: [], merges: [], stories: [], events: [] };
/** Nothing was measured. */
const UNMEASURED = { score: 0, threshold: 0, shared: [] } as const;

function eventOf(
  kind: 'merged' | 'split',
  storyId: string,
  otherId: string,
  at: number,
  by: ByHand,
): StoryEvent {
  return { storyId, kind, otherId, at, ...UNMEASURED, ...by };
}

/** Repairs in which one story takes up another because a person says so. */
export function mergeByHand(into: StoryState, from: StoryState, table: TermTable, by: ByHand): StoryRepairs {
  const keeper = openStory(into, [], table);
  absorb(keeper, openStory(from, [], table));
  const merge = { into: into.id, from: from.id, ...UNMEASURED };
  const events = [eventOf('merged', into.id, from.id, keeper.lastAt, by)];
  return { ...NOTHING, merges: [merge], stories: [closeStory(keeper, table)], events };
}

/**
 * Repairs in which these articles leave a story for one of their own because a person says so. Copies go where their
 * origin goes.
 *
 * @param members all articles of the story
 * @param isTaken whether another story has this id
 * @returns null when no article with a text of its own would leave, or none would stay
 */
export function splitByHand(
  story: StoryState,
  members: readonly RepairMember[],
  chosen: ReadonlySet<string>,
  parts: { readonly table: TermTable; readonly by: ByHand; readonly isTaken: (storyId: string) => boolean },
): StoryRepairs | null {
  const isMoved = ({ fingerprint, copyOf }: RepairMember) => chosen.has(copyOf ?? fingerprint.articleId);
  const moved = members.filter(isMoved);
  const staying = members.filter((member) => !isMoved(member));
  const founder = moved
    .filter(({ copyOf }) => copyOf === null)
    .map(({ fingerprint }) => fingerprint)
    .sort((a, b) => a.publishedAt - b.publishedAt || compareText(a.articleId, b.articleId))[0];
  if (founder === undefined || !staying.some(({ copyOf }) => copyOf === null)) return null;
  const usual = storyIdOf(founder.articleId);
  const into = parts.isTaken(usual) ? stableId(`story:${founder.articleId}:of:${story.id}`) : usual;
  const rest = storyOf(story.id, story.language, staying, parts.table);
  const fresh = storyOf(into, story.language, moved, parts.table);
  const articleIds = moved.map(({ fingerprint }) => fingerprint.articleId).sort(compareText);
  return {
    ...NOTHING,
    splits: [{ from: story.id, into, foundedBy: founder.articleId, articleIds }],
    stories: [rest, fresh],
    events: [eventOf('split', story.id, into, rest.lastAt, parts.by)],
  };
}

function storyOf(
  id: string,
  language: string,
  members: readonly RepairMember[],
  table: TermTable,
): StoryState {
  const first = members.reduce(
    (least, { fingerprint }) => Math.min(least, fingerprint.publishedAt),
    Infinity,
  );
  const story = newStory(id, language, first);
  for (const { fingerprint, copyOf } of members) {
    const { publishedAt } = fingerprint;
    if (copyOf === null)
      addMember(story, articleVector(fingerprint, table, CLUSTER_SETTINGS.nameShare), publishedAt);
    else widen(story, publishedAt);
  }
  return closeStory(story, table);
}
