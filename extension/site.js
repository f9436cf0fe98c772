/**
 * The site that is asked, as the options page keeps it.
 * @typedef {{ readonly base: string, readonly key: string }} Site
 */

/**
 * @param {unknown} text
 * @returns {string | null} without a slash at its end; null when it is no address of a site
 */
export function siteAddress(text) {
  const url = URL.parse(String(text).trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** @returns {Promise<Site | null>} null before one was set */
export async function readSite() {
  const { base, key } = await chrome.storage.local.get(['base', 'key']);
  const address = siteAddress(base ?? '');
  return address === null ? null : { base: address, key: typeof key === 'string' ? key : '' };
}

/**
 * Asks the site for the article at an address, or has it taken in.
 * @param {Site} site
 * @param {'GET' | 'POST'} method
 * @param {string} url
 * @returns {Promise<import('./answer.js').HandIn>}
 * @throws {Error} with a sentence for the reader
 */
export async function askSite({ base, key }, method, url) {
  const headers = new Headers({ Accept: 'application/json' });
  if (key !== '') headers.set('Authorization', `Bearer ${key}`);
  const address = new URL(`${base}/api/v1/hand-in`);
  /** @type {RequestInit} */
  const request = { method, headers, credentials: 'omit', signal: AbortSignal.timeout(15_000) };
  if (method === 'GET') address.searchParams.set('url', url);
  else {
    headers.set('Content-Type', 'application/json');
    request.body = JSON.stringify({ url });
  }
  const response = await fetch(address, request).catch(() => null);
  if (response === null)
    throw new Error(`${base} cannot be reached. Check its address in the settings of the extension.`);
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Error(body?.detail ?? `${base} answered ${response.status}; is it a Variorum site?`);
}
