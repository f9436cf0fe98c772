// The page of what a reader saved and read, filled in from this browser.
import { readingBalance } from './balance.js';
import { BASE, changeState, toggle, watchState } from './reader-state.js';
import { makeButton } from './story-lists.js';

/** Stories read that the page lists; the rest is in the export. */
const SHOWN = 50;

/** @param {string} slug @param {string} headline */
function storyLink(slug, headline) {
  const link = document.createElement('a');
  link.href = `${BASE}story/${encodeURIComponent(slug)}`;
  link.textContent = headline || slug;
  return link;
}

/** @param {number} at */
function day(at) {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** @param {string} id @param {HTMLElement[]} rows */
function fill(id, rows) {
  const list = document.getElementById(id);
  if (list === null) return;
  list.replaceChildren(...rows);
  const empty = list.parentElement?.querySelector('.empty');
  if (empty instanceof HTMLElement) empty.hidden = rows.length > 0;
}

/** @param {(Node | string)[]} nodes */
function item(...nodes) {
  const row = document.createElement('li');
  row.append(...nodes);
  return row;
}

/** @param {string} text */
function facts(text) {
  const note = document.createElement('small');
  note.textContent = text;
  return note;
}

/** @param {import('./reader-state.js').ReaderState} state */
function showLists({ list, read }) {
  fill(
    'saved',
    [...list].reverse().map(({ slug, headline, at }) => {
      const remove = makeButton('Remove', () =>
        changeState((state) => toggle(state.list, { slug, headline, at }, (one) => one.slug)),
      );
      remove.setAttribute('aria-label', `Remove: ${headline}`);
      return item(storyLink(slug, headline), ' ', facts(`saved ${day(at)}`), ' ', remove);
    }),
  );
  const marks = Object.entries(read).sort(([, a], [, b]) => b.at - a.at);
  fill(
    'history',
    marks
      .slice(0, SHOWN)
      .map(([slug, { headline, at, version }]) =>
        item(storyLink(slug, headline), ' ', facts(`version ${version}, read ${day(at)}`)),
      ),
  );
}

/** @param {string} title @param {readonly import('./balance.js').Part[]} parts */
function table(title, parts) {
  const element = document.createElement('table');
  element.createCaption().textContent = title;
  const body = element.createTBody();
  for (const { name, count, share } of parts.slice(0, 12)) {
    const row = body.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    const meter = document.createElement('meter');
    meter.value = share;
    meter.setAttribute('aria-label', `${Math.round(share * 100)} of 100`);
    row.append(head);
    row.insertCell().append(meter);
    row.insertCell().textContent = `${count}`;
  }
  return element;
}

/** @param {import('./reader-state.js').ReaderState} state @param {readonly import('./balance.js').OutletFacts[]} outlets */
function showBalance(state, outlets) {
  const place = document.getElementById('balance');
  if (place === null) return;
  const { opened, stories, byOutlet, byCountry, byKind, byOwner, neverOpened } = readingBalance(
    state,
    outlets,
    Date.now(),
  );
  const lead = document.createElement('p');
  lead.textContent =
    opened === 0
      ? 'No passage or original was opened in the last 30 days, so there is nothing to weigh yet.'
      : `In the last 30 days you read ${stories} stories and opened ${opened} passages and originals.`;
  const missed = document.createElement('p');
  missed.textContent = neverOpened
    .slice(0, 3)
    .map(
      ({ name, count }) => `${name} carried ${count} of the stories you read, and you opened nothing of it.`,
    )
    .join(' ');
  const tables =
    opened === 0
      ? []
      : [
          table('By outlet', byOutlet),
          table('By country', byCountry),
          table('By kind', byKind),
          table('By owner', byOwner),
        ];
  place.replaceChildren(lead, ...(missed.textContent === '' ? [] : [missed]), ...tables);
}

export async function startReading() {
  if (document.getElementById('saved') === null) return;
  watchState(showLists);
  const answer = await fetch(`${BASE}api/v1/outlets`).catch(() => null);
  const { outlets = [] } = answer?.ok ? await answer.json() : {};
  watchState((state) => showBalance(state, outlets));
}
