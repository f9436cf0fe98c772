import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Address } from '../address.ts';
import { forbidden } from '../errors.ts';
import { isFromThisSite } from '../same-origin.ts';
import { renderPage } from '../site/render-page.ts';
import type { SiteSource } from '../site/site.ts';
import type { AdminGate, SignedIn } from './admin-gate.ts';
import { isSameText } from './admin-token.ts';
import { SignInPage, type SignInProblem } from './sign-in-page.tsx';

/** What each route of the administration is given: nobody gets there without a session. */
export interface AdminEnv {
  Variables: { session: SignedIn };
}

/** Bytes of a form: the longest holds the ids of a story's articles. */
const MAX_FORM = 200_000;
const SIGN_IN = '/admin/sign-in';

/** The value of a form's field; empty when there is none or it is a file. */
export async function formField(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

/** All values of a form's field. */
export async function formFields(c: Context, name: string): Promise<string[]> {
  const value = (await c.req.parseBody({ all: true }))[name];
  return [value ?? []].flat().filter((one) => typeof one === 'string');
}

async function signInPage(c: Context, site: SiteSource, problem: SignInProblem | null, status: 401 | 429) {
  return c.html(renderPage(<SignInPage site={await site()} problem={problem} />), status);
}

/** Lets through requests of a session, and of those that change something only what its own pages have sent. */
function requireSession(gate: AdminGate, address: Address, site: SiteSource): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && !isFromThisSite(c, address))
      throw forbidden('This form was not sent from a page of the administration.');
    if (c.req.path === SIGN_IN && !isRead) return await next();
    const session = await gate.session(c);
    if (session === null) return await signInPage(c, site, null, 401);
    if (!isRead && !isSameText(await formField(c, 'csrf'), session.csrf))
      throw forbidden('This form is of another session. Load the page again and send it once more.');
    c.set('session', session);
    return await next();
  };
}

/** Signing in and out, and the guard before everything else under `/admin`. */
export function guardAdmin(gate: AdminGate, address: Address, site: SiteSource): Hono<AdminEnv> {
  const app = new Hono<AdminEnv>();
  app.use('/admin/*', bodyLimit({ maxSize: MAX_FORM }));
  app.use('/admin/*', requireSession(gate, address, site));
  app.post(SIGN_IN, async (c) => {
    const outcome = await gate.signIn(c, (await formField(c, 'token')).trim());
    if (outcome === 'in') return c.redirect(address.href('/admin'), 303);
    return await signInPage(c, site, outcome, outcome === 'busy' ? 429 : 401);
  });
  app.post('/admin/sign-out', async (c) => {
    await gate.signOut(c);
    return c.redirect(address.href('/admin'), 303);
  });
  return app;
}
