import type { BlindSpot, BlindSpotSurvey, GroupCount } from '../core/blind-spot.ts';
import { GROUPINGS } from '../core/blind-spot.ts';
import { compareText } from './compare-text.ts';
import { type CoverageInput, CoverageTable, type Unit } from './coverage-table.ts';
import { DAY_MS } from './settings.ts';

export interface BlindSpots {
  /** Most improbable first within a grouping. */
  readonly spots: readonly BlindSpot[];
  readonly surveys: readonly BlindSpotSurvey[];
}

/** Days that are looked at: long enough for a paper that comes out once a day to carry a story twice over. */
export const BLIND_SPOT_DAYS = 3;

/** A story that is younger than this may still be on its way to others. */
const MIN_AGE_MS = DAY_MS / 2;

/** Of fewer outlets no habit of a group can be told, only that of one house. */
const MIN_OUTLETS = 4;

/** A story that fewer carry is nobody's omission. */
const MIN_CARRIERS = 3;

/** Stories by which the habit of an outlet is told. */
const MIN_COMPARED = 5;

/** At most this share of the expected carriers: "none", or one where four and more would be usual. */
const MAX_SHARE_OF_EXPECTED = 0.25;

/** Share of false claims among those made, by the procedure of Benjamini and Hochberg (1995). */
const FALSE_DISCOVERY_RATE = 0.05;

/** No outlet carries a story for certain. */
const MAX_CHANCE = 0.95;

const CARRYING_GROUPS = 3;

/**
 * Finds stories that one group of outlets carries and another leaves out. The chance that an outlet carries a story is
 * taken to be the share of the other stories of these days that it carries, times how much more often than those the
 * story is carried outside its group; outlets decide independently. What is claimed has a small chance of so few
 * carriers (Poisson binomial, lower tail), corrected for the number of pairs looked at, and a story is compared among
 * outlets of its language only. An outlet that tells the event in another story does not leave it out. Where a group, a story or the days are too thin nothing is claimed.
 */
export function findBlindSpots(input: CoverageInput): BlindSpots {
  const spots: BlindSpot[] = [];
  const surveys: BlindSpotSurvey[] = [];
  for (const grouping of GROUPINGS) {
    const table = new CoverageTable(input, grouping);
    const candidates = table.stories(MIN_CARRIERS).flatMap((storyId) => candidatesOf(table, storyId, input));
    spots.push(...discoveries(candidates));
    surveys.push({
      grouping,
      from: input.now - BLIND_SPOT_DAYS * DAY_MS,
      to: input.now,
      stories: table.stories(MIN_CARRIERS).length,
      groups: table.groupSizes(),
      checked: candidates.length,
    });
  }
  return { spots, surveys };
}

/** The groups of which enough is known to say something about this story, with the chance of what was found. */
function candidatesOf(table: CoverageTable, storyId: string, input: CoverageInput): BlindSpot[] {
  if ((input.firstAt.get(storyId) ?? input.now) > input.now - MIN_AGE_MS) return [];
  const counts = table
    .groups()
    .map((key): GroupCount => countOf(table.unitsRead(key, storyId), key, storyId));
  return counts.flatMap((count) => {
    if (count.outlets < MIN_OUTLETS) return [];
    const carrying = counts
      .filter(({ key, carriers }) => key !== count.key && carriers >= MIN_CARRIERS)
      .sort((a, b) => b.carriers - a.carriers || a.outlets - b.outlets || compareText(a.key, b.key));
    const chances = chancesOf(table, count.key, storyId);
    const carriers = tellers(table.unitsRead(count.key, storyId), storyId, input);
    if (carrying.length === 0 || chances === null) return [];
    const expected = chances.reduce((sum, chance) => sum + chance, 0);
    return [
      {
        grouping: table.grouping,
        storyId,
        group: { ...count, carriers, expected: Math.round(10 * expected) / 10 },
        carrying: carrying.slice(0, CARRYING_GROUPS),
        probability: atMost(carriers, chances),
      },
    ];
  });
}

function countOf(units: readonly Unit[], key: string, storyId: string): GroupCount {
  return { key, outlets: units.length, carriers: units.filter(({ stories }) => stories.has(storyId)).length };
}

/** How many carry the story or another of the same event. */
function tellers(units: readonly Unit[], storyId: string, { kin }: CoverageInput): number {
  const told = [storyId, ...(kin?.get(storyId) ?? [])];
  return units.filter(({ stories }) => told.some((id) => stories.has(id))).length;
}

/** Chance of each outlet of a group to carry the story; null when there is too little to tell it by. */
function chancesOf(table: CoverageTable, key: string, storyId: string): number[] | null {
  const others = table.comparable(storyId);
  if (others.length < MIN_COMPARED) return null;
  const usual = others.reduce((sum, other) => sum + table.shareOutside(key, other), 0) / others.length;
  if (usual === 0) return null;
  const pull = table.shareOutside(key, storyId) / usual;
  return table.unitsRead(key, storyId).map(({ stories }) => {
    const habit = others.filter((other) => stories.has(other)).length / others.length;
    return Math.min(MAX_CHANCE, habit * pull);
  });
}

/** Probability that at most `count` of independent events with these chances happen (Poisson binomial). */
export function atMost(count: number, chances: readonly number[]): number {
  let exactly = [1];
  for (const chance of chances) {
    exactly = [...exactly, 0].map(
      (same, i) => same * (1 - chance) + (i > 0 ? (exactly[i - 1] ?? 0) * chance : 0),
    );
  }
  return Math.min(
    1,
    exactly.slice(0, count + 1).reduce((sum, value) => sum + value, 0),
  );
}

/** Keeps of all pairs that were looked at those that stand out at the false discovery rate. */
function discoveries(candidates: readonly BlindSpot[]): BlindSpot[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      a.probability - b.probability ||
      b.group.expected - a.group.expected ||
      compareText(a.storyId, b.storyId) ||
      compareText(a.group.key, b.group.key),
  );
  const last = ranked.findLastIndex(
    ({ probability }, i) => probability <= (FALSE_DISCOVERY_RATE * (i + 1)) / ranked.length,
  );
  return ranked
    .slice(0, last + 1)
    .filter(({ group }) => group.carriers <= MAX_SHARE_OF_EXPECTED * group.expected);
}
