import type { Failure } from '../../core/failure.ts';
import type { Result } from '../../core/result.ts';
import type { Stage } from '../../core/stage.ts';
import { decodeText } from '../../http/decode-text.ts';
import type { HttpResponse } from '../../http/http-response.ts';
import { entryOf, type StoredPage, savePage } from '../../store/pages.ts';
import type { Db } from '../../store/store.ts';
import { passingTrouble } from '../passing-trouble.ts';
import type { World } from '../world.ts';

interface FetchedPage {
  readonly articleId: string;
  readonly requestedUrl: string;
  readonly fetchedAt: number;
  readonly response: Result<HttpResponse, Failure>;
}

interface PageReading {
  readonly page: StoredPage;
  readonly failure: Failure | null;
}

async function load(world: World, articleId: string): Promise<FetchedPage | undefined> {
  const entry = await entryOf(world.store.db, articleId);
  if (entry === null) return undefined;
  const response = await world.http.get(entry.url, { purpose: 'page' });
  return { articleId, requestedUrl: entry.url, fetchedAt: world.clock.now(), response };
}

/**
 * A temporary redirect within one site leaves the address as it was asked for (RFC 9110 §15.4.3): session and
 * consent hops are not where an article lives. A permanent one, or one to another site, names the new address.
 */
function addressOf(requestedUrl: string, response: HttpResponse): string {
  if (response.permanentUrl !== null) return response.permanentUrl;
  return new URL(requestedUrl).host === new URL(response.url).host ? requestedUrl : response.url;
}

function apply({ articleId, requestedUrl, fetchedAt, response }: FetchedPage): PageReading {
  const base = { articleId, fetchedAt };
  if (!response.ok) {
    const page = { ...base, finalUrl: requestedUrl, html: null, failureCode: response.error.code };
    return { page, failure: response.error };
  }
  const { text } = decodeText(response.value.bytes, response.value.contentType, 'html');
  const finalUrl = addressOf(requestedUrl, response.value);
  return { page: { ...base, finalUrl, html: text, failureCode: null }, failure: null };
}

/** Entry → page. A page that cannot be had goes on all the same: the feed may have enough of the text. */
export const fetchStage: Stage<World, Db, FetchedPage, unknown, PageReading> = {
  name: 'fetch',
  version: 1,
  reads: ['entries'],
  writes: ['pages'],
  thread: 'main',
  pending: async (world) => {
    const rows = await world.store.db
      .selectFrom('entries')
      .leftJoin('stageRuns as own', (join) =>
        join.onRef('own.key', '=', 'entries.articleId').on('own.stage', '=', 'fetch'),
      )
      .select('entries.articleId')
      .where('own.key', 'is', null)
      .orderBy('entries.articleId')
      .execute();
    return rows.map((row) => row.articleId);
  },
  load,
  apply,
  postpone: ({ failure }) => passingTrouble(failure),
  save: async (db, articleId, { page, failure }) => {
    await savePage(db, page);
    return { next: [{ stage: 'extract', keys: [articleId] }], failure };
  },
};
