import { readdirSync, readFileSync } from 'node:fs';
import { type Annotation, namesOnly } from '../../core/annotation.ts';
import type { Article } from '../../core/article.ts';
import type { LedgerArticle } from '../../core/ledger.ts';

interface PressRow {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  readonly wireOf?: string;
}

const PRESS = new URL('../../../demo/', import.meta.url);

function toArticle(row: PressRow): Article {
  return {
    id: row.id,
    externalId: null,
    url: `https://${row.outlet}/${row.id}`,
    outletId: row.outlet,
    title: row.title,
    text: row.paragraphs.join('\n'),
    byline: null,
    publishedAt: Date.parse(row.publishedAt),
    datePrecision: 'minute',
    language: 'en',
    imageUrl: null,
    origin: 'import',
    truncated: false,
    warnings: [],
  };
}

function outletNames(): ReadonlyMap<string, string> {
  const rows = JSON.parse(readFileSync(new URL('outlets.json', PRESS), 'utf8')) as {
    readonly domain: string;
    readonly name: string;
  }[];
  return new Map(rows.map(({ domain, name }) => [domain, name]));
}

/** The articles of the demonstration press, annotated, by the story they were written for. */
export async function readPress(
  annotate: (article: Article) => Annotation | Promise<Annotation>,
): Promise<Map<string, LedgerArticle[]>> {
  const names = outletNames();
  const press = new Map<string, LedgerArticle[]>();
  const files = readdirSync(new URL('articles/', PRESS)).filter((name) => name.endsWith('.json'));
  for (const file of files.sort()) {
    const rows = JSON.parse(readFileSync(new URL(`articles/${file}`, PRESS), 'utf8')) as PressRow[];
    const story: LedgerArticle[] = [];
    for (const row of rows) {
      const article = toArticle(row);
      const outlet = { id: row.outlet, name: names.get(row.outlet) ?? row.outlet, homeUrl: null };
      story.push({
        article,
        annotation: namesOnly(await annotate(article)),
        outlet: { ...outlet, country: null, language: 'en', kind: null, owner: null },
        links: [],
        copyOf: row.wireOf ?? null,
        copyKind: row.wireOf === undefined ? null : 'wire-copy',
      });
    }
    press.set(file.replace('.json', ''), story);
  }
  return press;
}
