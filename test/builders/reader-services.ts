import type { Library } from '../../src/core/library.ts';
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
