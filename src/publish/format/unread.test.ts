import { describe, expect, it } from 'vitest';
import { unreadOfArticle, unreadOfStory } from './unread.ts';

const german = { language: 'de', missing: ['figures', 'tone'] } as const;
const arabic = { language: 'ar', missing: ['figures', 'names'] } as const;
const unknown = { language: 'und', missing: ['dates'] } as const;

describe('what is not read', () => {
  it('of an article is told with its language', () => {
    expect(unreadOfArticle(german)).toBe('This article is in German. Not read out of it: figures and tone.');
    expect(unreadOfArticle(unknown)).toBe(
      'The language of this article could not be told. Not read out of it: dates.',
    );
    expect(unreadOfArticle(undefined)).toBeNull();
    expect(unreadOfArticle({ language: 'en', missing: [] })).toBeNull();
  });

  it('of a story is told once, the most frequent language first', () => {
    expect(unreadOfStory([{ unread: arabic }, { unread: german }, { unread: german }, {}])).toBe(
      'Read in part only: 2 articles in German and 1 article in Arabic. Not read out of them: figures, names that the knowledge base does not hold and tone.',
    );
    expect(unreadOfStory([{ unread: unknown }])).toBe(
      'Read in part only: 1 article in a language that could not be told. Not read out of it: dates.',
    );
    expect(unreadOfStory([{}, {}])).toBeNull();
  });
});
