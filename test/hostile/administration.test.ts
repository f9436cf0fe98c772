import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveArticle } from '../../src/store/articles.ts';
import { saveReport } from '../../src/store/error-reports.ts';
import { addFeeds, savePoll } from '../../src/store/feeds.ts';
import { saveOutlets } from '../../src/store/outlets.ts';
import { recordStageRun } from '../../src/store/stage-runs.ts';
import type { Db } from '../../src/store/store.ts';
import { saveClusterDecisions } from '../../src/store/stories.ts';
import { recordEdit, saveStoryEdit, waitingEdits } from '../../src/store/story-edits.ts';
import { type AdminSite, openAdminSite, type Session } from '../builders/admin-site.ts';
import * as build from '../builders/stored.ts';
import { EVASION_CASES, EVASION_TEXTS } from './filter-evasion.ts';
import { readMarkup } from './markup.ts';

const AT = Date.parse('2025-12-14T09:00:00Z');
const SLUG = 'slug-s';

/** Pages of the back room that show what others wrote, and the public page of the sources. */
const PAGES = [
  '/admin',
  '/admin/sources',
  '/admin/sources?state=failing',
  '/admin/reports',
  '/admin/reports?state=done',
  `/admin/stories?story=${SLUG}`,
  '/admin/stories?story=Q',
  '/admin/policy',
  '/sources',
];

/** What an operator may be made to send, with the field that holds the text. */
const FORMS = [
  ['/admin/sources', { url: 'Q' }],
  ['/admin/retry', { stage: 'Q', code: 'Q' }],
  ['/admin/policy', { hide: 'Q', weigh: 'Q', min: '1' }],
  [`/admin/stories/${SLUG}/merge`, { into: 'Q' }],
  [`/admin/stories/${SLUG}/split`, { article: 'Q' }],
  ['/admin/reports/Q', { do: 'Q' }],
  ['/admin/sources/Q', { do: 'Q' }],
] as const;

/** One of each thing that is told in the back room, for each text. */
async function fill(db: Db, texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries()) {
    await saveOutlets(db, [build.outlet(`outlet-${i}`, { name: text, owner: text })]);
    await addFeeds(db, [
      { id: `feed-${i}`, outletId: `outlet-${i}`, url: `https://${i}.example/${text}`, title: text },
    ]);
    const poll = {
      feedId: `feed-${i}`,
      polledAt: AT,
      nextPollAt: AT,
      status: 500,
      validators: null,
      title: null,
    };
    await savePoll(db, { ...poll, movedTo: null, error: `http/status: ${text}` }, []);
    const report = {
      storyId: 's',
      storySlug: SLUG,
      headline: text,
      version: 1,
      statement: text,
      citation: null,
    };
    await saveReport(db, { ...report, note: text, contact: text }, AT + i);
    const failure = { code: 'extract/no-content' as const, message: text, retryable: false };
    await recordStageRun(db, { stage: 'extract', key: `key-${i}`, version: 1, at: AT, failure });
  }
  await addStory(db, texts);
}

async function addStory(db: Db, texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries())
    await saveArticle(db, build.article(`a${i}`, { outletId: `outlet-${i}`, title: text, byline: text }));
  await saveClusterDecisions(db, {
    stories: [build.storyState('s')],
    founded: new Map([['s', { slug: SLUG, title: texts.join(' ') }]]),
    assignments: texts.map((_, i) => build.assignment(`a${i}`, 's')),
    documentFrequencies: [],
  });
  for (const [i, text] of texts.slice(0, 60).entries()) {
    const edit = { kind: 'split' as const, storyId: 's', storyTitle: text, otherId: null, otherTitle: text };
    await saveStoryEdit(db, { ...edit, articleIds: [], madeBy: text, askedAt: AT + i });
  }
  for (const { id, storyTitle } of (await waitingEdits(db)).slice(0, 30))
    await recordEdit(db, id, { doneAt: AT, refusal: storyTitle });
}

/** Harmless, with words of the same lengths. */
const shapeOf = (text: string) => text.replace(/\S/g, 'x');
/** What differs by the text alone: whether an address in it may be a link is not what is asked here. */
const HARMLESS = EVASION_TEXTS.map(shapeOf);

/** Some of each kind: a form is sent for each, and its answer lists all sources. */
const SENT = Object.values(EVASION_CASES).flatMap((texts) => texts.slice(0, 2));

let hostile: { site: AdminSite; session: Session };
let harmless: { site: AdminSite; session: Session };

async function open(texts: readonly string[]) {
  const site = await openAdminSite();
  await fill(site.app.store.db, texts);
  return { site, session: await site.signIn() };
}

beforeAll(async () => {
  hostile = await open(EVASION_TEXTS);
  harmless = await open(HARMLESS);
}, 240_000);
afterAll(async () => {
  await hostile.site[Symbol.asyncDispose]();
  await harmless.site[Symbol.asyncDispose]();
}, 60_000);

it.each(PAGES)('%s shows hostile words as words', async (path) => {
  const text = EVASION_TEXTS.join(' ').toWellFormed();
  const read = async (session: Session, words: string) => {
    const response = await session.get(path.replace('Q', encodeURIComponent(words)));
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    return { status: response.status, ...readMarkup(await response.text()) };
  };
  const shown = await read(hostile.session, text);
  expect([shown.status < 500, shown.dangers]).toEqual([true, []]);
  expect(shown.skeleton).toEqual((await read(harmless.session, shapeOf(text))).skeleton);
});

it.each(FORMS)(
  '%s answers a hostile form with words',
  async (path, fields) => {
    for (const text of SENT) {
      const filled = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, value.replace('Q', text)]),
      );
      const place = path.replace('Q', encodeURIComponent(text.toWellFormed()));
      const response = await hostile.session.post(place, filled);
      expect([text, response.status < 500]).toEqual([text, true]);
      expect([text, readMarkup(await response.text()).dangers]).toEqual([text, []]);
      expect(response.headers.get('Location') ?? '/admin').toMatch(/^\/admin/);
    }
  },
  120_000,
);

it('asks who is not signed in to sign in, with nothing of what was sent', async () => {
  for (const text of SENT) {
    const answer = await hostile.site.web.request(
      `/admin/stories?story=${encodeURIComponent(text.toWellFormed())}`,
    );
    expect(answer.status).toBe(401);
    expect([text, readMarkup(await answer.text()).dangers]).toEqual([text, []]);
  }
});
