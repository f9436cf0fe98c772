// Runs before the first paint: the reader's theme, text size and width, so that a page never flashes in another.
// It stands alone because a module would come too late.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL('../..', script.src).pathname;
  const start = () => import(script.dataset.start ?? '');
  /** @type {string | null} */
  let kept = null;
  try {
    kept = localStorage.getItem(`variorum:${base}`);
    const { settings } = JSON.parse(kept ?? '{}');
    for (const name of ['theme', 'size', 'width']) {
      const value = settings?.[name];
      if (typeof value === 'string' && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value;
    }
  } catch {
    // What cannot be read is as if nothing were set.
  }
  // Whoever has set or read something is not to see what they have muted, and not to wait for their keys. For all others text comes
  // first, and what makes it handier once it is there.
  if (kept !== null) start();
  else addEventListener('load', start);
})();
