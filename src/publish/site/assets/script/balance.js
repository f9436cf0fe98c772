// Where a reader's passages come from: the evidence of the reading balance.

/**
 * @typedef {{ id: string, name: string, country: string | null, kind: string | null, owner: string | null }} OutletFacts
 * @typedef {{ name: string, count: number, share: number }} Part
 */

/** Most recent first in time counts: what was opened in this many milliseconds before now (30 days). */
export const BALANCE_SPAN = 30 * 24 * 3600 * 1000;

/** @param {readonly string[]} names @returns {Part[]} most first, equal ones by name */
function parts(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count, share: count / names.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/**
 * What was opened lately, by outlet, country, kind and owner, and the outlets that carried what was read and were never
 * opened. Counts passages and originals, not stories: reading a page says little about whose words were looked at.
 * @param {import('./reader-state.js').ReaderState} state
 * @param {readonly OutletFacts[]} outlets
 * @param {number} now milliseconds since the epoch
 */
export function readingBalance({ opened, read }, outlets, now) {
  const facts = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const recent = opened.filter(({ at }) => now - at <= BALANCE_SPAN);
  const of = (
    /** @type {(outlet: OutletFacts | undefined, id: string) => string | null | undefined} */ pick,
  ) => parts(recent.map(({ outlet }) => pick(facts.get(outlet), outlet) ?? 'not known'));
  const stories = Object.values(read).filter(({ at }) => now - at <= BALANCE_SPAN);
  const openedNames = new Set(recent.map(({ outlet }) => facts.get(outlet)?.name ?? outlet));
  const carried = parts(stories.flatMap((story) => story.outlets));
  return {
    opened: recent.length,
    stories: stories.length,
    byOutlet: of((outlet, id) => outlet?.name ?? id),
    byCountry: of((outlet) => outlet?.country),
    byKind: of((outlet) => outlet?.kind),
    byOwner: of((outlet) => outlet?.owner),
    neverOpened: carried.filter(({ name }) => !openedNames.has(name)),
  };
}
