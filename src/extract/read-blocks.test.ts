import { describe, expect, it } from 'vitest';
import { parseTree } from './parse-tree.ts';
import { readBlocks } from './read-blocks.ts';

function lines(html: string): string[] {
  return readBlocks(parseTree(`<html><body>${html}</body></html>`).body).map((block) => block.text);
}

describe('readBlocks', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    [
      'inline elements without added spaces',
      '<p>un<b>believ</b>able <i>news</i>, he said</p>',
      ['unbelievable news, he said'],
    ],
    [
      'inline elements without lost spaces',
      '<p>one <a href="/">two</a> <em> three</em></p>',
      ['one two three'],
    ],
    ['white space of the source', '<p>\n  one\n\t two </p>', ['one two']],
    ['no-break and thin spaces', '<p>5&nbsp;000&#8239;km</p>', ['5 000 km']],
    ['invisible characters', '<p>gov&shy;ern&#8203;ment</p>', ['government']],
    [
      'entities',
      '<p>Fish &amp; chips &lt;now&gt; &#8220;x&#8221; &eacute;</p>',
      ['Fish & chips <now> “x” é'],
    ],
    ['Windows-1252 references', '<p>it&#146;s &#147;so&#148; &#150; ok</p>', ['it’s “so” – ok']],
    ['Windows-1252 codes in the text', '<p>it\u0092s</p>', ['it’s']],
    ['list items', '<ul><li>a</li><li>b <b>c</b></li></ul>', ['a', 'b c']],
    ['text between blocks', '<div>one<p>two</p>three</div>', ['one', 'two', 'three']],
    ['a break that ends a sentence', '<p>One.<br>Two</p>', ['One.', 'Two']],
    ['a break that wraps a line', '<p>one<br>two</p>', ['one two']],
    ['two breaks', '<p>one<br> <br>two</p>', ['one', 'two']],
    ['nested blocks', '<blockquote><p>a</p><footer>b</footer></blockquote>', ['a', 'b']],
    ['silent elements', '<p>a<script>b</script><style>c</style></p>', ['a']],
  ])('reads %s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  it('names the element of each block and counts the characters in links', () => {
    const blocks = readBlocks(
      parseTree('<html><body><h2>a</h2><p><a href="/">four</a> six66</p></body></html>').body,
    );
    expect(blocks.map(({ tag, linkLength }) => [tag, Math.round(linkLength)])).toEqual([
      ['h2', 0],
      ['p', 4],
    ]);
  });
});
