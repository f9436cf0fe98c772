import type { BriefingCard } from '../../core/briefing-card.ts';
import { independentArticles } from '../../core/independent.ts';
import type { StoryCard } from '../../core/library.ts';
import type { Section } from '../../core/section.ts';
import type { StoryLife } from '../../core/story.ts';
import { toStanding } from '../standings.ts';
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

/** What lists show of the newest version of a story. */
interface CurrentCard {
  readonly card: BriefingCard;
  readonly version: number;
}

/**
 * Cards of these stories, in the order of the ids; a story without a briefing has no summary yet. One that only
 * outlets tell which the site's policy hides has no card.
 */
export async function storyCards(db: Db, ids: readonly string[]): Promise<StoryCard[]> {
  const cards = new Map<string, StoryCard>();
  for (const chunk of chunks(ids, 300)) {
    const stories = await db.selectFrom('stories').select(CARD_COLUMNS).where('id', 'in', chunk).execute();
    const briefings = await currentCards(db, chunk);
    const outlets = await outletNames(db, chunk);
    for (const story of stories) {
      const current = briefings.get(story.id);
      const hidden = new Set(current?.card.underPolicy?.hide);
      const members = outlets.get(story.id) ?? [];
      const shown = members.filter(({ id }) => !hidden.has(id));
      if (shown.length > 0 || members.length === 0)
        cards.set(
          story.id,
          toCard(
            story,
            current,
            shown.map(({ name }) => name),
          ),
        );
    }
  }
  return ids.flatMap((id) => cards.get(id) ?? []);
}

function toCard(story: CardBase, current: CurrentCard | undefined, names: readonly string[]): StoryCard {
  return {
    id: story.id,
    slug: story.slug,
    headline: story.title,
    summary: current?.card.summary ?? null,
    ...countsOf(story, current?.card),
    outletNames: names,
    topics: current?.card.topics ?? [],
    firstAt: story.firstAt,
    lastAt: story.lastAt,
    life: story.life,
    version: current?.version ?? 0,
    section: story.section as Section | null,
    recurring: story.recurring === 1,
    standing: toStanding(story),
  };
}

/** As they are stored, or as the policy leaves them. */
function countsOf(
  { articleCount, independentOutlets, countries }: CardBase,
  card: BriefingCard | undefined,
): Pick<StoryCard, 'articleCount' | 'independentOutlets' | 'countries'> {
  if (card?.underPolicy === undefined) return { articleCount, independentOutlets, countries };
  const { underPolicy } = card;
  return {
    articleCount: underPolicy.articles,
    independentOutlets: underPolicy.independentOutlets,
    countries: underPolicy.countries,
  };
}

async function currentCards(db: Db, ids: readonly string[]): Promise<Map<string, CurrentCard>> {
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
    .select(['briefings.storyId', 'briefings.version', 'briefings.card'])
    .execute();
  return new Map(
    rows.flatMap(({ storyId, version, card }) =>
      card === null ? [] : [[storyId, { card: JSON.parse(card) as BriefingCard, version }] as const],
    ),
  );
}

/** Names of the outlets of each story: that have a text of their own, by who was first. */
async function outletNames(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await db
    .selectFrom('storyArticles')
    .innerJoin('articles', 'articles.id', 'storyArticles.articleId')
    .innerJoin('outlets', 'outlets.id', 'articles.outletId')
    .select(['articles.id', 'articles.publishedAt', 'articles.outletId', 'outlets.name'])
    .select(['storyArticles.storyId', 'storyArticles.copyOf'])
    .where('storyArticles.storyId', 'in', ids)
    .orderBy('articles.publishedAt')
    .orderBy('articles.id')
    .execute();
  const names = new Map<string, { id: string; name: string }[]>();
  for (const [storyId, members] of Map.groupBy(rows, (row) => row.storyId)) {
    const independent = independentArticles(members);
    const own = members.filter((member) => independent.has(member.id));
    const byId = new Map(own.map(({ outletId, name }) => [outletId, name]));
    names.set(
      storyId,
      [...byId].map(([id, name]) => ({ id, name })),
    );
  }
  return names;
}
