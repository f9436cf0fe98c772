// Keeps the edition of the day and the reader's saved stories, and answers from them when the site cannot be reached.
// Pages come from the network first: nothing old is shown while something new can be had.
// @ts-nocheck: the types of a worker and those of a page exclude each other.

const BASE = new URL('.', location.href).pathname;
/** Files under hashed names, which never change. */
const FILES = 'variorum-files';
const EDITION = 'variorum-edition';
const KEPT = 'variorum-kept';
/** How long a page may take before the kept one is shown, ms. */
const PATIENCE = 4000;
/** The edition is fetched at most this often, ms. */
const PAUSE = 15 * 60 * 1000;
/** Hashed files kept; older ones go first. */
const MAX_FILES = 80;
let editionAt = 0;

/** What the site says belongs to today's edition. @returns {Promise<{ pages: string[], files: string[] }>} */
async function readEdition() {
  const answer = await fetch(`${BASE}edition.json`, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`edition.json: ${answer.status}`);
  return await answer.json();
}

/** @param {string} name @param {readonly string[]} paths */
async function fetchInto(name, paths) {
  const cache = await caches.open(name);
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(path).catch(() => null);
      if (answer?.ok && !answer.redirected) await cache.put(path, answer);
    }),
  );
  return cache;
}

/** @param {string} name @param {ReadonlySet<string>} paths */
async function keepOnly(name, paths) {
  const cache = await caches.open(name);
  for (const request of await cache.keys())
    if (!paths.has(new URL(request.url).pathname)) await cache.delete(request);
}

async function fetchEdition() {
  if (Date.now() - editionAt < PAUSE) return;
  editionAt = Date.now();
  const { pages, files } = await readEdition();
  await fetchInto(FILES, files);
  await fetchInto(EDITION, pages);
  await keepOnly(EDITION, new Set(pages));
}

/** @param {readonly string[]} slugs */
async function keepStories(slugs) {
  const paths = slugs.map((slug) => `${BASE}story/${encodeURIComponent(slug)}`);
  const cache = await caches.open(KEPT);
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await fetchInto(
    KEPT,
    paths.filter((path) => !known.has(path)),
  );
  await keepOnly(KEPT, new Set(paths));
}

/** @param {Request} request */
async function fromFiles(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MAX_FILES))) await cache.delete(old);
  }
  return answer;
}

/** The kept form of a page, else the page that says what can be read. */
async function fromKept(request) {
  return (
    (await caches.match(request, { cacheName: EDITION, ignoreSearch: true })) ??
    (await caches.match(request, { cacheName: KEPT, ignoreSearch: true })) ??
    (await caches.match(`${BASE}offline`, { cacheName: EDITION }))
  );
}

/** @param {Request} request */
async function fromNetworkFirst(request) {
  const network = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  const first = await Promise.race([network.catch(() => null), late]);
  if (first !== null) return first;
  const kept = await fromKept(request);
  const isPage = kept !== undefined && !kept.url.endsWith('/offline');
  // A slow connection is no missing one: without a kept form of this very page, the network is waited for.
  if (isPage) return kept;
  return await network.catch(() => kept ?? Response.error());
}

self.addEventListener('install', (event) => {
  event.waitUntil(fetchEdition().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  const { kind, slugs } = event.data ?? {};
  if (kind === 'edition') event.waitUntil(fetchEdition());
  if (kind === 'keep' && Array.isArray(slugs)) event.waitUntil(keepStories(slugs));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(BASE)) return;
  if (pathname.startsWith(`${BASE}assets/`)) event.respondWith(fromFiles(request));
  else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(request));
});
