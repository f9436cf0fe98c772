import { randomUUID } from 'node:crypto';
import type { StoryEdit } from '../core/administration.ts';
import type { StoryEditRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

const SHOWN = 100;

function editOf({ articleIds, ...row }: StoryEditRow): StoryEdit {
  return { ...row, articleIds: JSON.parse(articleIds) as string[] };
}

export type NewStoryEdit = Omit<StoryEdit, 'id' | 'doneAt' | 'refusal'>;

/** Notes what is to be done to a story by hand; the next round does it. */
export async function saveStoryEdit(db: Db, edit: NewStoryEdit): Promise<void> {
  const row = { ...edit, articleIds: JSON.stringify(edit.articleIds), doneAt: null, refusal: null };
  await db
    .insertInto('storyEdits')
    .values({ ...row, id: randomUUID() })
    .execute();
}

/** What no round has dealt with yet, in the order in which it was asked for. */
export async function waitingEdits(db: Db): Promise<StoryEdit[]> {
  const rows = await db
    .selectFrom('storyEdits')
    .selectAll()
    .where('doneAt', 'is', null)
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
  return rows.map(editOf);
}

/** The log: newest first. */
export async function storyEditLog(db: Db): Promise<StoryEdit[]> {
  const rows = await db
    .selectFrom('storyEdits')
    .selectAll()
    .orderBy('askedAt', 'desc')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  return rows.map(editOf);
}

export interface EditOutcome {
  readonly doneAt: number;
  readonly refusal: string | null;
  /** The story that a split founded. */
  readonly other?: { readonly id: string; readonly title: string };
}

export async function recordEdit(db: Db, id: string, { doneAt, refusal, other }: EditOutcome): Promise<void> {
  const founded = other === undefined ? {} : { otherId: other.id, otherTitle: other.title };
  await db
    .updateTable('storyEdits')
    .set({ doneAt, refusal, ...founded })
    .where('id', '=', id)
    .execute();
}

/** Which of these stories were merged or split by hand: no automatic repair splits them again. */
export async function storiesHeldByHand(db: Db, storyIds: readonly string[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const chunk of chunks(storyIds, 400)) {
    const rows = await db
      .selectFrom('storyEvents')
      .select(['storyId', 'otherId'])
      .where('madeBy', 'is not', null)
      .where((eb) => eb.or([eb('storyId', 'in', chunk), eb('otherId', 'in', chunk)]))
      .execute();
    for (const { storyId, otherId } of rows) held.add(storyId).add(otherId);
  }
  return held;
}
