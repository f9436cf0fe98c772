// The settings page: its form writes into this browser and nowhere else.

import { changeState, readState, toggle, toState, watchState } from './reader-state.js';
import { inOrder } from './section-order.js';
import { makeButton } from './story-lists.js';

/** Largest file that is read back, bytes: far above what the limits of the state allow. */
const MAX_FILE = 5_000_000;

/** @typedef {import('./reader-state.js').ReaderState} ReaderState */

/** @param {string} message */
function say(message) {
  const status = document.getElementById('settings-status');
  if (status !== null) status.textContent = message;
}

/** @param {HTMLFormElement} form */
function bindChoices(form) {
  form.addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return;
    changeState(({ settings }) => Object.assign(settings, { [field.name]: field.value }));
    say('Saved in this browser.');
  });
  watchState(({ settings }) => {
    for (const field of form.querySelectorAll('input')) {
      if (field.type !== 'radio') continue;
      field.disabled = false;
      field.checked = Object.entries(settings).some(
        ([name, value]) => name === field.name && value === field.value,
      );
    }
    for (const name of ['theme', 'size', 'width'])
      document.documentElement.dataset[name] = /** @type {Record<string, any>} */ (settings)[name];
  });
}

/** @param {HTMLFormElement} form */
function bindWords(form) {
  const field = form.querySelector('input');
  if (field === null) return;
  for (const control of form.querySelectorAll('input, button')) control.removeAttribute('disabled');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const word = field.value.trim();
    if (word === '') return;
    changeState(({ muted }) => {
      if (!muted.words.includes(word)) muted.words.push(word);
    });
    say(`“${word}” is muted.`);
    field.value = '';
  });
}

/** Rows with a button each that takes the entry out. @param {string} id @param {readonly (readonly [label: string, remove: (state: ReaderState) => void])[]} rows */
function showRemovable(id, rows) {
  const list = document.getElementById(id);
  if (list === null) return;
  list.replaceChildren(
    ...rows.map(([label, remove]) => {
      const row = document.createElement('li');
      const button = makeButton('Remove', () => {
        changeState(remove);
        say(`“${label}” is taken out.`);
      });
      button.setAttribute('aria-label', `Remove ${label}`);
      row.append(label, ' ', button);
      return row;
    }),
  );
  const empty = list.parentElement?.querySelector('.empty');
  if (empty instanceof HTMLElement) empty.hidden = rows.length > 0;
}

/** @param {ReaderState} state */
function showLists({ muted, followed }) {
  showRemovable(
    'muted-words',
    muted.words.map((word) => [word, ({ muted: { words } }) => toggle(words, word, (one) => one)]),
  );
  /** @param {string} id @param {import('./reader-state.js').Named[]} named @param {(state: ReaderState) => import('./reader-state.js').Named[]} listOf */
  const showNamed = (id, named, listOf) =>
    showRemovable(
      id,
      named.map((one) => [one.name, (state) => toggle(listOf(state), one, ({ id }) => id)]),
    );
  showNamed('muted-topics', muted.topics, (state) => state.muted.topics);
  showNamed('muted-outlets', muted.outlets, (state) => state.muted.outlets);
  showNamed('followed', followed, (state) => state.followed);
}

/** A list whose rows move up and down. @param {HTMLElement} list @param {'frontOrder' | 'storyOrder'} name */
function bindOrder(list, name) {
  const labels = new Map(
    /** @type {HTMLElement[]} */ ([...list.children]).map((row) => [
      row.dataset.id ?? '',
      row.textContent ?? '',
    ]),
  );
  /** @param {string[]} ids @param {string} id @param {number} by */
  const move = (ids, id, by) => {
    const from = ids.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= ids.length) return;
    const moved = ids.toSpliced(from, 1).toSpliced(to, 0, id);
    changeState(({ settings }) => {
      settings[name] = moved;
    });
    say(`${labels.get(id)} is at place ${to + 1} of ${ids.length}.`);
    const pressed = by < 0 ? '.up' : '.down';
    /** @type {HTMLElement | null} */ (
      list.querySelector(`[data-id="${CSS.escape(id)}"] ${pressed}`)
    )?.focus();
  };
  watchState(({ settings }) => {
    const ids = inOrder([...labels.keys()], settings[name]);
    list.replaceChildren(
      ...ids.map((id) => {
        const row = document.createElement('li');
        row.dataset.id = id;
        const up = makeButton('Up', () => move(ids, id, -1));
        const down = makeButton('Down', () => move(ids, id, 1));
        up.className = 'up';
        down.className = 'down';
        up.setAttribute('aria-label', `Move ${labels.get(id)} up`);
        down.setAttribute('aria-label', `Move ${labels.get(id)} down`);
        row.append(`${labels.get(id)} `, up, ' ', down);
        return row;
      }),
    );
  });
}

function exportState() {
  const blob = new Blob([JSON.stringify(readState(), null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'variorum-reader.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {File} file */
async function importState(file) {
  if (file.size > MAX_FILE) return say('The file is too large to be an export of these settings.');
  try {
    const imported = toState(JSON.parse(await file.text()));
    changeState((state) => void Object.assign(state, imported));
    say('The file was read; it replaced what was kept in this browser.');
  } catch {
    say('The file could not be read: an export of this page ends with .json and is text.');
  }
}

function bindFiles() {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById('import-file'));
  const row = document.getElementById('export-row');
  if (field === null || row === null) return;
  field.disabled = false;
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    if (file !== undefined) importState(file);
  });
  const forget = makeButton('Forget everything', () => {
    if (!confirm('Forget all settings, saved stories and read marks in this browser?')) return;
    changeState((state) => void Object.assign(state, toState({})));
    say('Everything was forgotten.');
  });
  row.append(makeButton('Export to a file', exportState), ' ', forget);
}

export function startSettings() {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('settings'));
  if (form === null) return;
  bindChoices(form);
  const words = /** @type {HTMLFormElement | null} */ (document.getElementById('mute-words'));
  if (words !== null) bindWords(words);
  watchState(showLists);
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-order]')))
    bindOrder(list, list.dataset.order === 'storyOrder' ? 'storyOrder' : 'frontOrder');
  bindFiles();
}
