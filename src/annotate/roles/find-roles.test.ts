import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCOURSE_ROLES } from '../../core/annotation.ts';
import { annotateArticle } from '../annotate-article.ts';
import { createAnnotateTools } from '../annotate-tools.ts';
import { buildDocument } from '../text-document.ts';
import { findRoles, speechByQuotes } from './find-roles.ts';

const tools = createAnnotateTools();

const ARTICLE = [
  'LUNDBY (Nordfjord News) - A dam above the town of Lundby burst on Tuesday, killing at least 31 people, officials said.',
  'FILE PHOTO: The dam above Lundby is seen in this picture taken in May.',
  'The water tore away two bridges and cut off the valley.',
  '“I ran up the hill with my two children and saw our house go,” said Anna Holm, who has lived there for years.',
  '“We lost everything.”',
  'The dam was built in 1962 and had been repaired in 1987.',
  'More dams are likely to burst in the coming years if they are not repaired, the minister said.',
  'Read more: What to know about old dams',
].join('\n');

function read(text: string, title = 'Dam bursts above Lundby, 31 dead') {
  return annotateArticle({ id: 'r', title, text, publishedAt: 0, language: 'en', byline: null }, tools)
    .sentences;
}

describe('roles of an invented article', () => {
  const found = read(ARTICLE);

  it.each<[number, string]>([
    [0, 'main'],
    [1, 'none'],
    [5, 'historical'],
    [6, 'expectation'],
    [7, 'none'],
  ])('sentence %i is %s', (index, role) => {
    expect(found[index]?.role).toBe(role);
  });

  it.each<[number, boolean]>([
    [1, false],
    [2, false],
    [3, true],
    [4, true],
    [5, false],
  ])('sentence %i speech: %s', (index, speech) => {
    expect(found[index]?.speech).toBe(speech);
  });
});

describe('findRoles', () => {
  const input = (text: string) => ({
    document: buildDocument(text, 'en', tools.tagEnglish),
    title: 'Dam bursts above Lundby',
    quotes: [],
    mentions: [],
    figures: [],
  });

  it('gives the next best role to a sentence that may not be the main event', () => {
    const [open, barred] = [true, false].map((may) =>
      findRoles(input(ARTICLE), tools.wordVectors, tools.roleModel, () => may).map((one) => one.role),
    );
    expect(open).toContain('main');
    expect(barred).not.toContain('main');
    expect(barred?.filter((role, at) => role !== open?.[at] && open?.[at] !== 'main')).toEqual([]);
  });

  it('reads any text, with one role for each sentence', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom(...ARTICLE.split('\n'), '“', '1999', '?'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const one = input(lines.join('\n'));
        const roles = findRoles(one, tools.wordVectors, tools.roleModel, () => true);
        expect(roles).toHaveLength(one.document.sentences.length);
        for (const { role } of roles) expect(DISCOURSE_ROLES).toContain(role);
        // An article says something: one sentence is its main event.
        const heard = roles.filter(({ role }) => role !== 'none');
        expect(heard.some(({ role }) => role === 'main')).toBe(heard.length > 0);
      }),
    );
  });

  it('says the same whatever was read before', () => {
    const before = read(ARTICLE);
    read('“Something else,” he said.\nIt rained.');
    expect(read(ARTICLE)).toEqual(before);
  });
});

describe('speechByQuotes', () => {
  it('takes the sentences of a quotation for speech', () => {
    const document = buildDocument('Das ist gut.\n„Ja. Wir gehen“, sagte Holm.', 'de', tools.tagEnglish);
    const quote = {
      kind: 'direct',
      content: { start: 14, end: 27 },
      cue: null,
      speaker: null,
      speakerEntity: -1,
      sentence: 1,
    } as const;
    expect(speechByQuotes(document, [quote])[0]).toEqual({ role: 'none', speech: false });
    expect(
      speechByQuotes(document, [quote])
        .slice(1)
        .every((one) => one.speech),
    ).toBe(true);
  });
});
