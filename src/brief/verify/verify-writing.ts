import type { Statement } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import type { StoryWriting, WrittenSection } from '../../core/story-writing.ts';
import type { TextReader, WritableClaim } from '../../core/written.ts';
import { toWritableClaim } from '../write/writable-claim.ts';
import { type Finding, shorten } from './finding.ts';
import { checkSpan, checkStatement } from './verify-briefing.ts';
import { verifyWritten } from './written/verify-written.ts';

interface Told {
  readonly section: WrittenSection;
  readonly statement: Statement;
}

/** Every statement of the sections as they were written, the extracted ones that stand in for refused ones, too. */
function toldStatements({ written }: Pick<StoryWriting, 'written'>): Told[] {
  const {
    whatHappened = [],
    behindTheHeadline = [],
    review = [],
    howWeGotHere = [],
    commonQuestions = [],
  } = written;
  const inSection = (section: WrittenSection, statements: readonly Statement[]): Told[] =>
    statements.map((statement) => ({ section, statement }));
  return [
    ...inSection('whatHappened', whatHappened),
    ...inSection(
      'behindTheHeadline',
      behindTheHeadline.flatMap(({ statements }) => statements),
    ),
    ...inSection('papersSay', review),
    ...inSection(
      'howWeGotHere',
      howWeGotHere.map(({ statement }) => statement),
    ),
    ...inSection(
      'commonQuestions',
      commonQuestions.flatMap(({ intro, answer }) => [...(intro === null ? [] : [intro]), ...answer]),
    ),
  ];
}

/** What a stored statement rests on, each passage as a claim again: all that it may say stands in these. */
function claimsOf(
  { citations, support, kind, outlets }: Statement,
  articles: readonly LedgerArticle[],
): WritableClaim[] {
  const sources: readonly Citation[] = [...citations, ...support];
  return sources.flatMap((source, at) => {
    const article = articles.find(({ article: { id } }) => id === source.articleId)?.article;
    const text = article?.text.slice(source.start, source.end) ?? '';
    const passage = { text, kind, by: null, citations: [source] as const, support: [], outlets };
    return toWritableClaim(at + 1, passage, articles) ?? [];
  });
}

function checkTold(
  { section, statement }: Told,
  articles: readonly LedgerArticle[],
  read: TextReader,
): Finding[] {
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  if (statement.writtenBy === undefined) return checkStatement(byId, statement, section);
  const spans = [...statement.citations, ...statement.support].flatMap((one) =>
    checkSpan(byId, one, section),
  );
  if (spans.length > 0) return spans;
  const claims = claimsOf(statement, articles);
  const numbers = claims.map(({ number }) => number);
  const verdict = verifyWritten({ text: statement.text, claims: numbers }, claims, { articles, read });
  if (verdict.ok) return [];
  const why = verdict.reasons.map(({ message }) => message).join(' ');
  return [
    {
      code: 'written-not-borne-out',
      section,
      citation: statement.citations[0],
      message: `Its passages do not bear this out: ${shorten(statement.text)} ${why}`,
    },
  ];
}

/**
 * Checks what a language model has written of a story against the stored articles, as though it had been written just now:
 * each written statement by the verifier against the passages it cites, and each extracted one beside it as those of a
 * briefing. Pure; empty when all of it holds.
 */
export function verifyWriting(
  writing: Pick<StoryWriting, 'written'>,
  articles: readonly LedgerArticle[],
  read: TextReader,
): Finding[] {
  return toldStatements(writing).flatMap((told) => checkTold(told, articles, read));
}
