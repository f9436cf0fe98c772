// Runs before the first paint: the reader's theme, text size and width, so that a page never flashes in another.
// It stands alone because a module would come too late.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL('../..', script.src).pathname;
  const { start = '', fonts = '' } = script.dataset;
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
  /** @param {boolean} isWaitedFor whether the first paint waits for the sheet */
  const addFonts = (isWaitedFor) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = fonts;
    if (isWaitedFor) sheet.setAttribute('blocking', 'render');
    document.head.append(sheet);
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
  // On a first visit text comes first, in a face of the system that is as wide as ours. Whoever has our fonts from an earlier page
  // gets them at once.
  const fontsKey = `variorum-fonts:${base}`;
  if (keptAs(fontsKey) === fonts) addFonts(true);
  else
    afterFirstPaint(() => {
      addFonts(false);
      try {
        localStorage.setItem(fontsKey, fonts);
      } catch {
        // Then they come late on every page.
      }
    });
  // Whoever has set or read something is not to see what they have muted, and not to wait for their keys. For all others text comes
  // first, and what makes it handier once it is there.
  if (kept !== null) startModules();
  else afterFirstPaint(startModules);
})();
