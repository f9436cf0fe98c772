import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../test/builders/brief-input.ts';
import { completedNames } from './completed-names.ts';
import { indexStory } from './ledger/index-story.ts';

function completed(sentence: string, shown = '', opening = 'The mayor is Dora Lindqvist now.'): string {
  const article = ledgerArticle({
    id: 'a',
    outlet: 'A',
    title: 'T',
    at: '2025-01-01T00:00:00Z',
    sentences: [
      { role: 'main', text: opening },
      { role: 'main', text: sentence },
    ],
  });
  const index = indexStory(briefInput([article]));
  const found = index.sentences[1];
  if (found === undefined) return '';
  return completedNames(index, found, shown).reduceRight(
    (text, { at, text: added }) => text.slice(0, at - found.start) + added + text.slice(at - found.start),
    found.text,
  );
}

describe('completedNames', () => {
  it.each([
    [
      'On Monday the council heard that Lindqvist would go.',
      'On Monday the council heard that [Dora] Lindqvist would go.',
    ],
    [
      'The council told Lindqvist that Lindqvist would go.',
      'The council told [Dora] Lindqvist that Lindqvist would go.',
    ],
    ['The council met at Lindqvist Hall again.', 'The council met at Lindqvist Hall again.'],
    ['The council said “that Lindqvist lies”.', 'The council said “that Lindqvist lies”.'],
    [
      'The council told Dora Lindqvist that Lindqvist would go.',
      'The council told Dora Lindqvist that Lindqvist would go.',
    ],
  ])('%s', (sentence, expected) => {
    expect(completed(sentence)).toBe(expected);
  });

  it('adds none that the reader has before him', () => {
    const sentence = 'The council told Lindqvist to go.';
    expect(completed(sentence, 'Dora Lindqvist resigned.')).toBe(sentence);
  });

  it('adds none to a body that is called by a place', () => {
    const sentence = 'The council told Rovers to go.';
    expect(completed(sentence, '', 'Their club Velmar Rovers plays in Velmar again.')).toBe(sentence);
  });

  it('adds none where two people share the name', () => {
    const sentence = 'The council told Lindqvist to go.';
    expect(completed(sentence, '', 'The mayor Dora Lindqvist met her brother Per Lindqvist.')).toBe(sentence);
  });
});
