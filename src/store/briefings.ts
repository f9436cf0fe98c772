import type { Briefing } from '../core/briefing.ts';
import { briefingCard } from '../core/briefing-card.ts';
import { briefingChanges, isNewVersion } from '../core/briefing-changes.ts';
import { contentHash } from '../core/hash.ts';
import { chunks, type Db } from './store.ts';

export interface BriefingRecord {
  readonly briefing: Briefing;
  readonly version: number;
  readonly madeAt: number;
}

/**
 * Keeps a briefing as a new version when a reader would notice what has changed. Otherwise it takes the place of the
 * current version, whose number and time stay: citations and counts are those of the story as it is.
 * Returns the version that is current now.
 */
export async function saveBriefing(
  db: Db,
  briefing: Briefing,
  made: { at: number; revision: number; by: number },
): Promise<number> {
  const body = JSON.stringify(briefing);
  const hash = contentHash(body);
  const card = JSON.stringify(briefingCard(briefing));
  const last = await db
    .selectFrom('briefings')
    .select(['version', 'hash', 'body'])
    .where('storyId', '=', briefing.storyId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  let version = last?.version ?? 0;
  if (last === undefined || isNewVersion(briefingChanges(JSON.parse(last.body) as Briefing, briefing))) {
    version += 1;
    await db
      .insertInto('briefings')
      .values({ storyId: briefing.storyId, version, hash, madeAt: made.at, body, card })
      .execute();
  } else if (last.hash !== hash) {
    await db
      .updateTable('briefings')
      .set({ hash, body, card })
      .where('storyId', '=', briefing.storyId)
      .where('version', '=', version)
      .execute();
  }
  if (last?.hash !== hash) await saveQuestions(db, briefing);
  await db
    .updateTable('stories')
    .set({ title: briefing.headline, briefedRevision: made.revision, briefedBy: made.by })
    .where('id', '=', briefing.storyId)
    .execute();
  return version;
}

/** Marks a revision as dealt with although no briefing came of it; the story keeps its last version. */
export async function abandonBriefing(
  db: Db,
  storyId: string,
  made: { revision: number; by: number },
): Promise<void> {
  await db
    .updateTable('stories')
    .set({ briefedRevision: made.revision, briefedBy: made.by })
    .where('id', '=', storyId)
    .execute();
}

/** Questions keep their addresses: one that a newer version no longer asks stays answered. */
async function saveQuestions(db: Db, briefing: Briefing): Promise<void> {
  const rows = briefing.sections.commonQuestions.map((question) => ({
    slug: question.slug,
    storyId: briefing.storyId,
    body: JSON.stringify(question),
  }));
  for (const chunk of chunks(rows, 500)) {
    await db
      .insertInto('questions')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict.column('slug').doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })),
      )
      .execute();
  }
}

export async function briefingOf(db: Db, storyId: string, version?: number): Promise<BriefingRecord | null> {
  let query = db.selectFrom('briefings').selectAll().where('storyId', '=', storyId);
  if (version !== undefined) query = query.where('version', '=', version);
  const row = await query.orderBy('version', 'desc').executeTakeFirst();
  if (row === undefined) return null;
  return { briefing: JSON.parse(row.body) as Briefing, version: row.version, madeAt: row.madeAt };
}

export async function briefingVersions(db: Db, storyId: string): Promise<{ version: number; at: number }[]> {
  return await db
    .selectFrom('briefings')
    .select(['version', 'madeAt as at'])
    .where('storyId', '=', storyId)
    .orderBy('version', 'desc')
    .execute();
}
