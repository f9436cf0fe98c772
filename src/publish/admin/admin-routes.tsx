import { type Context, Hono } from 'hono';
import type { Administration, SourceChange } from '../../core/administration.ts';
import { parsePolicy } from '../../core/source-policy.ts';
import { createAddress } from '../address.ts';
import { badRequest, notFound } from '../errors.ts';
import { counted } from '../format/words.ts';
import { renderPage } from '../site/render-page.ts';
import type { SiteSource } from '../site/site.ts';
import { sourceFilter } from '../site/source-list.tsx';
import type { WebDeps } from '../web-deps.ts';
import { createAdminGate } from './admin-gate.ts';
import type { AdminFrame, Notice } from './admin-layout.tsx';
import { type AdminEnv, formField, formFields, guardAdmin } from './guard-admin.tsx';
import { OverviewPage } from './overview-page.tsx';
import { PolicyPage } from './policy-page.tsx';
import { ReportsPage } from './reports-page.tsx';
import { AdminSourcesPage, RemoveSourcePage } from './source-pages.tsx';
import { EditStoryPage, StoriesPage } from './story-pages.tsx';

/** What is said after an action, by the word that the redirect carries: no text of an address is ever shown. */
const DONE: Readonly<Record<string, string>> = {
  poll: 'The feed is asked in the round that begins now.',
  pause: 'The feed is left alone until it is resumed.',
  resume: 'The feed is asked again, from the round that begins now.',
  remove: 'The feed is removed. Its articles stay.',
  settled: 'The report is marked.',
  edit: 'Noted. The next round carries it out.',
  policy: 'The policy is set. The next round briefs all stories anew.',
};

interface AdminParts {
  readonly administration: Administration;
  readonly library: WebDeps['library'];
  readonly site: SiteSource;
}

async function frameOf(c: Context<AdminEnv>, { site }: AdminParts): Promise<AdminFrame> {
  return { site: await site(), session: c.get('session') };
}

function noticeOf(c: Context): Notice | null {
  const message = DONE[c.req.query('done') ?? ''];
  return message === undefined ? null : { ok: true, message };
}

/** After a form: a page of its own, so that loading it again sends nothing again. */
async function seeOther(c: Context<AdminEnv>, { site }: AdminParts, path: string, done: string) {
  return c.redirect((await site()).address.href(`${path}?done=${done}`), 303);
}

function overviewRoutes(parts: AdminParts): Hono<AdminEnv> {
  const { administration, library } = parts;
  const app = new Hono<AdminEnv>();
  const show = async (c: Context<AdminEnv>, notice: Notice | null) => {
    const [overview, feeds] = await Promise.all([administration.overview(), library.feeds()]);
    const props = { frame: await frameOf(c, parts), overview, feeds, notice };
    return c.html(renderPage(<OverviewPage {...props} />));
  };
  app.get('/admin', (c) => show(c, null));
  app.post('/admin/retry', async (c) => {
    const code = await formField(c, 'code');
    const count = await administration.retry(await formField(c, 'stage'), code === '' ? null : code);
    return await show(c, { ok: true, message: `${counted(count, 'failure')} to be tried again.` });
  });
  return app;
}

const CHANGES: readonly SourceChange[] = ['pause', 'resume', 'poll', 'remove'];

function adminSourceRoutes(parts: AdminParts): Hono<AdminEnv> {
  const { administration, library } = parts;
  const app = new Hono<AdminEnv>();
  const show = async (c: Context<AdminEnv>, notice: Notice | null, given = '') => {
    const filter = sourceFilter(c.req.query());
    const props = { frame: await frameOf(c, parts), feeds: await library.feeds(), filter, notice, given };
    return c.html(renderPage(<AdminSourcesPage {...props} />), notice?.ok === false ? 400 : 200);
  };
  app.get('/admin/sources', (c) => show(c, noticeOf(c)));
  app.post('/admin/sources', async (c) => {
    const url = (await formField(c, 'url')).trim();
    const added = await administration.addSource(url);
    return await show(c, added, added.ok ? '' : url);
  });
  app.post('/admin/sources/:id', async (c) => {
    const wanted = await formField(c, 'do');
    const change = CHANGES.find((one) => one === wanted);
    if (change === undefined) throw badRequest('Nothing is known by this name that can be done to a feed.');
    const id = c.req.param('id');
    if (change === 'remove' && (await formField(c, 'sure')) !== 'yes') {
      const one = (await library.feeds()).find(({ feed }) => feed.id === id);
      if (one === undefined) throw notFound('There is no such feed.');
      return c.html(renderPage(<RemoveSourcePage frame={await frameOf(c, parts)} one={one} />));
    }
    if (!(await administration.changeSource(id, change))) throw notFound('There is no such feed.');
    return await seeOther(c, parts, '/admin/sources', change);
  });
  return app;
}

function adminReportRoutes(parts: AdminParts): Hono<AdminEnv> {
  const { administration } = parts;
  const app = new Hono<AdminEnv>();
  app.get('/admin/reports', async (c) => {
    const state = c.req.query('state') === 'done' ? 'done' : 'open';
    const reports = await administration.reports(state);
    const props = { frame: await frameOf(c, parts), state, reports, notice: noticeOf(c) } as const;
    return c.html(renderPage(<ReportsPage {...props} />));
  });
  app.post('/admin/reports/:id', async (c) => {
    const done = (await formField(c, 'do')) === 'open' ? null : { by: c.get('session').name };
    if (!(await administration.settleReport(c.req.param('id'), done)))
      throw notFound('There is no such report.');
    return await seeOther(c, parts, '/admin/reports', 'settled');
  });
  return app;
}

/** A story's slug or id out of what somebody has pasted: its address, or the name itself. */
function storyName(text: string): string {
  const slug = /\/story\/([^/?#\s]+)/.exec(text)?.[1];
  if (slug === undefined) return text.trim();
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function adminStoryRoutes(parts: AdminParts): Hono<AdminEnv> {
  const { administration } = parts;
  const app = new Hono<AdminEnv>();
  const showAll = async (c: Context<AdminEnv>, notice: Notice | null) => {
    const props = { frame: await frameOf(c, parts), edits: await administration.edits(), notice };
    return c.html(renderPage(<StoriesPage {...props} />), notice?.ok === false ? 404 : 200);
  };
  const showOne = async (c: Context<AdminEnv>, name: string, notice: Notice | null) => {
    const story = await administration.story(name);
    if (story === null) return await showAll(c, { ok: false, message: 'There is no such story.' });
    const props = { frame: await frameOf(c, parts), story, notice };
    return c.html(renderPage(<EditStoryPage {...props} />), notice?.ok === false ? 400 : 200);
  };
  const settle = async (c: Context<AdminEnv>, id: string, refusal: string | null) =>
    refusal === null
      ? await seeOther(c, parts, '/admin/stories', 'edit')
      : await showOne(c, id, { ok: false, message: refusal });
  app.get('/admin/stories', (c) => {
    const name = storyName(c.req.query('story') ?? '');
    return name === '' ? showAll(c, noticeOf(c)) : showOne(c, name, null);
  });
  app.post('/admin/stories/:id/merge', async (c) => {
    const storyId = c.req.param('id');
    const intoId = storyName(await formField(c, 'into'));
    const madeBy = c.get('session').name;
    return await settle(
      c,
      storyId,
      await administration.editStory({ kind: 'merge', storyId, intoId, madeBy }),
    );
  });
  app.post('/admin/stories/:id/split', async (c) => {
    const storyId = c.req.param('id');
    const articleIds = await formFields(c, 'article');
    const madeBy = c.get('session').name;
    return await settle(
      c,
      storyId,
      await administration.editStory({ kind: 'split', storyId, articleIds, madeBy }),
    );
  });
  return app;
}

function adminPolicyRoutes(parts: AdminParts): Hono<AdminEnv> {
  const { administration } = parts;
  const app = new Hono<AdminEnv>();
  const show = async (c: Context<AdminEnv>, notice: Notice | null) => {
    const props = { frame: await frameOf(c, parts), policy: await administration.policy(), notice };
    return c.html(renderPage(<PolicyPage {...props} />), notice?.ok === false ? 400 : 200);
  };
  app.get('/admin/policy', (c) => show(c, noticeOf(c)));
  app.post('/admin/policy', async (c) => {
    const lines = async (name: string) => (await formField(c, name)).split(/[\s,]+/);
    const text = { hide: await lines('hide'), weigh: await lines('weigh') };
    const parsed = parsePolicy({ ...text, min: (await formField(c, 'min')).trim() });
    if (!parsed.ok) return await show(c, { ok: false, message: parsed.error });
    await administration.setPolicy(parsed.value);
    return await seeOther(c, parts, '/admin/policy', 'policy');
  });
  return app;
}

/** Everything under `/admin`, behind the guard. Without an administration there is nothing under it. */
export function adminRoutes(deps: WebDeps, site: SiteSource): Hono<AdminEnv> {
  const { administration = null, library, clock, baseUrl } = deps;
  if (administration === null) return new Hono<AdminEnv>();
  const address = createAddress(baseUrl);
  const gate = createAdminGate(administration.sessions, { clock, address });
  const parts = { administration, library, site };
  return guardAdmin(gate, address, site)
    .route('/', overviewRoutes(parts))
    .route('/', adminSourceRoutes(parts))
    .route('/', adminReportRoutes(parts))
    .route('/', adminStoryRoutes(parts))
    .route('/', adminPolicyRoutes(parts));
}
