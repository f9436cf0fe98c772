import { sql } from 'kysely';
import type { MentionType } from '../core/annotation.ts';
import { isBetterSpelling } from '../core/better-spelling.ts';
import type { NamedTopic, Topic, TopicLink, TopicPicture } from '../core/topic.ts';
import type { TopicRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

export interface TopicAlias {
  readonly key: string;
  /** How much this name speaks for the topic, before it is set against the other topics of the same name. */
  readonly weight: number;
}

export interface NewTopic {
  readonly topic: Topic;
  readonly aliases: readonly TopicAlias[];
}

export function toTopic(row: TopicRow): Topic {
  return {
    ...row,
    type: row.type as MentionType,
    origin: row.origin as Topic['origin'],
    picture: row.picture === null ? null : (JSON.parse(row.picture) as TopicPicture),
  };
}

function toRow(topic: Topic): TopicRow {
  return { ...topic, picture: topic.picture === null ? null : JSON.stringify(topic.picture) };
}

/** A slug is a topic's address for life: one that is taken gets the topic's id behind it. */
async function settleSlugs(db: Db, topics: readonly Topic[]): Promise<Topic[]> {
  const ids = topics.map((topic) => topic.id);
  const slugs = topics.map((topic) => topic.slug);
  const known = await db
    .selectFrom('topics')
    .select(['id', 'slug'])
    .where((eb) => eb.or([eb('id', 'in', ids), eb('slug', 'in', slugs)]))
    .execute();
  const slugOf = new Map(known.map((row) => [row.id, row.slug]));
  const owner = new Map(known.map((row) => [row.slug, row.id]));
  return topics.map((topic) => {
    const kept = slugOf.get(topic.id);
    if (kept !== undefined) return { ...topic, slug: kept };
    const taken = owner.has(topic.slug) && owner.get(topic.slug) !== topic.id;
    const slug = taken ? `${topic.slug}-${topic.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` : topic.slug;
    owner.set(slug, topic.id);
    return { ...topic, slug };
  });
}

/**
 * Source, licence, day and revision go with the text they speak of: the paragraph, or without one the line. So they change together with
 * that text or not at all.
 */
function sourceOfText() {
  const column = (name: 'source' | 'licence' | 'as_of' | 'revision') =>
    sql<string | null>`case
      when excluded.extract is not null then ${sql.ref(`excluded.${name}`)}
      when topics.extract is not null or excluded.description is null then ${sql.ref(`topics.${name}`)}
      else ${sql.ref(`excluded.${name}`)} end`;
  return {
    source: column('source'),
    licence: column('licence'),
    asOf: column('as_of'),
    revision: column('revision'),
  };
}

/** Adds topics or renews what is known of them. Their slugs never change. */
export async function saveTopics(db: Db, rows: readonly NewTopic[]): Promise<void> {
  const unique = [...new Map(rows.map((row) => [row.topic.id, row])).values()];
  for (const chunk of chunks(unique, 400)) {
    const topics = await settleSlugs(
      db,
      chunk.map((row) => row.topic),
    );
    await db
      .insertInto('topics')
      .values(topics.map(toRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          type: eb.ref('excluded.type'),
          description: eb.fn.coalesce('excluded.description', 'topics.description'),
          extract: eb.fn.coalesce('excluded.extract', 'topics.extract'),
          wikipediaUrl: eb.fn.coalesce('excluded.wikipediaUrl', 'topics.wikipediaUrl'),
          imageUrl: eb.fn.coalesce('excluded.imageUrl', 'topics.imageUrl'),
          ...sourceOfText(),
        })),
      )
      .execute();
    await saveAliases(db, chunk);
  }
}

async function saveAliases(db: Db, rows: readonly NewTopic[]): Promise<void> {
  const aliases = new Map<string, { key: string; topicId: string; weight: number }>();
  for (const { topic, aliases: names } of rows) {
    for (const { key, weight } of names) {
      if (key === '') continue;
      const identity = `${key} ${topic.id}`;
      const known = aliases.get(identity);
      if (known === undefined || known.weight < weight)
        aliases.set(identity, { key, topicId: topic.id, weight });
    }
  }
  for (const chunk of chunks([...aliases.values()], 2000)) {
    await db
      .insertInto('topicAliases')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict.columns(['key', 'topicId']).doUpdateSet((eb) => ({ weight: eb.ref('excluded.weight') })),
      )
      .execute();
  }
}

/** Topics that a name may mean, by alias key; the priors of one key sum to 1. */
export async function namedTopics(db: Db, keys: readonly string[]): Promise<Map<string, NamedTopic[]>> {
  const candidates = new Map<string, NamedTopic[]>();
  for (const chunk of chunks([...new Set(keys)], 1000)) {
    const rows = await db
      .selectFrom('topicAliases')
      .innerJoin('topics', 'topics.id', 'topicAliases.topicId')
      .selectAll('topics')
      .select(['topicAliases.key', 'topicAliases.weight'])
      .where('topicAliases.key', 'in', chunk)
      .where('topics.origin', '=', 'base')
      .orderBy('topics.id')
      .execute();
    for (const { key, weight, ...row } of rows) {
      const list = candidates.get(key) ?? [];
      list.push({ topic: toTopic(row), weight, prior: 0 });
      candidates.set(key, list);
    }
  }
  for (const [key, list] of candidates) {
    const total = list.reduce((sum, candidate) => sum + candidate.weight, 0);
    candidates.set(
      key,
      list.map((candidate) => ({
        ...candidate,
        prior: total > 0 ? candidate.weight / total : 1 / list.length,
      })),
    );
  }
  return candidates;
}

/**
 * Adds topics that only articles know. Articles spell a name differently ("Kim Jong-un", "Kim Jong Un") and come in any
 * order: the spelling that stays does not depend on it. The upsert locks the row before its title is compared.
 */
async function saveLocalTopics(db: Db, topics: readonly Topic[]): Promise<void> {
  const unique = [...new Map(topics.map((topic) => [topic.id, topic])).values()];
  // One order for everybody, so that two transactions never wait for each other.
  const sorted = unique.sort((a, b) => (a.id < b.id ? -1 : 1));
  const titles = new Map(sorted.map((topic) => [topic.id, topic.title]));
  for (const chunk of chunks(sorted, 400)) {
    const stored = await db
      .insertInto('topics')
      .values(chunk.map(toRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({ origin: eb.ref('topics.origin') })),
      )
      .returning(['id', 'title'])
      .execute();
    for (const { id, title } of stored) {
      const offered = titles.get(id) ?? title;
      if (!isBetterSpelling(offered, title)) continue;
      await db.updateTable('topics').set({ title: offered }).where('id', '=', id).execute();
    }
  }
}

/** Replaces what the entities of an article were taken to mean; topics only the articles know are added. */
export async function saveTopicLinks(db: Db, articleId: string, links: readonly TopicLink[]): Promise<void> {
  const local = links.map((link) => link.topic).filter((topic) => topic.origin === 'articles');
  await saveLocalTopics(db, local);
  await db.deleteFrom('articleTopics').where('articleId', '=', articleId).execute();
  const rows = links.map((link) => ({
    articleId,
    entity: link.entity,
    topicId: link.topic.id,
    score: link.score,
    salience: link.salience,
  }));
  for (const chunk of chunks(rows, 1000)) {
    await db
      .insertInto('articleTopics')
      .values([...chunk])
      .execute();
  }
}

/** What the entities of these articles mean, by article id. */
export async function topicLinksOf(db: Db, articleIds: readonly string[]): Promise<Map<string, TopicLink[]>> {
  const links = new Map<string, TopicLink[]>();
  for (const chunk of chunks(articleIds, 500)) {
    const rows = await db
      .selectFrom('articleTopics')
      .innerJoin('topics', 'topics.id', 'articleTopics.topicId')
      .selectAll('topics')
      .select([
        'articleTopics.articleId',
        'articleTopics.entity',
        'articleTopics.score',
        'articleTopics.salience',
      ])
      .where('articleTopics.articleId', 'in', chunk)
      .orderBy('articleTopics.articleId')
      .orderBy('articleTopics.entity')
      .execute();
    for (const { articleId, entity, score, salience, ...topic } of rows) {
      const list = links.get(articleId) ?? [];
      list.push({ entity, score, salience, topic: toTopic(topic) });
      links.set(articleId, list);
    }
  }
  return links;
}
