/** A page no outlet means to send, and some do. */
export interface HardPage {
  readonly name: string;
  readonly html: () => string;
}

const PARAGRAPH =
  'The council of the harbour town put off its vote on the new bridge on Tuesday, after the builders had asked for more time, its speaker said.';
const TWELVE_MB = 12_000_000;

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><title>The bridge has to wait</title></head><body>${body}</body></html>`;
}

function article(body: string): string {
  return page(`<article><h1>The bridge has to wait</h1>${body}</article>`);
}

const STORY = `<p>${PARAGRAPH}</p>`.repeat(12);

/** A piece as often as it fits into twelve million characters. */
function filled(piece: string): string {
  return piece.repeat(Math.floor(TWELVE_MB / piece.length));
}

/** Deep, long and damaged pages; the long ones are at or above what the HTTP client lets through. */
export const HARD_PAGES: readonly HardPage[] = [
  {
    name: '20,000 nested divs',
    html: () => article('<div>'.repeat(20_000) + STORY + '</div>'.repeat(20_000)),
  },
  { name: '20,000 unclosed spans', html: () => article(`${STORY}${'<span>'.repeat(20_000)}`) },
  {
    name: 'nested as deep as is read',
    html: () => article(('<div>'.repeat(190) + STORY + '</div>'.repeat(190)).repeat(20)),
  },
  { name: '12 MB of paragraphs', html: () => article(filled(`<p>${PARAGRAPH}</p>`)) },
  { name: '12 MB of one paragraph', html: () => article(`<p>${filled(`${PARAGRAPH} `)}</p>`) },
  { name: '12 MB of links', html: () => article(STORY + filled('<li><a href="/a">Another story</a></li>')) },
  {
    name: '12 MB of teasers',
    html: () => article(STORY + filled('<li><h3><a href="/a">Another story</a></h3> of the town</li>')),
  },
  { name: '12 MB of empty elements', html: () => article(STORY + filled('<div></div>')) },
  {
    name: '12 MB of table cells',
    html: () => article(`${STORY}<table>${filled('<tr><td>12</td><td>4</td></tr>')}</table>`),
  },
  { name: '12 MB of line breaks', html: () => page(`<div>${filled('A line of text<br><br>')}</div>`) },
  { name: '12 MB of scripts', html: () => article(STORY + filled('<script>window.data=[1,2,3]</script>')) },
  { name: '12 MB in a comment', html: () => article(`${STORY}<!--${filled('x')}-->`) },
  { name: '12 MB of open angle brackets', html: () => article(STORY + filled('<')) },
  { name: '12 MB in one attribute', html: () => article(`<div data-state="${filled('a')}">${STORY}</div>`) },
  { name: '12 MB of character references', html: () => article(`<p>${filled('&amp;&#8217;&hellip; ')}</p>`) },
];
