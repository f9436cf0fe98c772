import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { toConfig } from '../../src/config.ts';
import { OPEN_POLICY } from '../../src/core/source-policy.ts';
import { importArticles } from '../../src/pipeline/intake/import-articles.ts';
import { parseArticleLine } from '../../src/pipeline/intake/parse-article-row.ts';
import { saveSitePolicy } from '../../src/store/source-policy.ts';

/** One invented event in three papers. */
const ROWS = [
  [
    'North Press',
    'Fire at Harrow Bridge mill kills 12',
    'A fire at the paper mill in Harrow Bridge killed 12 people on Thursday night. The county fire service said the fire began in a drying room. Dora Lindqvist, the mayor of Harrow Bridge, said the mill would stay closed until the summer.',
  ],
  [
    'Courier',
    'Twelve dead in fire at Harrow Bridge mill',
    'Twelve people died when a fire broke out at the paper mill in Harrow Bridge on Thursday night. The county fire service said that the fire began in a drying room of the mill.',
  ],
  [
    'Daily Whistle',
    'Mill fire: 12 dead at Harrow Bridge',
    'At least 12 people were killed in a fire at the paper mill in Harrow Bridge on Thursday night, the police said. Workers had complained about blocked doors for years.',
  ],
].map(([outlet, title, text], i) =>
  JSON.stringify({
    id: `a${i}`,
    outlet,
    title,
    text,
    language: 'en',
    publishedAt: `2026-03-12T2${i}:00:00Z`,
  }),
);

describe('the asker and the policy reader of an app', () => {
  let folder: string;
  let app: App;
  let slug: string;
  const outletIds = async (): Promise<string[]> =>
    (await app.library.story(slug))?.articles.map(({ article }) => article.outletId) ?? [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-readers-'));
    const config = toConfig({
      dataDir: folder,
      roles: 'worker',
      threads: '1',
      world: 'off',
      clock: 'articles',
    });
    app = await createApp(config, { logLevel: 'silent' });
    const rows = ROWS.flatMap(parseArticleLine).flatMap((row) => (row.ok ? [row.value] : []));
    await importArticles(app.store, rows, Date.UTC(2026, 2, 13));
    await app.coordinator.begin('import', 'none');
    await app.coordinator.complete();
    const [card] = await app.library.frontPage({ limit: 1, offset: 0 });
    slug = card?.slug ?? '';
  }, 120_000);

  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('answers a question from the stored articles, with the story that says it', async () => {
    const answer = await app.asker.ask({
      text: 'How many people were killed in the mill fire?',
      storySlug: null,
    });
    if (answer === null || answer === 'busy') throw new Error('no answer');
    expect(answer.refusal).toBeNull();
    expect(answer.statements[0]?.statement.text).toMatch(/12 people|Twelve people/);
    expect(answer.statements[0]?.storySlug).toBe(slug);
    expect(answer.articlesRead).toBe(3);
  });

  it('refuses what no article says, and knows no story that is not there', async () => {
    const asked = await app.asker.ask({ text: 'Who won the Isthmus Cup final?', storySlug: slug });
    expect(asked).toMatchObject({ statements: [], refusal: expect.any(String) });
    expect(await app.asker.ask({ text: 'How many were killed?', storySlug: 'no-such-story' })).toBeNull();
  });

  it('tells a story anew without the outlets that a reader hides', async () => {
    const [hidden = '', ...others] = await outletIds();
    const told = await app.policyReader.story(slug, { ...OPEN_POLICY, hide: [hidden] });
    if (told.kind !== 'page') throw new Error(told.kind);
    expect(told.page.articles.map(({ article }) => article.outletId).sort()).toEqual([...others].sort());
    expect(told.page.readerPolicy?.hide).toEqual([hidden]);
    expect(JSON.stringify(told.page.briefing.sections)).not.toContain(hidden);
    expect((await app.library.story(slug))?.articles).toHaveLength(3);
  });

  it('says when nothing is left, and when there is no such story', async () => {
    const all = { ...OPEN_POLICY, hide: await outletIds() };
    expect((await app.policyReader.story(slug, all)).kind).toBe('nothing-left');
    expect((await app.policyReader.story('no-such-story', all)).kind).toBe('unknown');
  });

  it('gives the stored page to a policy that does not concern the story', async () => {
    const told = await app.policyReader.story(slug, { ...OPEN_POLICY, hide: ['elsewhere.example'] });
    expect(told).toEqual({ kind: 'page', page: await app.library.story(slug) });
  });

  it('keeps to the policy of the site in answers', async () => {
    await saveSitePolicy(app.store.db, { ...OPEN_POLICY, hide: await outletIds() });
    const answer = await app.asker.ask({ text: 'What did Dora Lindqvist say?', storySlug: null });
    await saveSitePolicy(app.store.db, OPEN_POLICY);
    expect(answer).toMatchObject({ statements: [], refusal: 'no-article' });
  });
});
