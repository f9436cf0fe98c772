import { describe, expect, it } from 'vitest';
import {
  isPageFurniture,
  isPlainReport,
  speculates,
  standsAlone,
  tellsAhead,
  wordCount,
} from './sentence-quality.ts';
import { quotedWords } from './sentence-words.ts';

const score = (text: string, hasName = true): number => standsAlone(text, quotedWords(text), hasName);

describe('standsAlone', () => {
  const plain = 'The council of Harrow Bridge voted on Monday to close the old paper mill.';
  it.each([
    ['a pronoun', 'It voted on Monday to close the old paper mill at Harrow Bridge.'],
    ['a connective', 'Meanwhile, the council of Harrow Bridge voted to close the old paper mill.'],
    ['a lower-case start', 'council of Harrow Bridge voted on Monday to close the old paper mill.'],
    ['no end', 'The council of Harrow Bridge voted on Monday to close the old paper'],
    ['too few words', 'The council voted.'],
    ['a question', 'Will the council of Harrow Bridge vote to close the old paper mill?'],
    ['a first person', 'The council of Harrow Bridge voted to close our old paper mill, I hear.'],
  ])('rates a sentence with %s lower', (_, text) => {
    expect(score(text)).toBeLessThan(score(plain));
  });

  it('rates a full plain sentence highest', () => {
    expect(score(plain)).toBe(1);
  });
});

describe('isPageFurniture', () => {
  it.each([
    ['Read more: what the mill made', true],
    ['Subscribe to our newsletter for more.', true],
    ['Reporting by A. Writer; editing by B. Editor', true],
    ['The council voted to close the mill.', false],
    ['Relatedness is a hard idea.', false],
  ])('%s: %s', (text, expected) => {
    expect(isPageFurniture(text)).toBe(expected);
  });
});

describe('wordCount', () => {
  it('counts words between blanks', () => {
    expect(wordCount('  one two\n three ')).toBe(3);
    expect(wordCount('')).toBe(0);
  });
});

describe('isPlainReport', () => {
  it.each([
    ['Two ferries collided off Port Aldane on Monday, the coast guard said.', true],
    ['“We will pay for this,” said the owner of the ferry.', true],
    ['Read the paper behind it, published on Monday.', false],
    ['Why did nobody warn the crew?', false],
    ['Our reporter spoke to the crew of the second ferry.', false],
    ['It was a morning like any other in the harbour.', false],
  ])('%s → %s', (text, expected) => {
    expect(isPlainReport(text)).toBe(expected);
  });
});

describe('isPlainReport', () => {
  it('takes a question for no event, whoever asks it', () => {
    expect(isPlainReport('“How sure are you?” Senator Dora Lindqvist asked the mayor.')).toBe(false);
  });
});

describe('standsAlone after what is left out', () => {
  it('counts a pronoun behind a connective as leaning back', () => {
    expect(score('But his plan was put to the council of Ottery on Monday.')).toBeLessThan(0.55);
  });
});

describe('speculates', () => {
  it.each([
    ['Friday could bring the vote to an end.', true],
    ['The mayor looks to be preparing for a long dispute.', true],
    ['The hearing on Thursday, where both will speak, is going to be hard to watch.', true],
    ['Talks end on Sunday, and there’s a chance that they fail.', true],
    ['Friday could bring the vote to an end, the mayor said.', false],
    ['The council closed the bridge on Monday.', false],
  ])('%s', (text, expected) => {
    expect(speculates(text)).toBe(expected);
  });
});

describe('tellsAhead', () => {
  it.each([
    ['The mayor is expected to resign.', true],
    ['The council will meet.', true],
    ['The mayor said “I will go”.', false],
    ['The mayor resigned, which nobody expected.', false],
  ])('%s', (text, expected) => {
    expect(tellsAhead(text)).toBe(expected);
  });
});
