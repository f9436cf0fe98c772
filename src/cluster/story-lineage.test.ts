import { describe, expect, it } from 'vitest';
import type { StoryState } from '../core/story.ts';
import { findPredecessors } from './story-lineage.ts';
import { TermTable } from './term-table.ts';

const DAY = 86_400_000;
const TABLE = new TermTable({ documents: 100, frequencies: [] }, { documents: 0, frequencies: {} }, 0);

/** A story of one article whose words are all of like weight: of 20 words it shares as many as its `own` are fewer. */
function story(id: string, own: number, day: number, language = 'en'): StoryState {
  const words = Array.from({ length: 20 }, (_, i) => (i < own ? `${id}${i}` : `word${i}`));
  const weight = 1 / (Math.sqrt(20) * TABLE.weightOfKey('any'));
  return {
    id,
    language,
    firstAt: day * DAY,
    lastAt: day * DAY,
    size: 1,
    terms: words.map((word) => [word, weight]),
    names: [],
  };
}

const COMMON = 0.25;
const RARE = 0.008;
/** What the two headlines have in common: nothing, or the lock that both are about. */
const APART = ['Council weighs a new budget for Norhavn', 'Voters ask who repairs the roads'] as const;
const ALIKE = ['Orre lock stays closed until spring', 'Cracks found in Orre lock gate'] as const;

describe('findPredecessors', () => {
  const table: [
    what: string,
    likeness: number,
    shares: number[],
    titles: readonly [string, string],
    found: boolean,
  ][] = [
    ['like texts, and only what a quarter of all stories are about', 0.2, [COMMON, COMMON], APART, false],
    ['the same with any number of common topics', 0.2, Array(8).fill(COMMON), APART, false],
    ['two topics that few stories have', 0.2, [RARE, RARE], APART, true],
    ['headlines that name the same thing', 0.2, [COMMON], ALIKE, true],
    ['texts that are near enough by themselves', 0.4, [COMMON], APART, true],
    ['rare topics and like headlines, and texts of other matters', 0.05, [RARE, RARE, RARE], ALIKE, false],
  ];

  it.each(table)('%s', (_what, likeness, topicShares, [title, otherTitle], found) => {
    const own = Math.round(20 * (1 - likeness));
    const earlier = [{ state: story('before', own, 1), title: otherTitle, topicShares }];
    const events = findPredecessors(story('later', own, 9), { title, earlier }, TABLE);
    expect(events.map(({ otherId }) => otherId)).toEqual(found ? ['before'] : []);
  });

  it('links no story that had not ended, none in another language, and four at most, the nearest first', () => {
    const like = (id: string, own: number, day: number, language = 'en') => ({
      state: story(id, own, day, language),
      title: ALIKE[1],
      topicShares: [RARE],
    });
    const earlier = [
      ...[8, 9, 10, 11, 12].map((own) => like(`own${own}`, own, 1)),
      like('during', 8, 9),
      like('foreign', 8, 1, 'fr'),
    ];
    const events = findPredecessors(story('later', 0, 9), { title: ALIKE[0], earlier }, TABLE);
    expect(events.map(({ otherId }) => otherId)).toEqual(['own8', 'own9', 'own10', 'own11']);
  });
});
