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
