// Runs before the first paint: the reader's theme, text size and width, so that a page never flashes in another.
// It stands alone because a module would come too late.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL('../..', script.src).pathname;
  try {
    const { settings } = JSON.parse(localStorage.getItem(`variorum:${base}`) ?? '{}');
    for (const name of ['theme', 'size', 'width']) {
      const value = settings?.[name];
      if (typeof value === 'string' && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value;
    }
  } catch {
    // What cannot be read is as if nothing were set.
  }
})();
