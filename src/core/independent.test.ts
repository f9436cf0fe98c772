import { describe, expect, it } from 'vitest';
import { type CountedArticle, independentArticles } from './independent.ts';

const article = (id: string, copyOf: string | null = null, publishedAt = 0): CountedArticle => ({
  id,
  copyOf,
  publishedAt,
});

describe('independentArticles', () => {
  it.each<[string, CountedArticle[], string[]]>([
    ['nothing', [], []],
    ['texts of their own', [article('a'), article('b')], ['a', 'b']],
    [
      'an agency text and its forty reprints',
      [article('a'), ...Array.from({ length: 40 }, (_, i) => article(`r${i}`, 'a'))],
      ['a'],
    ],
    [
      'reprints whose origin is in another story',
      [article('b', 'x', 2), article('a', 'x', 1), article('c', 'x', 1)],
      ['a'],
    ],
    [
      'reprints of two absent origins',
      [article('a', 'x'), article('b', 'y'), article('c', 'y', 1)],
      ['a', 'b'],
    ],
  ])('%s', (_, articles, expected) => {
    expect([...independentArticles(articles)].sort()).toEqual(expected);
    expect([...independentArticles(articles.toReversed())].sort()).toEqual(expected);
  });
});
