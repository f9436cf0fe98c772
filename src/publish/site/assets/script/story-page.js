// A story's page as this reader left it: which version was read last, saved or not, what of it was opened.
import { changeState, readState, toggle, watchState } from './reader-state.js';
import { makeButton } from './story-lists.js';

/** Offers what changed since this reader's last visit, and notes this one. @param {HTMLElement} head */
function markRead(head) {
  const { slug = '', version = '0', outlets = '' } = head.dataset;
  const headline = head.querySelector('h1')?.textContent ?? slug;
  const last = readState().read[slug]?.version;
  const since = /** @type {HTMLElement | null} */ (head.querySelector('p.since'));
  const link = since?.querySelector('a');
  if (since && link && last !== undefined && last > 0 && last < Number(version)) {
    link.href += `?since=${last}`;
    since.hidden = false;
  }
  changeState(({ read }) => {
    read[slug] = {
      version: Math.max(last ?? 0, Number(version)),
      headline,
      at: Date.now(),
      outlets: outlets.split('\n').filter(Boolean),
    };
  });
}

/** @param {HTMLElement} head */
function offerSaving(head) {
  const { slug = '' } = head.dataset;
  const headline = head.querySelector('h1')?.textContent ?? slug;
  const button = makeButton('Save for later', () =>
    changeState(({ list }) => toggle(list, { slug, headline, at: Date.now() }, (one) => one.slug)),
  );
  button.className = 'keep';
  const row = document.createElement('p');
  row.className = 'meta reader-tools';
  row.append(button);
  head.append(row);
  watchState(({ list }) => {
    const isKept = list.some((one) => one.slug === slug);
    button.setAttribute('aria-pressed', String(isKept));
    button.textContent = isKept ? 'Saved for later' : 'Save for later';
  });
}

/** Notes the outlet of each passage and original that is opened: what the reading balance counts. @param {string} slug */
function noteOpened(slug) {
  const note = (/** @type {Element | null | undefined} */ place) => {
    const outlet = place instanceof HTMLElement ? place.dataset.outlet : undefined;
    if (outlet === undefined) return;
    changeState(({ opened }) => opened.push({ slug, outlet, at: Date.now() }));
  };
  document.addEventListener('variorum:passage', (event) => {
    if (event.target instanceof Element) note(event.target);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[rel~="noopener"]') : null;
    note(link?.closest('[data-outlet]'));
  });
}

/** Cards and articles of muted outlets are folded behind a note; their sentences stay where others rest on them. */
function foldMuted() {
  const places = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('.outlet-card[data-outlet], .articles > li[data-outlet]')
  );
  watchState(({ muted, settings }) => {
    const ids = new Set(muted.outlets.map(({ id }) => id));
    for (const place of places) {
      const isMuted = ids.has(place.dataset.outlet ?? '');
      place.classList.toggle('is-muted', isMuted);
      place.hidden = isMuted && settings.mute === 'hide';
    }
  });
}

/** Leads to the form that the reader has chosen, unless the address asks for one. */
function leadToForm() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('.form-switch a[data-form]'));
  if (link === null || new URLSearchParams(location.search).has('form')) return;
  if (readState().settings.form === link.dataset.form) location.replace(link.href);
}

export function startStory() {
  leadToForm();
  const head = /** @type {HTMLElement | null} */ (document.querySelector('.story-head[data-slug]'));
  if (head === null) return;
  markRead(head);
  offerSaving(head);
  noteOpened(head.dataset.slug ?? '');
  foldMuted();
}
