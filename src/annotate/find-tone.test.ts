import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();

function toneOf(text: string, title = ''): { name: string; sign: number; sentences: readonly number[] }[] {
  const input = { id: 't', title, text, publishedAt: 0, language: 'en', byline: null };
  const { tone, entities } = annotateArticle(input, tools);
  return tone.map(({ entity, value, sentences }) => ({
    name: entities[entity]?.name ?? '',
    sign: Math.sign(value),
    sentences,
  }));
}

const JUDGING = [
  'Anna Holm shamelessly lied about the bridge and her corrupt friends took the money.',
  'The council met on Tuesday in the town hall.',
  'Holm’s disgraceful and reckless scheme was a disaster, and she failed the town again.',
].join('\n');

describe('findTone', () => {
  it('finds the tone of the outlet’s own words, with its sentences', () => {
    expect(toneOf(JUDGING)).toEqual([{ name: 'Anna Holm', sign: -1, sentences: [0, 2] }]);
  });

  it('finds none in a report of bad news', () => {
    const text = [
      'Anna Holm was arrested on Tuesday and charged with fraud, the police said.',
      'Holm was convicted of a similar crime in 2019 and lost her seat.',
    ].join('\n');
    expect(toneOf(text)).toEqual([]);
  });

  it('does not take the words of others for the outlet’s', () => {
    const text = [
      '“Anna Holm shamelessly lied about the bridge,” said Tomas Oren.',
      'Oren said that Holm’s disgraceful and reckless scheme was a disaster.',
    ].join('\n');
    expect(toneOf(text)).toEqual([]);
  });

  it('does not blame whom the blame is aimed against', () => {
    const text = [
      'The shameless and disgraceful smear campaign against Anna Holm went on.',
      'It was one more corrupt and reckless attack on Holm.',
    ].join('\n');
    expect(toneOf(text)).toEqual([]);
  });
});
