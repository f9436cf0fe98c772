import { type Kysely, sql } from 'kysely';
import type { Dialect, DialectKind } from '../dialect/dialect.ts';

type ColumnKinds = { blob: 'bytea' | 'blob'; float: 'double precision' | 'real' };

const KINDS: Record<DialectKind, ColumnKinds> = {
  sqlite: { blob: 'blob', float: 'real' },
  postgres: { blob: 'bytea', float: 'double precision' },
};

async function createIntake(db: Kysely<unknown>, kind: DialectKind): Promise<void> {
  const schema = db.schema;
  await schema
    .createTable('outlets')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('home_url', 'text')
    .addColumn('country', 'text')
    .addColumn('language', 'text')
    .addColumn('kind', 'text')
    .addColumn('owner', 'text')
    .execute();
  await schema
    .createTable('feeds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('outlet_id', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('url', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('next_poll_at', 'bigint', (c) => c.notNull())
    .addColumn('last_polled_at', 'bigint')
    .addColumn('last_status', 'integer')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_error', 'text')
    .execute();
  await schema
    .createTable('rounds')
    .addColumn('id', kind === 'sqlite' ? 'integer' : 'serial', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await schema
    .createTable('entries')
    .addColumn('article_id', 'text', (c) => c.primaryKey())
    .addColumn('feed_id', 'text')
    .addColumn('outlet_id', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('item', 'text')
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('pages')
    .addColumn('article_id', 'text', (c) => c.primaryKey())
    .addColumn('final_url', 'text', (c) => c.notNull())
    .addColumn('html', KINDS[kind].blob)
    .addColumn('failure_code', 'text')
    .addColumn('fetched_at', 'bigint', (c) => c.notNull())
    .execute();
}

async function createArticles(db: Kysely<unknown>, kind: DialectKind): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('articles')
    .addColumn('seq', kind === 'sqlite' ? 'integer' : 'serial', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('external_id', 'text')
    .addColumn('url', 'text', (c) => c.notNull().unique())
    .addColumn('outlet_id', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('words', 'integer', (c) => c.notNull())
    .addColumn('byline', 'text')
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .addColumn('date_precision', 'text', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('image_url', 'text')
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('truncated', 'integer', (c) => c.notNull())
    .addColumn('warnings', 'text', (c) => c.notNull())
    .addColumn('metadata', 'text')
    .execute();
  await schema.createIndex('articles_published').on('articles').column('published_at').execute();
  await schema.createIndex('articles_outlet').on('articles').columns(['outlet_id', 'published_at']).execute();
  await schema
    .createTable('annotations')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('fingerprints')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('fingerprints_published').on('fingerprints').column('published_at').execute();
}

async function createTopics(db: Kysely<unknown>, kind: DialectKind): Promise<void> {
  const { schema } = db;
  const { float } = KINDS[kind];
  await schema
    .createTable('topics')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('qid', 'text')
    .addColumn('description', 'text')
    .addColumn('extract', 'text')
    .addColumn('wikipedia_url', 'text')
    .addColumn('image_url', 'text')
    .addColumn('source', 'text')
    .addColumn('licence', 'text')
    .addColumn('as_of', 'text')
    .addColumn('origin', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('topic_aliases')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topics.id').onDelete('cascade'))
    .addColumn('weight', sql.raw(float), (c) => c.notNull())
    .addPrimaryKeyConstraint('topic_aliases_key', ['key', 'topic_id'])
    .execute();
  await schema
    .createTable('article_topics')
    .addColumn('article_id', 'text', (c) => c.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('entity', 'integer', (c) => c.notNull())
    .addColumn('topic_id', 'text', (c) => c.notNull().references('topics.id'))
    .addColumn('score', sql.raw(float), (c) => c.notNull())
    .addColumn('salience', sql.raw(float), (c) => c.notNull())
    .addPrimaryKeyConstraint('article_topics_key', ['article_id', 'entity'])
    .execute();
  await schema.createIndex('article_topics_topic').on('article_topics').column('topic_id').execute();
}

async function createStories(db: Kysely<unknown>, kind: DialectKind): Promise<void> {
  const { schema } = db;
  const float = sql.raw<string>(KINDS[kind].float);
  await schema
    .createTable('stories')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('founding_title', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('article_count', 'integer', (c) => c.notNull())
    .addColumn('independent_outlets', 'integer', (c) => c.notNull())
    .addColumn('countries', 'integer', (c) => c.notNull())
    .addColumn('rank', float, (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('briefed_revision', 'integer', (c) => c.notNull())
    .addColumn('briefed_by', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('stories_last').on('stories').column('last_at').execute();
  await schema.createIndex('stories_rank').on('stories').columns(['rank', 'last_at']).execute();
  await schema
    .createTable('story_articles')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('articles.id').onDelete('cascade'))
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
    .addColumn('copy_of', 'text')
    .addColumn('copy_kind', 'text')
    .addColumn('copy_similarity', float)
    .addColumn('score', float, (c) => c.notNull())
    .execute();
  await schema.createIndex('story_articles_story').on('story_articles').column('story_id').execute();
  await schema
    .createTable('story_redirects')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
    .execute();
  await schema
    .createTable('cluster_terms')
    .addColumn('term', 'text', (c) => c.primaryKey())
    .addColumn('documents', 'integer', (c) => c.notNull())
    .execute();
}

async function createBriefings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('briefings')
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('briefings_key', ['story_id', 'version'])
    .execute();
  await schema
    .createTable('questions')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
}

async function createPipelineTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('stage_runs')
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('code', 'text')
    .addColumn('message', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('stage_runs_key', ['stage', 'key'])
    .execute();
  await schema
    .createTable('jobs')
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('claim', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('jobs_key', ['stage', 'key'])
    .execute();
  await schema.createIndex('jobs_due').on('jobs').columns(['stage', 'due_at']).execute();
  await schema
    .createTable('robots')
    .addColumn('origin', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text')
    .addColumn('fetched_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('settings')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}

/** Every table of the first release. */
export async function initial(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { kind } = dialect;
  await createIntake(db, kind);
  await createArticles(db, kind);
  await dialect.createSearchIndex(db);
  await createTopics(db, kind);
  await createStories(db, kind);
  await createBriefings(db);
  await createPipelineTables(db);
}
