import { assert, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput } from '../../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../../test/builders/written-stories.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { briefStory } from '../brief-story.ts';
import { createArticleReader } from './remembering-reader.ts';

function corrected(source: LedgerArticle, text: string): LedgerArticle {
  return { ...source, article: { ...source.article, text: source.article.text.replace('12 people', text) } };
}

describe('a reader that remembers articles', () => {
  it('gives the briefing that reading everything anew gives, whatever it has read before', () => {
    const round = record({
      articles: shuffledSubarray([...MILL_FIRE], { minLength: 1 }),
      toll: constantFrom('12 people', '19 people', '21 people'),
    });
    assert(
      property(integer({ min: 1, max: 3000 }), round, round, (limit, before, after) => {
        const read = createArticleReader(limit);
        const input = ({ articles, toll }: typeof before) =>
          briefInput(articles.map((article) => corrected(article, toll)));
        briefStory(input(before), read);
        expect(briefStory(input(after), read)).toEqual(briefStory(input(after)));
      }),
      { numRuns: 40 },
    );
  });

  it('reads an article once', () => {
    const read = createArticleReader(4000);
    expect(read(MILL_FIRE[0])).toBe(read(structuredClone(MILL_FIRE[0])));
  });

  it('forgets what was not asked for longest when the texts become too long', () => {
    const [first, second] = [MILL_FIRE[0], MILL_FIRE[1]];
    const read = createArticleReader(second.article.text.length);
    const known = read(first);
    read(second);
    expect(read(first)).not.toBe(known);
  });

  it('reads an article anew when what is known of it has changed', () => {
    const read = createArticleReader(4000);
    const source = MILL_FIRE[0];
    const known = read(source);
    expect(read({ ...source, annotation: { ...source.annotation, quotes: [] } })).not.toBe(known);
  });
});
