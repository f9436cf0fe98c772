// Buttons to follow or mute the topic or outlet that a page is about, and the way to what is followed.
import { BASE, changeState, toggle, watchState } from './reader-state.js';
import { makeButton } from './story-lists.js';

/** @typedef {import('./reader-state.js').ReaderState} ReaderState */
/** @typedef {import('./reader-state.js').Named} Named */

/**
 * @param {HTMLElement} row
 * @param {Named} named
 * @param {readonly [off: string, on: string]} labels
 * @param {(state: ReaderState) => Named[]} listOf
 */
function addToggle(row, named, [off, on], listOf) {
  const button = makeButton(off, () => changeState((state) => toggle(listOf(state), named, ({ id }) => id)));
  row.append(button, ' ');
  watchState((state) => {
    const isOn = listOf(state).some(({ id }) => id === named.id);
    button.setAttribute('aria-pressed', String(isOn));
    button.textContent = isOn ? on : off;
  });
}

/** Address of the page of followed topics. @param {readonly Named[]} followed */
export function followingPath(followed) {
  const query = new URLSearchParams(followed.map(({ id }) => ['topic', id]));
  return `${BASE}following${followed.length > 0 ? `?${query}` : ''}`;
}

export function startFollowing() {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-named]'))) {
    const { named: kind, id = '', name = '' } = place.dataset;
    const row = document.createElement('p');
    row.className = 'meta reader-tools';
    if (kind === 'topic') {
      addToggle(row, { id, name }, ['Follow', 'Following'], ({ followed }) => followed);
      addToggle(row, { id, name }, ['Mute', 'Muted'], ({ muted }) => muted.topics);
    } else addToggle(row, { id, name }, ['Mute', 'Muted'], ({ muted }) => muted.outlets);
    place.append(row);
  }
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-following]'));
  watchState(({ followed }) => {
    for (const link of links) link.href = followingPath(followed);
  });
}
