import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsRun, quotedWords } from './sentence-words.ts';
import { datelineLength, shownSpan, statementText } from './statement-text.ts';

const LATER = Date.UTC(2026, 0, 1);

function shown(text: string, opens = false): string {
  return statementText(text, shownSpan(text, { start: 0, end: text.length }, opens), [], 0, false);
}

describe('datelineLength', () => {
  it.each([
    ['BERLIN (North Press) – Talks began.', 'BERLIN (North Press) – '],
    ['WASHINGTON — The Senate voted.', 'WASHINGTON — '],
    ['NEW YORK (AP) -- Stocks fell.', 'NEW YORK (AP) -- '],
    ['(Reuters) - Stocks fell.', '(Reuters) - '],
    ['PORT ALDANE, Talvia (Northwire) – Divers went down.', 'PORT ALDANE, Talvia (Northwire) – '],
    ['PORT ALDANE, Talvia — They went down.', 'PORT ALDANE, Talvia — '],
    ['MOSCOW/KYIV (Northwire) – Talks began.', 'MOSCOW/KYIV (Northwire) – '],
    ['BERLIN (X) - Talks began.', 'BERLIN (X) - '],
    ['BERLIN and PORT ALDANE (Northwire) - Talks began.', 'BERLIN and PORT ALDANE (Northwire) - '],
    ['Washington (CNN) House leaders met.', 'Washington (CNN) '],
    ['Port Aldane — The ferry burned.', 'Port Aldane — '],
    ['U.S. officials said no.', ''],
    ['NATO said it would meet.', ''],
    ['The minister – who resigned – spoke.', ''],
  ])('%s', (text, dateline) => {
    expect(text.slice(0, datelineLength(text))).toBe(dateline);
  });
});

describe('shownSpan', () => {
  it.each([
    ['PORT ALDANE, Talvia — They went down.', 'They went down.'],
    ['NATO (the alliance) Secretary Orme spoke.', 'NATO (the alliance) Secretary Orme spoke.'],
  ])('takes a dateline off a sentence after the first: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a heading run into the text', () => {
  const title = 'Council closes bridge over cracks';
  it.each([
    [`${title} The council met.`, 'The council met.'],
    [`Roads & rivers ${title} The council met.`, 'The council met.'],
    [`${title} after cracks were found.`, `${title} after cracks were found.`],
    [`The paper wrote that it had been wrong to say: ${title} The council met.`, null],
  ])('%s', (text, expected) => {
    const span = shownSpan(text, { start: 0, end: text.length }, false, title);
    expect(text.slice(span.start, span.end)).toBe(expected ?? text);
  });

  it('leaves a short title, which may be a phrase of the text', () => {
    const text = 'Bridge closed Ottery mourns.';
    expect(shownSpan(text, { start: 0, end: text.length }, true, 'Bridge closed').start).toBe(0);
  });
});

describe('statementText', () => {
  it.each([
    ['But the council refused.', 'The council refused.'],
    ['However, Mr Orme disagreed.', 'Mr Orme disagreed.'],
    ['But for the rain it would have burned.', 'But for the rain it would have burned.'],
    ['Stocks fell again on Friday. (Reuters)', 'Stocks fell again on Friday.'],
    ['  Two  blanks\tare joined. ', 'Two blanks are joined.'],
    ['“We will win, he said.', '“We will win, he said.”'],
    ['We will win,” he said.', '“We will win,” he said.'],
    ['"We will win," he said.', '"We will win," he said.'],
    ['‘We will win,” he said.', '‘We will win,” he said.'],
    ['As ever, he said: ‘We will win.”', 'As ever, he said: ‘We will win.”'],
    ['He warned of a”second wave” of it.', 'He warned of a”second wave” of it.'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('marks a sentence that lies within a quotation as quoted', () => {
    expect(statementText('We will not go.', { start: 0, end: 15 }, [], 0, true)).toBe('“We will not go.”');
  });

  it('sets the day in brackets after a day named by the time of writing', () => {
    const text = 'The talks open on Sunday in Berlin.';
    const date = { start: 18, end: 24, at: Date.UTC(2025, 11, 14), precision: 'day', sentence: 0 } as const;
    expect(statementText(text, { start: 0, end: text.length }, [date], LATER, false)).toBe(
      'The talks open on Sunday [14 December] in Berlin.',
    );
  });

  it('adds no day after publication to a sentence that looks back', () => {
    const text = 'The talks opened on Sunday in Berlin.';
    const date = { start: 20, end: 26, at: Date.UTC(2025, 11, 21), precision: 'day', sentence: 0 } as const;
    const published = Date.UTC(2025, 11, 17);
    expect(statementText(text, { start: 0, end: text.length }, [date], published, false)).toBe(text);
  });

  it.each([
    ["Thursday's hearing was long.", 0, 8, "Thursday's [11 December] hearing was long."],
    ['The deadline is Sunday and may pass.', 16, 22, 'The deadline is Sunday and may pass.'],
    ['They had until Sunday to agree.', 15, 21, 'They had until Sunday to agree.'],
  ])('sets the day where it belongs, and none on a day that lies ahead: %s', (text, start, end, expected) => {
    const date = { start, end, at: Date.UTC(2025, 11, 11), precision: 'day', sentence: 0 } as const;
    const published = Date.UTC(2025, 11, 14);
    expect(statementText(text, { start: 0, end: text.length }, [date], published, false)).toBe(expected);
  });

  it.each([
    [
      'six days before, which may as well be the day after',
      'on',
      13,
      'The talks opened on Sunday in Berlin.',
    ],
    [
      'six days before, where the text says so',
      'last',
      13,
      'The talks opened last Sunday [7 December] in Berlin.',
    ],
    ['five days before', 'on', 12, 'The talks opened on Sunday [7 December] in Berlin.'],
  ])('sets a day that lies %s', (_, word, published, expected) => {
    const text = `The talks opened ${word} Sunday in Berlin.`;
    const start = word === 'last' ? 17 : 20;
    const end = text.indexOf(' in Berlin');
    const date = { start, end, at: Date.UTC(2025, 11, 7), precision: 'day', sentence: 0 } as const;
    const at = Date.UTC(2025, 11, published, 15);
    expect(statementText(text, { start: 0, end: text.length }, [date], at, false)).toBe(expected);
  });

  it('leaves a day that the article itself has in brackets', () => {
    const text = 'What happened [Friday] was wrong.';
    const date = { start: 15, end: 21, at: Date.UTC(2025, 11, 12), precision: 'day', sentence: 0 } as const;
    const published = Date.UTC(2025, 11, 14);
    expect(statementText(text, { start: 0, end: text.length }, [date], published, false)).toBe(text);
  });

  it('sets first names in brackets', () => {
    const text = 'On Monday Lindqvist resigned.';
    const names = [{ at: 10, text: '[Dora] ' }];
    expect(statementText(text, { start: 0, end: text.length }, [], 0, false, names)).toBe(
      'On Monday [Dora] Lindqvist resigned.',
    );
  });

  it('adds no day to a date that is written out', () => {
    const text = 'The talks opened on 5 December 1994.';
    const date = { start: 20, end: 35, at: Date.UTC(1994, 11, 5), precision: 'day', sentence: 0 } as const;
    expect(statementText(text, { start: 0, end: text.length }, [date], LATER, false)).toBe(text);
  });

  it('has only words of its span, in one run', () => {
    const piece = fc.constantFrom(
      'But ',
      'And ',
      'BERLIN – ',
      '(AP) ',
      '“',
      '”',
      '"',
      'Word ',
      'go ',
      '[x] ',
      '\n',
      '7 ',
      '. ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), (pieces, opens) => {
        const text = pieces.join('');
        const span = shownSpan(text, { start: 0, end: text.length }, opens);
        const words = quotedWords(statementText(text, span, [], 0, false));
        expect(span.start >= 0 && span.end <= text.length).toBe(true);
        if (words.length > 0)
          expect(containsRun(quotedWords(text.slice(span.start, span.end)), words)).toBe(true);
      }),
    );
  });
});
