import { z } from '@hono/zod-openapi';
import { GROUPINGS } from '../../core/blind-spot.ts';
import { CONTRADICTION_KINDS } from '../../core/ledger.ts';
import { SECTIONS } from '../../core/section.ts';
import { COPY_EXTENTS, COPY_KINDS, ORIGIN_GROUNDS } from '../../core/story.ts';
import { WRITING_OUTCOMES, WRITTEN_SECTIONS } from '../../core/story-writing.ts';

/** A moment as ISO 8601 in UTC. */
const moment = z.iso.datetime().openapi({ example: '2025-12-14T09:12:00.000Z' });

/** A named schema or null. (`nullable` would write the null into the named schema itself, for all places that use it.) */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

export const CitationSchema = z
  .object({
    articleId: z.string(),
    start: z.int().min(0).openapi({ description: 'UTF-16 offset into the stored text' }),
    end: z.int().min(0),
    url: z.url().openapi({ description: 'The passage on this site' }),
  })
  .openapi('Citation');

export const StatementSchema = z
  .object({
    text: z.string(),
    citations: z.array(CitationSchema).min(1).openapi({ description: 'Each contains the words of the text' }),
    support: z.array(CitationSchema).openapi({ description: 'Each says the same in other words' }),
    kind: z.string(),
    by: z.object({ name: z.string(), outletId: z.string() }).nullable(),
    outlets: z.array(z.string()).openapi({ description: 'Independent outlets that carry it' }),
    writtenBy: z.string().nullable().openapi({
      description: 'The language model whose words they are; null where they are the article’s',
    }),
  })
  .openapi('Statement');

const FactorsSchema = z.object({
  outlets: z.int(),
  owners: z.int(),
  countries: z.int(),
  kinds: z.int(),
  articles: z.int(),
  recent: z.int().openapi({ description: 'Articles of the last `paceHours`' }),
  paceHours: z.int(),
  quietHours: z.number(),
  figure: z
    .object({ what: z.enum(['killed', 'injured', 'money']), value: z.number(), unit: z.string() })
    .nullable(),
  kinAbove: z.int().openapi({ description: 'Stories of the same event above it on the first page' }),
  heldBack: z.boolean().openapi({ description: 'Lower than its rank, for its event has enough places' }),
});

export const StandingSchema = z
  .object({
    place: z.int().nullable().openapi({ description: 'Place on the front page, from 1' }),
    why: z.string().openapi({ example: 'No. 1 on the front page: 7 independent outlets report it.' }),
    factors: FactorsSchema,
  })
  .openapi('Standing');

export const StoryCardSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    url: z.url(),
    headline: z.string(),
    summary: z.string().nullable(),
    articleCount: z.int(),
    independentOutlets: z.int(),
    countries: z.int(),
    outletNames: z.array(z.string()),
    topics: z.array(z.object({ slug: z.string(), title: z.string() })),
    firstAt: moment,
    lastAt: moment,
    version: z.int(),
    section: z.enum(SECTIONS).nullable(),
    recurring: z.boolean().openapi({ description: 'Nothing but items that recur: in no list but search' }),
    standing: orNull(StandingSchema),
  })
  .openapi('StoryCard');

export const CopyReasonSchema = z
  .object({
    origin: z.enum(ORIGIN_GROUNDS).openapi({
      description:
        'Why the other text is the origin: the agency’s own, the earlier, stored before, nearest to all copies, the longest, or only its id',
    }),
    agency: z.string().nullable().openapi({ description: 'Credited agency, normalised' }),
    owner: z.string().nullable().openapi({ description: 'Owner of both outlets' }),
    extent: z.enum(COPY_EXTENTS).openapi({ description: 'What was done to the text' }),
    containment: z.number().min(0).max(1).openapi({
      description: 'Estimated share of the five-word runs of the shorter text that are in the longer one',
    }),
  })
  .openapi('CopyReason');

const GroupCountSchema = z.object({
  key: z.string().openapi({ description: 'Country code, kind, owner, or name of a group of the site' }),
  carriers: z.int(),
  outlets: z.int().openapi({ description: 'Outlets that were read since the story began, in its language' }),
});

export const BlindSpotSchema = z
  .object({
    grouping: z.enum(GROUPINGS),
    group: GroupCountSchema.extend({
      expected: z.number().openapi({ description: 'Carriers if they did as with the other stories' }),
    }),
    carrying: z.array(GroupCountSchema),
    probability: z.number().min(0).max(1).openapi({ description: 'Chance of so few carriers' }),
  })
  .openapi('BlindSpot');

const FigureReportSchema = z.object({
  text: z.string(),
  value: z.number(),
  high: z.number().nullable(),
  modifier: z.string(),
  outletId: z.string(),
  publishedAt: moment,
  citation: CitationSchema,
});

export const FigureSchema = z
  .object({
    what: z.string(),
    unit: z.string(),
    disagreement: z.enum(['none', 'differs', 'order-of-magnitude']),
    latest: FigureReportSchema,
    reports: z.array(FigureReportSchema),
  })
  .openapi('Figure');

const OutletCoverageSchema = z.object({
  outletId: z.string(),
  articleIds: z.array(z.string()),
  headline: z.string(),
  leadsOn: orNull(StatementSchema),
  onlyHere: z.array(StatementSchema),
  angle: z
    .object({ shared: z.array(z.string()), own: z.array(z.string()) })
    .openapi({ description: 'Words of its headline that most headlines have, and that no other has' }),
  opensWith: z.string().nullable().openapi({ description: 'Id of the fact of the matrix it opens with' }),
  carried: z
    .object({ facts: z.int(), found: z.int() })
    .openapi({ description: 'Facts that most of the other outlets carry, and how many of them it has' }),
  notQuoted: z.array(z.object({ speaker: z.string(), outlets: z.array(z.string()) })),
  prefers: z
    .array(
      z.object({
        word: z.string(),
        citation: CitationSchema,
        times: z.int(),
        instead: z.string(),
        insteadOutletId: z.string(),
        insteadCitation: CitationSchema,
        insteadTimes: z.int(),
        z: z.number(),
      }),
    )
    .nullable()
    .openapi({ description: 'Words it uses where others use another; null with too little text' }),
  leavesOut: z.array(z.string()).openapi({ description: 'Ids of facts of the matrix' }),
  quotes: z.array(z.object({ speaker: z.string(), citation: CitationSchema })),
  loadedWords: z.array(z.object({ text: z.string(), citation: CitationSchema })),
  tone: z
    .array(
      z.object({
        name: z.string(),
        direction: z.enum(['critical', 'favourable']),
        citations: z.array(CitationSchema),
        judgedBy: z.string().nullable().openapi({
          description: 'The language model that has judged; null for the trained judge of the program',
        }),
      }),
    )
    .openapi({ description: 'Tone of its own words towards people and bodies; strong cases only' }),
  reprints: z.string().nullable(),
});

export const SectionsSchema = z
  .object({
    whatHappened: z.array(StatementSchema),
    behindTheHeadline: z.array(
      z.object({
        group: z.enum(['why-now', 'at-stake', 'what-could-follow', 'unknown', 'views']),
        statements: z.array(StatementSchema),
      }),
    ),
    papersSay: z.object({
      outlets: z.array(OutletCoverageSchema),
      agreement: z.array(StatementSchema),
      review: z
        .array(StatementSchema)
        .openapi({ description: 'How the papers compare, in the written form; empty in the extracted one' }),
      differences: z.array(
        z.object({
          kind: z.enum([...CONTRADICTION_KINDS, 'wording']),
          what: z.string(),
          sides: z.array(
            z.object({ label: z.string(), outlets: z.array(z.string()), statement: StatementSchema }),
          ),
        }),
      ),
      matrix: z.object({
        outlets: z.array(z.string()),
        facts: z.array(
          z.object({
            id: z.string(),
            statement: StatementSchema,
            first: z.string(),
            cells: z.array(orNull(CitationSchema)),
            partly: z
              .array(orNull(CitationSchema))
              .openapi({ description: 'Where a column has no cell: a sentence that says a part of it' }),
          }),
        ),
      }),
    }),
    howWeGotHere: z.array(
      z.object({
        date: z.string(),
        precision: z.enum(['day', 'month', 'year']),
        statement: StatementSchema,
        storySlug: z.string().nullable(),
      }),
    ),
    earlierStories: z
      .array(z.object({ slug: z.string(), headline: z.string(), date: z.string() }))
      .openapi({ description: 'Stories this one grew from, nearest first' }),
    commonQuestions: z.array(
      z.object({
        slug: z.string(),
        question: z.string(),
        intro: orNull(StatementSchema),
        answer: z.array(StatementSchema),
      }),
    ),
    topics: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        type: z.string(),
        qid: z.string().nullable(),
        extract: z.string().nullable(),
        source: z.string().nullable(),
        licence: z.string().nullable(),
        asOf: z.string().nullable(),
        described: orNull(StatementSchema),
      }),
    ),
  })
  .openapi('Sections');

export const WritingSchema = z
  .object({
    model: z.string(),
    judge: z.string().nullable().openapi({ description: 'The model that was asked for a second check' }),
    writtenAt: moment,
    language: z.string(),
    sections: z.record(
      z.enum(WRITTEN_SECTIONS),
      z.object({
        outcome: z.enum(WRITING_OUTCOMES).openapi({ description: 'Only `written` is shown so' }),
        statements: z.int(),
        refused: z.int().openapi({ description: 'Statements of the first answer that did not hold' }),
        replaced: z.int().openapi({ description: 'Those for which the extracted statement stands' }),
      }),
    ),
  })
  .openapi('Writing');

export const StorySchema = z
  .object({
    ...StoryCardSchema.shape,
    asOf: moment,
    versionAt: moment,
    form: z.enum(['extracted', 'written']).openapi({ description: 'The form that `sections` are in' }),
    writing: orNull(WritingSchema).openapi({
      description: 'How a language model has written this version; null where none has',
    }),
    versions: z.array(z.object({ version: z.int(), at: moment })),
    counts: z.object({
      articles: z.int(),
      copies: z.int(),
      independentOutlets: z.int(),
      countries: z.int(),
    }),
    sections: SectionsSchema,
    figures: z.array(FigureSchema),
    thin: z.record(z.string(), z.string()).openapi({
      description: 'What readers are told about a section with little behind it',
    }),
    articleIds: z.array(z.string()),
    policy: z
      .object({
        hide: z.array(z.string()),
        weights: z.record(z.string(), z.number()),
        minOutlets: z.int(),
      })
      .nullable()
      .openapi({ description: 'The source policy it is told under; null when all sources count alike' }),
    otherLanguages: z
      .array(
        z.object({
          slug: z.string(),
          url: z.url(),
          headline: z.string(),
          language: z.string(),
          independentOutlets: z.int(),
          grounds: z.object({
            topicSimilarity: z.number(),
            topics: z.int(),
            figures: z.int(),
            dates: z.int(),
          }),
        }),
      )
      .openapi({ description: 'The same story in other languages, and what says that it is the same' }),
    blindSpots: z
      .array(BlindSpotSchema)
      .openapi({ description: 'Groups of outlets that leave the story out' }),
    copies: z
      .array(
        z.object({
          articleId: z.string(),
          copyOf: z.string(),
          kind: z.enum(COPY_KINDS),
          reason: orNull(CopyReasonSchema),
        }),
      )
      .openapi({ description: 'Articles that repeat another’s text; they are no sources of their own' }),
  })
  .openapi('Story');

export const AnswerSchema = z
  .object({
    question: z.string(),
    refusal: z.enum(['no-question', 'no-article', 'not-said']).nullable(),
    articlesRead: z.int(),
    statements: z.array(
      z.object({
        statement: StatementSchema,
        story: z.object({ slug: z.string(), url: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Answer');
