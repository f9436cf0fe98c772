import { describe, expect, it } from 'vitest';
import { annotateArticle } from './annotate-article.ts';
import { createAnnotateTools } from './annotate-tools.ts';

const tools = createAnnotateTools();

describe('findLoadedWords', () => {
  it('finds the outlet’s own judging words with their polarity, not those it quotes', () => {
    const text = 'The regime slammed the landmark deal. “It is a shameful sham of a deal,” said Anna Holm.';
    const read = annotateArticle(
      { id: 'l', title: '', text, publishedAt: 0, language: 'en', byline: null },
      tools,
    );
    expect(read.loadedWords.map((one) => [text.slice(one.start, one.end), one.polarity])).toEqual([
      ['regime', 'negative'],
      ['slammed', 'negative'],
      ['landmark', 'positive'],
    ]);
  });
});
