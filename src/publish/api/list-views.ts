import type { z } from '@hono/zod-openapi';
import type { BriefingChanges, Reading } from '../../core/briefing-changes.ts';
import type { AskedInStory, OutletPage, StoryPage } from '../../core/library.ts';
import type { ListedQuestion, ListedTopic, NamedVersion } from '../../core/listings.ts';
import { type Address, paths } from '../address.ts';
import type {
  BriefingSchema,
  ChangesSchema,
  ClaimSchema,
  OutletPageSchema,
  QuestionListSchema,
  QuestionSchema,
  QuoteSchema,
  RoleSchema,
  TopicListSchema,
  VersionEventSchema,
} from './list-schemas.ts';
import { articleCardView, outletView } from './record-views.ts';
import {
  citationView,
  figureView,
  isoTime,
  sectionsView,
  statementView,
  storyCardView,
  writingView,
} from './story-views.ts';

type QuoteEntry = StoryPage['briefing']['quotes'][number];
type RoleEntry = StoryPage['briefing']['roles'][number];

export function quoteView(quote: QuoteEntry, address: Address): z.infer<typeof QuoteSchema> {
  const { speaker, text, citations, outlets } = quote;
  return {
    speaker,
    text,
    citations: citations.map((citation) => citationView(citation, address)),
    outlets: [...outlets],
  };
}

function roleView(role: RoleEntry, address: Address): z.infer<typeof RoleSchema> {
  const { name, office, organisation, tense, asOf, stands, citation } = role;
  return {
    name,
    office,
    organisation,
    tense,
    asOf: isoTime(asOf),
    stands,
    citation: citationView(citation, address),
  };
}

/** What a version says, and nothing else. */
export function briefingView(page: StoryPage, address: Address): z.infer<typeof BriefingSchema> {
  const { briefing, card, version, versionAt } = page;
  return {
    story: card.slug,
    version,
    versionAt: isoTime(versionAt),
    asOf: isoTime(briefing.asOf),
    form: page.form ?? 'extracted',
    writing: writingView(page.writing),
    headline: briefing.headline,
    counts: { ...briefing.counts },
    sections: sectionsView(page, address),
    figures: briefing.figures.map((entry) => figureView(entry, address)),
    quotes: briefing.quotes.map((quote) => quoteView(quote, address)),
    roles: briefing.roles.map((role) => roleView(role, address)),
    thin: { ...briefing.thin },
  };
}

/** The facts of the matrix as claims, each with what every outlet says of it. */
export function claimViews(
  { briefing }: Pick<StoryPage, 'briefing'>,
  address: Address,
): z.infer<typeof ClaimSchema>[] {
  const { outlets, facts } = briefing.sections.papersSay.matrix;
  return facts.map(({ id, statement, first, cells, partly }) => ({
    id,
    statement: statementView(statement, address),
    firstOutlet: first,
    coverage: outlets.map((outletId, column) => {
      const whole = cells[column] ?? null;
      const part = partly?.[column] ?? null;
      const citation = whole ?? part;
      return {
        outletId,
        says: whole !== null ? ('whole' as const) : part !== null ? ('part' as const) : ('nothing' as const),
        citation: citation === null ? null : citationView(citation, address),
      };
    }),
  }));
}

function readingView({ text, citation }: Reading, address: Address) {
  return { text, citation: citationView(citation, address) };
}

export function changesView(
  changes: BriefingChanges,
  versions: { readonly since: number; readonly version: number },
  address: Address,
): z.infer<typeof ChangesSchema> {
  const { formerHeadline, added, removed, corrections, positions, figures, articles } = changes;
  return {
    since: versions.since,
    version: versions.version,
    formerHeadline,
    added: [...added],
    removed: [...removed],
    corrections: corrections.map(({ kind, what, from, to }) => ({
      kind,
      what,
      from: readingView(from, address),
      to: readingView(to, address),
    })),
    positions: [...positions],
    figures: [...figures],
    articles,
  };
}

export function topicRowView(
  { slug, title, type, qid, description }: ListedTopic,
  address: Address,
): z.infer<typeof TopicListSchema>['topics'][number] {
  return { slug, url: address.absolute(paths.topic(slug)), title, type, qid, description };
}

export function questionRowView(
  { slug, question, isAnswered, story }: ListedQuestion,
  address: Address,
): z.infer<typeof QuestionListSchema>['questions'][number] {
  return {
    slug,
    url: address.absolute(paths.question(slug)),
    question,
    answered: isAnswered,
    story: { slug: story.slug, url: address.absolute(paths.story(story.slug)), headline: story.headline },
  };
}

export function questionView(
  { question, story, alsoAsked }: AskedInStory,
  address: Address,
): z.infer<typeof QuestionSchema> {
  const { slug, intro, answer } = question;
  return {
    slug,
    url: address.absolute(paths.question(slug)),
    question: question.question,
    intro: intro === null ? null : statementView(intro, address),
    answer: answer.map((statement) => statementView(statement, address)),
    asOf: isoTime(story.briefing.asOf),
    story: storyCardView(story.card, address),
    alsoAsked: alsoAsked.map((other) => ({
      slug: other.slug,
      url: address.absolute(paths.question(other.slug)),
      headline: other.headline,
    })),
  };
}

/** An outlet with the health of its feeds; their addresses may hold what is meant for the operator only. */
export function outletPageView(page: OutletPage, address: Address): z.infer<typeof OutletPageSchema> {
  const { outlet, articleCount, feeds, recent, stories } = page;
  return {
    ...outletView({ ...outlet, articleCount }),
    url: address.absolute(paths.outlet(outlet.id)),
    feeds: feeds.map(({ lastPolledAt, failures, lastStatus }) => ({
      lastPolledAt: lastPolledAt === null ? null : isoTime(lastPolledAt),
      failures,
      lastStatus,
    })),
    recent: recent.map((article) => articleCardView(article, address)),
    stories: stories.map((story) => storyCardView(story, address)),
  };
}

export function versionEventView(
  { slug, headline, version, madeAt }: NamedVersion,
  address: Address,
): z.infer<typeof VersionEventSchema> {
  return {
    story: slug,
    url: address.absolute(paths.story(slug)),
    headline,
    version,
    madeAt: isoTime(madeAt),
  };
}
