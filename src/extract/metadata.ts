import type { DatePrecision, Page } from '../core/article.ts';
import { cleanByline } from './clean-byline.ts';
import { headlineOf, withoutSiteName } from './clean-title.ts';
import type { DatedEntry } from './dated-entries.ts';
import type { HtmlDocument } from './html-document.ts';
import { documentTitle, readHtmlMetadata } from './html-metadata.ts';
import type { CreditedCaption } from './image-credit.ts';
import { readJsonLd } from './json-ld.ts';
import { readOpenGraph } from './open-graph.ts';
import { NO_METADATA, type PageMetadata } from './page-metadata.ts';
import { datedAt, type PublicationDate } from './parse-date.ts';
import { plainText } from './plain-text.ts';
import { absoluteUrl, canonicalUrl } from './web-address.ts';

/** What all sources together say of the article. Addresses are absolute. */
export interface MergedMetadata {
  readonly canonicalUrl: string;
  /** Empty when no source has one. */
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: number | null;
  readonly datePrecision: DatePrecision;
  readonly language: string | null;
  readonly imageUrl: string | null;
  readonly siteName: string | null;
  readonly accessibleForFree: boolean | null;
  readonly articleBody: string | null;
  readonly types: readonly string[];
  readonly sections: readonly string[];
  /** What JSON-LD says of the lead image. */
  readonly image: CreditedCaption;
  /** Entries of a live blog that JSON-LD gives. */
  readonly updates: readonly DatedEntry[];
}

const DAY_MS = 86_400_000;

/** The first source's date; a later source that knows the time of that same day makes it precise. */
function mergeDates(dates: readonly (PublicationDate | null)[]): PublicationDate | null {
  const known = dates.filter((date) => date !== null);
  const first = known[0];
  if (first === undefined || first.precision === 'minute') return first ?? null;
  const precise = known.find(
    (date) => date.precision === 'minute' && date.at >= first.at && date.at < first.at + DAY_MS,
  );
  return precise ?? first;
}

function languageCode(written: string | null): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(written?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}

function first<T>(values: readonly (T | null | undefined)[]): T | null {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function words(title: string): ReadonlySet<string> {
  return new Set(
    plainText(title)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
  );
}

/** True when two titles have at least half of the shorter one's words in common. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size);
}

/** The first title that another one bears out: a lone headline may be the name of the site or of a section. */
function chooseTitle(titles: readonly (string | null | undefined)[]): string {
  const known = titles.filter((title) => typeof title === 'string').filter((title) => title.trim() !== '');

  const sets = known.map(words);
  const borneOut = known.find((_, i) => sets.some((other, j) => i !== j && agree(sets[i] ?? other, other)));
  return borneOut ?? known[0] ?? '';
}

/** True when all words of the one title are among the other's. */
function within(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && [...a].every((word) => b.has(word));
}

/** The `<h1>` where the `<title>` holds its words, or is too short to be a headline; the `<title>` where they differ. */
function chooseHeading(h1: string | null, heading: string | null): string | null {
  if (h1 === null || heading === null) return h1 ?? heading;
  const inHeading = words(h1);
  const inTitle = words(heading);
  return within(inHeading, inTitle) || (inTitle.size < 3 && inHeading.size > inTitle.size) ? h1 : heading;
}

/** The headline of JSON-LD; its name where the `<title>` holds that and not the headline (encyclopedias describe in the headline). */
function chooseDeclared(jsonLd: PageMetadata, heading: string | null): string | null {
  if (jsonLd.name === null || heading === null) return jsonLd.title ?? jsonLd.name;
  const inTitle = words(heading);
  const isName = within(words(jsonLd.name), inTitle) && !agree(words(jsonLd.title ?? ''), inTitle);
  return isName ? jsonLd.name : (jsonLd.title ?? jsonLd.name);
}

/** A login ("jdoe42") where a name is expected. */
function isLogin(byline: string | null): boolean {
  return byline !== null && /^\S*\d\S*$/.test(byline);
}

/** The first byline that is no login; a login where there is nothing else. */
function chooseByline(bylines: readonly (string | null)[]): string | null {
  return first(bylines.filter((byline) => !isLogin(byline))) ?? first(bylines);
}

function merge(page: Page, sources: readonly PageMetadata[], pageTitle: string | null): MergedMetadata {
  const [jsonLd = NO_METADATA, openGraph = NO_METADATA, html = NO_METADATA] = sources;
  const { item } = page;
  const host = hostOf(page.url);
  const siteName = first([jsonLd.siteName, openGraph.siteName, html.siteName]);
  const heading = pageTitle === null ? null : headlineOf(pageTitle, siteName, host);
  const own = chooseHeading(html.title, heading);
  const title = chooseTitle([
    chooseDeclared(jsonLd, heading),
    openGraph.title,
    item?.title,
    own,
    own === heading ? html.title : heading,
  ]);
  const itemDate = item?.publishedAt === null || item === null ? null : datedAt(item.publishedAt);
  const date = mergeDates([...sources.map((source) => source.date), itemDate]);
  const authors = item === null || item.authors.length === 0 ? null : item.authors.join(', ');
  const images = [openGraph.imageUrl, jsonLd.imageUrl, html.imageUrl, item?.imageUrl];
  const languages = [html.language, openGraph.language, jsonLd.language, item?.language ?? null];
  return {
    canonicalUrl: canonicalUrl(page.url, [html.canonicalUrl, openGraph.canonicalUrl]),
    title: withoutSiteName(title, siteName, host),
    byline: chooseByline([jsonLd.byline, openGraph.byline, html.byline, authors].map(cleanByline)),
    publishedAt: date?.at ?? null,
    datePrecision: date?.precision ?? 'unknown',
    language: first(languages.map(languageCode)),
    imageUrl: first(images.map((image) => absoluteUrl(image, page.url))),
    siteName,
    accessibleForFree: jsonLd.accessibleForFree,
    articleBody: jsonLd.articleBody,
    types: jsonLd.types,
    sections: [...jsonLd.sections, ...openGraph.sections, ...(item?.categories ?? [])],
    image: jsonLd.image,
    updates: jsonLd.updates,
  };
}

/** Everything a page and its feed item say of the article. Order of trust: JSON-LD, Open Graph, HTML, feed. */
export function readMetadata(page: Page, document: HtmlDocument, jsonLd: readonly string[]): MergedMetadata {
  const sources = [readJsonLd(jsonLd, page.url), readOpenGraph(document), readHtmlMetadata(document)];
  return merge(page, sources, documentTitle(document));
}

/** The same for an article whose page could not be had: only the feed speaks. */
export function readFeedMetadata(page: Page): MergedMetadata {
  return merge(page, [], null);
}
