import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { indexStory } from '../ledger/index-story.ts';
import { createSummaryWorth, createWordSalience, NOTHING_TOLD, readOpenings } from './word-salience.ts';

const CLOSED = 'The council of Ottery closed the old river bridge after divers found cracks.';
const SHUT = 'Divers found cracks in the river bridge, so the council of Ottery closed it.';
const CHOIR = 'A choir sang an old hymn on the market square for the workers of the harbour.';

function story(texts: readonly string[]) {
  return indexStory(
    briefInput(
      texts.map((text, i) =>
        ledgerArticle({
          id: `a${i}`,
          outlet: `Outlet ${i}`,
          title: 'Ottery bridge closed',
          at: '2025-01-01T00:00:00Z',
          sentences: [{ role: 'main', text }],
        }),
      ),
    ),
  );
}

describe('createWordSalience', () => {
  const salience = createWordSalience(readOpenings(story([CLOSED, SHUT, CHOIR])));

  it.each([
    ['crack', 'choir', 'a word that two outlets open with before one that a single outlet has'],
    ['bridg', 'crack', 'a word of the titles before one that is in none'],
    ['river bridg', 'old hymn', 'a pair that two outlets have before one that a single outlet has'],
  ])('expects “%s” in a summary sooner than “%s”: %s', (more, less) => {
    expect(salience(more)).toBeGreaterThan(salience(less));
  });

  it('knows words that no opening has', () => {
    expect(salience('zeppelin')).toBeLessThan(salience('bridg'));
  });
});

describe('createSummaryWorth', () => {
  it('gives nothing for what is told already', () => {
    const index = story([CLOSED, CLOSED, CHOIR]);
    const worth = createSummaryWorth(index);
    const [first, again] = index.sentences;
    if (first === undefined || again === undefined) throw new Error('two sentences are needed');
    const told = worth.add(NOTHING_TOLD, first);
    expect(worth.of(worth.add(told, again))).toBeLessThan(worth.of(told));
    expect(worth.add(told, again).weight).toBe(told.weight);
  });

  it('does not depend on the order of the sentences and stays between nothing and one', () => {
    const index = story([CLOSED, SHUT, CHOIR]);
    const worth = createSummaryWorth(index);
    fc.assert(
      fc.property(fc.shuffledSubarray([...index.sentences]), (sentences) => {
        const told = (list: typeof sentences) => list.reduce(worth.add, NOTHING_TOLD);
        const [one, other] = [worth.of(told(sentences)), worth.of(told([...sentences].reverse()))];
        expect(one).toBeCloseTo(other, 10);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThan(1);
      }),
    );
  });
});
