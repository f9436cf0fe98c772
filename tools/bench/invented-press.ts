import { inventedText, lots } from './invented-texts.ts';

/** How an outlet's feed behaves, for as long as the run lasts. */
export const MANNERS = [
  'etag',
  'last-modified',
  'neither',
  'moved',
  'gone',
  'overloaded',
  'broken',
  'missing',
  'slow',
  'reset',
] as const;
export type Manner = (typeof MANNERS)[number];

export type FeedKind = 'rss' | 'atom' | 'json';

export interface InventedItem {
  readonly id: string;
  readonly at: number;
  readonly seed: number;
}

export interface InventedOutlet {
  readonly number: number;
  /** A loopback address of its own, so that what holds per host holds as on the real web. */
  readonly address: string;
  readonly name: string;
  readonly kind: FeedKind;
  readonly manner: Manner;
  /** Mean time between two items, milliseconds. */
  readonly gapMs: number;
  /** Oldest first, for the whole run: which of them are published is a question of the time. */
  readonly items: readonly InventedItem[];
}

const MINUTE = 60_000;
/** Paces of feeds as they are met: live desks, busy outlets, ordinary ones, those of a few items a day. */
const GAPS = [6 * MINUTE, 45 * MINUTE, 180 * MINUTE, 720 * MINUTE] as const;
/** About how many items a feed has when the run begins, and how many it lists at most. */
const FIRST_ITEMS = 4;
const LISTED = 15;

/** Of a hundred outlets: most behave, every trouble of the real web has some. */
function mannerOf(number: number): Manner {
  const place = (number * 37) % 100;
  if (place < 40) return 'etag';
  if (place < 70) return 'last-modified';
  if (place < 76) return 'neither';
  const rest = ['moved', 'gone', 'overloaded', 'broken', 'missing', 'slow', 'reset', 'overloaded'] as const;
  return rest[Math.floor((place - 76) / 3)] ?? 'etag';
}

/** Outlets with all items of a run from `start` on, as long as `lastsMs`. */
export function inventPress(outlets: number, start: number, lastsMs: number): InventedOutlet[] {
  return Array.from({ length: outlets }, (_, number) => {
    const draw = lots(number);
    const gapMs = GAPS[Math.floor(draw() * 10) < 2 ? 0 : 1 + (number % 3)] ?? GAPS[1];
    const items: InventedItem[] = [];
    let at = start - FIRST_ITEMS * gapMs;
    while (at < start + lastsMs) {
      items.push({
        id: `${number}-${items.length}`,
        at: Math.round(at),
        seed: number * 10_000 + items.length,
      });
      // Times between independent events are exponentially distributed.
      at += -Math.log(1 - draw()) * gapMs;
    }
    return {
      number,
      address: `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`,
      name: `Invented Gazette ${number}`,
      kind: (['rss', 'atom', 'json'] as const)[number % 3] ?? 'rss',
      manner: mannerOf(number),
      gapMs,
      items,
    };
  });
}

/** The items a feed lists at that time, newest first. */
export function listedItems(outlet: InventedOutlet, now: number): InventedItem[] {
  return outlet.items
    .filter(({ at }) => at <= now)
    .slice(-LISTED)
    .reverse();
}

const markup = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export const FEED_TYPE: Readonly<Record<FeedKind, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

export function feedDocument(outlet: InventedOutlet, base: string, now: number): string {
  const items = listedItems(outlet, now).map(({ id, at, seed }) => {
    const { title, paragraphs } = inventedText(seed);
    return {
      title,
      summary: paragraphs[0] ?? '',
      url: `${base}/articles/${id}`,
      iso: new Date(at).toISOString(),
    };
  });
  if (outlet.kind === 'json') {
    const listed = items.map(({ title, summary, url, iso }) => ({
      id: url,
      url,
      title,
      content_text: summary,
      date_published: iso,
    }));
    return JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet.name,
      home_page_url: `${base}/`,
      items: listed,
    });
  }
  if (outlet.kind === 'atom') {
    const entries = items.map(
      ({ title, summary, url, iso }) =>
        `<entry><title>${markup(title)}</title><id>${url}</id><link href="${url}"/><updated>${iso}</updated><published>${iso}</published><summary>${markup(summary)}</summary></entry>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${outlet.name}</title><id>${base}/</id><updated>${items[0]?.iso ?? new Date(now).toISOString()}</updated>${entries.join('')}</feed>`;
  }
  const listed = items.map(
    ({ title, summary, url, iso }) =>
      `<item><title>${markup(title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(iso).toUTCString()}</pubDate><description>${markup(summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${outlet.name}</title><link>${base}/</link><description>News</description>${listed.join('')}</channel></rss>`;
}

export function articlePage(outlet: InventedOutlet, item: InventedItem): string {
  const { title, paragraphs } = inventedText(item.seed);
  const time = new Date(item.at).toISOString();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${markup(title)} | ${outlet.name}</title><meta property="og:site_name" content="${outlet.name}"><meta property="article:published_time" content="${time}"></head><body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header><article><h1>${markup(title)}</h1><p class="byline">By a reporter</p>${paragraphs.map((text) => `<p>${markup(text)}</p>`).join('')}</article><footer>All rights invented.</footer></body></html>`;
}
