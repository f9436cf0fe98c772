import sanitizeHtml from 'sanitize-html';
import type { Article } from '../../core/article.ts';
import { stableId } from '../../core/hash.ts';
import type { Outlet } from '../../core/outlet.ts';
import { canonicalUrl } from '../../ingest/canonical-url.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { saveArticle } from '../../store/articles.ts';
import { addEntries } from '../../store/feeds.ts';
import { addUnknownOutlets } from '../../store/outlets.ts';
import { savePage } from '../../store/pages.ts';
import { forgetStageRuns, recordStageRun } from '../../store/stage-runs.ts';
import type { Db, Store } from '../../store/store.ts';
import { markStoriesChanged } from '../../store/stories.ts';
import { articleIdOf } from '../read-feed.ts';
import { extractStage } from '../stages/extract-stage.ts';
import { fetchStage } from '../stages/fetch-stage.ts';
import type { ImportRow } from './parse-article-row.ts';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** Stages whose results no longer hold when an article's text is replaced. */
const TEXT_STAGES = ['annotate', 'link', 'fingerprint'];

/**
 * Stores handed-in articles in one transaction, as if their pages had been read. The same row again changes nothing.
 * @param at Start of the round, milliseconds: the time of rows that have no date.
 * @param known what is known of outlets, by id: an article only names its own
 */
export async function importArticles(
  store: Store,
  rows: readonly ImportRow[],
  at: number,
  known: ReadonlyMap<string, Outlet> = new Map(),
): Promise<ImportCounts> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
  await store.db.transaction().execute(async (db) => {
    await addUnknownOutlets(
      db,
      rows.map((row) => outletOf(row, known)),
    );
    for (const row of rows) {
      const outcome =
        row.body.kind === 'html' ? await importPage(db, row, at) : await importText(db, row, at);
      counts[outcome] += 1;
    }
  });
  return counts;
}

function outletOf(row: ImportRow, catalogue: ReadonlyMap<string, Outlet>): Outlet {
  const { name, domain } = row.outlet;
  const id = outletId(row);
  const known = catalogue.get(id);
  return {
    id,
    name: name ?? known?.name ?? domain ?? id,
    homeUrl: known?.homeUrl ?? null,
    country: known?.country ?? null,
    language: known?.language ?? null,
    kind: known?.kind ?? null,
    owner: known?.owner ?? null,
  };
}

function outletId(row: ImportRow): string {
  if (row.outlet.domain !== null) return row.outlet.domain.toLowerCase();
  if (row.url !== null && canonicalUrl(row.url) !== null) return outletIdOf(null, row.url);
  const slug = (row.outlet.name ?? 'unknown')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'unknown';
}

interface Identity {
  readonly id: string;
  readonly url: string;
  readonly known: { readonly title: string; readonly text: string } | null;
}

/**
 * An article is known by its address; one without is known by the id it came with. Two rows with different ids and
 * one address are two articles: the second keeps the address with its id as fragment.
 */
async function identify(db: Db, row: ImportRow): Promise<Identity> {
  const address = row.url === null ? null : canonicalUrl(row.url);
  const given = row.externalId ?? stableId(`${row.title}\n${row.body.content}`);
  const url = address ?? `urn:variorum:${outletId(row)}:${encodeURIComponent(given)}`;
  const id = articleIdOf(url);
  const known = await knownArticle(db, id);
  if (known === null || row.externalId === null || known.externalId === row.externalId)
    return { id, url, known };
  const ownUrl = `${url}#${encodeURIComponent(row.externalId)}`;
  const ownId = articleIdOf(ownUrl);
  return { id: ownId, url: ownUrl, known: await knownArticle(db, ownId) };
}

async function knownArticle(db: Db, id: string) {
  const query = db.selectFrom('articles').select(['externalId', 'title', 'text']).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

async function importText(db: Db, row: ImportRow, at: number): Promise<keyof ImportCounts> {
  const { id, url, known } = await identify(db, row);
  const text = plainText(row.body.content);
  if (known !== null && known.text === text && known.title === row.title) return 'unchanged';
  const article: Article = {
    id,
    url,
    text,
    externalId: row.externalId,
    outletId: outletId(row),
    title: row.title,
    byline: row.byline,
    publishedAt: row.publishedAt ?? at,
    datePrecision: row.datePrecision,
    language: row.language,
    imageUrl: null,
    origin: 'import',
    truncated: false,
    warnings: row.publishedAt === null ? ['no date: the time of the import stands for it'] : [],
  };
  await saveArticle(db, article, row.metadata);
  await recordStageRun(db, { stage: 'extract', key: id, version: extractStage.version, at, failure: null });
  if (known === null) return 'added';
  await forgetStageRuns(db, TEXT_STAGES, [id]);
  await markStoriesChanged(db, [id]);
  return 'changed';
}

/** Line breaks between blocks, no markup, no blank lines: the form that offsets count in. */
function plainText(text: string): string {
  const plain = /<(?:p|br|div|a|span|b|i|em|strong)\b/i.test(text)
    ? sanitizeHtml(text.replace(/<(?:\/p|\/div|br\s*\/?)>/gi, '\n'), {
        allowedTags: [],
        allowedAttributes: {},
      })
    : text;
  return plain
    .split(/\s*\n\s*/)
    .map((block) => block.replace(/[^\S\n]+/g, ' ').trim())
    .filter((block) => block !== '')
    .join('\n');
}

async function importPage(db: Db, row: ImportRow, at: number): Promise<keyof ImportCounts> {
  const { id, url } = await identify(db, row);
  const added = await addEntries(db, [
    {
      articleId: id,
      feedId: null,
      outletId: outletId(row),
      url,
      seenAt: at,
      item: {
        url,
        guid: row.externalId ?? url,
        title: row.title,
        contentHtml: null,
        summaryHtml: null,
        publishedAt: row.publishedAt,
        updatedAt: null,
        authors: row.byline === null ? [] : [row.byline],
        categories: [],
        imageUrl: null,
        language: row.language,
      },
    },
  ]);
  if (added.length === 0) return 'unchanged';
  await savePage(db, {
    articleId: id,
    finalUrl: url,
    html: row.body.content,
    failureCode: null,
    fetchedAt: at,
  });
  await recordStageRun(db, { stage: 'fetch', key: id, version: fetchStage.version, at, failure: null });
  return 'added';
}
