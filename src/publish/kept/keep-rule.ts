import type { PageMark } from '../../core/page-marks.ts';
import { isoDay } from '../format/time.ts';
import type { Grounds } from './kept-page.ts';

/** How a page may be kept. */
export interface KeepRule {
  /** The story whose own page it is; null for lists and all else. */
  readonly storySlug: string | null;
  /** How long it may be shown again although something was written since that its mark does not tell, milliseconds. */
  readonly lagMs: number;
}

/**
 * A page of a story shows at once what is new in the story. What it says of others (related stories, what stands above it, the numbers in
 * its foot) may lag by this much: while a replay is read, something is written many times a second.
 */
const STORY_LAG_MS = 20_000;
/** A list may lag by this much, and only while something is being written. */
const LIST_LAG_MS = 2_000;
/** Nothing is kept for longer, whatever the marks say: pages tell how long ago something was. */
const OLDEST_MS = 60_000;

/** Pages that are the same for everybody who asks for the same address. What is not listed is rendered each time. */
const LISTS =
  /^\/(?:|about|blind-spots|compare|edition|edition\.json|offline|outlets|outlets\.opml|reading|search|settings|sources|[\w-]+\.(?:atom|rss|json)|(?:article|day|edition|outlet|question|section|topic|search)\/[^/]+|(?:news-)?sitemap[\w-]*\.xml)$/;
const STORY = /^\/story\/([^/]+?)(?:\/versions)?$/;

/** How the page at this path (without the site's prefix) is kept; null when it is not. */
export function keepRule(path: string): KeepRule | null {
  const slug = STORY.exec(path)?.[1];
  if (slug !== undefined) return { storySlug: decodedOrNull(slug), lagMs: STORY_LAG_MS };
  return LISTS.test(path) ? { storySlug: null, lagMs: LIST_LAG_MS } : null;
}

function decodedOrNull(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}

/** Whether a page made on these grounds holds at this moment. */
export function holds({ mark, at }: Grounds, now: PageMark, time: number, { lagMs }: KeepRule): boolean {
  const age = time - at;
  // A clock that was put back tells nothing about age.
  if (age < 0 || age > OLDEST_MS || isoDay(at) !== isoDay(time)) return false;
  if (mark.state === now.state) return true;
  return age < lagMs && mark.site === now.site && mark.story === now.story;
}
