import { type Annotation, namesOnly } from '../core/annotation.ts';
import type { BriefInput, EarlierStory, LedgerArticle } from '../core/ledger.ts';
import type { Topic } from '../core/topic.ts';
import { toArticle } from './articles.ts';
import { OUTLET_COLUMNS, outletOfRow } from './outlets.ts';
import { chunks, type Db } from './store.ts';
import { storyMembers } from './stories.ts';
import { topicLinksOf } from './topics.ts';

const DAY_MS = 86_400_000;
/** Only what a story is about links it to what went before, not every name it mentions. */
const MAIN_TOPICS = 8;
/** A topic in more stories than this ("United States") says nothing about what grew out of what. */
const MOST_STORIES_OF_A_TOPIC = 200;

export interface StoredBriefInput {
  readonly input: Omit<BriefInput, 'quotationBudget'>;
  /** Revision of the story that was read; the briefing is recorded against it. */
  readonly revision: number;
}

/** Everything that briefing a story reads, or null when there is no such story. */
export async function loadBriefInput(db: Db, storyId: string): Promise<StoredBriefInput | null> {
  const story = await db.selectFrom('stories').selectAll().where('id', '=', storyId).executeTakeFirst();
  if (story === undefined) return null;
  const articles = await loadLedgerArticles(db, storyId);
  const topics = new Map<string, Topic>();
  const salience = new Map<string, number>();
  for (const { links } of articles) {
    for (const link of links) {
      topics.set(link.topic.id, link.topic);
      salience.set(link.topic.id, (salience.get(link.topic.id) ?? 0) + link.salience);
    }
  }
  const mainTopics = [...salience].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MAIN_TOPICS);
  return {
    revision: story.revision,
    input: {
      storyId,
      slug: story.slug,
      articles,
      topics: [...topics.values()],
      earlier: await earlierStories(
        db,
        storyId,
        story.firstAt,
        mainTopics.map(([id]) => id),
      ),
    },
  };
}

/** The articles of a story with their annotations, outlets and topics, ordered by article id. */
export async function loadLedgerArticles(db: Db, storyId: string): Promise<LedgerArticle[]> {
  const members = await storyMembers(db, storyId);
  const memberOf = new Map(members.map((member) => [member.articleId, member]));
  const ids = members.map((member) => member.articleId);
  const links = await topicLinksOf(db, ids);
  const articles: LedgerArticle[] = [];
  for (const chunk of chunks(ids, 200)) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('annotations', 'annotations.articleId', 'articles.id')
      .innerJoin('outlets', 'outlets.id', 'articles.outletId')
      .selectAll('articles')
      .select('annotations.body')
      .select(OUTLET_COLUMNS)
      .where('articles.id', 'in', chunk)
      .orderBy('articles.id')
      .execute();
    for (const row of rows) {
      const member = memberOf.get(row.id);
      articles.push({
        article: toArticle(row),
        annotation: namesOnly(JSON.parse(row.body) as Annotation),
        outlet: outletOfRow(row),
        links: links.get(row.id) ?? [],
        copyOf: member?.copyOf ?? null,
        copyKind: member?.copyKind ?? null,
      });
    }
  }
  return articles;
}

/** Stories that ended before this one began and share at least two of its topics, nearest first. */
async function earlierStories(
  db: Db,
  storyId: string,
  firstAt: number,
  topicIds: readonly string[],
): Promise<EarlierStory[]> {
  if (topicIds.length < 2) return [];
  const shared = new Map<string, number>();
  for (const topicId of topicIds) {
    const rows = await db
      .selectFrom('articleTopics')
      .innerJoin('storyArticles', 'storyArticles.articleId', 'articleTopics.articleId')
      .innerJoin('stories', 'stories.id', 'storyArticles.storyId')
      .select('stories.id')
      .distinct()
      .where('articleTopics.topicId', '=', topicId)
      .where('articleTopics.salience', '>=', 0.05)
      .where('stories.id', '!=', storyId)
      .where('stories.lastAt', '<', firstAt)
      .where('stories.lastAt', '>=', firstAt - 365 * DAY_MS)
      .limit(MOST_STORIES_OF_A_TOPIC + 1)
      .execute();
    if (rows.length > MOST_STORIES_OF_A_TOPIC) continue;
    for (const { id } of rows) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const ids = [...shared].filter(([, count]) => count >= 2).map(([id]) => id);
  if (ids.length === 0) return [];
  const stories = await db
    .selectFrom('stories')
    .select(['id', 'slug', 'foundingTitle as headline', 'lastAt'])
    .where('id', 'in', ids.slice(0, 1000))
    .execute();
  return stories
    .map((story) => ({ ...story, sharedTopics: shared.get(story.id) ?? 0 }))
    .sort((a, b) => b.sharedTopics - a.sharedTopics || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1))
    .slice(0, 12);
}
