import type { PageMark } from '../../core/page-marks.ts';
import { isoDay } from '../format/time.ts';
import type { Grounds } from './kept-page.ts';

/** How a page may be kept. */
export interface KeepRule {
  /** The story whose own page it is; null for lists and all else. */
  readonly storySlug: string | null;
  /** How long it is shown again without a thought although something was written since that its mark does not tell, milliseconds. */
  readonly lagMs: number;
  /** From then on it is rendered anew behind the reader's back, and shown until that is done, for this long at most. */
  readonly fadeMs: number;
}

/**
 * A page of a story shows at once what is new in the story. What it says of others (related stories, what stands above it, the numbers in
 * its foot) may lag: while a replay is read, something is written many times a second.
 */
const STORY_LAG = { lagMs: 20_000, fadeMs: 40_000 };
/** A list may lag, and only while something is being written. */
const LIST_LAG = { lagMs: 2_000, fadeMs: 3_000 };
/** Where nothing is written: pages tell how long ago something was. */
const IDLE_LAG = { lagMs: 60_000, fadeMs: 60_000 };

/** Pages that are the same for everybody who asks for the same address. What is not listed is rendered each time. */
const LISTS =
  /^\/(?:|about|blind-spots|compare|edition|edition\.json|offline|outlets|outlets\.opml|reading|search|settings|sources|[\w-]+\.(?:atom|rss|json)|(?:article|day|edition|outlet|question|section|topic|search)\/[^/]+|(?:news-)?sitemap[\w-]*\.xml)$/;
const STORY = /^\/story\/([^/]+?)(?:\/versions)?$/;

/** How the page at this path (without the site's prefix) is kept; null when it is not. */
export function keepRule(path: string): KeepRule | null {
  const slug = STORY.exec(path)?.[1];
  if (slug !== undefined) return { storySlug: decodedOrNull(slug), ...STORY_LAG };
  return LISTS.test(path) ? { storySlug: null, ...LIST_LAG } : null;
}

function decodedOrNull(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}

/** Whether a page made on these grounds can be shown: as it is, only until it is rendered anew, or not at all. */
export function standing(
  { mark, at }: Grounds,
  now: PageMark,
  time: number,
  rule: KeepRule,
): 'holds' | 'fades' | 'gone' {
  const age = time - at;
  // A clock that was put back tells nothing about age.
  if (age < 0 || isoDay(at) !== isoDay(time)) return 'gone';
  const isSame = mark.state === now.state;
  if (!isSame && (mark.site !== now.site || mark.story !== now.story)) return 'gone';
  const { lagMs, fadeMs } = isSame ? IDLE_LAG : rule;
  if (age < lagMs) return 'holds';
  return age < lagMs + fadeMs ? 'fades' : 'gone';
}
