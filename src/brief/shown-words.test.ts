import { assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefInput } from '../../test/builders/brief-input.ts';
import { briefPress } from '../../test/builders/brief-press.ts';
import { shownPassages, wordsShown } from '../../test/builders/shown-passages.ts';
import type { LedgerArticle } from '../core/ledger.ts';
import { QUOTATION_LIMITS } from '../core/quotation-limits.ts';
import { briefStory } from './brief-story.ts';
import { MAX_FIRST_SENTENCE_WORDS, quotationLimit } from './quotation-budget.ts';

describe('the quotation budget over a whole briefing', () => {
  const stories = briefPress().map(({ articles }) => articles);
  const limits = constantFrom(QUOTATION_LIMITS, { words: 40, share: 0.1 });

  it.each(stories.map((articles) => [articles[0]?.article.title ?? '', articles] as const))(
    'holds in all sections, tables and cards together, whatever articles there are: %s',
    (_, articles) => {
      assert(
        property(
          shuffledSubarray<LedgerArticle>([...articles], { minLength: 1 }),
          limits,
          (some, quotationBudget) => {
            const passages = shownPassages(briefStory(briefInput(some, { quotationBudget })).briefing);
            for (const article of some) {
              const most = Math.max(MAX_FIRST_SENTENCE_WORDS, quotationLimit(article, quotationBudget));
              expect(wordsShown(article.article.id, passages)).toBeLessThanOrEqual(most);
            }
          },
        ),
        { numRuns: 5 },
      );
    },
  );
});
