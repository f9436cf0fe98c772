import type { StoryPage } from '../../../core/library.ts';
import { type Address, paths } from '../../address.ts';
import { webLink } from '../../format/web-link.ts';

/** Articles named as citations: more would only make the page heavy; the page itself lists them all. */
const MAX_CITED = 20;

interface StoryLinks {
  readonly address: Address;
  readonly siteName: string;
  /** Address of the story's picture; null when there is none. */
  readonly picture: string | null;
}

/**
 * Data as the text of a `<script type="application/ld+json">`. Such a block ends at the first `</script`, whatever the JSON says, so
 * no `<` is left in it; it is data, and no policy on scripts applies to it.
 */
export function jsonLdText(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A story as a NewsArticle of schema.org whose citations are the articles that its briefing quotes. */
export function storyJsonLd(
  { card, briefing, articles, versionAt }: StoryPage,
  { address, siteName, picture }: StoryLinks,
): object {
  const url = address.absolute(paths.story(card.slug));
  const site = { '@type': 'Organization', name: siteName, url: address.absolute(paths.front()) };
  const own = articles.filter(({ article }) => article.copyOf === null).slice(0, MAX_CITED);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: briefing.headline,
    ...(card.summary === null ? {} : { description: card.summary }),
    datePublished: new Date(card.firstAt).toISOString(),
    dateModified: new Date(Math.max(versionAt, card.firstAt)).toISOString(),
    inLanguage: 'en',
    isAccessibleForFree: true,
    version: card.version,
    author: site,
    publisher: site,
    ...(picture === null ? {} : { image: [picture] }),
    ...(card.section === null ? {} : { articleSection: card.section }),
    about: briefing.sections.topics.map(({ slug, title, qid }) => ({
      '@type': 'Thing',
      name: title,
      url: address.absolute(paths.topic(slug)),
      ...(qid === null ? {} : { sameAs: `https://www.wikidata.org/entity/${encodeURIComponent(qid)}` }),
    })),
    citation: own.map(({ article }) => ({
      '@type': 'NewsArticle',
      headline: article.title,
      ...linkOf(article.url),
      datePublished: new Date(article.publishedAt).toISOString(),
      publisher: { '@type': 'Organization', name: article.outlet.name },
    })),
  };
}

function linkOf(url: string): { readonly url?: string } {
  const link = webLink(url);
  return link === null ? {} : { url: link };
}
