import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuoted } from './quoted-spans.ts';

function quoted(text: string): string[] {
  return findQuoted(text).map(({ start, end, open }) => `${text.slice(start, end)}${open ? ' …' : ''}`);
}

describe('findQuoted', () => {
  it.each<[string, string[]]>([
    ['“One,” she said. “Two.”', ['One,', 'Two.']],
    ['"One," she said. "Two."', ['One,', 'Two.']],
    ["''One,'' she said. ''Two.''", ['One,', 'Two.']],
    ["``One,'' she said.", ['One,']],
    ['“One,’’ she said. “Two.”', ['One,', 'Two.']],
    ['“She said ‘one’’ and left,” he said.', ['She said ‘one’’ and left,']],
    ["'We don't know,' she said. 'Not yet.'", ["We don't know,", 'Not yet.']],
    ["'The workers' union will act,' she said.", ["The workers' union will act,"]],
    ['‘The workers’ union will act,’ she said.', ['The workers’ union will act,']],
    ["She joined in the '90s, 'cause she could.", []],
    ["Get 'em while the ferries' decks are dry.", []],
    ['«Un», „zwei“, 「三」', ['Un', 'zwei', '三']],
    ['“She told me ‘no’ twice,” he said.', ['She told me ‘no’ twice,']],
    ['“First paragraph.\n“Second paragraph.”', ['First paragraph. …', 'Second paragraph.']],
    ["''First paragraph.\n''Second paragraph.''", ['First paragraph. …', 'Second paragraph.']],
    ['“Never closed.\nNothing here.', []],
    ['A board of 5" by 6" fell.', []],
    ['“Mixed marks," she said.', ['Mixed marks,']],
  ])('finds in %j', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('gives spans inside the text, in order, that do not overlap', () => {
    const part = fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      "'",
      '‘',
      '’',
      '«',
      '»',
      '「',
      '」',
      ' ',
      '\n',
      'word',
      'Ünï',
      '. ',
      ',',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of findQuoted(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
