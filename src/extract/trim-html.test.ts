import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimHtml } from './trim-html.ts';

function trimmed(html: string): string {
  const result = trimHtml(html);
  return result.ok ? result.value.html : result.error.code;
}

const shell = (body: string, head = '', attributes = ''): string =>
  `<!doctype html><html${attributes}><head>${head}</head><body>${body}</body></html>`;

describe('trimHtml', () => {
  it.each([
    ['a comment', '<p>a<!-- <p>no</p> -->b</p>', shell('<p>ab</p>')],
    ['an empty comment', '<p>a<!-->b</p>', shell('<p>ab</p>')],
    ['a comment that never ends', '<p>a</p><!-- b', shell('<p>a</p>')],
    ['scripts and styles', '<script>if (a<b) {}</script><p>a</p><style>p{}</style>', shell('<p>a</p>')],
    ['markup inside a script', '<script>"</p><p>"</script><p>a</p>', shell('<p>a</p>')],
    ['a drawing', '<p>a<svg><title>t</title></svg>b</p>', shell('<p>ab</p>')],
    ['a drawing that never ends', '<p>a<svg>b</p>', shell('<p>ab</p>')],
    ['a lone less-than sign', '<p>1 < 2</p>', shell('<p>1 &lt; 2</p>')],
    ['a tag inside the title', '<title>a <b> c</title><p>d</p>', shell('<title>a &lt;b> c</title><p>d</p>')],
    ['a greater-than sign in an attribute', '<p title="a > b">c</p>', shell('<p title="a > b">c</p>')],
    [
      'head and body of its own',
      '<html lang="de"><head><meta name="a"></head><body class="x"><p>b</body></html>',
      shell('<p>b', '<meta name="a">', ' lang="de"'),
    ],
    ['text without a body', '<p>a', shell('<p>a')],
  ])('handles %s', (_, html, expected) => {
    expect(trimmed(html)).toBe(expected);
  });

  it('keeps JSON-LD apart', () => {
    const result = trimHtml('<script type="application/ld+json">{"a":1}</script><p>b</p>');
    expect(result).toEqual({ ok: true, value: { html: shell('<p>b</p>'), jsonLd: ['{"a":1}'], cut: false } });
  });

  it('keeps of an oversized tag only what describes it', () => {
    const html = `<div class="story" data-state="${'x'.repeat(10_000)}">a</div>`;
    expect(trimmed(html)).toBe(shell('<div class="story">a</div>'));
  });

  it.each([['%PDF-1.7 binary'], ['{"a": 1}'], ['plain words']])('says that %j is no HTML', (text) => {
    expect(trimmed(text)).toBe('extract/not-html');
  });

  it('refuses nesting that would exhaust the parser', () => {
    expect(trimmed('<div>'.repeat(20_000))).toBe('extract/too-deep');
  });

  it('does not count elements that end by themselves as nesting', () => {
    expect(trimmed('<p>a<br>'.repeat(2000))).toContain('<p>a<br>');
  });

  it('cuts the end of an endless page', () => {
    const result = trimHtml('<p>word</p>'.repeat(300_000));
    expect(result.ok && result.value.cut && result.value.html.length < 2_100_000).toBe(true);
  });

  it.each([
    ['unclosed tags', '<svg><noscript><template>'.repeat(30_000)],
    ['open angle brackets', '<'.repeat(500_000)],
    ['unclosed quotes', '<a b="'.repeat(100_000)],
    ['a long comment', `<p>a</p><!--${'x'.repeat(5_000_000)}--><p>b</p>`],
  ])('takes time linear in the length of %s', (_, html) => {
    const start = performance.now();
    trimHtml(`<p>a</p>${html}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(['<i></i>', '&amp;', 'a<br>'])('cuts a page of nothing but %s by its number of nodes', (piece) => {
    const result = trimHtml(`<p>a</p>${piece.repeat(200_000)}`);
    expect(result.ok && result.value.cut && result.value.html.length < 400_000).toBe(true);
  });

  it('never throws and always gives one shell', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      '!--',
      '-->',
      '/',
      'p',
      ' ',
      'svg',
      'title',
      'body',
      'script',
      'a',
      '<div',
      '</div>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const result = trimHtml(pieces.join(''));
        return (
          !result.ok ||
          /^<!doctype html><html[\s\S]*<head>[\s\S]*<\/head><body>[\s\S]*<\/body><\/html>$/.test(
            result.value.html,
          )
        );
      }),
    );
  });
});
