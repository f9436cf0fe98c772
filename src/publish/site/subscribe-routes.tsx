import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { DigestWish, SubscriptionDesk } from '../../core/subscription.ts';
import { badRequest, notFound, tooBusy } from '../errors.ts';
import type { WebDeps } from '../web-deps.ts';
import { renderPage } from './render-page.ts';
import type { SiteSource } from './site.ts';
import { SubscribeNote, SubscribePage, SubscriptionStep } from './subscribe-pages.tsx';

/** Topics of one digest. */
const MAX_TOPICS = 20;
/** A form of this site has a few fields, bytes. */
const MAX_FORM = 10_000;

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

const form = z.object({
  email: z.email('The address is not valid.').max(254),
  frequency: z.string().regex(/^(?:daily|weekly-[1-7])$/, 'Choose every day or a day of the week.'),
  hour: z.coerce.number().int().min(0).max(23),
  timeZone: z.string().refine((zone) => zones.has(zone), 'The time zone is not known.'),
  topic: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].slice(0, MAX_TOPICS)),
});

/** @throws AppError `web/bad-request` with what is wrong */
async function wishOf(c: Context): Promise<DigestWish> {
  const parsed = form.safeParse(await c.req.parseBody({ all: true }));
  if (!parsed.success) throw badRequest(parsed.error.issues[0]?.message ?? 'The form is not filled in.');
  const { email, frequency, hour, timeZone, topic } = parsed.data;
  const [often, weekday = '1'] = frequency.split('-');
  return {
    email,
    frequency: often === 'weekly' ? 'weekly' : 'daily',
    hour,
    weekday: Number(weekday),
    timeZone,
    topics: topic,
  };
}

function stepRoutes(desk: SubscriptionDesk, site: SiteSource): Hono {
  const app = new Hono();
  const gone = () =>
    notFound('This link has been used up, or the subscription has ended. A new one can be asked for.');
  for (const step of ['confirm', 'leave'] as const) {
    app.get(`/subscribe/${step}/:id/:token`, async (c) => {
      const { id, token } = c.req.param();
      const subscriber = await desk.find(id, token);
      if (subscriber === null) throw gone();
      return c.html(
        renderPage(
          <SubscriptionStep site={await site()} subscriber={subscriber} token={token} step={step} />,
        ),
      );
    });
  }
  app.post('/subscribe/confirm/:id/:token', async (c) => {
    const subscriber = await desk.confirm(c.req.param('id'), c.req.param('token'));
    if (subscriber === null) throw gone();
    const note = 'The first mail comes at the next hour you chose.';
    return c.html(renderPage(<SubscribeNote site={await site()} heading="Confirmed" note={note} />));
  });
  // Also what a mail program calls by itself (RFC 8058): the answer does not matter to it.
  app.post('/subscribe/leave/:id/:token', async (c) => {
    await desk.leave(c.req.param('id'), c.req.param('token'));
    const note = 'No further mail is sent, and the address is forgotten.';
    return c.html(renderPage(<SubscribeNote site={await site()} heading="Ended" note={note} />));
  });
  return app;
}

/** Digests by e-mail: signing up, confirming, ending. Without a mail server there is nothing under these addresses. */
export function subscribeRoutes({ desk = null, library }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  if (desk === null) return app;
  app.use('/subscribe/*', bodyLimit({ maxSize: MAX_FORM }));
  app.get('/subscribe', async (c) => {
    const slugs = [...new Set(c.req.queries('topic') ?? [])].slice(0, MAX_TOPICS);
    const found = await Promise.all(slugs.map((slug) => library.topic(slug)));
    const topics = found.flatMap((one) => one?.topic ?? []);
    return c.html(renderPage(<SubscribePage site={await site()} topics={topics} />));
  });
  app.post('/subscribe', async (c) => {
    const wish = await wishOf(c);
    const outcome = await desk.ask(wish);
    if (outcome === 'busy')
      throw tooBusy('Mail was asked for too often just now. Please try again in ten minutes.');
    if (outcome === 'failed')
      throw tooBusy('The mail could not be sent. Check the address, or try again later.');
    const note = `A mail is on its way to ${wish.email}. Nothing else is sent before the link in it is followed.`;
    return c.html(
      renderPage(<SubscribeNote site={await site()} heading="Look into your mail" note={note} />),
    );
  });
  return app.route('/', stepRoutes(desk, site));
}
