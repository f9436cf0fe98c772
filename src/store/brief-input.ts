import { type Annotation, namesOnly, type Tone } from '../core/annotation.ts';
import type { BriefInput, LedgerArticle } from '../core/ledger.ts';
import type { CopyKind } from '../core/story.ts';
import type { Topic } from '../core/topic.ts';
import { toArticle } from './articles.ts';
import { storyChain } from './earlier-stories.ts';
import { OUTLET_COLUMNS, outletOfRow } from './outlets.ts';
import { chunks, type Db } from './store.ts';
import { type StoryMember, storyMembers } from './stories.ts';
import { topicLinksOf } from './topics.ts';

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
  for (const { links } of articles) {
    for (const { topic } of links) topics.set(topic.id, topic);
  }
  return {
    revision: story.revision,
    input: {
      storyId,
      slug: story.slug,
      articles,
      topics: [...topics.values()],
      earlier: await storyChain(db, storyId),
    },
  };
}

/** The articles of a story with their annotations, outlets and topics, ordered by article id. */
export async function loadLedgerArticles(db: Db, storyId: string): Promise<LedgerArticle[]> {
  return await articlesOfMembers(db, await storyMembers(db, storyId));
}

/** These articles likewise, in the order of their ids; unknown ids are left out. */
export async function articlesOfIds(db: Db, ids: readonly string[]): Promise<LedgerArticle[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('storyArticles')
    .select(['articleId', 'copyOf', 'copyKind'])
    .where('articleId', 'in', ids)
    .orderBy('articleId')
    .execute();
  return await articlesOfMembers(
    db,
    rows.map((row) => ({ ...row, copyKind: row.copyKind as CopyKind | null })),
  );
}

async function articlesOfMembers(db: Db, members: readonly StoryMember[]): Promise<LedgerArticle[]> {
  const memberOf = new Map(members.map((member) => [member.articleId, member]));
  const ids = members.map((member) => member.articleId);
  const links = await topicLinksOf(db, ids);
  const articles: LedgerArticle[] = [];
  for (const chunk of chunks(ids, 200)) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('annotations', 'annotations.articleId', 'articles.id')
      .innerJoin('outlets', 'outlets.id', 'articles.outletId')
      .leftJoin('articleTones', 'articleTones.articleId', 'articles.id')
      .selectAll('articles')
      .select(['annotations.body', 'articleTones.body as refinedTone'])
      .select(OUTLET_COLUMNS)
      .where('articles.id', 'in', chunk)
      .orderBy('articles.id')
      .execute();
    for (const row of rows) {
      const member = memberOf.get(row.id);
      articles.push({
        article: toArticle(row),
        annotation: namesOnly(withTone(JSON.parse(row.body) as Annotation, row.refinedTone)),
        outlet: outletOfRow(row),
        links: links.get(row.id) ?? [],
        copyOf: member?.copyOf ?? null,
        copyKind: member?.copyKind ?? null,
      });
    }
  }
  return articles;
}

function withTone(annotation: Annotation, refined: string | null): Annotation {
  return refined === null ? annotation : { ...annotation, tone: JSON.parse(refined) as Tone[] };
}
