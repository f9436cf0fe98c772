import { sql } from 'kysely';
import type { StoryWriting, WrittenFor } from '../core/story-writing.ts';
import type { Db } from './store.ts';

export interface WritingBounds {
  readonly model: string;
  readonly judge: string | null;
  /** Of the stage: what an older one has written is written again. */
  readonly version: number;
  readonly languages: readonly string[];
  /** Stories without news since then are left as they are. */
  readonly liveSince: number;
  /** Stories handed out at a time. */
  readonly most: number;
  /** What failed before this time is tried again. */
  readonly retryBefore: number;
}

/** Outlets that a story needs: of one there is nothing to put together. */
const MIN_OUTLETS = 2;

/** Live stories of several outlets whose current briefing has not been written as it is; the widest first. */
export async function storiesToWrite(db: Db, bounds: WritingBounds): Promise<string[]> {
  const { model, judge, version, languages, liveSince, most, retryBefore } = bounds;
  if (languages.length === 0) return [];
  const rows = await db
    .selectFrom('stories')
    .innerJoin('briefings', 'briefings.storyId', 'stories.id')
    .leftJoin('writings', (join) =>
      join
        .onRef('writings.storyId', '=', 'briefings.storyId')
        .onRef('writings.version', '=', 'briefings.version')
        .onRef('writings.briefingHash', '=', 'briefings.hash')
        .on('writings.model', '=', model)
        .on('writings.stageVersion', '>=', version)
        .on(sql<boolean>`coalesce(writings.judge, '') = ${judge ?? ''}`),
    )
    .leftJoin('stageRuns as own', (join) =>
      join.onRef('own.key', '=', 'stories.id').on('own.stage', '=', 'write'),
    )
    .select('stories.id')
    .where('writings.storyId', 'is', null)
    .where('stories.recurring', '=', 0)
    .where('stories.language', 'in', languages)
    .where('stories.independentOutlets', '>=', MIN_OUTLETS)
    .where('stories.lastAt', '>=', liveSince)
    .whereRef('stories.revision', '=', 'stories.briefedRevision')
    .where((eb) =>
      eb(
        'briefings.version',
        '=',
        eb
          .selectFrom('briefings as newest')
          .select(({ fn }) => fn.max('newest.version').as('version'))
          .whereRef('newest.storyId', '=', 'stories.id'),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('own.key', 'is', null),
        eb('own.status', '=', 'done'),
        eb('own.version', '<', version),
        eb('own.at', '<', retryBefore),
      ]),
    )
    .orderBy('stories.independentOutlets', 'desc')
    .orderBy('stories.id')
    .limit(most)
    .execute();
  return rows.map((row) => row.id);
}

/** The current briefing's version and hash; null for a story without one. */
export async function currentBriefing(
  db: Db,
  storyId: string,
): Promise<{ readonly version: number; readonly hash: string } | null> {
  const row = await db
    .selectFrom('briefings')
    .select(['version', 'hash'])
    .where('storyId', '=', storyId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps a writing beside the version it is of, unless that has become another in the meantime. The caller holds the transaction. */
export async function saveWriting(db: Db, of: WrittenFor, writing: StoryWriting): Promise<void> {
  const stored = await currentBriefing(db, of.storyId);
  if (stored === null || stored.version !== of.version || stored.hash !== of.briefingHash) return;
  const fared = Object.values(writing.sections);
  const sum = (count: (section: (typeof fared)[number]) => number) =>
    fared.reduce((total, section) => total + count(section), 0);
  const { model, judge, writtenAt } = writing;
  const row = {
    briefingHash: of.briefingHash,
    claimsHash: of.claimsHash,
    stageVersion: of.stageVersion,
    model,
    judge,
    writtenAt,
    statements: sum(({ statements }) => statements),
    refused: sum(({ refused }) => refused),
    replaced: sum(({ replaced }) => replaced),
    body: JSON.stringify(writing),
  };
  await db
    .insertInto('writings')
    .values({ storyId: of.storyId, version: of.version, ...row })
    .onConflict((conflict) => conflict.columns(['storyId', 'version']).doUpdateSet(row))
    .execute();
}

/** How a version was written; null where it was not, or where the briefing has changed since. */
export async function writingOf(db: Db, storyId: string, version: number): Promise<StoryWriting | null> {
  const row = await db
    .selectFrom('writings')
    .innerJoin('briefings', (join) =>
      join
        .onRef('briefings.storyId', '=', 'writings.storyId')
        .onRef('briefings.version', '=', 'writings.version')
        .onRef('briefings.hash', '=', 'writings.briefingHash'),
    )
    .select('writings.body')
    .where('writings.storyId', '=', storyId)
    .where('writings.version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as StoryWriting);
}

/** Statements that a model wrote, over all versions of all stories. */
export interface WritingFigures {
  readonly model: string;
  readonly versions: number;
  readonly statements: number;
  /** Refused by the verifier or the judge at first. */
  readonly refused: number;
  /** Refused again, and replaced by the extracted one or with the whole section. */
  readonly replaced: number;
}

export async function writingFigures(db: Db): Promise<WritingFigures[]> {
  const rows = await db
    .selectFrom('writings')
    .select(({ fn }) => [
      'model',
      fn.countAll<number>().as('versions'),
      fn.sum('statements').as('statements'),
      fn.sum('refused').as('refused'),
      fn.sum('replaced').as('replaced'),
    ])
    .groupBy('model')
    .orderBy('model')
    .execute();
  return rows.map(({ model, versions, statements, refused, replaced }) => ({
    model,
    versions: Number(versions),
    statements: Number(statements),
    refused: Number(refused),
    replaced: Number(replaced),
  }));
}
