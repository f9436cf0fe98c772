import type { BriefingCard } from '../../core/briefing-card.ts';
import type { OutletPage, OutletToneAt, StoryCard } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import { toOutlet } from '../outlets.ts';
import { chunks, type Db } from '../store.ts';
import { recentArticles } from './article-cards.ts';
import { feedStates } from './feed-states.ts';
import { leavesOut } from './leaves-out.ts';
import { newestStories } from './newest-stories.ts';

/** Null when there is no outlet of this id. */
export async function outletPage(db: Db, id: string): Promise<OutletPage | null> {
  const row = await db.selectFrom('outlets').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const count = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('outletId', '=', id)
    .executeTakeFirstOrThrow();
  const feeds = await feedStates(db, id);
  const stories = await newestStories(db, { outletId: id });
  return {
    outlet: toOutlet(row),
    articleCount: Number(count.count),
    feeds: feeds.map(({ feed }) => feed),
    recent: await recentArticles(db, id, 30),
    stories,
    tones: await tonesIn(db, stories, id),
    leavesOut: await leavesOut(db, row),
  };
}

/** Clear tones of one outlet in these stories, oldest first. */
async function tonesIn(db: Db, stories: readonly StoryCard[], outletId: string): Promise<OutletToneAt[]> {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const tones: OutletToneAt[] = [];
  for (const chunk of chunks([...byId.keys()], 300)) {
    const rows = await db
      .selectFrom('briefings')
      .select(['storyId', 'version', 'card'])
      .where('storyId', 'in', chunk)
      .execute();
    for (const { storyId, version, card } of rows) {
      const story = byId.get(storyId);
      if (card === null || story === undefined || story.version !== version) continue;
      const { slug, headline, lastAt } = story;
      for (const { outletId: by, ...tone } of (JSON.parse(card) as BriefingCard).tones)
        if (by === outletId) tones.push({ ...tone, slug, headline, at: lastAt });
    }
  }
  return tones.sort((a, b) => a.at - b.at || (a.slug < b.slug ? -1 : 1));
}

/** Outlets that are read or have been, by name. */
export async function outletList(db: Db): Promise<(Outlet & { articleCount: number })[]> {
  const rows = await db
    .selectFrom('outlets')
    .leftJoin('articles', 'articles.outletId', 'outlets.id')
    .selectAll('outlets')
    .select((eb) => eb.fn.count<number>('articles.id').as('articleCount'))
    // An outlet of which an address was handed in and nothing could be read is none of the sources.
    .where((eb) =>
      eb.or([
        eb('articles.id', 'is not', null),
        eb('outlets.id', 'in', eb.selectFrom('feeds').select('feeds.outletId')),
      ]),
    )
    .groupBy('outlets.id')
    .orderBy('outlets.name')
    .execute();
  return rows.map(({ articleCount, ...row }) => ({ ...toOutlet(row), articleCount: Number(articleCount) }));
}
