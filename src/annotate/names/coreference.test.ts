import { describe, expect, it } from 'vitest';
import { annotateArticle } from '../annotate-article.ts';
import { createAnnotateTools } from '../annotate-tools.ts';

const tools = createAnnotateTools();

function read(text: string) {
  return annotateArticle({ id: 'n', title: '', text, publishedAt: 0, language: 'en', byline: null }, tools);
}

/** What is called what: the spans of each entity, in the order of the text. */
function chains(text: string): string[][] {
  const { entities, mentions, nominals = [] } = read(text);
  return entities.map((_, entity) =>
    [...mentions, ...nominals]
      .filter((one) => one.entity === entity)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.slice(start, end)),
  );
}

describe('names of entities', () => {
  it.each([
    ['“I met with [James] Comden and he lied,” said Anna Holm.', 'James Comden'],
    ['“Speaker Nancy [Pelling] will not come,” he said.', 'Nancy Pelling'],
  ])('leave out the brackets of an editor: %s', (text, name) => {
    expect(read(text).entities.map((entity) => entity.name)).toContain(name);
  });
});

describe('coreference of names', () => {
  it.each<[string, string[]]>([
    [
      'Marta Okonjo sat down. Ms. Okonjo smiled, and Okonjo’s brother left.',
      ['Marta Okonjo', 'Okonjo', 'Okonjo'],
    ],
    ['In Oslo, Zelenko spoke. Dmytro Zelenko, 40, left.', ['Zelenko', 'Dmytro Zelenko']],
    ['They met Dmytro Zelinsky. President Zelinskyy thanked them.', ['Dmytro Zelinsky', 'Zelinskyy']],
    ['William Stroud ran it. Friends said Bill Stroud was tired.', ['William Stroud', 'Bill Stroud']],
    [
      'They saw Oleksandr Hrytsenko. Later Alexander Hrytsenko left.',
      ['Oleksandr Hrytsenko', 'Alexander Hrytsenko'],
    ],
    ['The World Kelp Organization (WKO) met. The WKO voted.', ['World Kelp Organization', 'WKO', 'WKO']],
    ['The WKO met. The World Kelp Organization voted.', ['WKO', 'World Kelp Organization']],
    ['They sued Halden Pharma Inc over it. A judge told Halden to pay.', ['Halden Pharma Inc', 'Halden']],
    [
      'The University of Merin closed. They left Merin University.',
      ['University of Merin', 'Merin University'],
    ],
  ])('joins the forms of one name: %s', (text, expected) => {
    expect(chains(text)).toContainEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Paris Lovell moved to Paris in May.', ['Paris']],
    ['The White House warned the House again.', ['House']],
    ['They met Pete Aldous and Anna Holm (PA) there.', ['PA']],
    ['They met Diana Rossi and Dana Rossi.', ['Dana Rossi']],
    ['They met Mark Price and Will Price.', ['Will Price']],
    [
      'Mr. Peter Harlan spoke. His wife, Ruth Harlan, wept. Mr. Harlan left. Mrs. Harlan stayed.',
      ['Ruth Harlan', 'Harlan'],
    ],
  ])('keeps apart who is not the same: %s', (text, expected) => {
    expect(chains(text)).toContainEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      'Ugandan President Moses Katende met farmers. The Ugandan president promised seeds.',
      ['Moses Katende', 'The Ugandan president'],
    ],
    [
      'Moses Katende, the president of Uganda, met farmers. The president promised seeds.',
      ['Moses Katende', 'The president'],
    ],
    [
      'Prime Minister Rita Moen resigned. The prime minister gave no reason.',
      ['Rita Moen', 'The prime minister'],
    ],
  ])('finds an office that means somebody: %s', (text, expected) => {
    expect(chains(text)).toContainEqual(expected);
  });

  it.each([
    'French Foreign Minister Luc Delorme met Norwegian Foreign Minister Kari Tveit. The foreign minister smiled.',
    'Former president Halima Diarra lost. The president was calm.',
    'Ugandan President Moses Katende met farmers. The Kenyan president did not.',
    'President Moses Katende met farmers. The president of the club did not.',
    'The president met farmers.',
  ])('leaves open whom an office means: %s', (text) => {
    expect(read(text).nominals).toEqual([]);
  });
});
