import type { Db } from './store.ts';

export interface Round {
  readonly id: number;
  readonly startedAt: number;
}

/** The round that is still open, of whatever kind; an interrupted process leaves one. */
export async function openRound(db: Db): Promise<Round | null> {
  const row = await db
    .selectFrom('rounds')
    .select(['id', 'startedAt'])
    .where('finishedAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return row ?? null;
}

export async function startRound(db: Db, kind: 'poll' | 'import' | 'add', startedAt: number): Promise<Round> {
  const row = await db
    .insertInto('rounds')
    .values({ kind, startedAt, finishedAt: null })
    .returning(['id', 'startedAt'])
    .executeTakeFirstOrThrow();
  return row;
}

export async function finishRounds(db: Db, finishedAt: number): Promise<void> {
  await db.updateTable('rounds').set({ finishedAt }).where('finishedAt', 'is', null).execute();
}

/** When feeds were last polled to the end, milliseconds. */
export async function lastFinishedPoll(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('rounds')
    .select((eb) => eb.fn.max('finishedAt').as('at'))
    .where('kind', '=', 'poll')
    .executeTakeFirst();
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

export interface RoundTimes {
  readonly kind: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** The last rounds, newest first. */
export async function recentRounds(db: Db, limit: number): Promise<RoundTimes[]> {
  return await db
    .selectFrom('rounds')
    .select(['kind', 'startedAt', 'finishedAt'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
