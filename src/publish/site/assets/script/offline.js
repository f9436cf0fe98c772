// Has the service worker keep the edition of the day and the reading list for when there is no connection.
import { BASE, watchState } from './reader-state.js';

export async function startOffline() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(`${BASE}sw.js`, { scope: BASE });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: 'edition' });
    watchState(({ list }) => active?.postMessage({ kind: 'keep', slugs: list.map(({ slug }) => slug) }));
  } catch {
    // Private windows and plain http on another host have no worker: the site works as it is.
  }
}
