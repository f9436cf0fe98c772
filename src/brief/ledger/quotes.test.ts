import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { indexStory } from './index-story.ts';
import { groupQuotes } from './quotes.ts';

const FULL =
  '“The county promised us new pumps in May, and in all these months nobody came to fit them,” said Dora Lindqvist.';

function quotesOf(second: string) {
  const written = [FULL, second].map((text, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet: `Paper ${i}`,
      title: 'Pumps never came, residents say',
      at: `2026-03-12T0${i}:00:00Z`,
      sentences: [
        { role: 'main', text: 'Residents of Ottery met Dora Lindqvist at the town hall on Thursday.' },
        { role: 'evaluation', text },
      ],
    }),
  );
  return groupQuotes(indexStory(briefInput(written))).map(({ outlets }) => outlets.length);
}

describe('groupQuotes', () => {
  it.each<[string, string, readonly number[]]>([
    ['cut short', '“Nobody came to fit them,” said Dora Lindqvist.', [2]],
    [
      'with words left out',
      '“The county promised us new pumps, and in all these months nobody came to fit them,” said Dora Lindqvist.',
      [2],
    ],
    [
      'with words in brackets',
      '“The county promised us [and our neighbours] new pumps in May and nobody came to fit them,” said Dora Lindqvist.',
      [2],
    ],
    [
      'of which nobody is named the speaker',
      'Anna Holm spoke. “In all these months nobody came to fit them.”',
      [2],
    ],
  ])('takes for one quotation the same words %s', (_, second, expected) => {
    expect(quotesOf(second)).toEqual(expected);
  });

  it.each<[string, string, readonly number[]]>([
    [
      'with a denial more',
      '“The county never promised us new pumps in May, and in all these months nobody came to fit them,” said Dora Lindqvist.',
      [1, 1],
    ],
    ['by somebody else', '“The county promised us new pumps in May,” said Tomas Oren.', [1, 1]],
    [
      'in another order',
      '“Nobody came to fit the pumps, and in May the county promised them to us,” said Dora Lindqvist.',
      [1, 1],
    ],
  ])('keeps apart words %s', (_, second, expected) => {
    expect(quotesOf(second)).toEqual(expected);
  });
});
