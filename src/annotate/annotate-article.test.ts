import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../core/annotation.ts';
import { isInside, type Span, spanText } from '../core/span.ts';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();
/** A Thursday. */
const PUBLISHED = Date.UTC(2026, 2, 12, 9, 30);

function annotate(text: string, title = '', byline: string | null = null): Annotation {
  return annotateArticle({ id: 'a1', title, text, publishedAt: PUBLISHED, language: 'en', byline }, tools);
}

const ARTICLE = [
  'BRASOV, Romania (North Press) — At least 31 people were killed on Tuesday when a dam above the town of Merin burst, officials said.',
  'Ilse Varga, transport minister of Carpathia, called it “the worst flood since 1970”. Varga will visit the site on Saturday.',
  '“We have lost whole streets,” said Tomas Oren, the mayor of Merin. “Nobody warned us.”',
  'He said that the International Monetary Fund (IMF) had refused a loan of $3.5 million in March 2021. The IMF declined to comment.',
  'Follow us for more.',
].join('\n');

function allSpans(annotation: Annotation): Span[] {
  const { sentences, mentions, descriptions, figures, quotes, dates, loadedWords } = annotation;
  const inQuotes = quotes.flatMap((quote) =>
    [quote.content, quote.cue, quote.speaker].filter((span) => span !== null),
  );
  return [...sentences, ...mentions, ...descriptions, ...figures, ...dates, ...loadedWords, ...inQuotes];
}

function expectSpansInside(read: Annotation, text: string): void {
  for (const span of allSpans(read)) {
    expect(isInside(span, { start: 0, end: text.length })).toBe(true);
    expect(spanText(text, span).trim()).not.toBe('');
  }
}

function expectOrdered(spans: readonly Span[]): void {
  for (const [index, span] of spans.entries())
    expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
}

describe('annotateArticle', () => {
  it('reads an article the same whatever was read before it', () => {
    const fresh = createAnnotateTools();
    const input = { id: 'a', title: '', publishedAt: PUBLISHED, language: 'en', byline: null };
    const odd = 'The man Zorbblr’s house in Quellmouth-Okt. was “Ellisk.” and T.S. Ellisk went on.';
    const before = fresh.tagEnglish(odd);
    for (const word of ['Ellisk', 'Okt', 'Zorbblr', 'Quellmouth', 'Zorbblr’s', 'Ellisk’s']) {
      annotateArticle(
        { ...input, text: `${word} ${word}. ${word}, ${word}; “${word}” ${word} went.` },
        fresh,
      );
    }
    expect(fresh.tagEnglish(odd)).toEqual(before);
  });

  const annotation = annotate(ARTICLE, 'Dam burst kills dozens in Merin');

  it('reads a whole article', () => {
    expect(annotation.language).toBe('en');
    expect(annotation.sentences).toHaveLength(8);
    expect(annotation.sentences.map((sentence) => sentence.block)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(annotation.wireCredit).toBe('North Press');
    expect(annotation.entities).toContainEqual({ name: 'Ilse Varga', type: 'person', mentions: 2 });
    expect(annotation.entities).toContainEqual({
      name: 'International Monetary Fund',
      type: 'organisation',
      mentions: 3,
    });
    expect(annotation.descriptions.map((one) => one.text)).toEqual([
      'transport minister of Carpathia',
      'the mayor of Merin',
    ]);
    const figures = annotation.figures.map((one) => [one.value, one.unit, one.counted, one.modifier]);
    expect(figures).toEqual([
      [31, 'count', 'killed', 'at-least'],
      [3_500_000, 'USD', null, 'exactly'],
    ]);
    const dates = annotation.dates.map(
      (one) => `${new Date(one.at).toISOString().slice(0, 10)} ${one.precision}`,
    );
    expect(dates).toEqual(['2026-03-10 day', '1970-01-01 year', '2026-03-14 day', '2021-03-01 month']);
  });

  it('gives the opening the main role and an invitation to follow none', () => {
    expect(annotation.sentences.at(-1)?.role).toBe('none');
    expect(annotation.sentences[0]?.role).toBe('main');
  });

  it('finds the speaker of direct quotations and of "he said"', () => {
    const speakers = annotation.quotes
      .filter((quote) => quote.kind === 'direct')
      .map((quote) => annotation.entities[quote.speakerEntity]?.name);
    expect(speakers).toEqual(['Tomas Oren', 'Tomas Oren']);
    const indirect = annotation.quotes.find((quote) => quote.kind === 'indirect' && quote.sentence === 5);
    expect(annotation.entities[indirect?.speakerEntity ?? -1]?.name).toBe('Tomas Oren');
    expect(
      annotation.quotes
        .filter((quote) => quote.kind === 'mixed')
        .map((quote) => spanText(ARTICLE, quote.content)),
    ).toEqual(['the worst flood since 1970']);
  });

  it('reads other languages without pretending to know their words', () => {
    const german =
      'Der Minister Karl Braun sagte am Montag in Wien, die Brücke werde geschlossen.\n„Wir haben keine andere Wahl“, sagte er.';
    const read = annotateArticle(
      {
        id: 'b',
        title: 'Brücke wird geschlossen',
        text: german,
        publishedAt: PUBLISHED,
        language: null,
        byline: null,
      },
      tools,
    );
    expect(read.language).toBe('de');
    expect(read.sentences.map((sentence) => sentence.role)).toEqual(['none', 'none']);
    expect(read.quotes.map((quote) => spanText(german, quote.content))).toEqual([
      'Wir haben keine andere Wahl',
    ]);
    expect(read.figures).toEqual([]);
    expect(read.mentions.map((mention) => spanText(german, mention))).not.toContain('Brücke');
  });

  const words = fc.constantFrom(
    'Mr. Holm',
    ' said',
    ' that ',
    '“Go',
    '”',
    '"',
    ' 31 ',
    '$3.5 million',
    ' killed ',
    'on Friday',
    '\n',
    '. ',
    ', the mayor of Lund,',
    'U.S.',
    '-',
    '’s ',
    '(IMF)',
    ' May ',
    ' 2018',
    '👩‍🚒',
    'İ',
    'ﬁ',
    '中文',
    'percent',
    'between 3 and 5',
    'constructor',
    '__proto__',
    '\u0000',
    'a third of',
    ' of the ',
    'Bank',
    'according to',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('never throws, keeps every span inside the text and every index in range, and answers the same again', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.string({ maxLength: 30 }),
        fc.option(fc.string({ maxLength: 30 })),
        (text, title, byline) => {
          const read = annotate(text, title, byline);
          expect(annotate(text, title, byline)).toEqual(read);
          expect(structuredClone(read)).toEqual(read);
          expectSpansInside(read, text);
          expectOrdered(read.sentences);
          expectOrdered(read.mentions);
          const entities = [...read.mentions, ...read.descriptions].map((one) => one.entity);
          const speakers = read.quotes.map((quote) => quote.speakerEntity).filter((entity) => entity !== -1);
          for (const entity of [...entities, ...speakers]) expect(read.entities[entity]).toBeDefined();
          for (const value of [...read.figures.map((one) => one.value), ...read.dates.map((one) => one.at)]) {
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays fast on hostile repetition', () => {
    const started = performance.now();
    for (const text of [
      '“'.repeat(20_000),
      'A '.repeat(20_000),
      '1-'.repeat(20_000),
      'Mr. '.repeat(10_000),
      '('.repeat(20_000),
      'said '.repeat(8_000),
      '“x” said. '.repeat(3_000),
    ])
      annotate(text);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
