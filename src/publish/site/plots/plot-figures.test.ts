import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { buildLibrary, fillerStory, type LibraryOptions } from '../../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../../test/builders/web-deps.ts';
import type { ArticlePassages, StoryPage } from '../../../core/library.ts';
import { createWebApp } from '../../web-app.ts';

const PATH = '/story/halvik-port-fire';

async function read(path: string, options: LibraryOptions = {}) {
  const app = createWebApp(
    buildWebDeps({
      library: buildLibrary(options),
    }),
  );
  const html = await (await app.request(path)).text();
  return { html, document: parseHTML(html).document };
}

/** The story as `count` outlets tell it, an article each, ten minutes apart; every third outlet is British. */
function toldBy(count: number): (page: StoryPage) => StoryPage {
  return (page) => {
    const told = page.articles.filter(({ article }) => article.copyOf === null);
    const extra = Array.from({ length: Math.max(0, count - told.length) }, (_, i): ArticlePassages => {
      const original = told[i % told.length];
      if (original === undefined) throw new Error('the story has no articles');
      const id = `outlet-${i}.example`;
      const outlet = {
        ...original.article.outlet,
        id,
        name: `Paper No ${i}`,
        country: i % 3 === 0 ? 'GB' : 'NO',
      };
      const publishedAt = original.article.publishedAt + (i + 1) * 600_000;
      return {
        ...original,
        article: { ...original.article, id: `more-${i}`, outletId: id, outlet, publishedAt },
      };
    });
    return { ...page, articles: [...told.slice(0, count), ...extra] };
  };
}

describe('the drawings of a story', () => {
  it('are one picture each, with a name, a description and a table behind', async () => {
    const { document } = await read(PATH, { mainStory: toldBy(79) });
    const figures = [...document.querySelectorAll('figure.plot')];
    expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['coverage', 'countries']));
    for (const figure of figures) {
      const svg = figure.querySelector('svg');
      expect(svg?.getAttribute('role')).toBe('img');
      for (const id of (svg?.getAttribute('aria-labelledby') ?? '').split(' ')) {
        expect(document.getElementById(id)?.textContent?.length).toBeGreaterThan(3);
      }
      expect(svg?.querySelector('a')).toBeNull();
      if (figure.id !== 'time') expect(figure.querySelectorAll('details tbody tr').length).toBeGreaterThan(1);
    }
    expect(document.querySelector('#coverage figcaption')?.textContent).toContain('of 79 outlets');
    expect(document.querySelectorAll('#coverage tbody tr')).toHaveLength(79);
  });

  it('are left out where one outlet leaves nothing to see', async () => {
    const { document } = await read(PATH, { mainStory: toldBy(1) });
    expect(document.querySelector('#coverage, #countries')).toBeNull();
  });

  it('carry no inline style, which the policy of the page would refuse', async () => {
    for (const path of [PATH, '/topic/halvik', '/outlets']) {
      const { html } = await read(path, { mainStory: toldBy(79) });
      expect(html).not.toMatch(/\sstyle=/);
    }
  });

  it('say who was first and name outlets in the table', async () => {
    const { document } = await read(PATH);
    expect(document.querySelector('#coverage figcaption')?.textContent).toContain('North Wire was first');
    expect(document.querySelector('#coverage tbody a')?.getAttribute('href')).toBe(
      '/outlet/north-wire.example',
    );
  });
});

describe('a topic', () => {
  it('shows how often it was written about', async () => {
    const { document } = await read('/topic/halvik');
    expect(document.querySelector('#mentions figcaption')?.textContent).toContain(
      '14 articles by month; most in Dec 2025, with 12',
    );
    expect(document.querySelectorAll('#mentions tbody tr')).toHaveLength(4);
  });
});

describe('the versions of a story', () => {
  it('are drawn with what each brought, from the second change on', async () => {
    const { document } = await read(`${PATH}/versions`);
    expect(document.querySelectorAll('#versions-changed tbody tr')).toHaveLength(2);
    expect(document.querySelector('#versions-changed figcaption')?.textContent).toMatch(
      /Version \d brought most that is new: \d+ sentences? more, \d+ gone/,
    );
    const single = await read('/story/ferry-timetable-vote/versions');
    expect(single.document.querySelector('#versions-changed')).toBeNull();
  });
});

describe('an outlet', () => {
  it('shows what its peers carried and it did not, each with its story', async () => {
    const { document } = await read('/outlet/channel-one.example', { extraStories: [fillerStory(1)] });
    const links = [...document.querySelectorAll('.left-out a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/story/filler-1');
    expect(document.querySelector('[aria-labelledby="leaves-out-heading"]')?.textContent).toMatch(
      /that 3 or more of 8 other outlets of Norway carried between .* it has 9/,
    );
  });

  it('says so where too little is known of its tone', async () => {
    const { document } = await read('/outlet/channel-one.example');
    expect(document.querySelector('[aria-labelledby="tone-heading"]')?.textContent).toMatch(/tone was found/);
    expect(document.querySelector('#outlet-tone')).toBeNull();
  });
});

describe('the front page by breadth', () => {
  const broad = Array.from({ length: 6 }, (_, i) => {
    const story = fillerStory(i);
    return { ...story, card: { ...story.card, independentOutlets: i + 2 } };
  });

  it('has a tile for each story of several outlets and lists the others', async () => {
    const { document } = await read('/?view=map', { extraStories: [...broad, fillerStory(20)] });
    const tiles = [...document.querySelectorAll('svg.broad a.tile')];
    const listed = [...document.querySelectorAll('.entry h3 a')].map((link) => link.getAttribute('href'));
    expect(tiles).toHaveLength(7);
    expect(listed).toContain(`/story/${fillerStory(20).card.slug}`);
    for (const tile of tiles) expect(listed).not.toContain(tile.getAttribute('href'));
  });

  it('is a choice only where there is something to choose', async () => {
    const few = await read('/');
    expect(few.document.querySelector('.view-choice')).toBeNull();
    const many = await read('/', { extraStories: broad });
    const links = [...many.document.querySelectorAll('.view-choice a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual(['/', '/?view=map']);
  });
});
