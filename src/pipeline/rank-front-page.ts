import { frontOrder } from '../cluster/ranking/front-order.ts';
import { type RankInput, type StoryRank, storyRank } from '../cluster/ranking/story-rank.ts';
import { sharedFigures } from '../cluster/ranking/story-weight.ts';
import { repeatedItems } from '../cluster/recurring/title-skeleton.ts';
import { storySection } from '../cluster/sections/story-section.ts';
import { independentArticles } from '../core/independent.ts';
import type { FigureEntry } from '../core/ledger.ts';
import {
  figuresOfStories,
  markRepeated,
  type RankedStory,
  type StandingArticle,
  type StandingStory,
  saveOlderSections,
  saveStandings,
  standingStories,
  unfiledStories,
} from '../store/standings.ts';
import { newsTime, type World } from './world.ts';

/** Stories quieter than this leave the ranking and are listed by date. */
const RANKED_MS = 14 * 86_400_000;

/** Older stories that are filed in one transaction: bounds memory. */
const FILED_AT_ONCE = 500;

/** A story with what it is made of: reports, without what recurs. */
interface Candidate {
  readonly story: StandingStory;
  readonly reports: readonly StandingArticle[];
  readonly independent: readonly StandingArticle[];
}

/** Orders the front page and finds the section of each story. */
export async function rankStories(world: World): Promise<void> {
  const { db } = world.store;
  const now = await newsTime(world);
  const stories = await standingStories(db, now - RANKED_MS);
  const repeated = repeatedArticles(stories);
  const candidates = stories.map((story) => candidateOf(story, repeated));
  // One outlet's figures are nobody else's: they weigh nothing, and need not be read.
  const shared = candidates.filter(({ independent }) => independent.length > 1);
  const figures = await figuresOfStories(
    db,
    shared.map(({ story }) => story.id),
  );
  const ranks = new Map(
    candidates.map((candidate) => [
      candidate.story.id,
      storyRank(rankInput(candidate, figures.get(candidate.story.id) ?? [], now)),
    ]),
  );
  const ranked = placed(candidates, ranks);
  await db.transaction().execute(async (transaction) => {
    await markRepeated(transaction, [...repeated]);
    await saveStandings(transaction, ranked);
  });
  await fileOlderStories(world, now - RANKED_MS);
}

/** Stories that were too old to be ranked when they came are not on the front page, but in a section all the same. */
async function fileOlderStories({ store: { db } }: World, before: number): Promise<void> {
  for (;;) {
    const stories = await unfiledStories(db, before, FILED_AT_ONCE);
    if (stories.length === 0) return;
    const filed = stories.map((story) => ({
      id: story.id,
      section: storySection(candidateOf(story, new Set()).independent),
    }));
    await db.transaction().execute((transaction) => saveOlderSections(transaction, filed));
  }
}

function repeatedArticles(stories: readonly StandingStory[]): ReadonlySet<string> {
  return repeatedItems(
    stories.flatMap(({ articles }) =>
      articles.flatMap(({ skeleton, ...article }) => (skeleton === null ? [] : [{ ...article, skeleton }])),
    ),
  );
}

function candidateOf(story: StandingStory, repeated: ReadonlySet<string>): Candidate {
  const reports = story.articles.filter(
    ({ articleId, recurring }) => recurring === null && !repeated.has(articleId),
  );
  const own = independentArticles(story.articles.map((article) => ({ ...article, id: article.articleId })));
  return { story, reports, independent: reports.filter(({ articleId }) => own.has(articleId)) };
}

function rankInput(
  { story, reports, independent }: Candidate,
  figures: readonly FigureEntry[],
  now: number,
): RankInput {
  const articleTimes = reports.map(({ publishedAt }) => publishedAt);
  const lastAt = articleTimes.length === 0 ? story.lastAt : Math.max(...articleTimes);
  return { independent, articleTimes, lastAt, figures: sharedFigures(figures), now };
}

function placed(candidates: readonly Candidate[], ranks: ReadonlyMap<string, StoryRank>): RankedStory[] {
  const contenders = candidates
    .filter(({ reports }) => reports.length > 0)
    .map(({ story: { id, lastAt, names } }) => ({ id, lastAt, names, score: ranks.get(id)?.score ?? 0 }));
  const places = new Map(frontOrder(contenders).map((place) => [place.id, place]));
  return candidates.flatMap(({ story, reports, independent }): RankedStory[] => {
    const rank = ranks.get(story.id);
    if (rank === undefined) return [];
    const place = places.get(story.id);
    const { kinAbove = 0, heldBack = false } = place ?? {};
    return [
      {
        id: story.id,
        score: rank.score,
        place: place?.place ?? null,
        factors: { ...rank.factors, kinAbove, heldBack },
        section: storySection(independent),
        recurring: reports.length === 0,
      },
    ];
  });
}
