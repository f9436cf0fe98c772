import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddress } from '../address.ts';
import { outletSigla } from './sigla.ts';
import { formatMoment, formatPartialDate, guessPrecision, isoMoment, parseDay, shiftDay } from './time.ts';
import { linkToWords, webLink } from './web-link.ts';
import { counted, countryName, listed, shortened } from './words.ts';

const AT = Date.parse('2025-12-14T09:12:34Z');

describe('times', () => {
  it('are written in UTC with the day of the week', () => {
    expect(formatMoment(AT)).toBe('Sun 14 Dec 2025, 09:12');
    expect(formatMoment(AT, 'day')).toBe('Sun 14 Dec 2025');
    expect(isoMoment(AT)).toBe('2025-12-14T09:12Z');
    expect(isoMoment(AT, 'day')).toBe('2025-12-14');
  });

  it('without a known precision are days at midnight sharp', () => {
    expect(guessPrecision(Date.parse('2025-12-14'))).toBe('day');
    expect(guessPrecision(AT)).toBe('minute');
  });

  it.each([
    ['2008', '2008'],
    ['2008-04', 'Apr 2008'],
    ['2008-04-02', '2 Apr 2008'],
    ['2008-99', '2008'],
    ['long ago', 'long ago'],
  ])('partial date %s reads %s', (iso, text) => expect(formatPartialDate(iso)).toBe(text));

  it.each(['2025-02-30', '2025-2-3', '', 'today', '2025-12-14T00:00:00Z'])('"%s" is no day', (text) =>
    expect(parseDay(text)).toBeNull(),
  );

  it('days go forth and back', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (date, by) => {
        const day = date.toISOString().slice(0, 10);
        expect(parseDay(day)).not.toBeNull();
        expect(shiftDay(shiftDay(day, by), -by)).toBe(day);
      }),
    );
  });
});

describe('links to the outside', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['HTTP://A.example', 'http://a.example/'],
    ['javascript:alert(1)', null],
    [' java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    ['', null],
    [null, null],
  ])('%j becomes %j', (address, link) => expect(webLink(address)).toBe(link));

  it('are never anything but http or https', () => {
    fc.assert(
      fc.property(fc.string(), (text) => webLink(text) === null || /^https?:/.test(webLink(text) ?? '')),
    );
  });

  it('find the cited words in the original', () => {
    expect(linkToWords('https://a.example/x', 'A short one')).toBe(
      'https://a.example/x#:~:text=A%20short%20one',
    );
    expect(
      linkToWords('https://a.example/x#y', 'one two-three, four five six seven eight nine ten eleven twelve'),
    ).toBe(
      'https://a.example/x#y:~:text=one%20two%2Dthree%2C%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve',
    );
    expect(linkToWords('javascript:x', 'words')).toBeNull();
  });
});

describe('sigla', () => {
  it.each([
    ['The Atlantic Mail', 'AM'],
    ['BBC News', 'BBC'],
    ['Ledger', 'LE'],
    ['The', 'TH'],
    ['Süddeutsche Zeitung', 'SZ'],
    ['朝日新聞', '朝日'],
    ['***', '?'],
  ])('%s is %s', (name, siglum) => expect(outletSigla([{ id: 'x', name }]).get('x')).toBe(siglum));

  it('are unique whatever the names', () => {
    const names = fc.array(fc.oneof(fc.string(), fc.constant('North Press'), fc.constant('')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(names, (list) => {
        const sigla = outletSigla(list.map((name, index) => ({ id: String(index), name })));
        expect(sigla.size).toBe(list.length);
        expect(new Set(sigla.values()).size).toBe(list.length);
        for (const siglum of sigla.values()) expect(siglum).not.toBe('');
      }),
    );
  });
});

describe('words', () => {
  it('are counted and listed', () => {
    expect(counted(1, 'story', 'stories')).toBe('1 story');
    expect(counted(4201, 'article')).toBe('4,201 articles');
    expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
    expect(listed(['a'])).toBe('a');
    expect(listed([])).toBe('');
  });

  it('are shortened at a word', () => {
    expect(shortened('At least 31 people were injured', 20)).toBe('At least 31 people…');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 80 }), (text, limit) => {
        expect(shortened(text, limit).length).toBeLessThanOrEqual(Math.max(limit + 1, 1));
      }),
    );
  });

  it('name countries, or leave what is no code as it is', () => {
    expect(countryName('NO')).toBe('Norway');
    expect(countryName('Norway')).toBe('Norway');
  });
});

describe('addresses', () => {
  it('carry the sub-path of the site', () => {
    const address = createAddress('https://example.org/news/');
    expect(address.href('/about')).toBe('/news/about');
    expect(address.absolute('/')).toBe('https://example.org/news/');
    expect(address.route('/news/about')).toBe('/about');
    expect(address.route('/about')).toBe('/about');
    expect(createAddress('http://localhost:4000').href('/')).toBe('/');
  });
});
