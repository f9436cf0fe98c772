import { type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../../core/library.ts';

/** The conditions on rows of `articles` by which a search is narrowed, in SQL that all databases read; none when it is not. */
export function searchFilters({
  outletId,
  topicSlug,
  section,
  from,
  to,
}: SearchQuery): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  if (outletId !== null) filters.push(sql`articles.outlet_id = ${outletId}`);
  if (from !== null) filters.push(sql`articles.published_at >= ${from}`);
  if (to !== null) filters.push(sql`articles.published_at < ${to}`);
  if (typeof topicSlug === 'string')
    filters.push(sql`articles.id in (select article_topics.article_id from article_topics
      join topics on topics.id = article_topics.topic_id where topics.slug = ${topicSlug})`);
  if (typeof section === 'string')
    filters.push(sql`articles.id in (select story_articles.article_id from story_articles
      join stories on stories.id = story_articles.story_id where stories.section = ${section})`);
  return filters;
}
