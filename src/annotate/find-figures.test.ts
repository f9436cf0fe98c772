import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';
import { parseNumberWords } from './number-words.ts';

const tools = createAnnotateTools();

function annotate(text: string) {
  const publishedAt = Date.UTC(2026, 2, 12, 18);
  return annotateArticle({ id: 'f', title: '', text, publishedAt, language: 'en', byline: null }, tools);
}

function figures(text: string): string[] {
  return annotate(text).figures.map(
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
    [
      'A fire on one of the firm’s ferries that killed at least 38 people was put out.',
      ['at least 38 = 38 count killed at-least'],
    ],
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
    ['Two-thirds of deputies agreed.', ['Two-thirds = 0.6667 fraction deputies exactly']],
    ['One in five nurses left.', ['One in five = 0.2 fraction nurses exactly']],
    [
      'Half of the crew slept half a mile away.',
      ['Half = 0.5 fraction crew exactly', 'half a mile = 0.5 mile - exactly'],
    ],
    ['Half a million people fled.', ['Half a million = 500000 count people exactly']],
    ['Some 1.5 to 2 million people fled.', ['Some 1.5 to 2 million = 1500000..2000000 count people about']],
    ['It costs $10-15 million a year.', ['$10-15 million = 10000000..15000000 USD - exactly']],
    [
      'Rents rose from 9 percent to 12 percent.',
      ['9 percent = 9 percent - exactly', '12 percent = 12 percent - exactly'],
    ],
    ['Gifts of $200 or less are exempt.', ['$200 or less = 200 USD - at-most']],
    ['A dozen or so ships left.', ['A dozen or so = 12 count ships about']],
    ['The 1,500-plus guests left.', ['1,500-plus = 1500 count guests at-least']],
    ['It fell to minus 31 degrees.', ['minus 31 degrees = -31 degree - exactly']],
    ['It ran for two and a half hours.', ['two and a half hours = 2.5 hour - exactly']],
    ['No one was hurt in the fire.', ['No one = 0 count injured exactly']],
    ['Police saw a pair of drones.', ['a pair = 2 count drones exactly']],
    ['The 12-member panel met.', ['12 = 12 count member exactly']],
    ['They shipped 4.5 tonnes of wheat.', ['4.5 tonnes = 4.5 tonne wheat exactly']],
    ['The fund spent 300 crore rupees.', ['300 crore rupees = 3000000000 INR - exactly']],
    ['Of the dead, five were children.', ['five = 5 count children exactly']],
    [
      'It killed six people, wounded 13 and left.',
      ['six = 6 count killed exactly', '13 = 13 count wounded exactly'],
    ],
    ['Police expelled 60 Russians.', ['60 = 60 count russians exactly']],
    ['It was in effect under two mayors.', ['two = 2 count mayors exactly']],
  ])('reads: %s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    'The aims are clear: 1) bread, and 2) peace.',
    'A 401(k) plan costs money.',
    'Lawmakers will vote on Harbour Plan 2.0 here.',
    'They won by a 2-to-1 margin.',
    'Most are 20-somethings here.',
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
    'The panel split 6-3, and the vote of 9 to 5 stood.',
    'In the past five years, and again two years later, it changed.',
    'People over 65 ride free, as do those aged 5 to 11.',
    'Dozens of people and several hundred ships left.',
    'She starred in "60 Minutes" on Channel 4.',
    'A two-time champion lives at 12 Mill Street.',
    'They have twice as many ships.',
    'There was zero tolerance.',
    'He was known as 8200 and retired at 61.',
  ])('counts nothing in: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it.each<[string, string | null]>([
    ['As of Monday, 17 people had died.', '2026-03-09'],
    ['By Monday, 17 people had died.', '2026-03-09'],
    ['Some 400 people had left by the end of February.', '2026-02-28'],
    ['The toll rose to 38 on Wednesday.', '2026-03-11'],
    ['Police arrested 17 people on Monday.', null],
    ['The state will cut 400 jobs by Friday.', null],
  ])('tells of what time: %s', (text, expected) => {
    const [figure] = annotate(text).figures;
    expect(figure?.asOf == null ? null : new Date(figure.asOf).toISOString().slice(0, 10)).toBe(expected);
  });

  it.each<[string, string[]]>([
    ['Some 400 people fled, according to the relief agency.', ['the relief agency']],
    ['The mayor said 400 people had fled.', ['The mayor']],
    ['Some 400 people fled, the mayor said; the army put it at 90.', ['the mayor', 'the army']],
    ['Some 400 people fled.', ['-']],
    ['You would assume that 400 people had fled.', ['-']],
    ['A man close to Mayor Anna Holm, who leads the town, said 400 people had fled.', ['A man close']],
  ])('tells whom from: %s', (text, expected) => {
    const speakers = annotate(text).figures.map(({ speaker }) =>
      speaker === null ? '-' : text.slice(speaker.start, speaker.end),
    );
    expect(speakers).toEqual(expected);
  });

  it('gives sound spans in order for any text', () => {
    const piece = fc.constantFrom(
      'about',
      '31',
      '2.2bn',
      '$',
      '€1.5',
      'half',
      'a third',
      'of',
      'the',
      'to',
      '-',
      '–',
      'between',
      'and',
      'dozen',
      'million',
      'percent',
      '%',
      'one in five',
      'No one was killed',
      'two',
      'people',
      'were killed',
      '.',
      ',',
      '\n',
      'İ',
      'minus',
      '1,000',
      '15 000',
      'as of Monday',
      'or more',
      'she said',
      '“',
      '”',
      'by',
      '2016',
      '½',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join(' ');
        let last = 0;
        for (const { start, end, value, high, speaker } of annotate(text).figures) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          if (high !== null) expect(high).toBeGreaterThan(value);
          if (speaker !== null) expect(speaker.end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads number words', () => {
    expect(parseNumberWords('three hundred and five thousand')).toBe(305_000);
    expect(parseNumberWords('a million')).toBe(1_000_000);
    expect(parseNumberWords('ninety-nine')).toBe(99);
    expect(parseNumberWords('constructor')).toBeNull();
    expect(parseNumberWords('')).toBeNull();
  });
});
