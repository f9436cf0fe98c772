import { z } from '@hono/zod-openapi';
import { ArticleCardSchema, OutletSchema, TopicSchema } from './record-schemas.ts';
import {
  CitationSchema,
  FigureSchema,
  orNull,
  SectionsSchema,
  StatementSchema,
  StoryCardSchema,
  StorySchema,
} from './story-schemas.ts';

const moment = z.iso.datetime();

/** Cursor of the following part of a list; null at its end. */
const next = z
  .string()
  .nullable()
  .openapi({ description: 'Value of `cursor` for the next part; null at the end' });

export const StoryListSchema = z.object({ stories: z.array(StoryCardSchema), next }).openapi('StoryList');

export const ArticleListSchema = z
  .object({ articles: z.array(ArticleCardSchema), next })
  .openapi('ArticleList');

export const OutletListSchema = z.object({ outlets: z.array(OutletSchema), next }).openapi('OutletList');

export const TopicListSchema = z
  .object({
    topics: z.array(
      TopicSchema.pick({ slug: true, url: true, title: true, type: true, qid: true, description: true }),
    ),
    next,
  })
  .openapi('TopicList');

const ListedQuestionSchema = z.object({
  slug: z.string(),
  url: z.url(),
  question: z.string(),
  answered: z.boolean().openapi({ description: 'False where the sources do not say' }),
  story: z.object({ slug: z.string(), url: z.url(), headline: z.string() }),
});

export const QuestionListSchema = z
  .object({ questions: z.array(ListedQuestionSchema), next })
  .openapi('QuestionList');

export const QuestionSchema = z
  .object({
    slug: z.string(),
    url: z.url(),
    question: z.string(),
    intro: orNull(StatementSchema),
    answer: z.array(StatementSchema).openapi({ description: 'Empty where the sources do not say' }),
    asOf: moment,
    story: StoryCardSchema,
    alsoAsked: z.array(z.object({ slug: z.string(), url: z.url(), headline: z.string() })),
  })
  .openapi('Question');

export const QuoteSchema = z
  .object({
    speaker: z.string(),
    text: z.string(),
    citations: z.array(CitationSchema).min(1),
    outlets: z.array(z.string()).openapi({ description: 'Outlets that print it' }),
  })
  .openapi('Quote');

export const RoleSchema = z
  .object({
    name: z.string(),
    office: z.string(),
    organisation: z.string().nullable(),
    tense: z.enum(['current', 'former', 'elect', 'acting']),
    asOf: moment,
    stands: z.boolean().openapi({ description: 'False when a report as new or newer says otherwise' }),
    citation: CitationSchema,
  })
  .openapi('Role');

/** What one version of a story says, without what is known of the story besides. */
export const BriefingSchema = z
  .object({
    story: z.string().openapi({ description: 'Slug' }),
    version: z.int(),
    versionAt: moment,
    asOf: moment,
    form: StorySchema.shape.form,
    writing: StorySchema.shape.writing,
    headline: z.string(),
    counts: StorySchema.shape.counts,
    sections: SectionsSchema,
    figures: z.array(FigureSchema),
    quotes: z.array(QuoteSchema),
    roles: z.array(RoleSchema).openapi({ description: 'Who is what, as of when' }),
    thin: StorySchema.shape.thin,
  })
  .openapi('Briefing');

export const ClaimSchema = z
  .object({
    id: z.string(),
    statement: StatementSchema,
    firstOutlet: z.string().openapi({ description: 'Who had it first' }),
    coverage: z
      .array(
        z.object({
          outletId: z.string(),
          says: z.enum(['whole', 'part', 'nothing']),
          citation: orNull(CitationSchema),
        }),
      )
      .openapi({ description: 'Each outlet with a text of its own, and where it says it' }),
  })
  .openapi('Claim');

export const ClaimListSchema = z.object({ claims: z.array(ClaimSchema) }).openapi('ClaimList');
export const FigureListSchema = z.object({ figures: z.array(FigureSchema) }).openapi('FigureList');
export const QuoteListSchema = z.object({ quotes: z.array(QuoteSchema) }).openapi('QuoteList');

/** The story that says it, and in which version. */
const saidIn = {
  story: z.object({ slug: z.string(), url: z.url(), headline: z.string(), version: z.int(), lastAt: moment }),
};
export const SaidClaimListSchema = z
  .object({ claims: z.array(ClaimSchema.extend(saidIn)), next })
  .openapi('SaidClaimList');
export const SaidFigureListSchema = z
  .object({ figures: z.array(FigureSchema.extend(saidIn)), next })
  .openapi('SaidFigureList');
export const SaidQuoteListSchema = z
  .object({ quotes: z.array(QuoteSchema.extend(saidIn)), next })
  .openapi('SaidQuoteList');

const ReadingSchema = z.object({ text: z.string(), citation: CitationSchema });

export const ChangesSchema = z
  .object({
    since: z.int(),
    version: z.int(),
    formerHeadline: z.string().nullable(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    corrections: z.array(
      z.object({
        kind: z.enum(['figure', 'name']),
        what: z.string(),
        from: ReadingSchema,
        to: ReadingSchema,
      }),
    ),
    positions: z.array(z.string()).openapi({ description: 'Outlets whose coverage is new, changed or gone' }),
    figures: z.array(z.string()).openapi({ description: 'What is counted anew or otherwise' }),
    articles: z.int().openapi({ description: 'How many articles more' }),
  })
  .openapi('Changes');

export const OutletPageSchema = z
  .object({
    ...OutletSchema.shape,
    url: z.url().openapi({ description: 'Its page on this site' }),
    feeds: z.array(
      z.object({
        lastPolledAt: moment.nullable(),
        failures: z.int().openapi({ description: 'In a row' }),
        lastStatus: z.int().nullable(),
      }),
    ),
    recent: z.array(ArticleCardSchema),
    stories: z.array(StoryCardSchema),
  })
  .openapi('OutletPage');

/** What the stream of events says of one new version. */
export const VersionEventSchema = z
  .object({
    story: z.string().openapi({ description: 'Slug' }),
    url: z.url(),
    headline: z.string(),
    version: z.int(),
    madeAt: moment,
  })
  .openapi('VersionEvent');
