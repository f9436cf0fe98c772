import type { BlindSpot, BlindSpotSurvey, Grouping } from '../core/blind-spot.ts';
import type { Outlet, OutletKind } from '../core/outlet.ts';
import { readSetting, writeSetting } from './settings.ts';
import { chunks, type Db } from './store.ts';

const SURVEYS = 'blindSpots.surveys';

export interface StoredCoverage {
  readonly outlets: readonly Pick<Outlet, 'id' | 'country' | 'kind' | 'owner'>[];
  readonly articles: readonly {
    readonly outletId: string;
    readonly storyId: string;
    readonly language: string;
    readonly publishedAt: number;
  }[];
  readonly firstAt: ReadonlyMap<string, number>;
}

/** Who published what of which story in a stretch of time. */
export async function coverageBetween(db: Db, from: number, to: number): Promise<StoredCoverage> {
  const outlets = await db
    .selectFrom('outlets')
    .select(['id', 'country', 'kind', 'owner'])
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .select(['articles.outletId', 'storyArticles.storyId', 'stories.language', 'stories.firstAt'])
    .select('articles.publishedAt')
    .where('articles.publishedAt', '>=', from)
    .where('articles.publishedAt', '<=', to)
    .orderBy('articles.id')
    .execute();
  return {
    outlets: outlets.map((row) => ({ ...row, kind: row.kind as OutletKind | null })),
    articles: rows.map(({ firstAt: _firstAt, ...article }) => article),
    firstAt: new Map(rows.map(({ storyId, firstAt }) => [storyId, firstAt])),
  };
}

/** Puts what was found in the place of what was found before. */
export async function saveBlindSpots(
  db: Db,
  found: { readonly spots: readonly BlindSpot[]; readonly surveys: readonly BlindSpotSurvey[] },
): Promise<void> {
  await db.deleteFrom('blindSpots').execute();
  const places = new Map<Grouping, number>();
  const rows = found.spots.map((spot) => {
    const place = places.get(spot.grouping) ?? 0;
    places.set(spot.grouping, place + 1);
    const { grouping, storyId, group } = spot;
    return { grouping, storyId, groupKey: group.key, place, body: JSON.stringify(spot) };
  });
  for (const chunk of chunks(rows, 500)) await db.insertInto('blindSpots').values(chunk).execute();
  await writeSetting(db, SURVEYS, JSON.stringify(found.surveys));
}

/** What was looked at when blind spots were last looked for; empty when they never were. */
export async function blindSpotSurveys(db: Db): Promise<BlindSpotSurvey[]> {
  return JSON.parse((await readSetting(db, SURVEYS)) ?? '[]') as BlindSpotSurvey[];
}

/** Most improbable first. */
export async function blindSpotsOf(
  db: Db,
  by: { readonly grouping: Grouping; readonly limit: number } | { readonly storyId: string },
): Promise<BlindSpot[]> {
  let query = db.selectFrom('blindSpots').select('body').orderBy('place').orderBy('grouping');
  if ('storyId' in by) query = query.where('storyId', '=', by.storyId);
  else query = query.where('grouping', '=', by.grouping).limit(by.limit);
  const rows = await query.orderBy('storyId').execute();
  return rows.map(({ body }) => JSON.parse(body) as BlindSpot);
}
