import { type ByHand, mergeByHand, splitByHand } from '../cluster/edit-stories.ts';
import { CLUSTER_SETTINGS } from '../cluster/settings.ts';
import { storySlug } from '../cluster/story-slug.ts';
import { TermTable } from '../cluster/term-table.ts';
import type { StoryEdit } from '../core/administration.ts';
import type { Fingerprint, StoryRepairs, StoryState } from '../core/story.ts';
import { readSetting } from '../store/settings.ts';
import type { Db } from '../store/store.ts';
import { documentFrequencies, storyStates } from '../store/stories.ts';
import { type EditOutcome, recordEdit, waitingEdits } from '../store/story-edits.ts';
import { currentStoryId } from '../store/story-events.ts';
import { memberDecisions, saveStoryRepairs } from '../store/story-repairs.ts';
import { createBackground } from './appliers.ts';
import { DOCUMENTS, titlesOf } from './stages/cluster-stage.ts';
import type { World } from './world.ts';

const GONE = 'The story is no longer there.';

/**
 * Merges and splits that were asked for by hand, before stories are repaired: at that point of a round nobody else writes
 * stories, so that nothing decided by hand is overwritten by something computed from what was there before.
 */
export async function carryOutEdits({ store, clock }: World): Promise<void> {
  for (const edit of await waitingEdits(store.db)) {
    await store.db.transaction().execute(async (db) => {
      const { refusal, other } = await carryOut(db, edit);
      await recordEdit(db, edit.id, {
        doneAt: clock.now(),
        refusal,
        ...(other === undefined ? {} : { other }),
      });
    });
  }
}

type Outcome = Omit<EditOutcome, 'doneAt'>;

async function carryOut(db: Db, edit: StoryEdit): Promise<Outcome> {
  const story = await stateOf(db, edit.storyId);
  if (story === null) return { refusal: GONE };
  const by = { madeBy: edit.madeBy, madeAt: edit.askedAt };
  const table = await openTable(db);
  return edit.kind === 'merge'
    ? await merge(db, story, edit.otherId ?? '', table, by)
    : await split(db, story, edit.articleIds, table, by);
}

async function stateOf(db: Db, storyId: string): Promise<StoryState | null> {
  const current = await currentStoryId(db, storyId);
  return current === null ? null : ((await storyStates(db, [current]))[0] ?? null);
}

async function openTable(db: Db): Promise<TermTable> {
  const read = {
    documents: Number((await readSetting(db, DOCUMENTS)) ?? 0),
    frequencies: await documentFrequencies(db),
  };
  return new TermTable(read, createBackground(), CLUSTER_SETTINGS.backgroundDocuments);
}

async function merge(
  db: Db,
  into: StoryState,
  fromId: string,
  table: TermTable,
  by: ByHand,
): Promise<Outcome> {
  const from = await stateOf(db, fromId);
  if (from === null) return { refusal: GONE };
  if (from.id === into.id) return { refusal: 'The two are one story already.' };
  if (from.language !== into.language)
    return { refusal: 'The two are told in different languages; such stories are linked, not merged.' };
  await saveStoryRepairs(db, mergeByHand(into, from, table, by), new Map());
  return { refusal: null };
}

async function split(
  db: Db,
  story: StoryState,
  articleIds: readonly string[],
  table: TermTable,
  by: ByHand,
): Promise<Outcome> {
  const members = (await memberDecisions(db, story.id)).map(({ fingerprint, copyOf }) => ({
    storyId: story.id,
    copyOf,
    fingerprint: JSON.parse(fingerprint) as Fingerprint,
  }));
  table.count(members.map(({ fingerprint }) => fingerprint));
  const known = await db.selectFrom('stories').select('id').execute();
  const taken = new Set(known.map(({ id }) => id));
  const isTaken = (id: string) => taken.has(id);
  const repairs = splitByHand(story, members, new Set(articleIds), { table, by, isTaken });
  if (repairs === null)
    return { refusal: 'At least one article that is no copy has to leave, and one has to stay.' };
  const other = await foundedBy(db, repairs);
  const { id, title, slug } = other;
  await saveStoryRepairs(db, repairs, new Map([[id, { title, slug }]]));
  return { refusal: null, other };
}

async function foundedBy(db: Db, { splits: [part] }: StoryRepairs) {
  const id = part?.into ?? '';
  const title = (await titlesOf(db, [part?.foundedBy ?? ''])).get(part?.foundedBy ?? '') ?? '';
  return { id, title, slug: storySlug(title, id) };
}
