// What a reader's browser keeps for them: settings, muted things, followed topics, reading list, what was read. It never
// leaves the browser but as a file that the reader exports.

/**
 * @typedef {{ theme: string, size: string, width: string, form: 'site' | 'extracted' | 'written', mute: 'hide' | 'blur', keys: 'on' | 'off',
 *   frontOrder: string[], storyOrder: string[] }} Settings
 * @typedef {{ id: string, name: string }} Named An outlet by id or a topic by slug, with what it is called.
 * @typedef {{ slug: string, headline: string, at: number }} Saved
 * @typedef {{ version: number, headline: string, at: number, outlets: string[] }} Read
 * @typedef {{ slug: string, outlet: string, at: number }} Opened A passage or an original that was opened.
 * @typedef {{ settings: Settings, muted: { words: string[], topics: Named[], outlets: Named[] }, followed: Named[],
 *   list: Saved[], read: Record<string, Read>, opened: Opened[] }} ReaderState
 */

/** Values of each setting; the first is what holds when nothing is set. */
export const CHOICES = {
  theme: ['auto', 'light', 'dark'],
  size: ['normal', 'small', 'large', 'larger'],
  width: ['normal', 'narrow', 'wide'],
  form: ['site', 'extracted', 'written'],
  mute: ['hide', 'blur'],
  keys: ['on', 'off'],
};

/** Most entries kept of each kind: the oldest go first, so that the browser's store never overflows. */
const LIMITS = { words: 200, names: 500, list: 500, read: 2000, opened: 4000, order: 20 };
const TEXT_LIMIT = 300;

/** @param {unknown} value @returns {string} */
function text(value) {
  return typeof value === 'string' ? value.trim().slice(0, TEXT_LIMIT) : '';
}

/** @param {unknown} value @returns {number} */
function count(value) {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
}

/**
 * The well-formed entries of a list, each key once, the newest `most` of them.
 * @template T
 * @param {unknown} value
 * @param {(entry: unknown) => T | null} read
 * @param {(entry: T) => string} key
 * @param {number} most
 * @returns {T[]}
 */
function entries(value, read, key, most) {
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const raw of Array.isArray(value) ? value : []) {
    const entry = read(raw);
    if (entry !== null && key(entry) !== '') found.set(key(entry), entry);
  }
  return [...found.values()].slice(-most);
}

/** @param {unknown} value @param {number} most */
function texts(value, most) {
  return entries(value, text, (word) => word, most);
}

/** @param {unknown} value @returns {Named[]} */
function names(value) {
  const read = (/** @type {unknown} */ raw) => {
    const { id, name } = record(raw);
    return { id: text(id), name: text(name) || text(id) };
  };
  return entries(value, read, ({ id }) => id, LIMITS.names);
}

/** @param {unknown} value @returns {Settings} */
function settings(value) {
  const given = record(value);
  const chosen = Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => [
      name,
      values.find((one) => one === given[name]) ?? values[0],
    ]),
  );
  return /** @type {Settings} */ ({
    ...chosen,
    frontOrder: texts(given.frontOrder, LIMITS.order),
    storyOrder: texts(given.storyOrder, LIMITS.order),
  });
}

/** @param {unknown} value @returns {Record<string, Read>} */
function readMarks(value) {
  const marks = Object.entries(record(value)).flatMap(([slug, raw]) => {
    const { version, headline, at, outlets } = record(raw);
    if (slug === '__proto__' || slug.length > TEXT_LIMIT) return [];
    const mark = {
      version: count(version),
      headline: text(headline),
      at: count(at),
      outlets: texts(outlets, LIMITS.names),
    };
    return [/** @type {[string, Read]} */ ([slug, mark])];
  });
  return Object.fromEntries(marks.sort(([, a], [, b]) => a.at - b.at).slice(-LIMITS.read));
}

/**
 * Makes a state of anything: what is not understood is left out, so that neither an old store nor a file from elsewhere
 * can break a page.
 * @param {unknown} value
 * @returns {ReaderState}
 */
export function toState(value) {
  const given = record(value);
  const muted = record(given.muted);
  const saved = (/** @type {unknown} */ raw) => {
    const { slug, headline, at } = record(raw);
    return { slug: text(slug), headline: text(headline), at: count(at) };
  };
  const opened = (/** @type {unknown} */ raw) => {
    const { slug, outlet, at } = record(raw);
    const entry = { slug: text(slug), outlet: text(outlet), at: count(at) };
    return entry.outlet === '' ? null : entry;
  };
  return {
    settings: settings(given.settings),
    muted: {
      words: texts(muted.words, LIMITS.words),
      topics: names(muted.topics),
      outlets: names(muted.outlets),
    },
    followed: names(given.followed),
    list: entries(given.list, saved, ({ slug }) => slug, LIMITS.list),
    read: readMarks(given.read),
    opened: entries(given.opened, opened, ({ slug, outlet, at }) => `${slug} ${outlet} ${at}`, LIMITS.opened),
  };
}

/** Path of the site on its host, with a slash at the end: two sites on one host keep apart. */
export const BASE = import.meta.url.startsWith('http') ? new URL('../..', import.meta.url).pathname : '/';
const KEY = `variorum:${BASE}`;

/** @returns {ReaderState} */
export function readState() {
  try {
    return toState(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return toState({});
  }
}

/**
 * Changes what is kept and tells the page. Reads anew first, since another tab may have written.
 * @param {(state: ReaderState) => void} alter changes the state it is given
 */
export function changeState(alter) {
  const state = readState();
  alter(state);
  try {
    localStorage.setItem(KEY, JSON.stringify(toState(state)));
  } catch {
    // A browser that keeps nothing forgets with the page.
  }
  dispatchEvent(new CustomEvent('variorum:change', { detail: toState(state) }));
}

/** @param {(state: ReaderState) => void} look called with the state now and after each change, in this tab or another */
export function watchState(look) {
  look(readState());
  addEventListener('variorum:change', (event) => look(/** @type {CustomEvent} */ (event).detail));
  addEventListener('storage', (event) => {
    if (event.key === KEY) look(readState());
  });
}

/** Adds or takes out, by key. @template T @param {T[]} list @param {T} entry @param {(one: T) => string} key */
export function toggle(list, entry, key) {
  const at = list.findIndex((one) => key(one) === key(entry));
  if (at === -1) list.push(entry);
  else list.splice(at, 1);
}
