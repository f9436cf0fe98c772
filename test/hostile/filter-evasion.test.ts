import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../../src/core/subscription.ts';
import { createAddress } from '../../src/publish/address.ts';
import { createMailWriter } from '../../src/publish/mail/mail-writer.tsx';
import { bookmarklet } from '../../src/publish/site/bookmarklet.tsx';
import { createWebApp } from '../../src/publish/web-app.ts';
import { buildAsker, buildHandInDesk, buildPolicyReader } from '../builders/reader-services.ts';
import { CHECKS } from '../feeds/check-feed.ts';
import { EVASION_CASES, EVASION_TEXTS } from './filter-evasion.ts';
import { survivingText } from './hostile-texts.ts';
import { readMarkup } from './markup.ts';
import { type Poison, poisonedLibrary } from './poisoned-library.ts';

const BASE = 'https://news.example';
const CONTROL = 'plain words of no harm';
const SLUG = 'halvik-port-fire';

function app(poison: Poison) {
  const library = poisonedLibrary(poison);
  return createWebApp({
    library,
    asker: buildAsker(library),
    policyReader: buildPolicyReader(library),
    handIn: buildHandInDesk(library),
    desk: {
      ask: async () => 'sent',
      confirm: async () => null,
      find: async () => null,
      leave: async () => undefined,
    } as never,
    reportBox: { handIn: async () => 'taken' },
    baseUrl: BASE,
    siteName: poison.text,
    notice: poison.text,
    clock: { now: () => Date.parse('2025-12-14T20:05:00Z') },
    version: '0.1.0',
    ready: async () => true,
  });
}

/** Pages that hold words of others; `Q` stands for the text where a reader can put one into an address. */
const PAGES = [
  '/',
  '/section/national',
  `/story/${SLUG}`,
  '/story/ferry-timetable-vote',
  `/story/${SLUG}/versions?since=1`,
  `/story/${SLUG}?hide=halvik-times.example`,
  '/question/why-do-lithium-batteries-burn-so-long',
  '/question/who-owns-the-maren-star',
  '/topic/halvik',
  '/outlets',
  '/outlet/halvik-times.example',
  '/article/nw1',
  '/search?q=Q&from=2025-12-01&outlet=Q',
  '/ask?q=fire+Q',
  '/ask?q=Q',
  `/ask?q=Q&story=${SLUG}`,
  '/hand-in?url=https%3A%2F%2Fnews.example%2FQ',
  '/hand-in?url=https%3A%2F%2Fhalvik-times.example%2Fht1',
  '/following?topic=halvik&topic=Q',
  '/compare?a=halvik-times.example&b=channel-one.example',
  '/blind-spots',
  '/day/2025-12-14',
  '/edition/2025-12-14',
  '/offline',
  `/report?story=${SLUG}&v=3`,
  `/report?story=${SLUG}&v=2&at=Q`,
  '/sources',
  '/sources?state=failing&country=Q',
];

/** Pages with no such words but the name and the notice of the site; and one whose time zones are many. */
const PLAIN_PAGES = ['/settings', '/reading', '/about', '/api/v1/docs', '/subscribe?topic=halvik&topic=Q'];

/** Addresses that are answered with an error page, which repeats some of them. */
const REFUSED = [
  '/Q',
  '/story/Q',
  '/topic/Q',
  '/outlet/Q',
  '/article/Q',
  '/question/Q',
  '/day/Q',
  '/search?q=fire&from=Q',
  '/hand-in?url=Q',
  `/story/${SLUG}?weigh=Q`,
  '/report?story=Q&v=1',
  `/report?story=${SLUG}&v=Q`,
  '/report?at=Q',
];

const FEEDS = [
  '/index',
  '/section/national',
  '/topic/halvik',
  '/outlet/halvik-times.example',
  '/day/2025-12-14',
];

const XML = ['/sitemap.xml', '/sitemap-1.xml', '/news-sitemap.xml', '/outlets.opml'];

const API = [
  '/stories',
  `/stories/${SLUG}`,
  `/stories/${SLUG}/claims`,
  `/stories/${SLUG}/figures`,
  '/articles',
  '/articles/nw1',
  '/topics',
  '/topics/halvik',
  '/outlets',
  '/outlets/halvik-times.example',
  '/questions',
  '/blind-spots',
  '/search?q=Q',
  '/ask?q=Q',
  '/hand-in?url=https%3A%2F%2Fnews.example%2FQ',
  '/stories/Q',
];

const fill = (path: string, text: string) => path.replaceAll('Q', encodeURIComponent(text.toWellFormed()));
const words = (text: string) => survivingText(text).replace(/\s+/g, ' ').trim();
const BOOKMARK = bookmarklet(createAddress(BASE));

/** Harmless, with words of the same lengths: the limit on what is shown of an article counts words. */
const shapeOf = (text: string) => text.replace(/\S/g, 'x');
const allowedOn = (path: string) => (path === '/settings' ? BOOKMARK : null);

async function skeletons(text: string, paths: readonly string[]): Promise<Map<string, string>> {
  const site = app({ text });
  const made = new Map<string, string>();
  for (const path of paths) {
    const html = await (await site.request(fill(path, text))).text();
    made.set(path, readMarkup(html).skeleton.join('\n'));
  }
  return made;
}

/** Names of all elements and attributes of an XML document; what is in CDATA is text. */
function elementNames(xml: string): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [name, inner] of Object.entries(value)) {
      if (!/^\d+$/.test(name)) names.add(name);
      visit(inner);
    }
  };
  visit(new XMLParser({ ignoreAttributes: false }).parse(xml));
  return [...names].sort();
}

async function xmlNames(text: string): Promise<Map<string, string[]>> {
  const site = app({ text });
  const made = new Map<string, string[]>();
  for (const path of XML) made.set(path, elementNames(await (await site.request(path)).text()));
  return made;
}

const controlNames = xmlNames(CONTROL);
const control = skeletons(CONTROL, [...PAGES, ...PLAIN_PAGES, ...REFUSED]);

/** Asks for pages of a library full of this text, and expects words where there are words and nothing else. */
async function expectText(text: string, paths: readonly string[]): Promise<void> {
  const site = app({ text });
  for (const path of paths) {
    const response = await site.request(fill(path, text));
    const { skeleton, dangers } = readMarkup(await response.text(), allowedOn(path));
    expect([path, response.status < 500, dangers]).toEqual([path, true, []]);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    const markup = skeleton.join('\n');
    if (markup !== (await control).get(path))
      expect([path, markup]).toEqual([path, (await skeletons(shapeOf(text), [path])).get(path)]);
  }
}

it('holds the kinds of cases that the cheat sheet lists', () => {
  expect(EVASION_TEXTS.length).toBeGreaterThanOrEqual(60);
  for (const [kind, texts] of Object.entries(EVASION_CASES)) expect(texts.length, kind).toBeGreaterThan(3);
});

it('finds every case that is not text', () => {
  const page = (text: string) => readMarkup(`<main><p title="${text}">${text}</p></main>`);
  const missed = Object.entries(EVASION_CASES)
    .filter(([kind]) => kind !== 'what a parser mends')
    .flatMap(([, texts]) => texts)
    .filter((text) => !/^(?:javascript|data):|^<\/script><!--|^[`'\\*]/.test(text))
    .filter((text) => page(text).skeleton.join() === page(shapeOf(text)).skeleton.join());
  expect(missed).toEqual([]);
});

it('is text in the plain pages too', async () => {
  await expectText(EVASION_TEXTS.join(' '), PLAIN_PAGES);
});

describe.each(EVASION_TEXTS)('%j', (text) => {
  it('is text on every page, and adds neither element nor attribute', async () => {
    await expectText(text, [...PAGES, ...REFUSED]);
    const story = await app({ text }).request(`/story/${SLUG}`);
    const { document } = parseHTML(await story.text());
    expect(words(document.querySelector('h1')?.textContent ?? '')).toContain(words(text));
  });

  it('is text in feeds, site maps, subscriptions and answers of the API', async () => {
    const site = app({ text });
    for (const path of FEEDS)
      for (const ending of ['atom', 'rss', 'json'] as const) {
        const url = `${BASE}${path}.${ending}`;
        const response = await site.request(url);
        const contentType = response.headers.get('Content-Type') ?? '';
        expect([url, CHECKS[ending]({ body: await response.text(), contentType, url })]).toEqual([url, []]);
      }
    for (const path of XML) {
      const body = await (await site.request(path)).text();
      expect([path, XMLValidator.validate(body)]).toEqual([path, true]);
      expect([path, elementNames(body)]).toEqual([path, (await controlNames).get(path)]);
    }
    for (const path of API) {
      const response = await site.request(fill(`/api/v1${path}`, text));
      expect(response.headers.get('Content-Type')).toMatch(/^application\/(?:problem\+)?json/);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      JSON.parse(await response.text());
    }
    const { headline } = (await (await site.request(`/api/v1/stories/${SLUG}`)).json()) as {
      headline: string;
    };
    expect(headline).toBe(text.toWellFormed() === text ? text : headline);
  });

  it('is text where a form sends it', async () => {
    const site = app({ text: CONTROL });
    for (const [path, field] of [
      ['/subscribe', 'email'],
      ['/subscribe', 'timeZone'],
      ['/hand-in', 'url'],
      ['/report', 'story'],
      ['/report', 'v'],
    ] as const) {
      const subscription = { email: 'a@example.org', frequency: 'daily', hour: '7', timeZone: 'UTC' };
      const form = { ...subscription, story: SLUG, v: '3', note: text, contact: text, [field]: text };
      const body = new URLSearchParams(form);
      const response = await site.request(`${BASE}${path}`, {
        method: 'POST',
        body,
        headers: { Origin: BASE },
      });
      expect([path, [400, 404].includes(response.status)]).toEqual([path, true]);
      expect([path, readMarkup(await response.text()).dangers]).toEqual([path, []]);
    }
  });
});

describe('mails', () => {
  const writer = (siteName: string) => createMailWriter({ siteName, baseUrl: BASE });
  const subscriber = (timeZone: string): Subscriber => ({
    id: 'a',
    email: 'reader@example.org',
    frequency: 'daily',
    hour: 7,
    weekday: 1,
    timeZone,
    topics: [],
    state: 'pending',
    createdAt: 0,
    confirmedAt: null,
    sentFor: null,
    sentAt: null,
    failures: 0,
    nextTryAt: 0,
    lastError: null,
  });

  async function mails(text: string) {
    const stories = await poisonedLibrary({ text }).frontPage({ limit: 20, offset: 0 });
    const links = writer(text).links('id', 'token');
    const own = subscriber(text);
    return [
      writer(text).opening(own, links),
      writer(text).opening({ ...own, state: 'active' }, links),
      writer(text).digest(own, stories, links),
    ];
  }

  it.each(EVASION_TEXTS)('have %j as text, in a subject of one line', async (text) => {
    const control = await mails(shapeOf(text));
    for (const [i, mail] of (await mails(text)).entries()) {
      const shown = readMarkup(mail.html);
      // A mail has its style in attributes, since there is nothing else that all readers of mail heed.
      expect([mail.subject, shown.dangers.filter((danger) => !danger.endsWith(' style'))]).toEqual([
        mail.subject,
        [],
      ]);
      expect(shown).toEqual(readMarkup(control[i]?.html ?? ''));
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });
});

describe('addresses of others', () => {
  it.each([
    'javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'JaVaScRiPt:alert(1)//https://news.example/',
    'vbscript:MsgBox(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    'https://evil.example/"><script>alert(1)</script>',
    "https://evil.example/' onclick='alert(1)",
  ])('%j are linked only when they lead to a page', async (address) => {
    const site = app({ text: CONTROL, address });
    for (const path of [...PAGES, ...PLAIN_PAGES]) {
      const response = await site.request(fill(path, CONTROL));
      const { dangers } = readMarkup(await response.text(), allowedOn(path));
      expect([path, response.status, dangers]).toEqual([path, 200, []]);
    }
  });
});
