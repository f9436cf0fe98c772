// Opens cited passages beside the text without moving the page. Without this script the browser's :target does it.

const passages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.passage')]);
/** The open passage and the link that opened it. */
/** @type {HTMLElement | null} */
let open = null;
/** @type {HTMLElement | null} */
let opener = null;

/** @param {HTMLElement} passage */
function chipOf(passage) {
  return document.getElementById(passage.id.replace(/^p-/, 'c-'));
}

/** @param {string} hash */
function passageOf(hash) {
  return hash.startsWith('#p-') ? document.getElementById(hash.slice(1)) : null;
}

/** Keeps the address shareable without adding to the history. @param {string} hash */
function remember(hash) {
  history.replaceState(history.state, '', hash === '' ? location.pathname + location.search : hash);
}

/** @param {boolean} returnFocus */
function close(returnFocus) {
  if (open === null) return;
  const chip = opener;
  open.classList.remove('open');
  chip?.classList.remove('current');
  open = null;
  opener = null;
  remember('');
  if (returnFocus) chip?.focus({ preventScroll: true });
}

/** @param {HTMLElement} passage @param {HTMLElement | null} chip */
function show(passage, chip) {
  close(false);
  open = passage;
  opener = chip;
  passage.classList.add('open');
  chip?.classList.add('current');
  remember(`#${passage.id}`);
  passage.focus({ preventScroll: true });
  passage.dispatchEvent(new CustomEvent('variorum:passage', { bubbles: true }));
}

/** @param {number} by */
function step(by) {
  const next = open === null ? undefined : passages[passages.indexOf(open) + by];
  if (next === undefined) return;
  const chip = chipOf(next);
  show(next, chip);
  const box = chip?.getBoundingClientRect();
  if (chip && box && (box.top < 0 || box.bottom > innerHeight)) chip.scrollIntoView({ block: 'center' });
}

/** @param {MouseEvent} event */
function isPlainClick(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || !isPlainClick(event)) return;
  const passage = passageOf(link.getAttribute('href') ?? '');
  const isClosing = link.classList.contains('passage-close');
  if (passage === null && !isClosing) return;
  event.preventDefault();
  if (isClosing || passage === null || passage === open) close(true);
  else show(passage, link);
}

/** @type {Record<string, () => void>} */
const KEYS = { Escape: () => close(true), ArrowRight: () => step(1), ArrowLeft: () => step(-1) };

/** Keys work only while the focus is inside the open passage, so that they never surprise (WCAG 2.1.4). @param {KeyboardEvent} event */
function onKey(event) {
  if (open === null || !open.contains(document.activeElement) || event.ctrlKey || event.altKey) return;
  const action = KEYS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** Opens the passage that the address names, for links from elsewhere. */
function openAsked() {
  const asked = passageOf(location.hash);
  if (asked === null || asked === open) return;
  show(asked, chipOf(asked));
  opener?.scrollIntoView({ block: 'center' });
}

export function startPassages() {
  if (passages.length === 0) return;
  document.documentElement.classList.add('scripted');
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', openAsked);
  openAsked();
}
