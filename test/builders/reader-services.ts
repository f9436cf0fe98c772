import type { HandedIn, HandInDesk } from '../../src/core/hand-in.ts';
import type { Library } from '../../src/core/library.ts';
import type { FullLibrary } from '../../src/core/listings.ts';
import type { Asker, PolicyReader } from '../../src/core/reader-services.ts';

/** Answers with the opening statement of the main story whatever has "fire" in it, and refuses all else. */
export function buildAsker(library: Library): Asker {
  return {
    async ask({ text, storySlug }) {
      if (text.includes('crowd')) return 'busy';
      const story = await library.story(storySlug ?? 'halvik-port-fire');
      const statement = story?.briefing.sections.whatHappened[0];
      if (story === null || statement === undefined) return null;
      const base = { question: text, articlesRead: story.articles.length };
      if (!text.includes('fire')) return { ...base, statements: [], refusal: 'not-said', articles: [] };
      const { slug, headline } = story.briefing;
      return {
        ...base,
        statements: [{ statement, storySlug: slug, storyHeadline: headline }],
        refusal: null,
        articles: story.articles,
      };
    },
  };
}

/** Leaves out the articles of hidden outlets, and tells nothing else anew. */
export function buildPolicyReader(library: Library): PolicyReader {
  return {
    async story(slug, policy) {
      const page = await library.story(slug);
      if (page === null) return { kind: 'unknown' };
      const articles = page.articles.filter(({ article }) => !policy.hide.includes(article.outletId));
      if (articles.length === 0) return { kind: 'nothing-left' };
      return { kind: 'page', page: { ...page, articles, readerPolicy: policy } };
    },
  };
}

/** Knows the articles of the library by their addresses as they are written, and takes in one and no more. */
export function buildHandInDesk(library: FullLibrary, takesIn = true): HandInDesk {
  const taken = new Set<string>();
  const find = async (address: string): Promise<HandedIn | null> => {
    const url = URL.parse(address)?.href;
    if (url === undefined || !/^https?:/.test(url)) return null;
    const { items } = await library.articlesByTime(
      { outletId: null, storySlug: null, topicSlug: null, from: null, to: null },
      { limit: 100, after: null },
    );
    const stored = items.find((article) => article.url === address);
    if (stored !== undefined) return { kind: 'stored', url, articleId: stored.id };
    if (url.includes('/broken/')) return { kind: 'unreadable', url, reason: 'There is no text on the page.' };
    return { kind: taken.has(url) ? 'waiting' : 'unknown', url };
  };
  return {
    takesIn,
    find,
    async takeIn(address) {
      const found = await find(address);
      if (found?.kind !== 'unknown') return found;
      if (taken.size > 0) return 'busy';
      taken.add(found.url);
      return { kind: 'waiting', url: found.url };
    },
  };
}
