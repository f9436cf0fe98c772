import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOnly } from '../../core/annotation.ts';
import { annotateArticle } from '../annotate-article.ts';
import { createAnnotateTools } from '../annotate-tools.ts';

const tools = createAnnotateTools();

function read(text: string) {
  return annotateArticle({ id: 'n', title: '', text, publishedAt: 0, language: 'en', byline: null }, tools);
}

function names(text: string): string[] {
  return namesOnly(read(text)).mentions.map((one) => text.slice(one.start, one.end));
}

describe('names', () => {
  it.each<[string, string[]]>([
    ['Then President Anna Holm met Mr. Peter Lund.', ['Anna Holm', 'Peter Lund']],
    [
      'The Bank of England raised rates, and the Ministry of Defence did not.',
      ['Bank of England', 'Ministry of Defence'],
    ],
    [
      'They met Ursula von der Leyen and Bashar al-Assad in Geneva.',
      ['Ursula von der Leyen', 'Bashar al-Assad', 'Geneva'],
    ],
    ['Britain’s plan upset Germany’s chancellor.', ['Britain', 'Germany']],
    ['On Monday the Russian foreign minister, Sergei Antov, spoke.', ['Sergei Antov']],
    ['They asked Russian Foreign Minister Sergei Antov to come.', ['Sergei Antov']],
    ['They asked Tesla Chief Executive Anna Holm to come.', ['Tesla', 'Anna Holm']],
    ['The US-led talks in North Korea failed.', ['US', 'North Korea']],
    ['They met Kim Jong-un and J. K. Lund there.', ['Kim Jong-un', 'J. K. Lund']],
    ['Police said nothing. Shares and officials were quiet.', []],
    ['In May the shop closed. On Friday it opened.', []],
    ['In May the prime minister, Theresa May, called a vote. But May said no.', ['Theresa May', 'May']],
    ['They work at Johnson & Lund Inc. in New York City.', ['Johnson & Lund Inc.', 'New York City']],
    ['The French president and many Germans agreed.', []],
    ['The case went to the Justice Department on Friday.', ['Justice Department']],
    ['Shares of General Motors rose, and General Anna Holm left.', ['General Motors', 'Anna Holm']],
    ['They joined the Center for Public Progress last year.', ['Center for Public Progress']],
    ['It happened in Bosnia and Herzegovina, they said.', ['Bosnia and Herzegovina']],
    ['The former Secretary of State left the White House.', ['White House']],
    ['He met then-Secretary of State Ana Lund in Oslo.', ['Ana Lund', 'Oslo']],
    ['The Director of Public Safety Petra Holm spoke.', ['Public Safety', 'Petra Holm']],
    ['They asked Minister of Rural Health Avra Tesk to come.', ['Rural Health', 'Avra Tesk']],
    ['They met Mayor of New York Peter Lund there.', ['New York', 'Peter Lund']],
    ['The Mayor of San Juan Sur met them.', ['San Juan Sur']],
    ['Shares of AT&T Inc fell as AT&T cut more jobs.', ['AT&T Inc', 'AT&T']],
    ['They asked Peter Lund, R-Texas, and Ana Holm (D-TX) to come.', ['Peter Lund', 'Texas', 'Ana Holm']],
    ['Representatives Peter Lund and Ana Holm left.', ['Peter Lund', 'Ana Holm']],
    ['Sens. Peter Lund and Ana Holm left.', ['Peter Lund', 'Ana Holm']],
    ['They joined the Food and Drug Administration last year.', ['Food and Drug Administration']],
  ])('finds the names of: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['They met Peter Lund at the gate.', 'Peter Lund', 'person'],
    ['They met in Merin last week.', 'Merin', 'place'],
    ['He works for the Merin Water Authority now.', 'Merin Water Authority', 'organisation'],
    ['They swam in the Merin River together.', 'Merin River', 'place'],
    ['They watched the Merin Cup together.', 'Merin Cup', 'event'],
    ['They blamed NATO for it all.', 'NATO', 'organisation'],
    ['They flew to France at night.', 'France', 'place'],
    ['A sister ship, the Lady Aurelie, was held in port.', 'Lady Aurelie', 'other'],
    ['The Lady Aurelie sailed at dawn.', 'Lady Aurelie', 'other'],
    ['Rescuers reached the ferry Peter Lund at dawn.', 'Peter Lund', 'other'],
    ['They met Lady Aurelie at the gate.', 'Aurelie', 'person'],
    ['The Merrow Line said it would pay.', 'Merrow Line', 'organisation'],
    ['The Harbour Memorandum says that both must pay.', 'Harbour Memorandum', 'event'],
    ['The Merin Convention says that both must pay.', 'Merin Convention', 'event'],
    ['The Varga Trial opened at noon.', 'Varga Trial', 'event'],
    ['The Merin Forum met at noon.', 'Merin Forum', 'organisation'],
    ['The captain of the ferry, Peter Lund, came ashore.', 'Peter Lund', 'person'],
    ['The ship left the harbour of Quellmouth at dawn.', 'Quellmouth', 'place'],
    ['They drove north of Tam Harlow at dawn.', 'Tam Harlow', 'place'],
    ['The village of Anna Bay was cut off.', 'Anna Bay', 'place'],
    ['Some of Anna Holm was left.', 'Anna Holm', 'person'],
    ['They spoke to Peter Lund, D-Merin, at the gate.', 'Merin', 'place'],
  ])('types a name: %s', (text, name, type) => {
    expect(read(text).entities).toContainEqual({ name, type, mentions: 1 });
  });

  it.each<[string, string[]]>([
    ['The French president met many Germans.', ['French', 'Germans']],
    ['South Korean and Franco-German firms agreed.', ['South Korean', 'Franco-German']],
    ['They met Anna German in France.', []],
  ])('marks demonyms: %s', (text, expected) => {
    const { entities, mentions } = read(text);
    const demonyms = mentions.filter(({ kind }) => kind === 'demonym');
    expect(demonyms.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    expect(
      demonyms.every(({ type, entity }) => type === 'other' && entities[entity]?.kind === 'demonym'),
    ).toBe(true);
  });

  it('keeps the indexes of entities when demonyms are left out', () => {
    const annotation = read('German police met Anna Holm in Oslo. Holm left for the French border.');
    const { entities, mentions } = namesOnly(annotation);
    expect(mentions.map(({ entity }) => entities[entity]?.name)).toEqual(['Anna Holm', 'Oslo', 'Anna Holm']);
  });

  it('finds a name again that the tagger misses elsewhere', () => {
    expect(names('They work at Zelvane Depot now.\nZelvane Depot last month opened a shop.')).toEqual([
      'Zelvane Depot',
      'Zelvane Depot',
    ]);
  });

  it('gives ordered spans inside any text, without overlap', () => {
    const word = fc.constantFrom(
      'Anna',
      'Holm',
      'the',
      'of',
      'U.S.',
      '-',
      '(',
      ')',
      '"',
      'WKO',
      '*',
      '\n',
      'French',
      '$5',
      'é',
      '’s',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const { entities, mentions, nominals = [] } = read(text);
          let end = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(entities[mention.entity]).toBeDefined();
            end = mention.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          for (const nominal of nominals) expect(entities[nominal.entity]).toBeDefined();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('joins short forms with the fullest one', () => {
    const { entities } = read(
      'Volodymyr Zelensky spoke to the International Monetary Fund (IMF). Zelensky thanked the IMF. President Zelensky left. Acme Holdings Inc fell; Acme rose.',
    );
    expect(entities).toEqual([
      { name: 'Volodymyr Zelensky', type: 'person', mentions: 3 },
      { name: 'International Monetary Fund', type: 'organisation', mentions: 3 },
      { name: 'Acme Holdings Inc', type: 'organisation', mentions: 2 },
    ]);
  });

  it('gives a shared surname to the namesake named last', () => {
    const text =
      'Bill Harlan met the press. Harlan was calm. Hillary Harlan came later. She waved. Anna Roe smiled.';
    const { entities, mentions } = read(text);
    expect(entities[mentions[1]?.entity ?? -1]?.name).toBe('Bill Harlan');
  });
});
