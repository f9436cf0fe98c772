import type { StoryLife } from '../core/story.ts';
import { ACTIVE_WINDOW_DAYS, DAY_MS } from './settings.ts';

/** A story without an article for this long is quiet; one that joins makes it a developing story again. */
const QUIET_DAYS = 2;

/** A story is emerging while it is younger than this and fewer outlets than that tell it in their own words. */
const EMERGING_DAYS = 1;
const EMERGING_OUTLETS = 3;

export interface StoryAge {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly independentOutlets: number;
}

/** Where a story is in its life. The bounds are choices a reader can be told; the last one is the clusterer's own. */
export function storyLife({ firstAt, lastAt, independentOutlets }: StoryAge, now: number): StoryLife {
  const silence = now - lastAt;
  if (silence > ACTIVE_WINDOW_DAYS * DAY_MS) return 'closed';
  if (silence > QUIET_DAYS * DAY_MS) return 'quiet';
  const isYoung = now - firstAt < EMERGING_DAYS * DAY_MS;
  return isYoung && independentOutlets < EMERGING_OUTLETS ? 'emerging' : 'developing';
}
