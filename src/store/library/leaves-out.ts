import type { LeavesOut } from '../../core/library.ts';
import type { OutletKind } from '../../core/outlet.ts';
import type { OutletRow } from '../schema.ts';
import type { Db } from '../store.ts';
import { storyCards } from './story-cards.ts';

const DAY_MS = 86_400_000;
/** How far back from an outlet's newest article, and how many of its peers have to carry a story. */
const WINDOW_MS = 30 * DAY_MS;
const LEAST_CARRIERS = 3;
/** Fewer peers, or fewer stories that they share, tell nothing of one outlet. */
const LEAST_PEERS = 4;
const LEAST_SHARED = 8;
const LISTED = 10;

type Peers = LeavesOut['peers'];

async function peersOf(db: Db, { id, country, kind }: OutletRow): Promise<Peers | null> {
  const group = groupOf(country, kind);
  if (group === null) return null;
  const { count } = await db
    .selectFrom('outlets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(group.by, '=', group.key)
    .where('id', '!=', id)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('articles').select('articles.id').whereRef('articles.outletId', '=', 'outlets.id'),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(count) < LEAST_PEERS ? null : { ...group, outlets: Number(count) };
}

function groupOf(country: string | null, kind: string | null) {
  if (country !== null) return { by: 'country', key: country } as const;
  return kind === null ? null : ({ by: 'kind', key: kind as OutletKind } as const);
}

/** What other outlets of its country (or kind) carried in the month before its newest article, and it did not. */
export async function leavesOut(db: Db, outlet: OutletRow): Promise<LeavesOut | null> {
  const peers = await peersOf(db, outlet);
  if (peers === null) return null;
  const newest = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max('publishedAt').as('at'))
    .where('outletId', '=', outlet.id)
    .executeTakeFirst();
  const to = newest?.at ?? null;
  if (to === null) return null;
  const from = to - WINDOW_MS;
  const shared = await sharedStories(db, outlet, peers, { from, to });
  if (shared.length < LEAST_SHARED) return null;
  const own = await carriedBy(
    db,
    outlet.id,
    shared.map(({ storyId }) => storyId),
  );
  const missing = shared.filter(({ storyId }) => !own.has(storyId));
  const carriers = new Map(missing.map((story) => [story.storyId, Number(story.carriers)]));
  const cards = await storyCards(
    db,
    missing.slice(0, LISTED).map(({ storyId }) => storyId),
  );
  return {
    peers,
    from,
    to,
    least: LEAST_CARRIERS,
    shared: shared.length,
    carried: shared.length - missing.length,
    stories: cards.map((story) => ({ story, carriers: carriers.get(story.id) ?? 0 })),
  };
}

/** Stories of its own language that enough of its peers have a text of their own of, most carried first. */
function sharedStories(
  db: Db,
  { id, language }: OutletRow,
  { by, key }: Peers,
  { from, to }: Pick<LeavesOut, 'from' | 'to'>,
) {
  return db
    .selectFrom('articles')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .innerJoin('storyArticles', 'storyArticles.articleId', 'articles.id')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .select('storyArticles.storyId')
    .select((eb) => eb.fn.count<number>('articles.outletId').distinct().as('carriers'))
    .where('articles.publishedAt', '>=', from)
    .where('articles.publishedAt', '<=', to)
    .where(`outlets.${by}`, '=', key)
    .where('outlets.id', '!=', id)
    .where('storyArticles.copyOf', 'is', null)
    .where('stories.recurring', '=', 0)
    .where('stories.briefedRevision', '>', 0)
    .$if(language !== null, (query) => query.where('stories.language', '=', language ?? ''))
    .groupBy('storyArticles.storyId')
    .having((eb) => eb.fn.count('articles.outletId').distinct(), '>=', LEAST_CARRIERS)
    .orderBy('carriers', 'desc')
    .orderBy('storyArticles.storyId')
    .limit(1000)
    .execute();
}

async function carriedBy(db: Db, outletId: string, storyIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .select('storyArticles.storyId')
    .where('articles.outletId', '=', outletId)
    .where('storyArticles.storyId', 'in', storyIds)
    .execute();
  return new Set(rows.map(({ storyId }) => storyId));
}
