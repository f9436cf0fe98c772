import type { Briefing, SectionName, Statement } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';
import { normaliseName } from '../../nlp/normalise-name.ts';
import { isOpinionPiece } from '../ledger/opinion-piece.ts';
import { containsRun, contentStems, isSameSentence, quotedWords } from '../sentence-words.ts';
import { checkFigures } from './check-figures.ts';
import { checkOutlets } from './check-outlets.ts';
import { checkQuestions } from './check-questions.ts';
import { checkRoles } from './check-roles.ts';
import { checkEntryDate, checkWording } from './check-wording.ts';
import { type Articles, type Finding, shorten } from './finding.ts';

/** That a citation lies in an article of the story. */
export function checkSpan(articles: Articles, citation: Citation, section: Finding['section']): Finding[] {
  const article = articles.get(citation.articleId);
  if (article === undefined)
    return [
      {
        code: 'unknown-article',
        section,
        citation,
        message: `Article ${citation.articleId} is not part of the story.`,
      },
    ];
  const { start, end } = citation;
  const isInside =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= article.article.text.length;
  return isInside
    ? []
    : [
        {
          code: 'span-outside',
          section,
          citation,
          message: `Characters ${start}–${end} do not lie in article ${citation.articleId}.`,
        },
      ];
}

function wordsAt(articles: Articles, { articleId, start, end }: Citation): string[] {
  return quotedWords(articles.get(articleId)?.article.text.slice(start, end) ?? '');
}

function checkHolder(articles: Articles, statement: Statement, section: SectionName): Finding[] {
  const needsHolder =
    statement.kind === 'expectation' || statement.kind === 'evaluation' || statement.kind === 'quote';
  const [citation] = statement.citations;
  if (statement.by === null)
    return needsHolder
      ? [
          {
            code: 'unheld-forecast',
            section,
            citation,
            message: `Nobody is named who holds: ${shorten(statement.text)}`,
          },
        ]
      : [];
  const cited = articles.get(citation.articleId);
  // An opinion piece's own words are its writer's or its outlet's.
  const writers =
    cited !== undefined && isOpinionPiece(cited) ? [cited.article.byline, cited.outlet.name] : [];
  const named = [cited?.article.text, ...writers].join('\n');
  return normaliseName(named).includes(normaliseName(statement.by.name))
    ? []
    : [
        {
          code: 'holder-not-in-article',
          section,
          citation,
          message: `The cited article does not name ${statement.by.name}.`,
        },
      ];
}

/** That an extracted statement has words, citations that have its words, and a holder where it needs one. */
export function checkStatement(articles: Articles, statement: Statement, section: SectionName): Finding[] {
  const words = quotedWords(statement.text);
  if (words.length === 0) return [{ code: 'empty-text', section, message: 'A statement has no words.' }];
  const citations: readonly Citation[] = statement.citations;
  if (citations.length === 0)
    return [{ code: 'no-citation', section, message: `Nothing is cited for: ${shorten(statement.text)}` }];
  const spans = [...citations, ...statement.support].flatMap((one) => checkSpan(articles, one, section));
  if (spans.length > 0) return spans;
  const missing = citations
    .filter((citation) => !containsRun(wordsAt(articles, citation), words))
    .map((citation): Finding => {
      return {
        code: 'words-not-in-span',
        section,
        citation,
        message: `The cited passage does not have the words: ${shorten(statement.text)}`,
      };
    });
  return [
    ...missing,
    ...checkHolder(articles, statement, section),
    ...checkWording(articles, statement, section),
  ];
}

interface Shown {
  readonly section: SectionName;
  readonly statement: Statement;
}

/** Every statement that the page of a story shows; answers are on pages of their own. */
export function shownStatements({ sections }: Briefing): Shown[] {
  const { papersSay } = sections;
  const inSection = (section: SectionName, statements: readonly (Statement | null)[]): Shown[] =>
    statements.filter((one) => one !== null).map((statement) => ({ section, statement }));
  return [
    ...inSection('whatHappened', sections.whatHappened),
    ...inSection(
      'behindTheHeadline',
      sections.behindTheHeadline.flatMap((group) => group.statements),
    ),
    ...inSection('papersSay', [
      ...papersSay.differences.flatMap((difference) => difference.sides.map((side) => side.statement)),
      ...papersSay.agreement,
      ...papersSay.matrix.facts.map((fact) => fact.statement),
      ...papersSay.outlets.flatMap((outlet) => [outlet.leadsOn, ...outlet.onlyHere]),
    ]),
    ...inSection(
      'howWeGotHere',
      sections.howWeGotHere.map((entry) => entry.statement),
    ),
    ...inSection(
      'commonQuestions',
      sections.commonQuestions.map((question) => question.intro),
    ),
    ...inSection(
      'topics',
      sections.topics.map((card) => card.described),
    ),
  ];
}

function checkRepetition(shown: readonly Shown[]): Finding[] {
  const seen: { readonly stems: ReadonlySet<string>; readonly words: string }[] = [];
  const findings: Finding[] = [];
  for (const { section, statement } of shown) {
    const stems = contentStems(statement.text);
    const words = quotedWords(statement.text).join(' ');
    if (seen.some((other) => other.words === words || isSameSentence(other.stems, stems)))
      findings.push({
        code: 'repeated-sentence',
        section,
        citation: statement.citations[0],
        message: `The page says this twice: ${shorten(statement.text)}`,
      });
    seen.push({ stems, words });
  }
  return findings;
}

function emptySection(section: SectionName, message: string): Finding {
  return { code: 'empty-section', section, message };
}

function checkSections({ sections, thin }: Briefing): Finding[] {
  const findings: Finding[] = [];
  const lists: readonly (readonly [SectionName, number])[] = [
    ['whatHappened', sections.whatHappened.length],
    ['behindTheHeadline', sections.behindTheHeadline.length],
    ['papersSay', sections.papersSay.outlets.length],
    ['howWeGotHere', sections.howWeGotHere.length + (sections.earlierStories ?? []).length],
    ['commonQuestions', sections.commonQuestions.length],
    ['topics', sections.topics.length],
  ];
  for (const [section, size] of lists)
    if (size === 0 && thin[section] === undefined)
      findings.push(emptySection(section, `${section} has nothing in it and no note that says so.`));
  for (const { group, statements } of sections.behindTheHeadline)
    if (statements.length === 0)
      findings.push(emptySection('behindTheHeadline', `The group ${group} is empty.`));
  for (const { what, sides } of sections.papersSay.differences)
    if (sides.length < 2)
      findings.push(emptySection('papersSay', `The difference on ${what} has fewer than two sides.`));
  return findings;
}

function checkMatrix(articles: Articles, { sections }: Briefing): Finding[] {
  const { matrix, outlets } = sections.papersSay;
  const facts = new Set(matrix.facts.map((fact) => fact.id));
  const cells = matrix.facts.flatMap((fact) =>
    [...fact.cells, ...(fact.partly ?? [])].filter((cell) => cell !== null),
  );
  const shown = outlets.flatMap((outlet) => [
    ...[...outlet.quotes, ...outlet.loadedWords].map((one) => one.citation),
    ...(outlet.tone ?? []).flatMap(({ citations }) => citations),
    ...(outlet.prefers ?? []).flatMap((one) => [one.citation, one.insteadCitation]),
  ]);
  const unknown = outlets
    .flatMap((outlet) => outlet.leavesOut)
    .filter((id) => !facts.has(id))
    .map(
      (id): Finding => ({
        code: 'unknown-fact',
        section: 'papersSay',
        message: `No fact of the matrix has the id ${id}.`,
      }),
    );
  return [
    ...[...cells, ...shown].flatMap((citation) => checkSpan(articles, citation, 'papersSay')),
    ...unknown,
  ];
}

function checkAnswers(articles: Articles, { sections }: Briefing): Finding[] {
  return sections.commonQuestions.flatMap(({ answer, intro }) => {
    const onPage = [...(intro === null ? [] : [intro]), ...answer].map(
      (statement): Shown => ({ section: 'commonQuestions', statement }),
    );
    return [
      ...answer.flatMap((statement) => checkStatement(articles, statement, 'commonQuestions')),
      ...checkRepetition(onPage),
    ];
  });
}

function checkLists(articles: Articles, briefing: Briefing): Finding[] {
  const altered = briefing.quotes
    .filter((quote) => !containsRun(wordsAt(articles, quote.citations[0]), quotedWords(quote.text)))
    .map((quote): Finding => {
      return {
        code: 'quote-altered',
        section: 'quotes',
        citation: quote.citations[0],
        message: `The cited passage does not have the quotation: ${shorten(quote.text)}`,
      };
    });
  return [
    ...altered,
    ...briefing.quotes.flatMap((quote) =>
      quote.citations.flatMap((one) => checkSpan(articles, one, 'quotes')),
    ),
    ...briefing.figures.flatMap((figure) =>
      figure.reports.flatMap((one) => checkSpan(articles, one, 'figures')),
    ),
    ...briefing.roles.flatMap((role) => checkSpan(articles, role.citation, 'roles')),
  ];
}

function checkHeadline(articles: Articles, briefing: Briefing): Finding[] {
  const source = articles.get(briefing.headlineArticleId);
  const title = source?.article.title ?? '';
  // That of an opinion piece says whose it is.
  const whose = `${source?.outlet.name ?? ''}: `;
  const { headline } = briefing;
  const words = quotedWords(headline.startsWith(whose) ? headline.slice(whose.length) : headline);
  if (words.length > 0 && containsRun(quotedWords(title), words)) return [];
  return [
    {
      code: 'headline-not-from-article',
      section: 'headline',
      message: `The headline is not that of article ${briefing.headlineArticleId}: ${shorten(briefing.headline)}`,
    },
  ];
}

/**
 * Checks a briefing against the articles it was made from: every statement cites passages that exist and have its
 * words, forecasts and opinions have a holder whom the article names, nothing stands twice on a page, no heading is
 * empty. An empty list means that all of it holds. Works on any briefing, whatever wrote it.
 */
export function verifyBriefing(briefing: Briefing, articles: readonly LedgerArticle[]): Finding[] {
  const byId: Articles = new Map(articles.map((one) => [one.article.id, one]));
  const shown = shownStatements(briefing);
  return [
    ...checkHeadline(byId, briefing),
    ...shown.flatMap(({ section, statement }) => checkStatement(byId, statement, section)),
    ...checkRepetition(shown),
    ...briefing.sections.howWeGotHere.flatMap((entry) => checkEntryDate(byId, entry)),
    ...checkQuestions(byId, briefing.sections.commonQuestions),
    ...checkFigures(byId, briefing.figures),
    ...checkRoles(
      byId,
      briefing,
      shown.map(({ statement }) => statement),
    ),
    ...checkAnswers(byId, briefing),
    ...checkSections(briefing),
    ...checkMatrix(byId, briefing),
    ...checkOutlets(byId, briefing),
    ...checkLists(byId, briefing),
  ];
}
