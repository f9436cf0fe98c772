import type { StoryEvent, StoryEventKind, StoryLife } from '../core/story.ts';
import type { StoryEventRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

/** An event with the other story's address and headline, as they are now or were when it was taken up. */
export interface NamedStoryEvent extends StoryEvent {
  readonly otherSlug: string;
  readonly otherTitle: string;
}

function toEvent(row: StoryEventRow): NamedStoryEvent {
  return { ...row, shared: JSON.parse(row.shared) as string[] };
}

/** What was decided about these stories, those decisions included in which they are the other one. */
export async function storyEvents(db: Db, storyIds: readonly string[]): Promise<NamedStoryEvent[]> {
  const events = new Map<string, NamedStoryEvent>();
  for (const chunk of chunks(storyIds, 400)) {
    const rows = await db
      .selectFrom('storyEvents')
      .selectAll()
      .where((eb) => eb.or([eb('storyId', 'in', chunk), eb('otherId', 'in', chunk)]))
      .orderBy('at')
      .orderBy('storyId')
      .orderBy('kind')
      .orderBy('otherId')
      .execute();
    for (const row of rows) events.set(`${row.storyId} ${row.kind} ${row.otherId}`, toEvent(row));
  }
  return [...events.values()];
}

/** The story an id stands for now: that of a story that was taken up is answered by the one that took it. */
export async function currentStoryId(db: Db, storyId: string): Promise<string | null> {
  const direct = await db.selectFrom('stories').select('id').where('id', '=', storyId).executeTakeFirst();
  if (direct !== undefined) return direct.id;
  const kind: StoryEventKind = 'merged';
  const merged = await db
    .selectFrom('storyEvents')
    .select('storyId')
    .where('otherId', '=', storyId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return merged?.storyId ?? null;
}

/** Sets where these stories are in their lives, and closes all whose newest article is older than `closedBefore`. */
export async function saveLives(
  db: Db,
  lives: ReadonlyMap<string, StoryLife>,
  closedBefore: number,
): Promise<void> {
  const set = (life: StoryLife) => db.updateTable('stories').set({ life }).where('life', '!=', life);
  await set('closed').where('lastAt', '<', closedBefore).execute();
  for (const [life, entries] of Map.groupBy([...lives], ([, value]) => value)) {
    for (const chunk of chunks(entries, 1000)) {
      const ids = chunk.map(([id]) => id);
      await set(life).where('id', 'in', ids).execute();
    }
  }
}
