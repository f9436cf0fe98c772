// Lists of stories as this reader wants them: what was read is marked, what is muted hidden or blurred, and each story can
// be kept for later.
import { muteReason } from './muting.js';
import { changeState, toggle, watchState } from './reader-state.js';

/** @typedef {import('./reader-state.js').ReaderState} ReaderState */

/** @param {HTMLElement} entry */
function shownOf(entry) {
  const { topics = '', outlets = '' } = entry.dataset;
  return {
    text:
      entry.querySelector('h2, h3, h4')?.textContent +
      ' ' +
      (entry.querySelector('.summary')?.textContent ?? ''),
    topics: topics.split(' ').filter(Boolean),
    outlets: outlets.split('\n').filter(Boolean),
  };
}

/** @param {string} label @param {() => void} act */
export function makeButton(label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** @param {HTMLElement} entry */
export function toggleSaved(entry) {
  const { story = '' } = entry.dataset;
  const headline = entry.querySelector('h1, h2, h3, h4')?.textContent ?? story;
  changeState(({ list }) => toggle(list, { slug: story, headline, at: Date.now() }, ({ slug }) => slug));
}

/** @param {HTMLElement} entry */
export function toggleRead(entry) {
  const { story = '', version = '0', outlets = '' } = entry.dataset;
  const headline = entry.querySelector('h2, h3, h4')?.textContent ?? story;
  changeState(({ read }) => {
    if (story in read) delete read[story];
    else
      read[story] = {
        version: Number(version),
        headline,
        at: Date.now(),
        outlets: outlets.split('\n').filter(Boolean),
      };
  });
}

/** @param {HTMLElement} entry @param {string | null} reason @param {ReaderState} state */
function showMuting(entry, reason, { settings }) {
  entry.querySelector(':scope > .muted-note')?.remove();
  const isMuted = reason !== null && entry.dataset.unmuted === undefined;
  entry.classList.toggle('is-muted', isMuted);
  entry.hidden = isMuted && settings.mute === 'hide';
  for (const child of entry.children) child.toggleAttribute('inert', isMuted);
  if (!isMuted || entry.hidden) return;
  const note = document.createElement('p');
  note.className = 'muted-note facts';
  note.append(`Muted by you: ${reason}. `);
  const show = makeButton('Show it', () => {
    entry.dataset.unmuted = '';
    showMuting(entry, null, /** @type {ReaderState} */ ({ settings }));
    entry.querySelector('a')?.focus();
  });
  note.append(show);
  entry.prepend(note);
}

/** Lists that are left empty by muting say so: nothing disappears without a word. @param {NodeListOf<HTMLElement>} all */
function countHidden(all) {
  const hidden = [...all].filter((entry) => entry.hidden).length;
  let note = document.getElementById('muted-count');
  if (note === null) {
    if (hidden === 0) return;
    note = document.createElement('p');
    note.id = 'muted-count';
    note.className = 'thin';
    document.getElementById('main')?.append(note);
  }
  note.hidden = hidden === 0;
  note.textContent = `${hidden} ${hidden === 1 ? 'story is' : 'stories are'} hidden here because of what you muted in the settings.`;
}

/** @param {HTMLElement} entry @param {ReaderState} state */
function showMarks(entry, { read, list }) {
  const { story = '', version = '0' } = entry.dataset;
  const mark = read[story];
  entry.classList.toggle('is-read', mark !== undefined && mark.version >= Number(version));
  entry.classList.toggle('is-updated', mark !== undefined && mark.version < Number(version));
  const button = entry.querySelector('.keep');
  const isKept = list.some(({ slug }) => slug === story);
  if (button === null) return;
  button.setAttribute('aria-pressed', String(isKept));
  button.textContent = isKept ? 'Saved' : 'Save';
}

export function startLists() {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('main [data-story]'));
  if (entries.length === 0) return;
  for (const entry of entries) {
    const row = entry.querySelector('.coverage');
    if (row === null) continue;
    const headline = entry.querySelector('h2, h3, h4')?.textContent ?? '';
    const button = makeButton('Save', () => toggleSaved(entry));
    button.className = 'keep';
    button.setAttribute('aria-label', `Save for later: ${headline}`);
    row.append(' ', button);
  }
  watchState((state) => {
    for (const entry of entries) {
      showMarks(entry, state);
      showMuting(entry, muteReason(shownOf(entry), state.muted), state);
    }
    countHidden(entries);
  });
}
