import { describe, expect, it } from 'vitest';
import { verifyBriefing } from '../../src/brief/verify/verify-briefing.ts';
import type { Briefing, Statement } from '../../src/core/briefing.ts';
import type { LedgerArticle } from '../../src/core/ledger.ts';
import { briefPress } from '../builders/brief-press.ts';

const stories = briefPress();

/** All ways to damage a briefing in one kind, each in one place; empty where it has nothing of the kind. */
type Corruption = (briefing: Briefing, articles: readonly LedgerArticle[]) => readonly Briefing[];

/** Every object within a briefing that has a text and citations, and the briefing with another one in its place. */
function withEachStatement(
  briefing: Briefing,
  change: (statement: Statement) => readonly Partial<Statement>[],
): Briefing[] {
  const statements: Statement[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('citations' in value && 'support' in value) statements.push(value as Statement);
    else for (const part of Object.values(value)) visit(part);
  };
  visit(briefing.sections);
  return statements.flatMap((statement) =>
    change(statement).map((changes) => replaced(briefing, statement, { ...statement, ...changes })),
  );
}

function replaced<Value>(value: Value, old: unknown, by: unknown): Value {
  if (value === old) return by as Value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((part) => replaced(part, old, by)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replaced(part, old, by)]),
  ) as Value;
}

/** The text with each match of a pattern changed, one at a time; brackets are left to a kind of their own. */
function texts(
  pattern: RegExp,
  by: (match: string) => string | null,
): (statement: Statement) => Partial<Statement>[] {
  return ({ text }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const put = by(match[0]);
      const inBracket = text.lastIndexOf('[', match.index) > text.lastIndexOf(']', match.index);
      if (put === null || put === match[0] || inBracket) return [];
      return [{ text: text.slice(0, match.index) + put + text.slice(match.index + match[0].length) }];
    });
}

const statementwise =
  (change: (statement: Statement) => readonly Partial<Statement>[]): Corruption =>
  (briefing) =>
    withEachStatement(briefing, change);
const MONTH = /(?:January|February|March|April|May|June|July|August|September|October|November|December)/;

const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'a number in a sentence': statementwise(texts(/\b\d+\b/g, (number) => String(Number(number) + 7))),
  'a figure times ten in a sentence': statementwise(texts(/\b\d+\b/g, (number) => `${number}0`)),
  'a name in a sentence': statementwise(texts(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu, () => 'Quillfeather')),
  'a weekday or month in a sentence': statementwise(
    texts(new RegExp(`\\b(?:\\w+day|${MONTH.source})\\b`, 'g'), (day) =>
      day === 'Sunday' ? 'Monday' : 'Sunday',
    ),
  ),
  'a bracketed day': statementwise(({ text }) =>
    [...text.matchAll(/\[(\d+) /g)].map((match) => ({
      text: text.replace(match[0], `[${Number(match[1]) + 1} `),
    })),
  ),
  'a denial dropped within a sentence': statementwise(texts(/ (?:not|never|no|without)(?= )/g, () => '')),
  'a sentence cut to what follows a denial': statementwise(({ text }) =>
    [...text.matchAll(/\b(?:not|never|no|denied) /g)]
      .map((match) => text.slice(match.index + match[0].length))
      .filter((rest) => rest.split(' ').length >= 4)
      .map((rest) => ({ text: rest })),
  ),
  'a word of a sentence': statementwise(texts(/ [a-z]{6,}(?= )/g, () => ' reportedly')),
  'quotation marks where none are': statementwise(({ text, kind }) =>
    /["“”]/.test(text) || kind === 'quote' ? [] : [{ text: `“${text}”` }],
  ),
  'a passage of another article': (briefing, articles) =>
    withEachStatement(briefing, ({ citations: [first, ...rest] }) =>
      articles
        .filter(({ article, copyOf }) => article.id !== first.articleId && copyOf === null)
        .slice(0, 1)
        .map(({ article }) => ({ citations: [{ ...first, articleId: article.id }, ...rest] })),
    ),
  'a passage further on': statementwise(({ citations: [first, ...rest] }) => [
    { citations: [{ ...first, start: first.start + 60, end: first.end + 60 }, ...rest] },
  ]),
  'a forecast or opinion without its holder': statementwise(({ by, kind }) =>
    by !== null && ['expectation', 'evaluation', 'quote'].includes(kind) ? [{ by: null }] : [],
  ),
  'a holder whom nobody names': statementwise(({ by }) =>
    by === null ? [] : [{ by: { ...by, name: 'Xanthe Quillfeather' } }],
  ),
  'a number in the headline': (briefing) =>
    [...briefing.headline.matchAll(/\d+/g)].map((match) => ({
      ...briefing,
      headline: briefing.headline.replace(match[0], `${match[0]}0`),
    })),
  'a word of a quotation': (briefing) =>
    briefing.quotes.map((quote) =>
      replaced(briefing, quote, { ...quote, text: quote.text.replace(/\p{L}{4,}/u, 'gladly') }),
    ),
  'a figure of the ledger': (briefing) =>
    briefing.figures.flatMap(({ latest, reports }) =>
      [latest, ...reports].map((report) =>
        replaced(briefing, report, { ...report, value: report.value * 10 }),
      ),
    ),
  'the tense of an office': (briefing) =>
    briefing.roles.map((role) =>
      replaced(briefing, role, { ...role, tense: role.tense === 'former' ? 'current' : 'former' }),
    ),
  'the bearer of an office': (briefing) =>
    briefing.roles.map((role) => replaced(briefing, role, { ...role, name: 'Xanthe Quillfeather' })),
  'a second, opposed office': (briefing) =>
    briefing.roles
      .filter(({ office, stands, tense }) => office === 'prime minister' && stands && tense === 'current')
      .map((role) => ({ ...briefing, roles: [...briefing.roles, { ...role, office: 'opposition leader' }] })),
  'a date of the timeline': (briefing) =>
    briefing.sections.howWeGotHere.map((entry) =>
      replaced(briefing, entry, {
        ...entry,
        date: String(Number(entry.date.slice(0, 4)) - 1) + entry.date.slice(4),
      }),
    ),
  'a fact laid at the wrong outlet': (briefing) => {
    const { matrix } = briefing.sections.papersSay;
    return matrix.facts
      .filter(({ cells }) => cells.some((cell) => cell !== null) && cells.length > 1)
      .map((fact) => replaced(briefing, fact.cells, [...fact.cells.slice(1), fact.cells[0]]));
  },
  'a question of another story': (briefing) =>
    briefing.sections.commonQuestions.map((one) =>
      replaced(briefing, one, { ...one, question: 'Who won the curling championship in Saskatoon?' }),
    ),
  'a sentence twice': (briefing) =>
    briefing.sections.whatHappened.map((statement) => ({
      ...briefing,
      sections: { ...briefing.sections, whatHappened: [...briefing.sections.whatHappened, statement] },
    })),
  'a heading with nothing under it': (briefing) => [
    { ...briefing, thin: {}, sections: { ...briefing.sections, whatHappened: [] } },
  ],
};

/** Of a kind with many places, as many as this, spread over all of them. */
const TRIED = 60;

describe('what verify finds of what is damaged on purpose', () => {
  it.each(Object.entries(CORRUPTIONS))('%s', (_, corrupt) => {
    const all = stories.flatMap(({ briefing, articles }) =>
      corrupt(briefing, articles).map((damaged) => ({ briefing: damaged, articles })),
    );
    const tried = all.filter((_, i) => i % Math.ceil(all.length / TRIED) === 0);
    const missed = tried.filter(({ briefing, articles }) => verifyBriefing(briefing, articles).length === 0);
    expect(tried.length).toBeGreaterThan(0);
    expect(missed.map(({ briefing }) => briefing.headline)).toEqual([]);
  });
});
