import type { ClusterOutput } from '../../cluster/cluster-decisions.ts';
import { type Annotation, namesOnly } from '../../core/annotation.ts';
import type { Fingerprint } from '../../core/story.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import { readRows } from './read-data.ts';
import { bCubed } from './scores.ts';

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

/** B³ of clustering on each set, through the same functions as the pipeline's, with one configuration. */
export async function evalStories(pool: ApplyPool): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const set of SETS) {
    const rows = readRows<GoldRow>(`stories/${set}.jsonl.gz`);
    const articles = rows.flatMap((row) =>
      (row.articles ?? [row]).map((article) => ({ article, gold: row.story_id })),
    );
    const fingerprints = await Promise.all(articles.map(({ article }) => fingerprint(pool, article)));
    const input = {
      pending: fingerprints,
      stories: [],
      signatures: { rows: [], bytes: new Uint8Array() },
      documentFrequencies: [],
      documents: 0,
    };
    const clustered = await pool.apply('cluster', input);
    if (!clustered.ok) throw new Error(clustered.error.message);
    const { assignments } = clustered.value as ClusterOutput;
    const storyOf = new Map(assignments.map((item) => [item.articleId, item.storyId]));
    const score = bCubed(
      articles.map(({ article, gold }) => ({
        gold,
        predicted: storyOf.get(article.id) ?? `missing ${article.id}`,
      })),
    );
    figures[`${set}.b3_precision`] = score.precision;
    figures[`${set}.b3_recall`] = score.recall;
    figures[`${set}.b3_f1`] = score.f1;
  }
  return figures;
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
