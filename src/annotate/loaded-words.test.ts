import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();

function loadedIn(text: string): string[] {
  const input = { id: 'l', title: '', text, publishedAt: 0, language: 'en', byline: null };
  return annotateArticle(input, tools).loadedWords.map((one) => text.slice(one.start, one.end));
}

describe('findLoadedWords', () => {
  it.each([
    ['The radical leftist mob shamelessly smeared the council again.', ['radical', 'leftist', 'shamelessly']],
    ['In a bizarre and disgraceful rant, the thugs attacked common sense.', ['bizarre', 'thugs']],
    ['It was a hate-filled and tone-deaf speech by a shameless liar.', ['tone-deaf']],
  ])('names the words that judge: %s', (text, words) => {
    expect(loadedIn(text)).toEqual(expect.arrayContaining(words));
  });

  it.each([
    'The council said on Tuesday that the bridge will stay shut until April.',
    'Two people were killed and five injured when a valve failed at the plant, the ministry said.',
    'The storm caused flooding along the coast and the crisis team met at noon.',
    'Ms Holm won the vote by 52 percent to 48 percent.',
  ])('names nothing in a plain report: %s', (text) => {
    expect(loadedIn(text)).toEqual([]);
  });

  it('leaves out what others say', () => {
    const text = '“It is a shameless, disgusting and radical sham,” said Anna Holm of the bizarre plan.';
    expect(loadedIn(text).filter((word) => text.indexOf(word) < text.indexOf('”'))).toEqual([]);
  });

  it('gives their polarity where the word has one', () => {
    const text = 'The disgraceful and shameless regime shamelessly smeared the council again.';
    const input = { id: 'l', title: '', text, publishedAt: 0, language: 'en', byline: null };
    const found = annotateArticle(input, tools).loadedWords;
    expect(found.find((one) => text.slice(one.start, one.end) === 'disgraceful')?.polarity).toBe('negative');
  });

  it('names nothing in languages without a model', () => {
    const text = 'Das ist eine schamlose und radikale Lüge der Regierung, und alle wissen es seit Jahren.';
    const input = { id: 'l', title: '', text, publishedAt: 0, language: 'de', byline: null };
    expect(annotateArticle(input, tools).loadedWords).toEqual([]);
  });
});
