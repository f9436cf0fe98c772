import type { StoryKin } from '../../core/library.ts';
import type { Db } from '../store.ts';
import { type NamedStoryEvent, storyEvents } from '../story-events.ts';

/** The stories that this one took up, was parted from, grew from or went on in, under the names they bear now. */
export async function storyKin(db: Db, storyId: string): Promise<StoryKin[]> {
  const events = await storyEvents(db, [storyId]);
  const others = events.map((event) => (event.storyId === storyId ? event.otherId : event.storyId));
  const rows =
    others.length === 0
      ? []
      : await db.selectFrom('stories').select(['id', 'slug', 'title']).where('id', 'in', others).execute();
  const current = new Map(rows.map(({ id, slug, title }) => [id, { slug, title }]));
  return events.flatMap((event, i) => toKin(event, event.storyId === storyId, current.get(others[i] ?? '')));
}

function toKin(
  event: NamedStoryEvent,
  isOwn: boolean,
  current: { readonly slug: string; readonly title: string } | undefined,
): StoryKin[] {
  const { at, score, threshold, shared, otherSlug, otherTitle, madeBy, madeAt } = event;
  const named = current ?? (isOwn ? { slug: otherSlug, title: otherTitle } : undefined);
  const kind = isOwn ? event.kind : seenFromOther(event.kind);
  if (named === undefined || kind === null) return [];
  const byHand = typeof madeBy === 'string' ? { byHand: { by: madeBy, at: madeAt ?? at } } : {};
  return [{ kind, slug: named.slug, headline: named.title, at, score, threshold, shared, ...byHand }];
}

/** A story that was taken up is gone, so nothing is seen from its side. */
function seenFromOther(kind: NamedStoryEvent['kind']): StoryKin['kind'] | null {
  if (kind === 'merged') return null;
  return kind === 'split' ? 'split-from' : 'grew-into';
}
