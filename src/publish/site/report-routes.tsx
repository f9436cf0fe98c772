import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Library, StoryPage } from '../../core/library.ts';
import { clientAddress } from '../api/client-address.ts';
import { createRateLimit } from '../api/rate-limit.ts';
import { badRequest, forbidden, notFound, tooBusy, tooManyRequests } from '../errors.ts';
import { saidAt } from '../passages/statement-at.ts';
import { isFromThisSite } from '../same-origin.ts';
import type { WebDeps } from '../web-deps.ts';
import { renderPage } from './render-page.ts';
import { MAX_CONTACT, MAX_NOTE, type ReportedPage, ReportForm, ReportThanks } from './report-pages.tsx';
import type { SiteSource } from './site.ts';

/** A form of this site has a few fields; a letter may take four bytes, and a byte three in a form. */
const MAX_FORM = 30_000;
/** Reports of one client in a minute. */
const REPORTS_PER_MINUTE = 4;

const placeSchema = z.object({
  story: z.string().min(1).max(300),
  v: z.coerce.number().int().min(1).max(999_999).optional(),
  at: z.string().max(100).optional(),
});

const formSchema = placeSchema.extend({
  note: z.string().trim().min(3, 'Please write what is wrong.').max(MAX_NOTE, 'The report is too long.'),
  contact: z.string().trim().max(MAX_CONTACT).optional(),
  website: z.string().optional(),
});

type Place = z.infer<typeof placeSchema>;

async function reportedStory(library: Library, { story, v }: Place): Promise<StoryPage> {
  const page = v === undefined ? null : await library.storyVersion(story, v);
  const found = page ?? (await library.story(story));
  if (found === null) throw notFound('No story has this address.');
  return found;
}

function reportedPage(page: StoryPage, { at }: Place): ReportedPage {
  const said = at === undefined ? null : saidAt(page, at);
  const { card, briefing, version } = page;
  const own = { slug: card.slug, headline: briefing.headline, version };
  return { ...own, said, at: said === null ? null : (at ?? null) };
}

/** `/report`: a reader says what is wrong with a sentence. Without anybody to read it there is nothing under the address. */
export function reportRoutes({ library, reportBox, clock }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  if (reportBox === undefined) return app;
  const limit = createRateLimit(REPORTS_PER_MINUTE, clock);
  app.use('/report', bodyLimit({ maxSize: MAX_FORM }));
  app.get('/report', async (c) => {
    const parsed = placeSchema.safeParse(c.req.query());
    if (!parsed.success) throw badRequest('The address does not say which story is meant.');
    const page = reportedPage(await reportedStory(library, parsed.data), parsed.data);
    return c.html(renderPage(<ReportForm site={await site()} page={page} />));
  });
  app.post('/report', async (c) => {
    const frame = await site();
    if (!isFromThisSite(c, frame.address)) throw forbidden('Reports are sent with the form of this site.');
    if (!limit.take(clientAddress(c)).isAllowed)
      throw tooManyRequests('Several reports came from you just now. Please go on in a minute.');
    const parsed = formSchema.safeParse(await c.req.parseBody());
    if (!parsed.success) throw badRequest(parsed.error.issues[0]?.message ?? 'The form is not filled in.');
    const { note, contact = '', website = '' } = parsed.data;
    const story = await reportedStory(library, parsed.data);
    const { slug, headline, version, said } = reportedPage(story, parsed.data);
    // A field that nobody sees is filled in by programs only.
    if (website !== '') return c.html(renderPage(<ReportThanks site={frame} slug={slug} />));
    const outcome = await reportBox.handIn({
      storyId: story.card.id,
      storySlug: slug,
      headline,
      version,
      statement: said?.text ?? null,
      citation: said?.citation ?? null,
      note,
      contact: contact === '' ? null : contact,
    });
    if (outcome === 'full') throw tooBusy('More reports are waiting than can be read. Please try later.');
    return c.html(renderPage(<ReportThanks site={frame} slug={slug} />));
  });
  return app;
}
