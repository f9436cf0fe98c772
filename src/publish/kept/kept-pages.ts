import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.ts';
import { contentHash } from '../../core/hash.ts';
import type { PageMarks } from '../../core/page-marks.ts';
import { BackgroundRenders } from './background-renders.ts';
import { type KeepRule, keepRule, standing } from './keep-rule.ts';
import { chosenEncoding, formOf, type Grounds, type KeptPage } from './kept-page.ts';

export interface KeptPagesParts {
  readonly marks: PageMarks;
  readonly clock: Clock;
  /** Bytes that all kept pages take together, compressed forms included; 64 MiB when absent. */
  readonly maxBytes?: number;
  /** The whole site, asked for a page that is to be rendered anew while the old one is still shown. */
  readonly ask: (request: Request) => Response | Promise<Response>;
}

const MAX_BYTES = 64 * 1024 * 1024;
/** What the compressed forms of a page take of its size, at most. */
const SHARE_OF_FORMS = 0.5;
/** UTF-16 code units of an address that is worth keeping. */
const LONGEST_ADDRESS = 1_000;

/** Headers that are made anew for each answer, or belong to one of them. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'etag',
  'vary',
  'date',
]);

/** A page that somebody is rendering: others who ask for it meanwhile wait for it, as far as its grounds hold for them. */
interface Rendering {
  readonly grounds: Grounds;
  /** Null when it came out as nothing that can be kept. */
  readonly page: Promise<KeptPage | null>;
}

/**
 * Shows pages again that were rendered before, as long as they hold (`keepRule`). A page is kept under the whole of its address, since
 * nothing else changes what is rendered: readers have no cookies, and languages and time zones are not negotiated.
 */
export function keptPages({ marks, clock, ask, maxBytes = MAX_BYTES }: KeptPagesParts): MiddlewareHandler {
  const kept = new LRUCache<string, KeptPage>({ maxSize: maxBytes });
  const renderings = new Map<string, Rendering>();
  const background = new BackgroundRenders();
  const anew = new WeakSet<Request>();

  async function rendered(
    c: Context,
    key: string,
    grounds: Grounds,
    next: () => Promise<void>,
  ): Promise<KeptPage | null> {
    const { promise, resolve, reject } = Promise.withResolvers<KeptPage | null>();
    // Whoever renders is told of a failure by the rejection of `next`; those who wait render for themselves.
    promise.catch(() => {});
    renderings.set(key, { grounds, page: promise });
    try {
      await next();
      const page = await pageOf(c.res, grounds);
      if (page !== null) kept.set(key, page, { size: await weightOf(page, key) });
      resolve(page);
      return page;
    } catch (error) {
      reject(error);
      throw error;
    } finally {
      if (renderings.get(key)?.page === promise) renderings.delete(key);
    }
  }

  /** Has the page rendered as if somebody asked for it who takes no kept one. */
  function renderAnew(key: string, url: string): void {
    background.add(key, async () => {
      const request = new Request(url);
      anew.add(request);
      try {
        await (await ask(request)).arrayBuffer();
      } catch {
        // Whoever asks once the page is gone is told.
      }
    });
  }

  function found(
    c: Context,
    key: string,
    now: Grounds,
    rule: KeepRule,
  ): Promise<KeptPage | null> | KeptPage | null {
    if (anew.has(c.req.raw)) return null;
    const page = kept.get(key);
    const state = page === undefined ? 'gone' : standing(page.grounds, now.mark, now.at, rule);
    if (page !== undefined && state === 'fades') renderAnew(key, c.req.url);
    if (page !== undefined && state !== 'gone') return page;
    const rendering = renderings.get(key);
    if (rendering === undefined || standing(rendering.grounds, now.mark, now.at, rule) !== 'holds')
      return null;
    return rendering.page.catch(() => null);
  }

  return async (c, next) => {
    const rule = isRead(c) ? keepRule(c.req.path) : null;
    const key = addressOf(c);
    if (rule === null || key.length > LONGEST_ADDRESS) return await next();
    const now = { mark: await marks.read(rule.storySlug), at: clock.now() };
    const page = (await found(c, key, now, rule)) ?? (await rendered(c, key, now, next));
    if (page === null) return undefined;
    // Otherwise Hono would lay the headers of what was rendered over those of the answer.
    c.res = undefined;
    c.res = await answerOf(c, page);
    return undefined;
  };
}

function isRead({ req }: Context): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
}

/** Path and query as they were sent: an address written in another way is another page, at worst rendered twice. */
function addressOf({ req }: Context): string {
  const query = req.url.indexOf('?');
  return query === -1 ? req.path : req.path + req.url.slice(query);
}

/** The rendered page; null when it is an error, a redirection or something that asks not to be kept. */
async function pageOf(response: Response, grounds: Grounds): Promise<KeptPage | null> {
  const { status, headers } = response;
  const isOpen = !headers.has('Set-Cookie') && !/no-store|private/.test(headers.get('Cache-Control') ?? '');
  if (status !== 200 || !isOpen || headers.has('Content-Encoding')) return null;
  const body = new Uint8Array(await response.clone().arrayBuffer());
  return {
    grounds,
    type: headers.get('Content-Type') ?? 'text/html; charset=UTF-8',
    // Weak, since it stands for every coding of the page (RFC 9110 §8.8.1).
    etag: `W/"${contentHash(body).slice(0, 24)}"`,
    headers: [...headers].filter(([name]) => !OWN_HEADERS.has(name)),
    forms: new Map([['identity', Promise.resolve(body)]]),
  };
}

async function weightOf(page: KeptPage, key: string): Promise<number> {
  const { length } = await formOf(page, 'identity');
  return Math.ceil(length * (1 + SHARE_OF_FORMS)) + 2 * key.length;
}

/** Weak comparison (RFC 9110 §13.1.2): what a cache between has made of the tag does not matter. */
function isUnchanged(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((tag) => bare(tag) === bare(etag));
}

async function answerOf(c: Context, page: KeptPage): Promise<Response> {
  const headers: Record<string, string> = {
    ...Object.fromEntries(page.headers),
    ETag: page.etag,
    Vary: 'Accept-Encoding',
  };
  if (isUnchanged(c.req.header('If-None-Match'), page.etag))
    return new Response(null, { status: 304, headers });
  const { length } = await formOf(page, 'identity');
  const encoding = chosenEncoding(c.req.header('Accept-Encoding'), length);
  const body = await formOf(page, encoding);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  headers['Content-Type'] = page.type;
  headers['Content-Length'] = String(body.length);
  return new Response(body, { headers });
}
