import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput } from '../../test/builders/brief-input.ts';
import { briefPress } from '../../test/builders/brief-press.ts';
import type { Briefing, Statement } from '../core/briefing.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import { briefStory } from './brief-story.ts';
import { MAX_FIRST_SENTENCE_WORDS, quotationLimit } from './quotation-budget.ts';
import { wordCount } from './sentence-quality.ts';

/** Words that all statements and quotations of a briefing show of each article, each passage once. */
function shownWords({ sections, quotes }: Briefing): Map<string, number> {
  const passages = new Map<string, { articleId: string; words: number }>();
  const show = (text: string, { articleId, start, end }: Statement['citations'][0]): void => {
    const key = `${articleId} ${start} ${end}`;
    passages.set(key, { articleId, words: Math.max(passages.get(key)?.words ?? 0, wordCount(text)) });
  };
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('citations' in value && 'support' in value) {
      const { text, citations } = value as Statement;
      show(text, citations[0]);
    } else for (const part of Object.values(value)) visit(part);
  };
  visit(sections);
  for (const { text, citations } of quotes) show(text, citations[0]);
  const shown = new Map<string, number>();
  for (const { articleId, words } of passages.values())
    shown.set(articleId, (shown.get(articleId) ?? 0) + words);
  return shown;
}

describe('the quotation budget over a whole briefing', () => {
  const stories = briefPress().map(({ articles }) => articles);

  it.each(stories.map((articles) => [articles[0]?.article.title ?? '', articles] as const))(
    'holds in all sections together, whatever articles there are: %s',
    (_, articles) => {
      assert(
        property(shuffledSubarray<LedgerArticle>([...articles], { minLength: 1 }), (some) => {
          const { briefing } = briefStory(briefInput(some, { quotationBudget: true }));
          for (const [articleId, words] of shownWords(briefing)) {
            const source = some.find(({ article }) => article.id === articleId);
            const limit = source === undefined ? 0 : quotationLimit(source);
            expect(words).toBeLessThanOrEqual(Math.max(limit, MAX_FIRST_SENTENCE_WORDS));
          }
        }),
        { numRuns: 5 },
      );
    },
  );
});
