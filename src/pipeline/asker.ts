import PQueue from 'p-queue';
import type { AskInput, AskResult } from '../brief/ask/answer-question.ts';
import { readQuestion } from '../brief/ask/read-question.ts';
import type { Answer, AnswerStatement, AskedQuestion } from '../core/answer.ts';
import type { Briefing } from '../core/briefing.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import type { QuotationLimits } from '../core/quotation-limits.ts';
import type { Asker } from '../core/reader-services.ts';
import type { SourcePolicy } from '../core/source-policy.ts';
import { articlesOfIds, loadLedgerArticles } from '../store/brief-input.ts';
import { articlePassages } from '../store/library/article-cards.ts';
import { storyIdOfSlug } from '../store/library/story-pages.ts';
import { sitePolicy } from '../store/source-policy.ts';
import type { Store } from '../store/store.ts';
import { underSitePolicy } from './policy-input.ts';
import { createRecentAnswers } from './recent-answers.ts';

/** Articles that are read for one answer, the best by full-text search. */
const READ_ARTICLES = 40;
/** Questions that may wait; who comes after is asked to come again. */
const MAX_WAITING = 16;
const KEPT = 128;
/** Answers are worked out anew after this long, since articles come in. */
const KEPT_MS = 60_000;
/** Longest question that is read, UTF-16 code units. */
const MAX_QUESTION = 300;

export interface AskerParts {
  readonly store: Store;
  readonly now: () => number;
  readonly quotationBudget: QuotationLimits | null;
  /** The pure half, in this thread or another. */
  readonly answer: (input: AskInput) => Promise<AskResult>;
}

/** Answers questions one after the other; the same question within a minute is answered once. */
export function createAsker(parts: AskerParts): Asker {
  const turns = new PQueue({ concurrency: 1 });
  const recent = createRecentAnswers<Answer | null>(KEPT);
  return {
    async ask({ text, storySlug }) {
      const asked = { text: text.replace(/\s+/g, ' ').trim().slice(0, MAX_QUESTION), storySlug };
      const key = JSON.stringify([asked, Math.floor(parts.now() / KEPT_MS)]);
      const known = recent.get(key);
      if (known !== undefined) return await known;
      if (turns.size >= MAX_WAITING) return 'busy';
      return await recent.put(
        key,
        turns.add(() => answerFromStore(parts, asked)),
        () => true,
      );
    },
  };
}

async function candidates(
  { db, dialect }: Store,
  { text, storySlug }: AskedQuestion,
): Promise<LedgerArticle[] | null> {
  if (storySlug !== null) {
    const storyId = await storyIdOfSlug(db, storySlug);
    return storyId === null ? null : await loadLedgerArticles(db, storyId);
  }
  const words = (readQuestion(text)?.terms ?? []).map(({ word }) => word).join(' ');
  const range = { outletId: null, from: null, to: null, limit: READ_ARTICLES, offset: 0 };
  const hits = await dialect.searchArticles(db, { text: words, match: 'any', ...range });
  return await articlesOfIds(db, hits.ids);
}

function inputOf(
  asked: AskedQuestion,
  articles: readonly LedgerArticle[],
  policy: SourcePolicy,
  quotationBudget: QuotationLimits | null,
): AskInput {
  const base = { storyId: 'ask', slug: '', earlier: [], topics: [], quotationBudget };
  const input = underSitePolicy({ ...base, articles, question: asked.text }, policy);
  // A policy that leaves no article leaves nothing to answer from.
  const hidden = new Set(policy.hide);
  return { ...input, articles: input.articles.filter(({ outlet }) => !hidden.has(outlet.id)) };
}

async function answerFromStore(parts: AskerParts, asked: AskedQuestion): Promise<Answer | null> {
  const { db } = parts.store;
  const found = await candidates(parts.store, asked);
  if (found === null) return null;
  const input = inputOf(asked, found, await sitePolicy(db), parts.quotationBudget);
  const { statements, refusal } = await parts.answer(input);
  const cited = new Set(
    statements.flatMap(({ citations, support }) =>
      [...citations, ...support].map(({ articleId }) => articleId),
    ),
  );
  const articles = await articlePassages(db, [...cited]);
  const storyOf = new Map(articles.map(({ article }) => [article.id, article.storySlug]));
  const headlines = await headlinesOf(parts.store, [...storyOf.values()]);
  return {
    question: asked.text,
    refusal,
    articlesRead: input.articles.length,
    articles,
    statements: statements.map((statement): AnswerStatement => {
      const storySlug = storyOf.get(statement.citations[0].articleId) ?? null;
      return { statement, storySlug, storyHeadline: headlines.get(storySlug ?? '') ?? null };
    }),
  };
}

async function headlinesOf(
  { db }: Store,
  slugs: readonly (string | null)[],
): Promise<Map<string, Briefing['headline']>> {
  const wanted = slugs.filter((slug) => slug !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('stories').select(['slug', 'title']).where('slug', 'in', wanted).execute();
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}
