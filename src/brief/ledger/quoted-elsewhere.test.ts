import { describe, expect, it } from 'vitest';
import { ledgerArticle } from '../../../test/builders/brief-input.ts';
import { createQuotedElsewhere } from './quoted-elsewhere.ts';
import { readArticle } from './read-article.ts';

const quoting = ledgerArticle({
  id: 'a',
  outlet: 'North Press',
  title: 'Bridge closed',
  at: '2025-01-02T00:00:00Z',
  sentences: [
    { role: 'evaluation', text: '“The council of Ottery is to blame for all of this mess” said Dora Holm.' },
  ],
});

describe('createQuotedElsewhere', () => {
  const isQuoted = createQuotedElsewhere([readArticle(quoting)]);
  it.each([
    ['The council of Ottery is to blame for all of this mess.', true],
    ['The council of Ottery is to blame, said the county.', false],
    ['The council met.', false],
  ])('%s', (text, expected) => {
    const words = text
      .toLowerCase()
      .replace(/[^\p{L} ]/gu, '')
      .split(' ');
    expect(isQuoted({ words, holder: null, text })).toBe(expected);
  });

  it('leaves what somebody is named for', () => {
    const words = 'the council of ottery is to blame for all of this mess'.split(' ');
    expect(isQuoted({ words, holder: 'Dora Holm', text: words.join(' ') })).toBe(false);
  });
});
