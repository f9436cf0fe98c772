import { z } from '@hono/zod-openapi';
import { READINGS } from '../../core/annotation.ts';
import { GROUPINGS } from '../../core/blind-spot.ts';
import { OUTLET_KINDS } from '../../core/outlet.ts';
import { RECURRING_KINDS } from '../../core/recurring.ts';
import { COPY_KINDS } from '../../core/story.ts';
import { BlindSpotSchema, CopyReasonSchema, orNull, StoryCardSchema } from './story-schemas.ts';

const moment = z.iso.datetime();

export const OutletSchema = z
  .object({
    id: z.string().openapi({ example: 'bbc.co.uk' }),
    name: z.string(),
    homeUrl: z.string().nullable(),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2' }),
    language: z.string().nullable(),
    kind: z.enum(OUTLET_KINDS).nullable(),
    owner: z.string().nullable(),
    articleCount: z.int(),
  })
  .openapi('Outlet');

export const ArticleCardSchema = z
  .object({
    id: z.string(),
    url: z.string().openapi({ description: 'The original' }),
    passagesUrl: z.url().openapi({ description: 'What is cited of it, on this site' }),
    outlet: z.object({ id: z.string(), name: z.string() }),
    title: z.string(),
    byline: z.string().nullable(),
    publishedAt: moment,
    datePrecision: z.enum(['minute', 'day', 'unknown']),
    language: z.string().nullable(),
    origin: z.enum(['page', 'feed', 'import']),
    truncated: z.boolean(),
    words: z.int(),
    storySlug: z.string().nullable(),
    recurring: z
      .enum(RECURRING_KINDS)
      .nullable()
      .openapi({ description: 'An item that the outlet publishes again and again whatever happens' }),
    copyOf: z.string().nullable(),
    copyKind: z.enum(COPY_KINDS).nullable(),
    copyReason: orNull(CopyReasonSchema),
  })
  .openapi('ArticleCard');

export const ArticleSchema = z
  .object({
    ...ArticleCardSchema.shape,
    notRead: z
      .array(z.enum(READINGS))
      .openapi({ description: 'What the program does not read out of articles in this language' }),
    excerpts: z
      .array(
        z.object({
          start: z.int(),
          end: z.int(),
          sections: z.array(z.string()),
          text: z.string().nullable().openapi({
            description: 'The cited words; null when the limit on excerpts of one article is reached',
          }),
        }),
      )
      .openapi({ description: 'What the story cites of it; never the whole text' }),
  })
  .openapi('Article');

const PictureSchema = z
  .object({
    url: z.url().openapi({ description: 'The picture itself, on this site' }),
    width: z.int(),
    height: z.int(),
    credit: z.string().nullable(),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    pageUrl: z.string().openapi({ description: 'The page it comes from' }),
  })
  .openapi('Picture');

export const TopicSchema = z
  .object({
    slug: z.string(),
    url: z.url(),
    title: z.string(),
    type: z.string(),
    qid: z.string().nullable(),
    description: z.string().nullable(),
    extract: z.string().nullable(),
    source: z.string().nullable(),
    licence: z.string().nullable(),
    asOf: z.string().nullable(),
    revision: z.string().nullable().openapi({ description: 'Of the page that the extract was taken from' }),
    picture: orNull(PictureSchema),
    stories: z.array(StoryCardSchema),
  })
  .openapi('Topic');

export const StatusSchema = z
  .object({
    version: z.string(),
    articles: z.int(),
    stories: z.int(),
    outlets: z.int(),
    feeds: z.int(),
    topics: z.int(),
    newestAt: moment.nullable(),
    lastPolledAt: moment.nullable(),
  })
  .openapi('Status');

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

/** Stories that groups of outlets leave out, and what was looked at to find them. */
export const BlindSpotListSchema = z
  .object({
    by: z.enum(GROUPINGS),
    survey: z
      .object({
        from: moment,
        to: moment,
        stories: z.int().openapi({ description: 'Stories that at least three outlets carry' }),
        groups: z.array(z.object({ key: z.string(), outlets: z.int() })),
        checked: z.int().openapi({ description: 'Pairs of a story and a group of which enough was known' }),
      })
      .nullable(),
    blindSpots: z.array(BlindSpotSchema.extend({ story: StoryCardSchema })),
  })
  .openapi('BlindSpotList');

export const SearchSchema = z
  .object({
    total: z.int(),
    next: z
      .string()
      .nullable()
      .openapi({ description: 'Value of `cursor` for the next part; null at the end' }),
    stories: z.array(StoryCardSchema),
    articles: z.array(ArticleCardSchema),
  })
  .openapi('SearchResult');
