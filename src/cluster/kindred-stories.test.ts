import { describe, expect, it } from 'vitest';
import type { StoryState } from '../core/story.ts';
import { kindredStories } from './kindred-stories.ts';
import { TermTable } from './term-table.ts';

const HOUR = 3_600_000;

function story(id: string, words: string, language = 'en'): StoryState {
  const all = words.split(' ');
  const terms = all.map((word): [string, number] => [word, 0.1]);
  return { id, language, firstAt: 10 * HOUR, lastAt: 20 * HOUR, size: 1, terms, names: [] };
}

const BUDGET = 'budget council vote deficit mayor hall library closure tax rise street repair pool';
const STATES = [
  story('vote', BUDGET),
  story('answers', `${BUDGET} union protest`),
  story('storm', 'storm flood river roof wind rescue warning dam bridge ferry school shut'),
  story('abstimmung', BUDGET, 'de'),
];

describe('kindredStories', () => {
  it('finds the other stories of an event, in the language of the subject', () => {
    const table = new TermTable({ documents: 100, frequencies: [] }, { documents: 0, frequencies: {} }, 0);
    const kin = kindredStories(STATES, new Set(['vote', 'storm']), table);
    expect([...kin]).toEqual([['vote', ['answers']]]);
  });
});
