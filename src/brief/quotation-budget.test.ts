import { describe, expect, it } from 'vitest';
import { ledgerArticle } from '../../test/builders/brief-input.ts';
import { QUOTATION_LIMITS } from '../core/quotation-limits.ts';
import { createQuotationBudget, quotationLimit } from './quotation-budget.ts';

function articleOf(words: number) {
  const text = Array.from({ length: words }, (_, i) => `word${i}`).join(' ');
  return ledgerArticle({
    id: 'a',
    outlet: 'A',
    title: 'T',
    at: '2025-01-01T00:00:00Z',
    sentences: [{ role: 'main', text }],
  });
}
const span = (start: number) => ({ articleId: 'a', start, end: start + 1 });

describe('quotation budget', () => {
  it('is a fifth of a short article and 120 words of a long one', () => {
    expect(quotationLimit(articleOf(200), QUOTATION_LIMITS)).toBe(40);
    expect(quotationLimit(articleOf(5000), QUOTATION_LIMITS)).toBe(120);
  });

  it('allows one first sentence of any article, then holds the limit', () => {
    const budget = createQuotationBudget([articleOf(100)], QUOTATION_LIMITS);
    expect(budget.allows(span(0), 46)).toBe(false);
    expect(budget.allows(span(0), 30)).toBe(true);
    budget.spend(span(0), 30);
    expect(budget.allows(span(9), 1)).toBe(false);
  });

  it('counts a passage once however often it is shown', () => {
    const budget = createQuotationBudget([articleOf(200)], QUOTATION_LIMITS);
    budget.spend(span(0), 30);
    budget.spend(span(0), 30);
    expect(budget.allows(span(0), 30)).toBe(true);
    expect(budget.allows(span(9), 10)).toBe(true);
    expect(budget.allows(span(9), 11)).toBe(false);
  });

  it('follows its settings', () => {
    expect(quotationLimit(articleOf(200), { words: 50, share: 0.5 })).toBe(50);
    expect(quotationLimit(articleOf(60), { words: 50, share: 0.5 })).toBe(30);
  });

  it('tells what lies within a passage that is shown', () => {
    const budget = createQuotationBudget([articleOf(200)], QUOTATION_LIMITS);
    const passage = { articleId: 'a', start: 10, end: 300 };
    budget.spend(passage, 40);
    expect(budget.shows({ ...passage, start: 20, end: 26 })).toBe(true);
    expect(budget.shows({ ...passage, start: 290, end: 306 })).toBe(false);
    expect(budget.shows({ ...passage, articleId: 'b' })).toBe(false);
  });

  it('allows everything when there is no limit', () => {
    const budget = createQuotationBudget([articleOf(10)], null);
    budget.spend(span(0), 1000);
    expect(budget.allows(span(5), 1000)).toBe(true);
  });
});
