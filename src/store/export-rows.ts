import type { Briefing } from '../core/briefing.ts';
import type { StoryWriting } from '../core/story-writing.ts';
import { briefingOf } from './briefings.ts';
import type { ArticleRow, TopicRow } from './schema.ts';
import type { Store } from './store.ts';
import { writingOf } from './writings.ts';

const PAGE = 500;

export interface ExportedArticle extends Omit<ArticleRow, 'seq' | 'text'> {
  readonly outletName: string;
  readonly storyId: string | null;
  readonly copyOf: string | null;
  readonly copyKind: string | null;
  readonly copyReason: string | null;
}

/** Every article without its text, in the order of intake. */
export async function* exportArticles({ db }: Store): AsyncGenerator<ExportedArticle> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('outlets', 'outlets.id', 'articles.outletId')
      .leftJoin('storyArticles', 'storyArticles.articleId', 'articles.id')
      .selectAll('articles')
      .select(['outlets.name as outletName', 'storyArticles.storyId', 'storyArticles.copyOf'])
      .select(['storyArticles.copyKind', 'storyArticles.copyReason'])
      .where('articles.seq', '>', after)
      .orderBy('articles.seq')
      .limit(PAGE)
      .execute();
    for (const { text: _, seq, ...row } of rows) {
      after = seq;
      yield row;
    }
    if (rows.length < PAGE) return;
  }
}

export interface ExportedStory {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly articles: readonly {
    readonly id: string;
    readonly externalId: string | null;
    readonly url: string;
    readonly outletId: string;
    readonly outletName: string;
    readonly copyOf: string | null;
  }[];
  readonly version: number;
  readonly briefing: Briefing | null;
  readonly writing: StoryWriting | null;
}

/** Every story with its articles and current briefing, ordered by id. */
export async function* exportStories(store: Store): AsyncGenerator<ExportedStory> {
  const { db } = store;
  const stories = await db.selectFrom('stories').select(['id', 'slug', 'title']).orderBy('id').execute();
  for (const story of stories) {
    const articles = await db
      .selectFrom('storyArticles')
      .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
      .innerJoin('outlets', 'outlets.id', 'articles.outletId')
      .select([
        'articles.id',
        'articles.externalId',
        'articles.url',
        'articles.outletId',
        'outlets.name as outletName',
        'storyArticles.copyOf',
      ])
      .where('storyArticles.storyId', '=', story.id)
      .orderBy('articles.publishedAt')
      .orderBy('articles.id')
      .execute();
    const record = await briefingOf(db, story.id);
    const version = record?.version ?? 0;
    const writing = await writingOf(db, story.id, version);
    yield { ...story, articles, version, briefing: record?.briefing ?? null, writing };
  }
}

/** Every topic, ordered by id. */
export async function* exportTopics({ db }: Store): AsyncGenerator<TopicRow> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('topics')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      after = row.id;
      yield row;
    }
    if (rows.length < PAGE) return;
  }
}
