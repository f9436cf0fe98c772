import type { ClusterOutput } from '../../cluster/cluster-decisions.ts';
import { NOTHING_STORED, type PackedBatch } from '../../cluster/packed-input.ts';
import { DAY_MS } from '../../cluster/settings.ts';
import { type Annotation, namesOnly } from '../../core/annotation.ts';
import type { Fingerprint, StoryAssignment } from '../../core/story.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { createBackground } from '../../pipeline/appliers.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { knownOutlets } from '../catalogue.ts';
import { emit } from '../output.ts';
import { clusterRounds } from './cluster-rounds.ts';
import { readRows } from './read-data.ts';
import { bCubed, type Clustered, pairScore } from './scores.ts';
import { errorLines, storyErrors, type Told } from './story-errors.ts';

interface GoldArticle {
  readonly id: string;
  readonly url?: string | null;
  readonly title: string;
  readonly text: string;
  readonly date?: string | null;
  readonly story_id?: string;
}

type GoldRow = GoldArticle & { readonly story_id: string; readonly articles?: readonly GoldArticle[] };

const SETS = ['allsides-dev', 'ecbplus-dev', 'basil-dev'] as const;

/** Errors that are told when no number is given. */
const ERRORS_TOLD = 50;

interface Assigned extends Told {
  readonly publishedAt: number;
}

/**
 * B³, pairs and adjusted Rand index of clustering on each set, through the same functions as the pipeline's, with one
 * configuration. Settings are chosen on the earlier half of allsides-dev's stories: its later half is the figure that
 * speaks of news not seen, and its errors are never told.
 *
 * @param errors tell the worst errors, so many of them, instead of none
 */
export async function evalStories(
  pool: ApplyPool,
  { errors = false }: { readonly errors?: boolean | string } = {},
): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const looked: (readonly [set: string, items: readonly Assigned[]])[] = [];
  for (const set of SETS) {
    const articles = await readArticles(pool, set);
    const assigned = await assign(pool, articles);
    record(figures, set, assigned);
    record(figures, `${set}.in-rounds`, assignInRounds(articles));
    const isTimed = set === 'allsides-dev';
    const [first, second] = isTimed ? halvesByTime(assigned) : [assigned, []];
    looked.push([set, first]);
    if (!isTimed) continue;
    record(figures, `${set}.first-half`, first);
    record(figures, `${set}.second-half`, second);
  }
  if (errors !== false) await tellErrors(looked, errors === true ? ERRORS_TOLD : Number(errors));
  return figures;
}

async function tellErrors(
  sets: readonly (readonly [set: string, items: readonly Assigned[]])[],
  count: number,
): Promise<void> {
  const errors = sets
    .flatMap(([set, items]) => storyErrors(items).map((error) => ({ set, error })))
    .sort((a, b) => b.error.cost - a.error.cost);
  for (const { set, error } of errors.slice(0, count))
    for (const line of errorLines(set, error)) await emit(line);
}

interface GoldPrint {
  readonly gold: string;
  readonly title: string;
  readonly fingerprint: Fingerprint;
}

async function readArticles(pool: ApplyPool, set: string): Promise<GoldPrint[]> {
  const rows = readRows<GoldRow>(`stories/${set}.jsonl.gz`);
  const articles = rows.flatMap((row) =>
    (row.articles ?? [row]).map((article) => ({ article, gold: row.story_id })),
  );
  return await Promise.all(
    articles.map(async ({ article, gold }) => ({
      gold,
      title: article.title,
      fingerprint: await fingerprint(pool, article),
    })),
  );
}

/** All articles as one import. */
async function assign(pool: ApplyPool, articles: readonly GoldPrint[]): Promise<Assigned[]> {
  const pending = articles.map((article) => article.fingerprint);
  const input: PackedBatch = { ...NOTHING_STORED, pending, outlets: [...knownOutlets().values()] };
  const clustered = await pool.apply('cluster', input);
  if (!clustered.ok) throw new Error(clustered.error.message);
  const { assignments } = clustered.value as ClusterOutput;
  return assignedBy(articles, new Map(assignments.map((item) => [item.articleId, item])));
}

/** A set without dates comes in rounds of this many articles. */
const UNDATED_ROUND = 20;

/** As a running installation sees them: a day at a time, each round put right before the next. */
function assignInRounds(articles: readonly GoldPrint[]): Assigned[] {
  const prints = articles
    .map((article) => article.fingerprint)
    .sort((a, b) => a.publishedAt - b.publishedAt || (a.articleId < b.articleId ? -1 : 1));
  const rounds = Map.groupBy(prints.entries(), ([i, { publishedAt }]) =>
    publishedAt === 0 ? -1 - Math.floor(i / UNDATED_ROUND) : Math.floor(publishedAt / DAY_MS),
  );
  const archive = clusterRounds(
    [...rounds.values()].map((round) => round.map(([, print]) => print)),
    { background: createBackground() },
    [...knownOutlets().values()],
  );
  return assignedBy(articles, archive.assignments);
}

function assignedBy(
  articles: readonly GoldPrint[],
  assignments: ReadonlyMap<string, StoryAssignment>,
): Assigned[] {
  return articles.map(({ gold, title, fingerprint: { articleId, publishedAt } }) => ({
    articleId,
    title,
    gold,
    predicted: assignments.get(articleId)?.storyId ?? `missing ${articleId}`,
    publishedAt,
  }));
}

function record(figures: Record<string, number>, name: string, items: readonly Clustered[]): void {
  const { precision, recall, f1 } = bCubed(items);
  const pairs = pairScore(items);
  figures[`${name}.b3_precision`] = precision;
  figures[`${name}.b3_recall`] = recall;
  figures[`${name}.b3_f1`] = f1;
  figures[`${name}.pair_f1`] = pairs.f1;
  figures[`${name}.ari`] = pairs.ari;
}

/** The gold stories that begin before the median story, and the others, each with all its articles. */
export function halvesByTime<Item extends Clustered & { readonly publishedAt: number }>(
  items: readonly Item[],
): readonly [first: Item[], second: Item[]] {
  const begins = new Map<string, number>();
  for (const { gold, publishedAt } of items)
    begins.set(gold, Math.min(begins.get(gold) ?? publishedAt, publishedAt));
  const sorted = [...begins.values()].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const isFirst = ({ gold }: Item) => (begins.get(gold) ?? 0) < middle;
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

async function fingerprint(pool: ApplyPool, article: GoldArticle): Promise<Fingerprint> {
  const publishedAt = Date.parse(article.date ?? '') || 0;
  const { id, title, text } = article;
  const annotated = await pool.apply('annotate', {
    id,
    title,
    text,
    publishedAt,
    language: null,
    byline: null,
  });
  if (!annotated.ok) throw new Error(annotated.error.message);
  const annotation = annotated.value as Annotation;
  const printed = await pool.apply('fingerprint', {
    articleId: id,
    outletId: URL.canParse(article.url ?? '') ? outletIdOf(null, article.url ?? '') : 'unknown',
    title,
    text,
    publishedAt,
    language: annotation.language,
    byline: null,
    wireCredit: annotation.wireCredit,
    entities: namesOnly(annotation).entities,
  });
  if (!printed.ok) throw new Error(printed.error.message);
  return printed.value as Fingerprint;
}
