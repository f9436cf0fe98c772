// Opens cited passages beside the text without moving the page: at a glance while a citation is pointed at or focused,
// to stay when it is chosen. Without this script the browser's :target does it.

const passages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.passage')]);
/** The open passage and the link that opened it. */
/** @type {HTMLElement | null} */
let open = null;
/** @type {HTMLElement | null} */
let opener = null;
/** True while the open passage is only glanced at: it closes when pointer or focus leave. */
let isGlance = false;
/** @type {number | NodeJS.Timeout | undefined} */
let timer;
/** The citation that gets the focus back when its passage is closed: that must not open it again. */
/** @type {HTMLElement | null} */
let returned = null;

/** Long enough not to flicker under a pointer that passes by, short enough to feel immediate. */
const REST_MS = 140;
/** Time to move the pointer from the citation into the passage. */
const LEAVE_MS = 260;
/** A sheet over a narrow window would hide what is being read: there, passages open only when chosen. */
const hasRoom = matchMedia('(min-width: 64rem)');

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
  if (!isGlance) remember('');
  isGlance = false;
  if (!returnFocus) return;
  returned = chip;
  chip?.focus({ preventScroll: true });
  returned = null;
}

/** @param {HTMLElement} passage @param {HTMLElement | null} chip */
function unfold(passage, chip) {
  clearTimeout(timer);
  if (open !== passage) close(false);
  open = passage;
  opener = chip;
  passage.classList.add('open');
  chip?.classList.add('current');
}

/** @param {HTMLElement} passage @param {HTMLElement | null} chip */
function show(passage, chip) {
  unfold(passage, chip);
  isGlance = false;
  remember(`#${passage.id}`);
  passage.focus({ preventScroll: true });
  passage.dispatchEvent(new CustomEvent('variorum:passage', { bubbles: true }));
}

/** Opens without taking the focus, unless another passage was chosen to stay. @param {HTMLElement} chip */
function glance(chip) {
  if (!hasRoom.matches || (open !== null && !isGlance)) return;
  const passage = passageOf(chip.getAttribute('href') ?? '');
  if (passage === null) return;
  unfold(passage, chip);
  isGlance = true;
}

function leave() {
  clearTimeout(timer);
  if (isGlance) timer = setTimeout(() => isGlance && close(false), LEAVE_MS);
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
  if (isClosing || passage === null || (passage === open && !isGlance)) close(true);
  else show(passage, link);
}

/** @type {Record<string, () => void>} */
const KEYS = { Escape: () => close(true), ArrowRight: () => step(1), ArrowLeft: () => step(-1) };

/** Keys work only while the focus is inside the open passage, so that they never surprise (WCAG 2.1.4). @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === 'Escape' && isGlance) {
    close(false);
    return;
  }
  if (open === null || !open.contains(document.activeElement) || event.ctrlKey || event.altKey) return;
  const action = KEYS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** @param {Event} event @returns {HTMLElement | null} */
function chipUnder({ target }) {
  return target instanceof Element ? target.closest('a.chip') : null;
}

/** @param {Event} event */
function isInPassage({ target }) {
  return target instanceof Node && open?.contains(target) === true;
}

/** @param {PointerEvent} event */
function onPointerOver(event) {
  if (event.pointerType === 'touch') return;
  const chip = chipUnder(event);
  clearTimeout(timer);
  if (chip !== null) timer = setTimeout(() => glance(chip), REST_MS);
  else if (isGlance && !isInPassage(event)) leave();
}

/** @param {FocusEvent} event */
function onFocus(event) {
  const chip = chipUnder(event);
  if (chip !== null && chip === returned) return;
  if (chip?.matches(':focus-visible')) glance(chip);
  else if (isGlance && !isInPassage(event)) close(false);
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
  document.addEventListener('pointerover', onPointerOver);
  document.addEventListener('focusin', onFocus);
  addEventListener('hashchange', openAsked);
  openAsked();
}
