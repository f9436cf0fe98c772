import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../test/builders/library-builder.ts';
import { buildHandInDesk } from '../../test/builders/reader-services.ts';
import { buildWebDeps } from '../../test/builders/web-deps.ts';
import type { StoryPage } from '../core/library.ts';
import { createAddress } from './address.ts';
import { HandInSchema } from './api/hand-in-definitions.ts';
import { createClient } from './client/client.ts';
import { bookmarklet } from './site/bookmarklet.tsx';
import { createWebApp } from './web-app.ts';

const BASE = 'https://news.example/read';
/** The main story with one more fact, that Channel One alone has: enough to compare two outlets. */
function withFact(page: StoryPage): StoryPage {
  const { sections } = page.briefing;
  const { papersSay } = sections;
  const { outlets, facts } = papersSay.matrix;
  const [fact] = facts;
  if (fact === undefined) throw new Error('the fixture has no facts');
  const own = outlets.indexOf('channel-one.example');
  const cells = outlets.map((_, column) => (column === own ? (fact.cells[own] ?? null) : null));
  const matrix = { outlets, facts: [...facts, { ...fact, id: 'own', cells }] };
  return {
    ...page,
    briefing: { ...page.briefing, sections: { ...sections, papersSay: { ...papersSay, matrix } } },
  };
}

const library = buildLibrary({ mainStory: withFact });

function site(takesIn: boolean | null = true) {
  return createWebApp(
    buildWebDeps({
      library,
      handIn: takesIn === null ? null : buildHandInDesk(library, takesIn),
      baseUrl: BASE,
    }),
  );
}

async function addressOf(id: string): Promise<string> {
  return (await library.article(id))?.article.url ?? '';
}

const pathOf = (url: string) => `/hand-in?${new URLSearchParams({ url })}`;

async function page(path: string, app = site()) {
  const response = await app.request(path);
  const { document } = parseHTML(await response.text());
  return { status: response.status, document, text: document.querySelector('main')?.textContent ?? '' };
}

function post(app: ReturnType<typeof site>, url: string, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ url });
  return app.request(`${BASE}/hand-in`, {
    method: 'POST',
    body,
    headers: { Origin: 'https://news.example', ...headers },
  });
}

describe('an article that is stored', () => {
  it('is shown with its story, each fact it leaves out with a passage, and what to read next', async () => {
    const { document, text } = await page(pathOf(await addressOf('ht1')));
    const story = document.querySelector('#story-heading + p a');
    expect(story?.getAttribute('href')).toBe('/read/story/halvik-port-fire');
    const facts = [...document.querySelectorAll('.left-out > li')];
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact.querySelector('.passage mark')?.textContent).not.toBe('');
    expect(text).toContain('Read next');
    expect(text).toContain('tells this story most differently');
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
  });

  it('leaves out exactly the facts that its column of the matrix is empty for', async () => {
    const story = await library.story('halvik-port-fire');
    const matrix = story?.briefing.sections.papersSay.matrix;
    const column = matrix?.outlets.indexOf('halvik-times.example') ?? -1;
    const expected = matrix?.facts
      .filter(({ cells, partly }) => (cells[column] ?? partly?.[column] ?? null) === null)
      .map(({ statement }) => statement.text);
    const response = await site().request(`/api/v1${pathOf(await addressOf('ht1'))}`);
    const body = HandInSchema.parse(await response.json());
    expect(body.leavesOut?.facts.map(({ text }) => text).sort()).toEqual(expected?.sort());
    expect(body.story?.slug).toBe('halvik-port-fire');
    expect(body.readNext).toMatchObject({ both: 0, onlyRead: 1, onlyNext: 2 });
    expect(body.readNext?.article.outlet.id).toBe('channel-one.example');
  });

  it('that is a reprint is compared by the text it repeats', async () => {
    const response = await site().request(`/api/v1${pathOf(await addressOf('in1'))}`);
    expect(HandInSchema.parse(await response.json()).leavesOut?.outletId).toBe('north-wire.example');
  });

  it('of a story with one outlet says that there is nothing to compare', async () => {
    const { text } = await page(pathOf(await addressOf('fe1')));
    expect(text).toContain('too few texts of different outlets');
  });
});

describe('an article that is not stored', () => {
  const url = 'https://elsewhere.example/a';

  it('is not here, and can be taken in once by a form of this site', async () => {
    const app = site();
    expect((await page(pathOf(url), app)).text).toContain('Take the article in');
    const taken = await post(app, url);
    expect([taken.status, taken.headers.get('Location')]).toEqual([303, `/read${pathOf(url)}`]);
    expect((await page(pathOf(url), app)).text).toContain('look again in a minute');
    expect((await post(app, `${url}/other`)).status).toBe(503);
  });

  it('is not taken in for a page of another site', async () => {
    const app = site();
    expect((await post(app, url, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await page(pathOf(url), app)).text).toContain('not here');
  });

  it('is not taken in where the operator has not switched it on', async () => {
    const app = site(false);
    expect((await page(pathOf(url), app)).document.querySelector('main form[method="post"]')).toBeNull();
    expect((await post(app, url)).status).toBe(403);
  });

  it('says why it could not be read', async () => {
    expect((await page(pathOf('https://elsewhere.example/broken/'))).text).toContain('There is no text');
  });

  it('is handed in by the client too', async () => {
    const app = site();
    const client = createClient({ baseUrl: BASE, fetch: async (request) => app.request(request) });
    expect(await client.handIn({ url })).toMatchObject({ state: 'unknown', takesIn: true, article: null });
    expect((await client.takeIn({ url })).state).toBe('waiting');
    await expect(client.takeIn({ url: 'nothing' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('the page', () => {
  it.each([
    ['/hand-in', 200],
    ['/hand-in?url=', 200],
    ['/hand-in?url=nothing', 400],
    ['/api/v1/hand-in', 400],
  ])('%s answers %i', async (path, status) => {
    expect((await site().request(path)).status).toBe(status);
  });

  it('does not exist where nobody looks addresses up', async () => {
    const app = site(null);
    expect((await app.request('/hand-in')).status).toBe(404);
    expect((await page('/settings', app)).document.querySelector('#bookmark')).toBeNull();
  });
});

describe('the bookmark', () => {
  it('is the only script address of the settings page, and made of the own address alone', async () => {
    const { document } = await page('/settings');
    const scripts = [...document.querySelectorAll('[href^="javascript:" i]')];
    expect(scripts.map((link) => link.getAttribute('href'))).toEqual([bookmarklet(createAddress(BASE))]);
  });

  it.each(['https://news.example', 'http://localhost:4000', "https://news.example/it's%22new"])(
    'leads from %s to the page it is used on',
    (baseUrl) => {
      const code = decodeURIComponent(bookmarklet(createAddress(baseUrl)).replace('javascript:', ''));
      const asked: string[] = [];
      const location = { href: 'https://paper.example/a?b=1&c=2#d', assign: (to: string) => asked.push(to) };
      new Function('location', code)(location);
      const [target = ''] = asked;
      expect(target.startsWith(`${new URL(baseUrl).href.replace(/\/$/, '')}/hand-in?url=`)).toBe(true);
      expect(new URL(target).searchParams.get('url')).toBe(location.href);
    },
  );
});
