import { describe, expect, it } from 'vitest';
import type { BlindSpot, Grouping } from '../../core/blind-spot.ts';
import { blindSpotWords } from './group-words.ts';

const spot = (grouping: Grouping, carrying: string, group: string, carriers: number): BlindSpot => ({
  grouping,
  storyId: 's1',
  group: { key: group, carriers, outlets: 7, expected: 4.3 },
  carrying: [{ key: carrying, carriers: 6, outlets: 9 }],
  probability: 0.001,
});

describe('blindSpotWords', () => {
  it.each<[BlindSpot, string]>([
    [
      spot('country', 'DE', 'PL', 0),
      'Carried by 6 of 9 outlets from Germany; by none of 7 outlets from Poland, where about 4 would be usual',
    ],
    [
      spot('kind', 'newspaper', 'state', 1),
      'Carried by 6 of 9 newspapers; by 1 of 7 state outlets, where about 4 would be usual',
    ],
    [
      spot('owner', 'A Group', 'B Group', 0),
      'Carried by 6 of 9 outlets of A Group; by none of 7 outlets of B Group, where about 4 would be usual',
    ],
    [
      spot('own', 'West', 'East', 0),
      'Carried by 6 of 9 outlets in “West”; by none of 7 outlets in “East”, where about 4 would be usual',
    ],
  ])('%#', (given, words) => expect(blindSpotWords(given)).toBe(words));
});
