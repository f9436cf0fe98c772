import { createRoute, z } from '@hono/zod-openapi';
import { SECTIONS } from '../../core/section.ts';
import {
  answer,
  busy,
  cursorParameter,
  dayParameter,
  limitParameter,
  missing,
  slugParameter,
} from './definition-parts.ts';
import {
  BriefingSchema,
  ChangesSchema,
  ClaimListSchema,
  FigureListSchema,
  QuestionListSchema,
  QuestionSchema,
  QuoteListSchema,
  StoryListSchema,
} from './list-schemas.ts';
import { StorySchema } from './story-schemas.ts';

const versionParameter = z.coerce.number().int().min(1).max(1_000_000).optional();

export const StoriesQuery = z.object({
  order: z.enum(['rank', 'latest']).optional().openapi({
    description:
      '`rank` as on the front page (the default without other filters than `section`), `latest` by newest article. Only `latest` can be read to its end while news comes in without an item lost or given twice',
  }),
  section: z.enum(SECTIONS).optional(),
  topic: z.string().max(300).optional().openapi({ description: 'Slug of a topic' }),
  outlet: z.string().max(300).optional().openapi({ description: 'Id of an outlet', example: 'bbc.co.uk' }),
  from: dayParameter.openapi({ description: 'First day of the newest article, UTC' }),
  to: dayParameter.openapi({ description: 'Last day of the newest article, UTC' }),
  limit: limitParameter,
  cursor: cursorParameter,
});

export const storiesRoute = createRoute({
  method: 'get',
  path: '/stories',
  tags: ['Stories'],
  summary: 'Stories, by rank or newest first',
  request: { query: StoriesQuery },
  responses: answer(StoryListSchema, 'A part of the list'),
});

const formParameter = z.enum(['extracted', 'written']).optional().openapi({
  description:
    '`written`: sections that a language model has written stand as it wrote them; `extracted` is the default',
});

export const StoryQuery = z.object({
  version: versionParameter,
  form: formParameter,
  hide: z.string().max(4000).optional().openapi({ description: 'Outlets to leave out, with commas' }),
  weigh: z.string().max(4000).optional().openapi({ description: 'OUTLET:FACTOR, with commas' }),
  min: z.string().max(2).optional().openapi({ description: 'Least number of independent outlets' }),
});

export const storyRoute = createRoute({
  method: 'get',
  path: '/stories/{slug}',
  tags: ['Stories'],
  summary: 'One story with its briefing and all that is known of it',
  request: { params: slugParameter, query: StoryQuery },
  responses: { ...answer(StorySchema, 'The story'), ...missing, ...busy },
});

export const VersionQuery = z.object({ version: versionParameter, form: formParameter });

/** A route that gives a part of what one version of a story says. */
function partRoute<Path extends string, Schema extends z.ZodType>(
  path: Path,
  schema: Schema,
  summary: string,
) {
  return createRoute({
    method: 'get',
    path: `/stories/{slug}/${path}` as const,
    tags: ['Stories'],
    summary,
    request: { params: slugParameter, query: VersionQuery },
    responses: { ...answer(schema, summary), ...missing },
  });
}

export const briefingRoute = partRoute('briefing', BriefingSchema, 'What a version of a story says');
export const claimsRoute = partRoute('claims', ClaimListSchema, 'Claims, and which outlet carries each');
export const figuresRoute = partRoute('figures', FigureListSchema, 'Figures with who reports which value');
export const quotesRoute = partRoute('quotes', QuoteListSchema, 'Quotations with speaker and outlets');

export const ChangesQuery = z.object({
  since: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .openapi({ description: 'The version that was read last' }),
});

export const changesRoute = createRoute({
  method: 'get',
  path: '/stories/{slug}/changes',
  tags: ['Stories'],
  summary: 'What has changed since a version',
  request: { params: slugParameter, query: ChangesQuery },
  responses: { ...answer(ChangesSchema, 'The changes'), ...missing },
});

export const QuestionsQuery = z.object({
  story: z.string().max(300).optional().openapi({ description: 'Slug of a story' }),
  limit: limitParameter,
  cursor: cursorParameter,
});

export const questionsRoute = createRoute({
  method: 'get',
  path: '/questions',
  tags: ['Questions'],
  summary: 'Common questions, all or of one story',
  request: { query: QuestionsQuery },
  responses: answer(QuestionListSchema, 'A part of the list'),
});

export const questionRoute = createRoute({
  method: 'get',
  path: '/questions/{slug}',
  tags: ['Questions'],
  summary: 'One question with its cited answer',
  request: { params: slugParameter },
  responses: { ...answer(QuestionSchema, 'The question'), ...missing },
});
