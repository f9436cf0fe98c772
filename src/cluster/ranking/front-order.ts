import { FRONT_PLACES } from '../../core/standing.ts';

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

/** Places of the first page that stories of one event may have. By judgement. */
export const EVENT_PLACES = 3;

/** Names by which a story is compared with others. */
const MAIN_NAMES = 6;
/** Two stories are of one event when at least so many of their main names are the same … */
const SHARED_NAMES = 2;
/**
 * … and these make up this share of what the main names of one of them tell. A name tells the less the more stories it stands
 * in: one that stands in all of them, as a president's may, tells nothing. By judgement, 2026-11-24.
 */
const SHARED_WEIGHT = 0.5;

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
  const weigh = nameWeights(names);
  const front: { id: string; kinAbove: number; heldBack: boolean }[] = [];
  const below: { id: string; kinAbove: number; heldBack: boolean }[] = [];
  for (const { id } of ordered) {
    const own = names.get(id) ?? new Set();
    const kinAbove = front.filter((other) => areKin(own, names.get(other.id) ?? new Set(), weigh)).length;
    const hasRoom = front.length < FRONT_PLACES;
    const heldBack = hasRoom && kinAbove >= EVENT_PLACES;
    (hasRoom && !heldBack ? front : below).push({ id, kinAbove, heldBack });
  }
  return [...front, ...below].map((one, at) => ({ ...one, place: at + 1 }));
}

function mainNames(stories: readonly Contender[]): Map<string, ReadonlySet<string>> {
  return new Map(stories.map(({ id, names }) => [id, new Set(names.slice(0, MAIN_NAMES))]));
}

/** Weight of a set of names: the sum of their inverse story frequencies. */
type Weigh = (names: ReadonlySet<string>) => number;

function nameWeights(names: ReadonlyMap<string, ReadonlySet<string>>): Weigh {
  const counts = new Map<string, number>();
  for (const own of names.values()) for (const name of own) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (own) => {
    let sum = 0;
    for (const name of own) sum += Math.log(names.size / (counts.get(name) ?? 1));
    return sum;
  };
}

function areKin(one: ReadonlySet<string>, other: ReadonlySet<string>, weigh: Weigh): boolean {
  const shared = one.intersection(other);
  if (shared.size < SHARED_NAMES) return false;
  const weight = weigh(shared);
  return weight > 0 && weight >= SHARED_WEIGHT * Math.min(weigh(one), weigh(other));
}
