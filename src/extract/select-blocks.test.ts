import { describe, expect, it } from 'vitest';
import { isBoilerplateLine, isBylineOrTime } from './boilerplate-lines.ts';
import { selectBlocks } from './select-blocks.ts';

describe('isBoilerplateLine', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT:',
    'Read more: Five things about dams',
    'Share this article',
    'Sign up for our newsletter',
    'Story continues below',
    '12 comments',
    'Related stories',
    '* * *',
    '© 2025 The Paper',
    'https://paper.example/x',
    'Follow Ann Lee on Twitter',
    'Image 3 of 9',
    'Click here to subscribe',
  ])('drops %j', (line) => {
    expect(isBoilerplateLine(line)).toBe(true);
  });
  it.each([
    'He said more dams would be read about.',
    'Share prices fell by a tenth on Monday.',
    'Comments by the minister drew anger.',
    'Close to 200 people were taken to safety.',
    'Searches went on through the night.',
    'Related charges were dropped in May by the court.',
    'Subscribers of the gas company will pay more from January, its chairman said, because the pipeline that feeds the coast has been shut since the storm and will stay so.',
  ])('keeps %j', (line) => {
    expect(isBoilerplateLine(line)).toBe(false);
  });
});

describe('isBylineOrTime', () => {
  it.each([
    'By Ann Lee',
    'By ANN LEE and BO RAY',
    'December 14, 2025',
    'Published 14 December 2025 at 10:30',
    'Updated 2 hours ago',
    '14/12/2025 10:30',
    '4 min read',
    'By Ann Lee, Bo Ray Sun Dec 14 2025',
  ])('knows %j', (line) => {
    expect(isBylineOrTime(line)).toBe(true);
  });
  it.each([
    'By Monday the river had fallen.',
    'Two men died.',
    'On 14 December the dam broke.',
    'December 14 was the day the dam broke.',
  ])('leaves %j', (line) => {
    expect(isBylineOrTime(line)).toBe(false);
  });
});

describe('selectBlocks', () => {
  const block = (text: string, tag = 'p', linkLength = 0) => ({ text, tag, linkLength });
  const select = (...blocks: ReturnType<typeof block>[]) =>
    selectBlocks(blocks, { title: 'Dam fails', byline: 'Ann Lee' }).map(({ text }) => text);

  it('drops title, byline and time at the top, and keeps the same words further down', () => {
    const filler = Array.from({ length: 8 }, (_, i) => block(`Sentence ${i} of the report.`));
    expect(
      select(
        block('Dam fails', 'h2'),
        block('By Ann Lee'),
        block('14 December 2025'),
        ...filler,
        block('Ann Lee'),
      ),
    ).toEqual([...filler.map(({ text }) => text), 'Ann Lee']);
  });
  it('drops headings that have lost what stood under them', () => {
    expect(
      select(
        block('One.'),
        block('More stories to come', 'h2'),
        block('link', 'li', 4),
        block('What next', 'h2'),
        block('Two.'),
      ),
    ).toEqual(['One.', 'What next', 'Two.']);
  });
  it('drops lines that are mostly link, and repeated lines', () => {
    expect(select(block('One.'), block('One.'), block('See the chart of rivers', 'p', 20))).toEqual(['One.']);
  });
});
