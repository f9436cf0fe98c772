import type { StoryState } from '../core/story.ts';
import { pairsInReach } from './merge-stories.ts';
import { CLUSTER_SETTINGS } from './settings.ts';
import { resemblance, storyVector } from './story-vector.ts';
import type { TermTable } from './term-table.ts';

/**
 * Mean cosine of the members from which two stories are of one event, whatever their sizes. A big event has several
 * stories: the decision, the answers to it, what papers make of it. Of 16 blind spots of stream-2018 read on 2026-11-24
 * seven were wrong, each because the group told the event in another story; of the six that 0.13 leaves one is
 * (docs/quality/2026-11-24-blind-spots.md). With 0.16 at least three more stay.
 */
const KINDRED_COSINE = 0.13;

/**
 * For each of the subjects the stories that tell of the same event.
 *
 * @param states the subjects and all stories near them in time
 */
export function kindredStories(
  states: readonly StoryState[],
  subjects: ReadonlySet<string>,
  table: TermTable,
): Map<string, string[]> {
  const stories = states.map((state) => storyVector(state, table));
  const kin = new Map<string, string[]>();
  const note = (of: string, other: string) => {
    if (subjects.has(of)) kin.set(of, [...(kin.get(of) ?? []), other]);
  };
  for (const [i, j] of pairsInReach(stories, subjects)) {
    const [a, b] = [stories[i], stories[j]];
    if (a === undefined || b === undefined) continue;
    const pairs = Math.max(1, a.state.size) * Math.max(1, b.state.size);
    if (resemblance(a, b, CLUSTER_SETTINGS).plain < KINDRED_COSINE * pairs) continue;
    note(a.state.id, b.state.id);
    note(b.state.id, a.state.id);
  }
  return kin;
}
