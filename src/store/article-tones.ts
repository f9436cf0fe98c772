import type { Annotation, Tone } from '../core/annotation.ts';
import type { Db } from './store.ts';

export interface ToneBounds {
  readonly model: string;
  /** Of the stage: what an older one has judged is judged again. */
  readonly version: number;
  /** Stories without news since then are left as they are. */
  readonly liveSince: number;
  /** Runs that are the round's own bear its time. */
  readonly roundAt: number;
  /** Articles that one round asks about: its pages wait for them. */
  readonly perRound: number;
  /** What failed before this time for a passing reason is tried again. */
  readonly retryBefore: number;
  readonly passingCodes: readonly string[];
}

/** Outlets that a story needs: tone is there to be compared. */
const MIN_OUTLETS = 2;

/** Articles with a text of their own, in live stories of several outlets, whose tone the model has not judged; those of the widest stories first. */
export async function articlesToJudge(db: Db, bounds: ToneBounds): Promise<string[]> {
  const { model, version, liveSince, roundAt, perRound, retryBefore, passingCodes } = bounds;
  const done = await db
    .selectFrom('stageRuns')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stage', '=', 'tone')
    .where('at', '=', roundAt)
    .executeTakeFirstOrThrow();
  const left = perRound - Number(done.count);
  if (left <= 0) return [];
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
    .innerJoin('annotations', 'annotations.articleId', 'storyArticles.articleId')
    .leftJoin('articleTones as tone', 'tone.articleId', 'storyArticles.articleId')
    .leftJoin('stageRuns as own', (join) =>
      join.onRef('own.key', '=', 'storyArticles.articleId').on('own.stage', '=', 'tone'),
    )
    .select('storyArticles.articleId')
    .where('storyArticles.copyOf', 'is', null)
    .where('stories.independentOutlets', '>=', MIN_OUTLETS)
    .where('stories.lastAt', '>=', liveSince)
    .where((eb) =>
      eb.or([
        eb('tone.articleId', 'is', null),
        eb('tone.model', '!=', model),
        eb('tone.version', '<', version),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('own.key', 'is', null),
        eb('own.status', '=', 'done'),
        eb('own.version', '<', version),
        eb.and([eb('own.code', 'in', passingCodes), eb('own.at', '<', retryBefore)]),
      ]),
    )
    .orderBy('stories.independentOutlets', 'desc')
    .orderBy('storyArticles.articleId')
    .limit(left)
    .execute();
  return rows.map((row) => row.articleId);
}

/** The tone that a page shows of an article: as refined, else as annotated. */
async function shownTone(db: Db, articleId: string): Promise<string> {
  const row = await db
    .selectFrom('annotations')
    .leftJoin('articleTones', 'articleTones.articleId', 'annotations.articleId')
    .select(['annotations.body', 'articleTones.body as refined'])
    .where('annotations.articleId', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) return '[]';
  return row.refined ?? JSON.stringify((JSON.parse(row.body) as Annotation).tone);
}

/** Stores the refined tone and has the article's story briefed again where that changes it. The caller holds the transaction. */
export async function saveArticleTone(
  db: Db,
  articleId: string,
  tone: readonly Tone[],
  by: { readonly model: string; readonly version: number },
): Promise<void> {
  const body = JSON.stringify(tone);
  const isChanged = (await shownTone(db, articleId)) !== body;
  await db
    .insertInto('articleTones')
    .values({ articleId, body, ...by })
    .onConflict((conflict) => conflict.column('articleId').doUpdateSet({ body, ...by }))
    .execute();
  if (!isChanged) return;
  await db
    .updateTable('stories')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb.selectFrom('storyArticles').select('storyId').where('articleId', '=', articleId),
    )
    .execute();
}
