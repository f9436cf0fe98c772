import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';
import { findDates } from './find-dates.ts';
import { buildDocument, tagNothing } from './text-document.ts';

const tools = createAnnotateTools();

/** Read as published on Thursday 12 March 2026, 09:30 UTC. */
function dates(text: string, language = 'en'): string[] {
  const read = annotateArticle(
    { id: 'd', title: '', text, publishedAt: Date.UTC(2026, 2, 12, 9, 30), language, byline: null },
    tools,
  );
  return read.dates.map(
    (one) =>
      `${text.slice(one.start, one.end)} = ${new Date(one.at).toISOString().slice(0, one.precision === 'year' ? 4 : one.precision === 'month' ? 7 : 10)}`,
  );
}

it('names the day before publication on a Saturday', () => {
  const text = 'The ferry sank on Friday and was found on Saturday.';
  const read = annotateArticle(
    { id: 'd', title: '', text, publishedAt: Date.UTC(2026, 5, 13, 7), language: 'en', byline: null },
    tools,
  );
  expect(read.dates.map((one) => one.at)).toEqual([Date.UTC(2026, 5, 12), Date.UTC(2026, 5, 13)]);
});

describe('findDates', () => {
  it.each<[string, string[]]>([
    ['The vote was held on Friday in the capital.', ['Friday = 2026-03-06']],
    ['The vote will be held on Friday in the capital.', ['Friday = 2026-03-13']],
    ['The two leaders met on Thursday in the capital.', ['Thursday = 2026-03-12']],
    ['The minister resigned last month over the affair.', ['last month = 2026-02']],
    ['The company was founded in 2008 by two brothers.', ['2008 = 2008']],
    ['The talks began in March 2021 and failed.', ['March 2021 = 2021-03']],
    ['The treaty was signed on 12 November in the capital.', ['12 November = 2025-11-12']],
    ['The treaty will be signed on 12 November in the capital.', ['12 November = 2026-11-12']],
    ['The bridge was closed on April 3, 2019, and rebuilt.', ['April 3, 2019 = 2019-04-03']],
    ['The minister spoke yesterday about the new bridge.', ['yesterday = 2026-03-11']],
    ['The toll rose to 38 on Friday.', ['Friday = 2026-03-06']],
    ['The ship was sailing on Friday when it hit a rock.', ['Friday = 2026-03-06']],
    ['The road was closed due to fog on Friday.', ['Friday = 2026-03-06']],
    ['On Friday, the army said it would leave.', ['Friday = 2026-03-06']],
    ['On Tuesday, the council will vote on the plan.', ['Tuesday = 2026-03-17']],
    ['They are expected to vote on Tuesday.', ['Tuesday = 2026-03-17']],
    ['The talks resume on Monday.', ['Monday = 2026-03-16']],
    [
      'Officials said on Monday that the damaged bridge would reopen on Tuesday.',
      ['Monday = 2026-03-09', 'Tuesday = 2026-03-17'],
    ],
    [
      'Police arrested two men on Monday, and they will appear in court on Friday.',
      ['Monday = 2026-03-09', 'Friday = 2026-03-13'],
    ],
    ['The wall will be built where the old one fell on Monday.', ['Monday = 2026-03-09']],
    ['Ahead of the vote on Monday, she spoke to reporters.', ['Monday = 2026-03-16']],
    ['“We will go,” said Anna Holm in November.', ['November = 2025-11']],
    ['The ship left last week.', ['last week = 2026-03-02']],
    ['The ship leaves next week.', ['next week = 2026-03-16']],
    ['Prices rose this week and fell this month.', ['this week = 2026-03-09', 'this month = 2026-03']],
    ['The two sides last met three days ago in the capital.', ['three days ago = 2026-03-09']],
  ])('reads: %s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    'The army sent 2,000 soldiers and 1990 people fled from it.',
    'They may march again, and the second man may not.',
    'The prison term was 5 years and 3 months.',
  ])('finds no date in: %s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

/** Words, precision and start, with the start of the last unit where there is one. */
function read(text: string, publishedAt: string, language = 'en'): string[] {
  const document = buildDocument(text, language, tagNothing);
  return findDates(document, Date.parse(publishedAt), tools.dateParser(language)).map(
    ({ start, end, at, precision, until }) =>
      [text.slice(start, end), precision, iso(at), ...(until === undefined ? [] : [iso(until)])].join(' | '),
  );
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T00:00', '');

describe('findDates names as much of time as is said', () => {
  it.each<[string, string[]]>([
    ['Rail came in the 1960s.', ['1960s | decade | 1960-01-01']],
    ['The church is of the 12th century.', ['12th century | century | 1100-01-01']],
    ['Sales fell in the third quarter of 2024.', ['third quarter of 2024 | quarter | 2024-07-01']],
    ['It failed in the winter of 2020.', ['winter of 2020 | season | 2019-12-01']],
    ['In the 2015-16 season it won.', ['2015-16 | year | 2015-01-01 | 2016-01-01']],
    ['The fair ran from June 3-5 in Ode.', ['June 3-5 | day | 2025-06-03 | 2025-06-05']],
    ['Six were hurt over the weekend.', ['weekend | day | 2026-03-07 | 2026-03-08']],
    ['It left two weeks ago.', ['two weeks ago | week | 2026-02-23']],
    ['It was felt at 04:30 GMT on Wednesday.', ['04:30 GMT on Wednesday | minute | 2026-03-11T04:30']],
    ['It lifts off at 7 p.m. EDT on Friday.', ['7 p.m. EDT on Friday | minute | 2026-03-13T23:00']],
    ['It was felt at 4 a.m. on Wednesday.', ['Wednesday | day | 2026-03-11']],
    [
      'On March 3 it broke. The following day it fell.',
      ['March 3 | day | 2026-03-03', 'following day | day | 2026-03-04'],
    ],
    ['The following day it fell.', []],
    ['The form is dated 03/04/2019.', []],
    ['The form is dated 23/04/2019.', ['23/04/2019 | day | 2019-04-23']],
    ['Flight 1987 and Room 2012 were full, and Mrs May left.', []],
    ['It aired on “This Week” over the next year and a half.', []],
  ])('%s', (text, expected) => {
    expect(read(text, '2026-03-12T09:30Z')).toEqual(expected);
  });

  it('counts from the day of the dateline, and from the day where the dateline is', () => {
    const dated = 'MADRID, Nov. 8 (East Agency) -- The vote was held today.';
    expect(read(dated, '2018-11-09T01:00Z').at(-1)).toBe('today | day | 2018-11-08');
    const placed = 'WASHINGTON (North Press) - She spoke today.';
    expect(read(placed, '2026-03-12T02:00Z')).toEqual(['today | day | 2026-03-11']);
    expect(read(placed, '2026-03-12')).toEqual(['today | day | 2026-03-12']);
  });

  it.each<[string, string, string[]]>([
    ['de', 'Der Rat wird am Freitag tagen.', ['Freitag | day | 2026-03-13']],
    ['fr', 'Le pont fut fermé en mars 2021.', ['mars 2021 | month | 2021-03-01']],
    ['es', 'Se hundió la semana pasada.', ['semana pasada | week | 2026-03-02']],
    ['it', 'Fu fondata nel 1998.', ['1998 | year | 1998-01-01']],
    ['pt', 'Caiu há dois meses.', ['há dois meses | month | 2026-01-01']],
    ['uk', 'Це сталося 3 жовтня 2019 року.', ['3 жовтня 2019 року | day | 2019-10-03']],
    ['ru', 'Это было в прошлом году.', ['прошлом году | year | 2025-01-01']],
    ['ar', 'سيصوت المجلس يوم الجمعة.', ['الجمعة | day | 2026-03-13']],
    ['zh', '公司成立于2008年。', ['2008年 | year | 2008-01-01']],
  ])('reads %s: %s', (language, text, expected) => {
    expect(read(text, '2026-03-12T09:30Z', language)).toEqual(expected);
  });

  it('yields ordered, separate spans inside the text, on any text in any language', () => {
    const piece = fc.constantFrom(
      ...[
        'Friday ',
        'May 3',
        '-5 ',
        ', 2019',
        ' the next day ',
        '1990s ',
        '2015-16 ',
        ' at 5 p.m. GMT',
        '\n',
        '3. ',
        '. ',
      ],
      ...['Oktober ', '2019年', '3月', 'вчора ', 'год ', 'أمس ', 'last ', 'week ', '99/99/2020 ', 'Feb. 31 '],
    );
    const languages = fc.constantFrom(
      'en',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'uk',
      'ru',
      'ar',
      'zh',
      'ja',
      'und',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, languages, fc.integer({ min: -1e13, max: 1e13 }), (text, language, publishedAt) => {
        let last = 0;
        for (const date of findDates(
          buildDocument(text, language, tagNothing),
          publishedAt,
          tools.dateParser(language),
        )) {
          expect(date.start).toBeGreaterThanOrEqual(last);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(date.at)).toBe(true);
          last = date.end;
        }
      }),
    );
  });

  it('takes linear time on hostile repetition', () => {
    const started = performance.now();
    for (const piece of ['Monday ', 'In May ', 'March 3 ', 'In 1990 ', '1 day later '])
      read(piece.repeat(4_000), '2026-03-12T09:30Z');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
