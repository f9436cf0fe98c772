import { z } from 'zod';
import type { DatePrecision } from '../../core/article.ts';
import type { Failure, FailureCode } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** An article as it was handed in, before it has an identity here. */
export interface ImportRow {
  readonly externalId: string | null;
  readonly url: string | null;
  readonly outlet: { readonly name: string | null; readonly domain: string | null };
  readonly title: string;
  /** Milliseconds; null when the row has no date: it is taken with the time of the import. */
  readonly publishedAt: number | null;
  readonly datePrecision: DatePrecision;
  readonly byline: string | null;
  readonly language: string | null;
  readonly body: { readonly kind: 'text' | 'html'; readonly content: string };
  /** Fields this program has no use for, kept for export. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

const text = z.string().trim().min(1);
const identifier = z.union([text, z.number().transform(String)]);
const byline = z.union([z.string(), z.array(z.string()).transform((names) => names.join(', '))]);

const articleRow = z.object({
  id: identifier.nullish(),
  url: z.string().nullish(),
  outlet: z
    .union([
      z.string().transform((name) => ({ name, domain: null })),
      z.object({ name: z.string().nullish(), domain: z.string().nullish() }),
    ])
    .nullish(),
  title: text,
  publishedAt: z.union([z.string(), z.number()]).nullish(),
  date: z.union([z.string(), z.number()]).nullish(),
  byline: byline.nullish(),
  authors: byline.nullish(),
  language: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
});

const KNOWN_FIELDS = new Set(Object.keys(articleRow.shape));

/**
 * One line of an import file as articles: a plain article, or a story whose `articles` are many. A story's other
 * fields are left aside; an article's unknown fields are kept as metadata.
 * Each article fails for itself: `import/not-json`, `import/missing-field` or `import/bad-date`.
 */
export function parseArticleLine(line: string): Result<ImportRow, Failure>[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [err(failure('import/not-json', 'is not JSON. Each line of the file has to be one JSON object'))];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      err(failure('import/not-json', 'is not a JSON object. Each line has to be an article or a story')),
    ];
  }
  const { articles } = value as { articles?: unknown };
  return Array.isArray(articles) ? articles.map(parseArticle) : [parseArticle(value)];
}

function parseArticle(value: unknown): Result<ImportRow, Failure> {
  const parsed = articleRow.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') || 'the row';
    return err(failure('import/missing-field', `has no usable "${field}" (${issue?.message ?? 'invalid'})`));
  }
  const row = parsed.data;
  const body = bodyOf(row);
  if (body === null) return err(failure('import/missing-field', 'has neither "text" nor "html"'));
  const when = readDate(row.publishedAt ?? row.date ?? null);
  if (!when.ok) return when;
  return ok({
    externalId: row.id ?? null,
    url: row.url || null,
    outlet: { name: row.outlet?.name || null, domain: row.outlet?.domain || null },
    title: row.title,
    ...when.value,
    byline: (row.byline ?? row.authors)?.trim() || null,
    language: row.language || null,
    body,
    metadata: Object.fromEntries(Object.entries(value as object).filter(([name]) => !KNOWN_FIELDS.has(name))),
  });
}

function bodyOf(row: z.infer<typeof articleRow>): ImportRow['body'] | null {
  if (row.text?.trim()) return { kind: 'text', content: row.text };
  if (row.html?.trim()) return { kind: 'html', content: row.html };
  return null;
}

type ReadDate = Pick<ImportRow, 'publishedAt' | 'datePrecision'>;

/** A date as ISO text or epoch milliseconds; `2018-01-01` is a day without a time. */
function readDate(value: string | number | null): Result<ReadDate, Failure> {
  if (value === null || value === '') return ok({ publishedAt: null, datePrecision: 'unknown' });
  const at = typeof value === 'number' ? value : Date.parse(value);
  // Outside of these years it is a mistake, and far outside it is no date at all.
  if (!(at >= Date.UTC(1600, 0) && at <= Date.UTC(2200, 0))) {
    return err(failure('import/bad-date', `has a date that cannot be read: ${JSON.stringify(value)}`));
  }
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.trim());
  return ok({ publishedAt: at, datePrecision: isDay ? 'day' : 'minute' });
}

function failure(code: FailureCode, message: string): Failure {
  return { code, message, retryable: false };
}
