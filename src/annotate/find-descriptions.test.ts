import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();

function descriptions(text: string): string[] {
  const read = annotateArticle(
    { id: 'd', title: '', text, publishedAt: 0, language: 'en', byline: null },
    tools,
  );
  return read.descriptions.map((one) => `${read.entities[one.entity]?.name}: ${one.text} (${one.tense})`);
}

describe('findDescriptions', () => {
  it.each<[string, string[]]>([
    [
      'Peter Lund, the US special envoy, arrived in the city.',
      ['Peter Lund: the US special envoy (current)'],
    ],
    [
      'It undercut British Prime Minister Maria Varga there.',
      ['Maria Varga: British Prime Minister (current)'],
    ],
    ['They asked Peter Lund (R-TX) to come.', ['Peter Lund: R-TX (current)']],
    ['It shows how much President Varga knows.', ['Varga: President (current)']],
    ['The Director of Public Safety Peter Lund spoke.', ['Peter Lund: Director of Public Safety (current)']],
    ['Chief of Staff Gen. Peter Lund spoke.', ['Peter Lund: Chief of Staff Gen. (current)']],
    [
      'On Monday US special envoy Peter Lund arrived in the city.',
      ['Peter Lund: US special envoy (current)'],
    ],
    [
      'The US special envoy, Peter Lund, arrived in the city.',
      ['Peter Lund: The US special envoy (current)'],
    ],
    [
      'It was signed by Maria Varga, transport minister of Carpathia, on Monday.',
      ['Maria Varga: transport minister of Carpathia (current)'],
    ],
    ['They met former prime minister Karl Holm in the city.', ['Karl Holm: former prime minister (former)']],
    ['It was then-President Karl Holm who signed the law.', ['Karl Holm: then-President (former)']],
    [
      'They met acting Defense Secretary Karl Holm in the city.',
      ['Karl Holm: acting Defense Secretary (acting)'],
    ],
    ['They met President-elect Karl Holm in the city.', ['Karl Holm: President-elect (elect)']],
    ['David Holm is the president of the council and has two sons.', []],
    ['David Holm is the president of the council.', ['David Holm: the president of the council (current)']],
    ['Anna Holm, 54, a farmer from Lund, lost her house.', ['Anna Holm: a farmer from Lund (current)']],
    ['Mr. David Holm arrived, and the mayor left.', []],
    [
      'Karl Holm, the transport minister of Carpathia, arrived. Later Minister Karl Holm left.',
      ['Karl Holm: the transport minister of Carpathia (current)'],
    ],
    ['They met President Karl Holm there.', ['Karl Holm: President (current)']],
    ['David Holm, however, said nothing to the mayor.', []],
  ])('reads: %s', (text, expected) => {
    expect(descriptions(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      "It rained in Carpathia. Carpathia's prime minister, Maria Varga, signed it.",
      ['prime minister of Carpathia, current'],
    ],
    ['Maria Varga, who was defence minister until 2019, signed it.', ['defence minister, former']],
    ['Maria Varga was appointed as finance minister on Tuesday.', ['finance minister, current']],
    ['Maria Varga became mayor of Lund in 2015.', ['mayor of Lund, current, as of 2015']],
    ['Maria Varga resigned as home secretary on Monday.', ['home secretary, former']],
    ['Maria Varga, the prime minister-designate, signed it.', ['prime minister, elect']],
    ['In Texas it was Rep. Maria Varga (R-Texas) who signed it.', ['representative of Texas, current']],
    ['Senators Maria Varga and Peter Lund signed it.', ['senator, current', 'senator, current']],
    ['Maria Varga, an aide to a former minister, signed it.', ['aide, current']],
    ['Maria Varga, coach of Lund from 2016 to 2020, signed it.', ['coach of Lund, former']],
    ['Maria Varga, minister of finance, signed it.', ['finance minister, current']],
    ['If elected president, Maria Varga would sign it.', []],
    ['Maria Varga wants to be president of Carpathia.', []],
    ['Maria Varga was almost elected mayor of Lund.', []],
    ['"President Maria Varga is a liar," a voter shouted.', []],
    ['Maria Varga, the mayor said, was wrong.', []],
  ])('reads office, body and time: %s', (text, expected) => {
    const { descriptions: found, entities } = annotateArticle(
      { id: 'd', title: '', text, publishedAt: Date.UTC(2026, 2, 12), language: 'en', byline: null },
      tools,
    );
    const told = found.map(({ office, organisation, tense, asOf }) => {
      const of = entities[organisation]?.name;
      const time = asOf === null ? '' : `, as of ${new Date(asOf).getUTCFullYear()}`;
      return `${office}${of === undefined ? '' : ` of ${of}`}, ${tense}${time}`;
    });
    expect(told).toEqual(expected);
  });

  it('gives sound spans for any text', () => {
    const piece = fc.constantFrom(
      'Maria Varga',
      'Peter Lund',
      ',',
      '(',
      ')',
      '.',
      'the',
      'a',
      'former',
      'president',
      'of',
      'Carpathia',
      'was',
      'appointed',
      'as',
      'minister',
      'who',
      'is',
      "'s",
      '-elect',
      'until 2019',
      'in 2015',
      'Senators',
      'and',
      '54',
      '(R-Texas)',
      'replaced',
      '“',
      '”',
      '–',
      '\n',
      'chief of staff',
      'one of',
      'said',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join(' ');
        const read = annotateArticle(
          { id: 'd', title: '', text, publishedAt: 0, language: 'en', byline: null },
          tools,
        );
        for (const { start, end, entity, organisation, office } of read.descriptions) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(read.entities[entity]).toBeDefined();
          if (organisation !== -1) expect(read.entities[organisation]).toBeDefined();
          expect(office).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('covers name and description with its span', () => {
    const text = 'On Monday the rebels met Peter Lund, the US special envoy, in the city.';
    const read = annotateArticle(
      { id: 'd', title: '', text, publishedAt: 0, language: 'en', byline: null },
      tools,
    );
    expect(read.descriptions.map((one) => text.slice(one.start, one.end))).toEqual([
      'Peter Lund, the US special envoy',
    ]);
  });
});
