/** A document from its root element. Pages hold no asynchronous components, so that a page is never half made. */
export function renderPage(root: { toString(): string | Promise<string> }): string {
  const markup = root.toString();
  if (typeof markup !== 'string') throw new TypeError('a page must not contain asynchronous components');
  return `<!doctype html>\n${markup}`;
}
