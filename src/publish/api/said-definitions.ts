import { createRoute, z } from '@hono/zod-openapi';
import { answer, cursorParameter, dayParameter, limitParameter } from './definition-parts.ts';
import { SaidClaimListSchema, SaidFigureListSchema, SaidQuoteListSchema } from './list-schemas.ts';

export const SaidQuery = z.object({
  outlet: z.string().max(300).optional().openapi({ description: 'Id of the outlet that says it' }),
  topic: z.string().max(300).optional().openapi({ description: 'Slug of a topic of the story' }),
  from: dayParameter.openapi({ description: 'First day of the newest article of the story, UTC' }),
  to: dayParameter.openapi({ description: 'Last day of the newest article of the story, UTC' }),
  limit: limitParameter,
  cursor: cursorParameter,
});

function saidRoute<Path extends `/${string}`, Schema extends z.ZodType>(
  path: Path,
  schema: Schema,
  summary: string,
) {
  return createRoute({
    method: 'get',
    path,
    tags: ['What is said'],
    summary,
    request: { query: SaidQuery },
    responses: answer(schema, 'A part of the list; it may be shorter than asked for before the end'),
  });
}

const ORDER = 'in all stories, by the newest article of the story';
export const allClaimsRoute = saidRoute('/claims', SaidClaimListSchema, `Claims ${ORDER}`);
export const allFiguresRoute = saidRoute('/figures', SaidFigureListSchema, `Figures ${ORDER}`);
export const allQuotesRoute = saidRoute('/quotes', SaidQuoteListSchema, `Quotations ${ORDER}`);
