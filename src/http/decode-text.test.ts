import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));

describe('decodeText', () => {
  it.each([
    ['UTF-8 by default', utf8('<p>Zürich “x”'), null, 'html', '<p>Zürich “x”', 'UTF-8'],
    [
      'charset of Content-Type',
      latin1('caf\xe9'),
      'text/html; charset="ISO-8859-1"',
      'html',
      'café',
      'windows-1252',
    ],
    [
      'a byte order mark before Content-Type',
      utf8('\ufeffé'),
      'text/html; charset=windows-1251',
      'html',
      'é',
      'UTF-8',
    ],
    [
      'Content-Type before meta',
      latin1('<meta charset=utf-8>\xe9'),
      'text/html;charset=iso-8859-2',
      'html',
      '<meta charset=utf-8>é',
      'ISO-8859-2',
    ],
    [
      'meta charset',
      latin1('<meta charset="windows-1251">\xcf'),
      'text/html',
      'html',
      '<meta charset="windows-1251">П',
      'windows-1251',
    ],
    [
      'meta charset far down',
      latin1(`<!--${'x'.repeat(9_000)}--><meta charset=koi8-r>\xf0`),
      null,
      'html',
      `<!--${'x'.repeat(9_000)}--><meta charset=koi8-r>П`,
      'KOI8-R',
    ],
    [
      'the XML declaration',
      latin1('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>'),
      null,
      'xml',
      '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>',
      'windows-1252',
    ],
    [
      'the XML declaration after blank lines',
      latin1('\n <?xml version="1.0" encoding="iso-8859-1"?>\xe9'),
      null,
      'xml',
      '\n <?xml version="1.0" encoding="iso-8859-1"?>é',
      'windows-1252',
    ],
    ['UTF-16 with a mark', utf16le('\ufeff<a>é</a>'), 'text/xml', 'xml', '<a>é</a>', 'UTF-16LE'],
    [
      'the bytes where nothing is declared',
      latin1('na\xefve \x93quote\x94 \x80'),
      null,
      'html',
      'naïve “quote” €',
      'windows-1252',
    ],
    [
      'the bytes of XML where nothing is declared',
      latin1('<a>na\xefve</a>'),
      'text/xml',
      'xml',
      '<a>naïve</a>',
      'windows-1252',
    ],
    [
      'bytes that contradict UTF-8',
      latin1('caf\xe9 d\xe9j\xe0'),
      'text/html; charset=utf-8',
      'html',
      'café déjà',
      'windows-1252',
    ],
    [
      'UTF-8 with one cut sequence as UTF-8',
      Uint8Array.from([...utf8('déjà vu, naïve'), 0xe2, 0x80]),
      'text/html; charset=utf-8',
      'html',
      'déjà vu, naïve\ufffd',
      'UTF-8',
    ],
    ['an unknown label as undeclared', utf8('é'), 'text/html; charset=klingon', 'html', 'é', 'UTF-8'],
    ['a label without a decoder as UTF-8', utf8('a'), 'text/html; charset=iso-2022-kr', 'html', 'a', 'UTF-8'],
    ['nothing as nothing', new Uint8Array(0), null, 'xml', '', 'UTF-8'],
  ] as const)('follows %s', (_, bytes, contentType, kind, text, encoding) => {
    expect(decodeText(bytes, contentType, kind)).toEqual({ text, encoding });
  });

  it('maps the whole upper half of windows-1252', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
    const { text } = decodeText(bytes, 'text/html; charset=windows-1252', 'html');
    expect(text.replace(/[\x80-\x9f]/g, '')).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
  });

  it('never throws and gives back any UTF-8 text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string()),
        fc.constantFrom('html' as const, 'xml' as const),
        (bytes, type, kind) => {
          expect(typeof decodeText(bytes, type, kind).text).toBe('string');
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeText(utf8(text), 'text/html; charset=utf-8', 'html').text).toBe(text);
      }),
    );
  });
});
