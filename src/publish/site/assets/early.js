// Runs before the first paint: the reader's theme, text size and width, so that a page never flashes in another.
// It stands alone because a module would come too late.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL('../..', script.src).pathname;
  const { start = '' } = script.dataset;
  const startModules = () => import(start);
  /** @param {() => void} run */
  const afterFirstPaint = (run) =>
    addEventListener('load', () => requestAnimationFrame(() => setTimeout(run)));
  /** @param {string} key */
  const keptAs = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const kept = keptAs(`variorum:${base}`);
  try {
    const { settings } = JSON.parse(kept ?? '{}');
    for (const name of ['theme', 'size', 'width']) {
      const value = settings?.[name];
      if (typeof value === 'string' && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value;
    }
  } catch {
    // What cannot be read is as if nothing were set.
  }
  // On a first visit text comes first, in a face of the system that is as wide as ours; our own sheet of fonts is for none but those
  // without scripts until then. Whoever has our fonts from an earlier page gets them at once.
  const fonts = /** @type {HTMLLinkElement} */ (document.getElementById('fonts'));
  const fontsKey = `variorum-fonts:${base}`;
  const showFonts = () => {
    fonts.media = 'all';
  };
  if (keptAs(fontsKey) === fonts.href) showFonts();
  else
    afterFirstPaint(() => {
      showFonts();
      try {
        localStorage.setItem(fontsKey, fonts.href);
      } catch {
        // Then they come late on every page.
      }
    });
  // Whoever has set or read something is not to see what they have muted, and not to wait for their keys. For all others text comes
  // first, and what makes it handier once it is there.
  if (kept !== null) startModules();
  else afterFirstPaint(startModules);
})();
