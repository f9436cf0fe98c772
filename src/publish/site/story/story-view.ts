import { independentArticles } from '../../../core/independent.ts';
import type { Citation } from '../../../core/ledger.ts';
import type { ArticlePassages, StoryPage } from '../../../core/library.ts';
import type { Outlet } from '../../../core/outlet.ts';
import { outletSigla } from '../../format/sigla.ts';
import { citedPlaces } from '../../passages/cited.ts';
import { type Excerpt, sentenceRange, sentencesOf, storyExcerpts } from '../../passages/excerpt.ts';
import type { Site } from '../site.ts';

/** Articles with what a page that cites them looks up over and over: outlets, sigla, what may be shown of each. */
export interface PassagesView {
  readonly site: Site;
  readonly articles: ReadonlyMap<string, ArticlePassages>;
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** Ids of articles that stand for a text of their own. */
  readonly independent: ReadonlySet<string>;
  /** Short form of each outlet, unique in this story. */
  readonly sigla: ReadonlyMap<string, string>;
  readonly excerpts: ReadonlyMap<string, Excerpt>;
  /** True where sections are shown as a model has written them. */
  readonly isWritten?: boolean;
  /** The version of a story that is shown, where errors in it can be reported. */
  readonly reported?: { readonly slug: string; readonly version: number };
}

/** A story as its page looks things up. */
export interface StoryView extends PassagesView {
  readonly page: StoryPage;
}

function outletsOf(
  articles: readonly ArticlePassages[],
  independent: ReadonlySet<string>,
): Map<string, Outlet> {
  const byTime = [...articles].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const own = byTime.filter(({ article }) => independent.has(article.id));
  return new Map([...own, ...byTime].map(({ article }) => [article.outletId, article.outlet]));
}

/** Cited articles of several stories. Only the cited sentences themselves are shown of them. */
export function createPassagesView(
  site: Site,
  articles: readonly ArticlePassages[],
  citations: readonly Citation[],
): PassagesView {
  const independent = independentArticles(articles.map(({ article }) => article));
  const outlets = outletsOf(articles, independent);
  const excerptOf = (passages: ArticlePassages): Excerpt => {
    const sentences = sentencesOf(passages);
    const own = citations.filter(({ articleId }) => articleId === passages.article.id);
    return new Set(
      own.flatMap((citation) => {
        const range = sentenceRange(sentences, citation);
        return range === null ? [] : Array.from({ length: range[1] - range[0] + 1 }, (_, i) => range[0] + i);
      }),
    );
  };
  return {
    site,
    outlets,
    independent,
    articles: new Map(articles.map((passages) => [passages.article.id, passages])),
    sigla: outletSigla([...outlets.values()]),
    excerpts: new Map(articles.map((passages) => [passages.article.id, excerptOf(passages)])),
  };
}

export function createStoryView(site: Site, page: StoryPage): StoryView {
  const byTime = [...page.articles].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const independent = independentArticles(byTime.map(({ article }) => article));
  const outlets = outletsOf(page.articles, independent);
  return {
    site,
    page,
    outlets,
    independent,
    articles: new Map(page.articles.map((passages) => [passages.article.id, passages])),
    sigla: outletSigla([...outlets.values()]),
    excerpts: storyExcerpts(page.articles, citedPlaces(page.briefing)),
    ...(page.form === 'written' ? { isWritten: true } : {}),
    ...(site.takesReports ? { reported: { slug: page.card.slug, version: page.version } } : {}),
  };
}

/** The outlet's name; its id when no article of the story is by it any more. */
export function outletName(view: PassagesView, outletId: string): string {
  return view.outlets.get(outletId)?.name ?? outletId;
}

export function siglum(view: PassagesView, outletId: string): string {
  return view.sigla.get(outletId) ?? outletId;
}

/** Outlets of these citations, each once, in their order. */
export function citedOutlets(view: PassagesView, citations: readonly Citation[]): readonly string[] {
  const ids = citations.flatMap(({ articleId }) => view.articles.get(articleId)?.article.outletId ?? []);
  return [...new Set(ids)];
}

/** The cited words as the stored text has them, in one line. */
export function citedWords(view: PassagesView, citation: Citation): string {
  const text = view.articles.get(citation.articleId)?.text ?? '';
  return text.slice(citation.start, citation.end).replace(/\s+/g, ' ');
}
