import type { Annotation } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';
import type { BriefedRevision, StoryRevision } from '../../pipeline/brief-revision.ts';
import { randomNumbers, shuffle } from './random.ts';
import { readRows } from './read-data.ts';
import { type Rouge, rouge } from './rouge.ts';

/** A story of the summary set: what three outlets open with, and what a person wrote from them. */
export interface SummaryRow {
  readonly id: string;
  readonly split: 'train' | 'val';
  readonly neutral_summary: string;
  readonly leads: readonly { readonly title: string; readonly lead: string }[];
}

/** Words of "What's happened" that are compared, as many as the human summaries have on average. */
const MAX_WORDS = 70;
/** So many stories of the larger part are drawn by seed; all of it would take six times as long. */
const SAMPLE = 400;
const SEED = 5;
/** The leads carry no date: every article is of this day, and days told from it are not compared. */
const PUBLISHED_AT = Date.UTC(2020, 0, 15);
const DAY_ADDED = / \[\d{1,2} \p{L}+\]/gu;

/** One lead as an article of an outlet of its own. */
async function leadArticle(
  pool: ApplyPool,
  { id, leads }: SummaryRow,
  position: number,
): Promise<LedgerArticle> {
  const { title = '', lead: text = '' } = leads[position] ?? {};
  const articleId = `${id}-${position}`;
  const outletId = `outlet-${position}.example`;
  const input = { id: articleId, title, text, publishedAt: PUBLISHED_AT, language: 'en', byline: null };
  const applied = await pool.apply('annotate', input);
  if (!applied.ok) throw new Error(applied.error.message);
  return {
    article: {
      ...input,
      externalId: null,
      url: `https://${outletId}/${articleId}`,
      outletId,
      datePrecision: 'day',
      imageUrl: null,
      origin: 'page',
      truncated: false,
      warnings: [],
    },
    annotation: applied.value as Annotation,
    outlet: {
      id: outletId,
      name: `Outlet ${position}`,
      homeUrl: null,
      country: null,
      language: 'en',
      kind: 'newspaper',
      owner: null,
    },
    links: [],
    copyOf: null,
    copyKind: null,
  };
}

/** "What's happened" as it is compared: the words of the outlets, no more than the limit. */
function comparedText(statements: readonly { readonly text: string }[]): string {
  return statements
    .map(({ text }) => text.replace(DAY_ADDED, ''))
    .join(' ')
    .split(/\s+/)
    .slice(0, MAX_WORDS)
    .join(' ');
}

async function score(pool: ApplyPool, row: SummaryRow): Promise<Rouge> {
  const articles = await Promise.all(row.leads.map((_, position) => leadArticle(pool, row, position)));
  const input: StoryRevision = {
    storyId: row.id,
    slug: row.id,
    articles,
    earlier: [],
    topics: [],
    quotationBudget: null,
    revision: 1,
  };
  const briefed = await pool.apply('brief', input);
  if (!briefed.ok) throw new Error(briefed.error.message);
  const { sections } = (briefed.value as BriefedRevision).briefing;
  return rouge(row.neutral_summary, comparedText(sections.whatHappened));
}

/** Rows of a part in an order of chance that is the same everywhere, no more than the sample. */
function sampleOf(rows: readonly SummaryRow[], split: SummaryRow['split']): SummaryRow[] {
  const own = rows.filter((row) => row.split === split);
  return shuffle(own, randomNumbers(SEED)).slice(0, SAMPLE);
}

/**
 * ROUGE of "What's happened" made from three outlets' leads, against the neutral summary a person wrote of them: the
 * part that constants are tuned on, and the part that none is.
 */
export async function evalBriefing(pool: ApplyPool): Promise<Record<string, number>> {
  const rows = readRows<SummaryRow>('summaries/neus-dev.jsonl.gz');
  const figures: Record<string, number> = {};
  for (const split of ['train', 'val'] as const) {
    const scores = await Promise.all(sampleOf(rows, split).map((row) => score(pool, row)));
    const mean = (name: keyof Rouge): number =>
      scores.reduce((sum, one) => sum + one[name], 0) / Math.max(1, scores.length);
    for (const name of ['rouge1', 'rouge2', 'rougeL'] as const) figures[`${split}.${name}`] = mean(name);
  }
  return figures;
}
