import { independentArticles } from '../../../core/independent.ts';
import type { Citation } from '../../../core/ledger.ts';
import type { ArticlePassages, StoryPage } from '../../../core/library.ts';
import type { Outlet } from '../../../core/outlet.ts';
import { outletSigla } from '../../format/sigla.ts';
import { citedPlaces } from '../../passages/cited.ts';
import { type Excerpt, storyExcerpts } from '../../passages/excerpt.ts';
import type { Site } from '../site.ts';

/** A story with what its page looks up over and over: articles, outlets, sigla, what may be shown of each article. */
export interface StoryView {
  readonly site: Site;
  readonly page: StoryPage;
  readonly articles: ReadonlyMap<string, ArticlePassages>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** Ids of articles that stand for a text of their own. */
  readonly independent: ReadonlySet<string>;
  /** Short form of each outlet, unique in this story. */
  readonly sigla: ReadonlyMap<string, string>;
  readonly excerpts: ReadonlyMap<string, Excerpt>;
}

export function createStoryView(site: Site, page: StoryPage): StoryView {
  const byTime = [...page.articles].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const independent = independentArticles(byTime.map(({ article }) => article));
  const own = byTime.filter(({ article }) => independent.has(article.id));
  const outlets = new Map([...own, ...byTime].map(({ article }) => [article.outletId, article.outlet]));
  return {
    site,
    page,
    outlets,
    independent,
    articles: new Map(page.articles.map((passages) => [passages.article.id, passages])),
    sigla: outletSigla([...outlets.values()]),
    excerpts: storyExcerpts(page.articles, citedPlaces(page.briefing)),
  };
}

/** The outlet's name; its id when no article of the story is by it any more. */
export function outletName(view: StoryView, outletId: string): string {
  return view.outlets.get(outletId)?.name ?? outletId;
}

export function siglum(view: StoryView, outletId: string): string {
  return view.sigla.get(outletId) ?? outletId;
}

/** Outlets of these citations, each once, in their order. */
export function citedOutlets(view: StoryView, citations: readonly Citation[]): readonly string[] {
  const ids = citations.flatMap(({ articleId }) => view.articles.get(articleId)?.article.outletId ?? []);
  return [...new Set(ids)];
}

/** The cited words as the stored text has them, in one line. */
export function citedWords(view: StoryView, citation: Citation): string {
  const text = view.articles.get(citation.articleId)?.text ?? '';
  return text.slice(citation.start, citation.end).replace(/\s+/g, ' ');
}
