// Single keys, as readers of feeds know them. They can be switched off (WCAG 2.1.4) and never work while something is typed.
import { BASE, readState } from './reader-state.js';
import { toggleRead, toggleSaved } from './story-lists.js';

const STOPS = 'main [data-story], .story > section > h2, .story-head';

/** What can be stepped through: stories of a list, else the sections of a story. @returns {HTMLElement[]} */
function stops() {
  const shown = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(STOPS)]).filter(
    (stop) => stop.offsetParent !== null,
  );
  const isStory = document.querySelector('.story') !== null;
  return isStory ? shown.filter((stop) => stop.dataset.story === undefined) : shown;
}

/** @returns {HTMLElement | null} */
function current() {
  const marked = /** @type {HTMLElement | null} */ (document.querySelector('.at-key'));
  return marked ?? document.activeElement?.closest('[data-story]') ?? null;
}

/** @param {number} by */
function step(by) {
  const all = stops();
  const here = current();
  const at = here === null ? (by > 0 ? -1 : all.length) : all.indexOf(here);
  const next = all[at + by];
  if (next === undefined) return;
  here?.classList.remove('at-key');
  next.classList.add('at-key');
  const link = /** @type {HTMLElement | null} */ (next.querySelector('h2 a, h3 a, h4 a'));
  const target = next.dataset.story === undefined ? next : (link ?? next);
  if (target === next) next.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

function openHere() {
  const link = /** @type {HTMLAnchorElement | null} */ (
    current()?.querySelector('h2 a, h3 a, h4 a') ?? document.querySelector('.passage.open .passage-links a')
  );
  link?.click();
}

/** @param {(entry: HTMLElement) => void} act */
function withStory(act) {
  const here = current();
  if (here?.dataset.story !== undefined) act(here);
}

function keepHere() {
  const here = current();
  const ofStory = /** @type {HTMLElement | null} */ (document.querySelector('.story-head .keep'));
  if (here?.dataset.story !== undefined) toggleSaved(here);
  else ofStory?.click();
}

function help() {
  const sheet = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'));
  if (sheet?.open) sheet.close();
  else sheet?.showModal();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: openHere,
  m: () => withStory(toggleRead),
  s: keepHere,
  h: () => location.assign(BASE),
  '/': () => document.getElementById('q')?.focus(),
  '?': help,
};

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (action === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
    return;
  if (readState().settings.keys === 'off') return;
  event.preventDefault();
  action();
}

export function startKeyboard() {
  document.addEventListener('keydown', onKey);
}
