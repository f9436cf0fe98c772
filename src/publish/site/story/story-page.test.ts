import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { buildLibrary, halvikStory } from '../../../../test/builders/library-builder.ts';
import { buildWebDeps } from '../../../../test/builders/web-deps.ts';
import type { Statement } from '../../../core/briefing.ts';
import type { StoryPage } from '../../../core/library.ts';
import { createWebApp } from '../../web-app.ts';

async function read(path: string, mainStory: (page: StoryPage) => StoryPage = (page) => page) {
  const app = createWebApp(
    buildWebDeps({
      library: buildLibrary({ mainStory }),
    }),
  );
  const response = await app.request(path);
  const html = await response.text();
  return { html, document: parseHTML(html).document, status: response.status };
}

const PATH = '/story/halvik-port-fire';

describe('the story page', () => {
  it('has the sections in their order and with their names', async () => {
    const { document } = await read(PATH);
    const headings = [...document.querySelectorAll('main h2')].map((heading) => heading.textContent);
    expect(headings).toEqual([
      'What’s happened',
      'What’s behind the headline?',
      'What the papers say',
      'How we got here',
      'Go deeper',
      'More on these topics',
      'The articles',
    ]);
  });

  it('leaves out what has neither content nor a note', async () => {
    const { document } = await read('/story/ferry-timetable-vote');
    const headings = [...document.querySelectorAll('main h2')].map((heading) => heading.textContent);
    expect(headings).toEqual(['What’s happened', 'What the papers say', 'The articles']);
    expect(document.querySelector('#papers .thin')?.textContent).toContain('nothing to compare');
  });

  it('has no heading over nothing', async () => {
    for (const path of [PATH, '/story/ferry-timetable-vote']) {
      const { document } = await read(path);
      for (const heading of document.querySelectorAll('main h2, main h3')) {
        const rest = (heading.parentElement?.textContent ?? '').replace(heading.textContent ?? '', '').trim();
        expect(rest.length).toBeGreaterThan(10);
      }
    }
  });

  it('leads from every sentence to a passage that contains its cited words, marked', async () => {
    const { document } = await read(PATH);
    const chips = [...document.querySelectorAll('a.chip')];
    expect(chips.length).toBeGreaterThan(15);
    for (const chip of chips) {
      const said = chip.closest('.said')?.firstChild?.textContent ?? '';
      const passage = document.getElementById((chip.getAttribute('href') ?? '').slice(1));
      expect(passage?.querySelector('mark')?.textContent).toBe(said);
      expect(passage?.querySelector('.passage-close')?.getAttribute('href')).toBe(`#${chip.id}`);
    }
  });

  it('names outlets by sigla and counts those that do not fit', async () => {
    const { document } = await read(PATH);
    const chip = document.getElementById('c-happened-1');
    expect(chip?.textContent?.replace(/\s+/g, ' ')).toBe(
      'NW HT +2, source: North Wire, Halvik Times, The Atlantic Ledger and 1 more',
    );
    const passage = document.getElementById('p-happened-1')?.textContent ?? '';
    expect(passage).toContain('A similar sentence in 3 other outlets');
    expect(passage).toContain('sentence 1 of 9');
  });

  it('names the holder of a forecast and the outlet that printed it', async () => {
    const { document } = await read(PATH);
    const text = document.getElementById('behind')?.textContent ?? '';
    expect(text).toContain('according to Institute for Sea Trade, in The Atlantic Ledger');
  });

  it('flags a figure that differs tenfold and shows who says what', async () => {
    const { document } = await read(PATH);
    const row = document.querySelector('table.figures tbody tr');
    expect(row?.textContent).toContain('differs tenfold or more');
    expect(row?.querySelectorAll('.readings li')).toHaveLength(4);
    expect(row?.querySelector('svg')?.getAttribute('aria-label')).toBe('from 31 to 310, by factors of ten');
  });

  it('marks the first reporter of a fact and those in which it was not found', async () => {
    const { document } = await read(PATH);
    const row = document.getElementById('fact-2');
    const marks = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent?.trim());
    expect(marks[0]).toBe('North Wire reports it first');
    expect(marks[1]).toBe('The Atlantic Ledger reports it');
    expect(marks).toContain('not found in Halvik Times');
    expect(marks.at(-1)).toMatch(/^\d of 8 outlets report it$/);
    expect(marks).toHaveLength(9);
  });

  it('does not say who was first where only days are known', async () => {
    const daysOnly = (page: StoryPage): StoryPage => ({
      ...page,
      articles: page.articles.map((passages) => ({
        ...passages,
        article: { ...passages.article, datePrecision: 'day' },
      })),
    });
    const { document } = await read(PATH, daysOnly);
    expect(document.querySelectorAll('td .first')).toHaveLength(0);
  });

  it('shows both sides of a contradiction with their outlets', async () => {
    const { document } = await read(PATH);
    const difference = document.querySelector('.difference');
    expect(difference?.querySelectorAll('dt')).toHaveLength(2);
    expect(difference?.textContent).toContain('rejected the charge');
  });

  it('shows the tone of an outlet folded, with links to the sentences that carry it', async () => {
    const { document } = await read(PATH);
    const tones = [...document.querySelectorAll('.outlet-card details')].filter((one) =>
      one.querySelector('summary')?.textContent?.includes('Port of Halvik'),
    );
    expect(tones).toHaveLength(1);
    expect(tones[0]?.hasAttribute('open')).toBe(false);
    expect(tones[0]?.querySelector('summary')?.textContent).toContain('Critical of');
    expect(tones[0]?.querySelector('a.evidence')?.textContent).toContain('so-called model port');
    expect(tones[0]?.textContent).toContain('Judged by a small trained model');
  });

  it('marks reprints and links originals without handing over the window', async () => {
    const { document } = await read(PATH);
    const items = [...document.querySelectorAll('.articles li')];
    expect(items).toHaveLength(10);
    const copies = [...document.querySelectorAll('.articles > li > div > .copies > li.is-copy')];
    expect(copies.map((copy) => copy.querySelector('.marks')?.textContent)).toEqual([
      'reprints North Wire; shortened, 91 % the same',
      'reprints North Wire; shortened, 91 % the same',
    ]);
    for (const link of document.querySelectorAll('a[href^="http"]')) {
      expect(link.getAttribute('rel')).toBe('noopener');
    }
  });
});

describe('hostile text', () => {
  const FOREIGN = 'script:not([src], [type="application/ld+json"]), img';
  const EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' onload=x';

  function poisoned(page: StoryPage): StoryPage {
    const { sections } = page.briefing;
    const evil = (statement: Statement): Statement => ({
      ...statement,
      text: EVIL,
      by: { name: EVIL, outletId: EVIL },
    });
    return {
      ...page,
      card: { ...page.card, headline: EVIL, summary: EVIL, outletNames: [EVIL] },
      articles: page.articles.map((passages) => ({
        ...passages,
        text: EVIL.repeat(20),
        article: { ...passages.article, title: EVIL, byline: EVIL, url: 'javascript:alert(1)' },
      })),
      briefing: {
        ...page.briefing,
        headline: EVIL,
        sections: {
          ...sections,
          whatHappened: sections.whatHappened.map(evil),
          topics: sections.topics.map((card) => ({
            ...card,
            title: EVIL,
            extract: EVIL,
            wikipediaUrl: 'javascript:alert(1)',
          })),
        },
        thin: { whatHappened: EVIL },
      },
    };
  }

  it.each([
    PATH,
    '/',
    '/article/nw1',
    `${PATH}/versions`,
    '/question/who-owns-the-maren-star',
    '/search?q=fire',
  ])('is shown as text on %s', async (path) => {
    const { html, document, status } = await read(path, poisoned);
    expect(status).toBe(200);
    expect(document.querySelectorAll(FOREIGN)).toHaveLength(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name.startsWith('on')).toBe(false);
    }
    expect(html).not.toMatch(/href="javascript:/i);
  });

  it('in a query is shown as text', async () => {
    const { document } = await read(`/search?q=${encodeURIComponent(EVIL)}`);
    expect(document.querySelectorAll(FOREIGN)).toHaveLength(0);
    expect(document.querySelector('#words')?.getAttribute('value')).toBe(EVIL);
  });
});

describe('the article page', () => {
  it('never shows more than half of an article, however much of it is cited', async () => {
    const everySentence = (page: StoryPage): StoryPage => {
      const [first] = page.briefing.sections.whatHappened;
      const wire = page.articles.find(({ article }) => article.id === 'nw1');
      if (first === undefined || wire === undefined) throw new Error('the builder has changed');
      const whatHappened = wire.sentences.map(
        ({ start, end }): Statement => ({
          ...first,
          citations: [{ articleId: 'nw1', start, end }],
          support: [],
        }),
      );
      return {
        ...page,
        briefing: { ...page.briefing, sections: { ...page.briefing.sections, whatHappened } },
      };
    };
    const { document } = await read('/article/nw1', everySentence);
    const wire = halvikStory().articles.find(({ article }) => article.id === 'nw1')!;
    const count = (text: string) => text.split(/\s+/).filter(Boolean).length;
    const shown = [...document.querySelectorAll('blockquote')]
      .map((quote) => quote.textContent ?? '')
      .join(' ');
    expect(count(shown)).toBeGreaterThan(20);
    expect(count(shown)).toBeLessThanOrEqual(count(wire.text) / 2);
    expect(document.querySelector('.beyond')?.textContent).toContain('limit');
  });

  it('has an anchor for every place that the story cites', async () => {
    const story = await read(PATH);
    const links = [...story.document.querySelectorAll('a[href^="/article/"]')]
      .map((link) => /^\/article\/([^#]+)#(.+)$/.exec(link.getAttribute('href') ?? ''))
      .filter((match) => match !== null);
    expect(links.length).toBeGreaterThan(30);
    for (const [, id, anchor] of links) {
      const { document } = await read(`/article/${id}`);
      expect(document.getElementById(anchor ?? ''), `${id}#${anchor}`).not.toBeNull();
    }
  });

  it('highlights the passage that is asked for, and cannot be asked for other parts', async () => {
    const { document } = await read('/article/nw1?at=0-111');
    expect(document.querySelectorAll('.wanted')).toHaveLength(1);
    const plain = await read('/article/nw1');
    const other = await read('/article/nw1?at=5-900');
    const quotes = (page: typeof plain) =>
      [...page.document.querySelectorAll('blockquote')].map((q) => q.textContent);
    expect(quotes(other)).toEqual(quotes(plain));
  });
});
