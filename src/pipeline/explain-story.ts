import { CLUSTER_SETTINGS } from '../cluster/settings.ts';
import { sharedWords } from '../cluster/shared-words.ts';
import { type BackgroundFrequencies, TermTable } from '../cluster/term-table.ts';
import type { StoryExplanation } from '../core/library.ts';
import type { CopyKind, Fingerprint } from '../core/story.ts';
import { storyKin } from '../store/library/story-kin.ts';
import { readSetting } from '../store/settings.ts';
import { toStanding } from '../store/standings.ts';
import type { Db } from '../store/store.ts';
import { documentFrequencies, storyStates } from '../store/stories.ts';
import { memberDecisions } from '../store/story-repairs.ts';
import { DOCUMENTS } from './stages/cluster-stage.ts';

/** Why each article of a story is in it, and what was decided about the story as a whole. Null when there is none. */
export async function explainStory(
  db: Db,
  storyId: string,
  background: BackgroundFrequencies,
): Promise<StoryExplanation | null> {
  const story = await db
    .selectFrom('stories')
    .select(['id', 'slug', 'title', 'life', 'place', 'factors'])
    .where('id', '=', storyId)
    .executeTakeFirst();
  const [state] = await storyStates(db, [storyId]);
  if (story === undefined || state === undefined) return null;
  const documents = Number((await readSetting(db, DOCUMENTS)) ?? 0);
  const table = new TermTable(
    { documents, frequencies: await documentFrequencies(db) },
    background,
    CLUSTER_SETTINGS.backgroundDocuments,
  );
  const members = await memberDecisions(db, storyId);
  return {
    id: story.id,
    slug: story.slug,
    headline: story.title,
    life: story.life,
    standing: toStanding(story),
    articles: members.map(({ fingerprint, copyKind, ...member }) => ({
      ...member,
      copyKind: copyKind as CopyKind | null,
      shared: sharedWords(JSON.parse(fingerprint) as Fingerprint, state, table),
    })),
    kin: await storyKin(db, storyId),
  };
}
