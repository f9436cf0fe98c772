import { generateOpml, type Opml } from 'feedsmith';
import type { Source } from '../../core/listings.ts';
import type { SourceKind } from '../../core/outlet.ts';
import { countryName } from '../format/words.ts';
import { escapeXml, xmlText } from '../format/xml-text.ts';

/** One subscription, as other readers take it over. */
export interface Subscription {
  readonly name: string;
  readonly feedUrl: string;
  readonly kind?: SourceKind;
  readonly homeUrl: string | null;
  /** Name of its folder; null leaves it outside of any. */
  readonly category: string | null;
}

/** Feeds that are polled, in folders by the country of the outlet. Passwords in an address stay here. */
export function subscriptions(sources: readonly Source[]): Subscription[] {
  return sources.map(({ feedUrl, kind, title, outlet }) => ({
    name: title === null || title.includes(outlet.name) ? (title ?? outlet.name) : `${outlet.name}: ${title}`,
    feedUrl: withoutPassword(feedUrl),
    ...(kind === undefined ? {} : { kind }),
    homeUrl: outlet.homeUrl,
    category: outlet.country === null ? null : countryName(outlet.country),
  }));
}

function withoutPassword(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.username === '' && url.password === '')) return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The subscriptions as OPML 2.0, one folder per category. */
export function writeOpml(list: readonly Subscription[], title: string): string {
  const folders = new Map<string | null, Subscription[]>();
  for (const one of list) {
    const folder = folders.get(one.category);
    if (folder === undefined) folders.set(one.category, [one]);
    else folder.push(one);
  }
  const outlines = [...folders].flatMap(([category, members]) => {
    const entries = members.map(toOutline);
    return category === null
      ? entries
      : [{ text: xmlText(category), title: xmlText(category), outlines: entries }];
  });
  // The writer refuses a document without outlines; a reader that follows nothing yet exports one all the same.
  if (outlines.length === 0)
    return `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>${escapeXml(title)}</title></head><body/></opml>`;
  return generateOpml({ head: { title: xmlText(title) }, body: { outlines } });
}

/** Other readers take over what is of type `rss`; what is no feed has a type of its own, which only this program reads. */
function toOutline({ name, feedUrl, kind, homeUrl }: Subscription): Opml.Outline<Date> {
  const text = xmlText(name);
  return {
    text,
    title: text,
    type: kind === undefined || kind === 'feed' ? 'rss' : kind,
    xmlUrl: feedUrl,
    ...(homeUrl === null ? {} : { htmlUrl: homeUrl }),
  };
}
