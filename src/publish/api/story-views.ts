import type { z } from '@hono/zod-openapi';
import type { Answer } from '../../core/answer.ts';
import type { BlindSpot } from '../../core/blind-spot.ts';
import type { OutletCoverage, Statement } from '../../core/briefing.ts';
import type { Citation, FigureEntry, FigureReport } from '../../core/ledger.ts';
import type { StoryCard, StoryPage } from '../../core/library.ts';
import type { SourcePolicy } from '../../core/source-policy.ts';
import type { StoryStanding } from '../../core/standing.ts';
import type { StoryWriting } from '../../core/story-writing.ts';
import { type Address, paths } from '../address.ts';
import { explainRank } from '../format/explain-rank.ts';
import type {
  AnswerSchema,
  BlindSpotSchema,
  CitationSchema,
  FigureSchema,
  SectionsSchema,
  StandingSchema,
  StatementSchema,
  StoryCardSchema,
  StorySchema,
  WritingSchema,
} from './story-schemas.ts';

type CitationView = z.infer<typeof CitationSchema>;
type StatementView = z.infer<typeof StatementSchema>;
type SectionsView = z.infer<typeof SectionsSchema>;
type CoverageView = SectionsView['papersSay']['outlets'][number];

export function isoTime(at: number): string {
  return new Date(at).toISOString();
}

export function storyCardView(card: StoryCard, address: Address): z.infer<typeof StoryCardSchema> {
  const { id, slug, headline, summary, articleCount, independentOutlets, countries, version } = card;
  return {
    id,
    slug,
    url: address.absolute(paths.story(slug)),
    headline,
    summary,
    articleCount,
    independentOutlets,
    countries,
    outletNames: [...card.outletNames],
    topics: card.topics.map((topic) => ({ slug: topic.slug, title: topic.title })),
    firstAt: isoTime(card.firstAt),
    lastAt: isoTime(card.lastAt),
    version,
    section: card.section,
    recurring: card.recurring,
    standing: card.standing === null ? null : standingView(card.standing),
  };
}

function standingView(standing: StoryStanding): z.infer<typeof StandingSchema> {
  const { factors, place } = standing;
  const { outlets, owners, countries, kinds, articles, recent, paceHours } = factors;
  const { quietHours, figure, kinAbove, heldBack } = factors;
  return {
    place,
    why: explainRank(standing),
    factors: {
      outlets,
      owners,
      countries,
      kinds,
      articles,
      recent,
      paceHours,
      quietHours,
      figure: figure === null ? null : { what: figure.what, value: figure.value, unit: figure.unit },
      kinAbove,
      heldBack,
    },
  };
}

export function citationView({ articleId, start, end }: Citation, address: Address): CitationView {
  return { articleId, start, end, url: address.absolute(paths.passage(articleId, start)) };
}

export function statementView(statement: Statement, address: Address): StatementView {
  const { text, kind, by } = statement;
  return {
    text,
    kind,
    by: by === null ? null : { name: by.name, outletId: by.outletId },
    citations: statement.citations.map((citation) => citationView(citation, address)),
    support: statement.support.map((citation) => citationView(citation, address)),
    outlets: [...statement.outlets],
    writtenBy: statement.writtenBy ?? null,
  };
}

/** How a version was written, without what was written: that stands in its sections. */
export function writingView(writing: StoryWriting | undefined): z.infer<typeof WritingSchema> | null {
  if (writing === undefined) return null;
  const { model, judge, writtenAt, language, sections } = writing;
  return { model, judge, writtenAt: isoTime(writtenAt), language, sections: { ...sections } };
}

function reportView(report: FigureReport, address: Address): z.infer<typeof FigureSchema>['latest'] {
  const { text, value, high, modifier, outletId } = report;
  return {
    text,
    value,
    high,
    modifier,
    outletId,
    publishedAt: isoTime(report.publishedAt),
    citation: citationView(report, address),
  };
}

export function figureView(entry: FigureEntry, address: Address): z.infer<typeof FigureSchema> {
  return {
    what: entry.what,
    unit: entry.unit,
    disagreement: entry.disagreement,
    latest: reportView(entry.latest, address),
    reports: entry.reports.map((report) => reportView(report, address)),
  };
}

function preferencesView({ prefers }: OutletCoverage, address: Address): CoverageView['prefers'] {
  if (prefers === undefined || prefers === null) return null;
  return prefers.map(
    ({ word, citation, times, instead, insteadOutletId, insteadCitation, insteadTimes, z }) => ({
      word,
      times,
      instead,
      insteadOutletId,
      insteadTimes,
      z,
      citation: citationView(citation, address),
      insteadCitation: citationView(insteadCitation, address),
    }),
  );
}

function coverageView(coverage: OutletCoverage, address: Address): CoverageView {
  const cite = (citation: Citation) => citationView(citation, address);
  const { outletId, headline, leadsOn, reprints } = coverage;
  return {
    outletId,
    headline,
    reprints,
    articleIds: [...coverage.articleIds],
    leavesOut: [...coverage.leavesOut],
    leadsOn: leadsOn === null ? null : statementView(leadsOn, address),
    onlyHere: coverage.onlyHere.map((statement) => statementView(statement, address)),
    quotes: coverage.quotes.map(({ speaker, citation }) => ({ speaker, citation: cite(citation) })),
    tone: (coverage.tone ?? []).map(({ name, direction, citations, judgedBy }) => ({
      name,
      direction,
      citations: citations.map(cite),
      judgedBy: judgedBy ?? null,
    })),
    angle: { shared: [...(coverage.angle?.shared ?? [])], own: [...(coverage.angle?.own ?? [])] },
    opensWith: coverage.opensWith ?? null,
    carried: coverage.carried ?? { facts: 0, found: 0 },
    notQuoted: (coverage.notQuoted ?? []).map((one) => ({ speaker: one.speaker, outlets: [...one.outlets] })),
    prefers: preferencesView(coverage, address),
    loadedWords: coverage.loadedWords.map(({ text, citation }) => ({ text, citation: cite(citation) })),
  };
}

function papersView({ briefing }: StoryPage, address: Address): SectionsView['papersSay'] {
  const { agreement, differences, matrix, outlets, review = [] } = briefing.sections.papersSay;
  const cellView = (cell: Citation | null) => (cell === null ? null : citationView(cell, address));
  return {
    outlets: outlets.map((coverage) => coverageView(coverage, address)),
    agreement: agreement.map((statement) => statementView(statement, address)),
    review: review.map((statement) => statementView(statement, address)),
    differences: differences.map(({ kind, what, sides }) => ({
      kind,
      what,
      sides: sides.map((side) => ({
        label: side.label,
        outlets: [...side.outlets],
        statement: statementView(side.statement, address),
      })),
    })),
    matrix: {
      outlets: [...matrix.outlets],
      facts: matrix.facts.map((fact) => ({
        id: fact.id,
        first: fact.first,
        statement: statementView(fact.statement, address),
        cells: fact.cells.map(cellView),
        partly: (fact.partly ?? fact.cells.map(() => null)).map(cellView),
      })),
    },
  };
}

export function sectionsView(page: StoryPage, address: Address): SectionsView {
  const { sections } = page.briefing;
  const view = (statement: Statement) => statementView(statement, address);
  const viewOrNull = (statement: Statement | null) => (statement === null ? null : view(statement));
  return {
    whatHappened: sections.whatHappened.map(view),
    behindTheHeadline: sections.behindTheHeadline.map(({ group, statements }) => ({
      group,
      statements: statements.map(view),
    })),
    papersSay: papersView(page, address),
    howWeGotHere: sections.howWeGotHere.map(({ date, precision, storySlug, statement }) => ({
      date,
      precision,
      storySlug,
      statement: view(statement),
    })),
    earlierStories: (sections.earlierStories ?? []).map(({ slug, headline, date }) => ({
      slug,
      headline,
      date,
    })),
    commonQuestions: sections.commonQuestions.map(({ slug, question, intro, answer }) => ({
      slug,
      question,
      intro: viewOrNull(intro),
      answer: answer.map(view),
    })),
    topics: sections.topics.map(({ slug, title, type, qid, extract, source, licence, asOf, described }) => ({
      slug,
      title,
      type,
      qid,
      extract,
      source,
      licence,
      asOf,
      described: viewOrNull(described),
    })),
  };
}

function policyView(policy: SourcePolicy | undefined): z.infer<typeof StorySchema>['policy'] {
  if (policy === undefined) return null;
  return { hide: [...policy.hide], weights: { ...policy.weights }, minOutlets: policy.minOutlets };
}

/** An answer as the API gives it: statements with citations as data, or why there are none. */
export function answerView(answer: Answer, address: Address): z.infer<typeof AnswerSchema> {
  return {
    question: answer.question,
    refusal: answer.refusal,
    articlesRead: answer.articlesRead,
    statements: answer.statements.map(({ statement, storySlug }) => ({
      statement: statementView(statement, address),
      story: storySlug === null ? null : { slug: storySlug, url: address.absolute(paths.story(storySlug)) },
    })),
  };
}

export function blindSpotView(spot: BlindSpot): z.infer<typeof BlindSpotSchema> {
  const { grouping, group, carrying, probability } = spot;
  return { grouping, group: { ...group }, carrying: carrying.map((count) => ({ ...count })), probability };
}

/** A story as the API gives it: the whole briefing with citations as data, and no text of any article. */
export function storyView(page: StoryPage, address: Address): z.infer<typeof StorySchema> {
  const { briefing, card } = page;
  return {
    ...storyCardView(card, address),
    headline: briefing.headline,
    version: page.version,
    asOf: isoTime(briefing.asOf),
    versionAt: isoTime(page.versionAt),
    form: page.form ?? 'extracted',
    writing: writingView(page.writing),
    versions: page.versions.map(({ version, at }) => ({ version, at: isoTime(at) })),
    counts: { ...briefing.counts },
    sections: sectionsView(page, address),
    figures: briefing.figures.map((entry) => figureView(entry, address)),
    thin: { ...briefing.thin },
    articleIds: page.articles.map(({ article }) => article.id),
    policy: policyView(briefing.policy),
    otherLanguages: page.otherLanguages.map(({ slug, headline, language, independentOutlets, grounds }) => ({
      slug,
      url: address.absolute(paths.story(slug)),
      headline,
      language,
      independentOutlets,
      grounds: { ...grounds },
    })),
    blindSpots: page.blindSpots.map(blindSpotView),
    copies: page.articles.flatMap(({ article: { id, copyOf, copyKind, copyReason } }) =>
      copyOf === null
        ? []
        : [{ articleId: id, copyOf, kind: copyKind ?? 'near-duplicate', reason: copyReason }],
    ),
  };
}
