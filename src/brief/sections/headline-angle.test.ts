import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { indexStory } from '../ledger/index-story.ts';
import { createHeadlineAngle } from './headline-angle.ts';

function indexOf(titles: readonly string[]) {
  return indexStory(
    briefInput(
      titles.map((title, i) =>
        ledgerArticle({
          id: `a${i}`,
          outlet: `Paper ${i}`,
          title,
          at: '2026-03-12T09:00:00Z',
          sentences: [{ role: 'main', text: 'A mill burned down at Harrow Bridge on Thursday night.' }],
        }),
      ),
    ),
  );
}

const TITLES = [
  'Mill fire kills 15',
  'Fire at mill kills 15',
  'Heroic rescue crew saves girl from mill fire',
];

describe('createHeadlineAngle', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['a headline of the common core', 'Mill fire kills 15', ['Mill', 'fire', 'kills', '15'], []],
    [
      'an angle of its own, words side by side as one',
      TITLES[2]!,
      ['mill', 'fire'],
      ['Heroic rescue crew saves girl'],
    ],
    ['an opinion, whose label is no word of it', 'OPINION: The mill owners', ['mill'], ['owners']],
  ])('tells %s', (_, headline, shared, own) => {
    expect(createHeadlineAngle(indexOf(TITLES))('paper-2.example', headline)).toEqual({ shared, own });
  });

  it('tells nothing of two outlets: they have no common core', () => {
    expect(createHeadlineAngle(indexOf(TITLES.slice(0, 2)))('paper-0.example', TITLES[0]!)).toEqual({
      shared: [],
      own: [],
    });
  });
});
