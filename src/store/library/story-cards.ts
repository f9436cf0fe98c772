import type { Briefing } from '../../core/briefing.ts';
import { independentArticles } from '../../core/independent.ts';
import type { StoryCard } from '../../core/library.ts';
import type { Section } from '../../core/section.ts';
import type { RankFactors } from '../../core/standing.ts';
import type { StoryLife } from '../../core/story.ts';
import { chunks, type Db } from '../store.ts';

interface CardBase {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly articleCount: number;
  readonly independentOutlets: number;
  readonly countries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly section: string | null;
  readonly recurring: number;
  readonly place: number | null;
  /** RankFactors as JSON. */
  readonly factors: string | null;
  readonly life: StoryLife;
}

const CARD_COLUMNS = [
  'id',
  'slug',
  'title',
  'articleCount',
  'independentOutlets',
  'countries',
  'firstAt',
  'lastAt',
  'section',
  'recurring',
  'place',
  'factors',
  'life',
] as const;

/** Cards of these stories, in the order of the ids; a story without a briefing has no summary yet. */
export async function storyCards(db: Db, ids: readonly string[]): Promise<StoryCard[]> {
  const cards = new Map<string, StoryCard>();
  for (const chunk of chunks(ids, 300)) {
    const stories = await db.selectFrom('stories').select(CARD_COLUMNS).where('id', 'in', chunk).execute();
    const briefings = await currentBriefings(db, chunk);
    const outlets = await outletNames(db, chunk);
    for (const story of stories) {
      cards.set(story.id, toCard(story, briefings.get(story.id), outlets.get(story.id) ?? []));
    }
  }
  return ids.flatMap((id) => cards.get(id) ?? []);
}

function toCard(
  story: CardBase,
  current: { briefing: Briefing; version: number } | undefined,
  names: readonly string[],
): StoryCard {
  return {
    id: story.id,
    slug: story.slug,
    headline: story.title,
    summary: current?.briefing.sections.whatHappened[0]?.text ?? null,
    articleCount: story.articleCount,
    independentOutlets: story.independentOutlets,
    countries: story.countries,
    outletNames: names,
    topics: (current?.briefing.sections.topics ?? []).map(({ slug, title }) => ({ slug, title })),
    firstAt: story.firstAt,
    lastAt: story.lastAt,
    life: story.life,
    version: current?.version ?? 0,
    section: story.section as Section | null,
    recurring: story.recurring === 1,
    standing:
      story.factors === null
        ? null
        : { place: story.place, factors: JSON.parse(story.factors) as RankFactors },
  };
}

async function currentBriefings(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { briefing: Briefing; version: number }>> {
  const rows = await db
    .selectFrom('briefings')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('briefings')
          .select((inner) => ['storyId', inner.fn.max('version').as('version')])
          .where('storyId', 'in', ids)
          .groupBy('storyId')
          .as('newest'),
      (join) =>
        join
          .onRef('newest.storyId', '=', 'briefings.storyId')
          .onRef('newest.version', '=', 'briefings.version'),
    )
    .select(['briefings.storyId', 'briefings.version', 'briefings.body'])
    .execute();
  return new Map(
    rows.map((row) => [row.storyId, { briefing: JSON.parse(row.body) as Briefing, version: row.version }]),
  );
}

/** Names of the outlets of each story that have a text of their own, by who was first. */
async function outletNames(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .select(['articles.id', 'articles.publishedAt', 'outlets.name'])
    .select(['storyArticles.storyId', 'storyArticles.copyOf'])
    .where('storyArticles.storyId', 'in', ids)
    .orderBy('articles.publishedAt')
    .orderBy('articles.id')
    .execute();
  const names = new Map<string, string[]>();
  for (const [storyId, members] of Map.groupBy(rows, (row) => row.storyId)) {
    const independent = independentArticles(members);
    const own = members.filter((member) => independent.has(member.id));
    names.set(storyId, [...new Set(own.map((member) => member.name))]);
  }
  return names;
}
