import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';
import { parseNumberWords } from './number-words.ts';

const tools = createAnnotateTools();

function figures(text: string): string[] {
  const read = annotateArticle(
    { id: 'f', title: '', text, publishedAt: Date.UTC(2026, 2, 12), language: 'en', byline: null },
    tools,
  );
  return read.figures.map(
    (one) =>
      `${text.slice(one.start, one.end)} = ${one.value}${one.high === null ? '' : `..${one.high}`} ${one.unit} ${one.counted ?? '-'} ${one.modifier}${one.partial ? ', a part' : ''}`,
  );
}

describe('findFigures', () => {
  it.each<[string, string[]]>([
    ['The blast killed 31 people.', ['31 = 31 count killed exactly']],
    ['In the blast 31 people were killed.', ['31 = 31 count killed exactly']],
    ['The fire killed at least 31 on the coast.', ['at least 31 = 31 count killed at-least']],
    ['More than 1,200 soldiers have been wounded there.', ['More than 1,200 = 1200 count wounded more-than']],
    ['The death toll rose to 151 by noon.', ['151 = 151 count dead exactly']],
    ['The death toll from the fire at the mill rose to 38 on Friday.', ['38 = 38 count dead exactly']],
    ['It burned, bringing the number of people killed to 41.', ['41 = 41 count killed exactly']],
    ['The toll stands at 41.', ['41 = 41 count dead exactly']],
    ['It had a death toll of 12.', ['12 = 12 count dead exactly']],
    ['The toll climbed from 31 to at least 38.', ['at least 38 = 38 count dead at-least']],
    [
      'Five employees were killed and two were injured.',
      ['Five = 5 count killed exactly', 'two = 2 count injured exactly'],
    ],
    [
      'The fire killed 31 people and injured 14 more.',
      ['31 = 31 count killed exactly', '14 = 14 count injured exactly'],
    ],
    ['At least three more were killed.', ['At least three = 3 count killed at-least, a part']],
    ['Another three people died.', ['three = 3 count dead exactly, a part']],
    [
      'Three of the 41 people killed were children.',
      ['Three = 3 count people exactly, a part', '41 = 41 count killed exactly'],
    ],
    [
      'The fire killed 31 people and injured 14.',
      ['31 = 31 count killed exactly', '14 = 14 count injured exactly'],
    ],
    ['19 of 23 judges voted for it.', ['19 = 19 count judges exactly, a part']],
    ['Six out of 10 voters stayed at home.', ['Six out of 10 = 0.6 fraction voters exactly']],
    ['It cost $2.2bn.', ['$2.2bn = 2200000000 USD - exactly']],
    ['It cost US$5m.', ['US$5m = 5000000 USD - exactly']],
    ['It cost €3.4 million.', ['€3.4 million = 3400000 EUR - exactly']],
    ['Another 14 were injured.', ['14 = 14 count injured exactly']],
    ['Police arrested 12 protesters.', ['12 = 12 count arrested exactly']],
    ['The army sent 40 drones to the border.', ['40 = 40 count drones exactly']],
    ['Some 30 to 40 people came.', ['Some 30 to 40 = 30..40 count people about']],
    ['Between 30 and 40 people came.', ['Between 30 and 40 = 30..40 count people exactly']],
    ['About 30–40 homes burned.', ['About 30–40 = 30..40 count homes about']],
    ['Prices rose 3.5 percent.', ['3.5 percent = 3.5 percent - exactly']],
    ['Nearly 60% of voters agreed.', ['Nearly 60% = 60 percent voters about']],
    ['It fell two percentage points.', ['two percentage points = 2 percentage-point - exactly']],
    ['The plan costs $2.3 million.', ['$2.3 million = 2300000 USD - exactly']],
    ['The plan costs £40bn.', ['£40bn = 40000000000 GBP - exactly']],
    ['The fine of €500,000 stands.', ['€500,000 = 500000 EUR - exactly']],
    ['It cost US$5 to enter.', ['US$5 = 5 USD - exactly']],
    ['It cost 20 million dollars.', ['20 million dollars = 20000000 USD - exactly']],
    [
      'They walked 12 kilometres in three hours.',
      ['12 kilometres = 12 km - exactly', 'three hours = 3 hour - exactly'],
    ],
    ['Thirty-one people died.', ['Thirty-one = 31 count dead exactly']],
    ['Two dozen ships left.', ['Two dozen = 24 count ships exactly']],
    ['A third of the crew left.', ['A third = 0.3333 fraction crew exactly']],
    ['Up to 500 jobs are at risk.', ['Up to 500 = 500 count jobs at-most']],
    ['Fewer than 50 tickets were sold.', ['Fewer than 50 = 50 count tickets less-than']],
  ])('reads: %s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    'She was born in 1987 and left in 2004.',
    'The meeting on 12 November began at 5:30 p.m. on the quay.',
    'Anna Holm, 34, lives here.',
    'A 34-year-old man lives here.',
    'The team won 3-1 on the night.',
    'Call 555-0199 for help.',
    'It was her 3rd try and the 21st century.',
    'One of them left, and no one stayed.',
    '1. Open the door.',
    'They talk about one small piece of law and one plan.',
    'Article 50 was used and Section 230 was not.',
  ])('counts nothing in: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it('reads number words', () => {
    expect(parseNumberWords('three hundred and five thousand')).toBe(305_000);
    expect(parseNumberWords('a million')).toBe(1_000_000);
    expect(parseNumberWords('ninety-nine')).toBe(99);
    expect(parseNumberWords('constructor')).toBeNull();
    expect(parseNumberWords('')).toBeNull();
  });
});
