import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

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
