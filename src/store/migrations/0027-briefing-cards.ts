import { type Kysely, sql } from 'kysely';
import type { Briefing } from '../../core/briefing.ts';
import { briefingCard } from '../../core/briefing-card.ts';

/** Rows filled at once: a briefing has some 50 KB. */
const CHUNK = 200;

interface Told {
  readonly story_id: string;
  readonly version: number;
  readonly body: string;
}

/** What lists show of each version gets a column of its own. */
export async function briefingCards(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('briefings').addColumn('card', 'text').execute();
  let [story, version] = ['', 0];
  for (;;) {
    const { rows } = await sql<Told>`select story_id, version, body from briefings
      where story_id > ${story} or (story_id = ${story} and version > ${version})
      order by story_id, version limit ${CHUNK}`.execute(db);
    for (const row of rows) {
      [story, version] = [row.story_id, row.version];
      const card = JSON.stringify(briefingCard(JSON.parse(row.body) as Briefing));
      await sql`update briefings set card = ${card} where story_id = ${story} and version = ${version}`.execute(
        db,
      );
    }
    if (rows.length < CHUNK) return;
  }
}
