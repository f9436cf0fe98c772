/** A story as the order of the front page sees it. */
export interface Contender {
  readonly id: string;
  readonly score: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
  /** Names the story is about, the most frequent first. */
  readonly names: readonly string[];
}

export interface Place {
  readonly id: string;
  /** From 1, without gaps. */
  readonly place: number;
  /** Stories of the same event on the first page above it. */
  readonly kinAbove: number;
  /** True when its score would have been enough for the first page, but its event has enough places there. */
  readonly heldBack: boolean;
}

/** Stories on the first page of the front page: one lead, three beside it, the rest a list. */
export const FRONT_PLACES = 24;
/** Places of the first page that stories of one event may have. By judgement. */
export const EVENT_PLACES = 3;

/** Names by which a story is compared with others. */
const MAIN_NAMES = 6;
/** Of their main names, two stories of one event have at least this many in common … */
const SHARED_NAMES = 3;
/** … not counting names that stand in more than this share of the stories, as a president's does. */
const COMMON_SHARE = 0.1;
/** With fewer stories than this, a share says nothing. */
const ENOUGH_STORIES = 30;

/**
 * The order of the front page: by score, but of stories that share their main names at most `EVENT_PLACES` are among
 * the first `FRONT_PLACES`; the others follow below. Kinship is counted against stories already placed, so that the
 * best told ones of an event are those that stay.
 */
export function frontOrder(contenders: readonly Contender[]): Place[] {
  const ordered = [...contenders].sort(
    (a, b) => b.score - a.score || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1),
  );
  const names = mainNames(ordered);
  const front: { id: string; kinAbove: number; heldBack: boolean }[] = [];
  const below: { id: string; kinAbove: number; heldBack: boolean }[] = [];
  for (const { id } of ordered) {
    const own = names.get(id) ?? new Set();
    const kinAbove = front.filter((other) => areKin(own, names.get(other.id) ?? new Set())).length;
    const hasRoom = front.length < FRONT_PLACES;
    const heldBack = hasRoom && kinAbove >= EVENT_PLACES;
    (hasRoom && !heldBack ? front : below).push({ id, kinAbove, heldBack });
  }
  return [...front, ...below].map((one, at) => ({ ...one, place: at + 1 }));
}

function mainNames(stories: readonly Contender[]): Map<string, ReadonlySet<string>> {
  const counts = new Map<string, number>();
  for (const { names } of stories)
    for (const name of new Set(names.slice(0, MAIN_NAMES))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = stories.length < ENOUGH_STORIES ? stories.length : stories.length * COMMON_SHARE;
  return new Map(
    stories.map(({ id, names }) => [
      id,
      new Set(names.slice(0, MAIN_NAMES).filter((name) => (counts.get(name) ?? 0) <= most)),
    ]),
  );
}

function areKin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.intersection(other).size >= SHARED_NAMES;
}
