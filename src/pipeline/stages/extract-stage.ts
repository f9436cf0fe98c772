import type { Article, ExtractedArticle, Page } from '../../core/article.ts';
import type { ArticleDetails } from '../../core/article-details.ts';
import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Stage } from '../../core/stage.ts';
import { extractArticle } from '../../extract/extract-article.ts';
import { canonicalUrl } from '../../ingest/canonical-url.ts';
import { saveArticle } from '../../store/articles.ts';
import { entryOf, pageOf } from '../../store/pages.ts';
import type { Db } from '../../store/store.ts';
import type { World } from '../world.ts';

async function load(world: World, articleId: string): Promise<Page | undefined> {
  const entry = await entryOf(world.store.db, articleId);
  const page = await pageOf(world.store.db, articleId);
  if (entry === null || page === null) return undefined;
  return { url: page.finalUrl, html: page.html, item: entry.item, failureCode: page.failureCode };
}

async function save(db: Db, articleId: string, extracted: Result<ExtractedArticle, Failure>) {
  if (!extracted.ok) return { next: [], failure: extracted.error };
  const entry = await entryOf(db, articleId);
  if (entry === null) return { next: [], failure: null };
  const { canonicalUrl: address, siteName: _, publishedAt, details, ...rest } = extracted.value;
  const article: Article = {
    ...rest,
    id: articleId,
    externalId: null,
    url: canonicalUrl(address) ?? entry.url,
    outletId: entry.outletId,
    publishedAt: publishedAt ?? entry.seenAt,
    datePrecision: publishedAt === null ? 'unknown' : rest.datePrecision,
  };
  if (!(await saveArticle(db, article, metadataOf(details))))
    return { next: [], failure: duplicateAddress(article.url) };
  return { next: [{ stage: 'annotate', keys: [articleId] }], failure: null };
}

/** What is kept of the details beside the article: all that says something. */
function metadataOf(details: ArticleDetails): Record<string, unknown> {
  const { kind, entries, imageCaption, imageCredit, notes } = details;
  return {
    ...(kind.kind === 'news'
      ? {}
      : { kind: kind.kind, kindSource: kind.source, kindEvidence: kind.evidence }),
    ...(entries.length === 0 ? {} : { entries }),
    ...(imageCaption === null ? {} : { imageCaption }),
    ...(imageCredit === null ? {} : { imageCredit }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function duplicateAddress(url: string): Failure {
  return {
    code: 'extract/duplicate-address',
    message: `Another article with the address ${url} is stored already; feeds often list one article under two links. Nothing to do.`,
    retryable: false,
  };
}

/** Page → article. */
export const extractStage: Stage<World, Db, Page, unknown, Result<ExtractedArticle, Failure>> = {
  name: 'extract',
  version: 3,
  reads: ['entries', 'pages'],
  writes: ['articles'],
  thread: 'worker',
  pending: async (world) => {
    const rows = await world.store.db
      .selectFrom('pages')
      .leftJoin('stageRuns as own', (join) =>
        join.onRef('own.key', '=', 'pages.articleId').on('own.stage', '=', 'extract'),
      )
      .select('pages.articleId')
      .where((eb) => eb.or([eb('own.key', 'is', null), eb('own.version', '<', extractStage.version)]))
      .orderBy('pages.articleId')
      .execute();
    return rows.map((row) => row.articleId);
  },
  load,
  apply: extractArticle,
  degrade: (page) => (page.html === null ? undefined : { ...page, html: null, failureCode: 'stage/timeout' }),
  save,
};
