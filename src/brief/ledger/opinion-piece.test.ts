import { describe, expect, it } from 'vitest';
import { ledgerArticle } from '../../../test/builders/brief-input.ts';
import type { DiscourseRole } from '../../core/annotation.ts';
import { isOpinionPiece, writtenAsOpinion } from './opinion-piece.ts';

function article(title: string, role: DiscourseRole, sentences: readonly string[]) {
  return ledgerArticle({
    id: 'a',
    outlet: 'North Press',
    title,
    at: '2025-01-02T00:00:00Z',
    sentences: sentences.map((text) => ({ role, text })),
  });
}

const JUDGING = [
  'But the council is not honest about its bridge.',
  'Of course it should never have been closed at all.',
  'And the mayor is no better than those before her.',
  'Surely there is no reason for the town to pay.',
  'So the plan is dead, and it should not be mourned.',
  'Nor is the county any wiser than the town.',
  'The bridge is not a toy, and the town is not a bank.',
  'Yet nobody in the chamber must answer for it.',
];
const REPORTING = [
  'The council closed the bridge on Monday, the mayor said.',
  'Engineers told the council that cracks were found.',
  'The county announced a ferry for Tuesday.',
  'Dora Holm said the ferry would run until May.',
  'The repair will cost two million, according to the county.',
  'The bridge was built in 1931.',
  'Shops near it lost half of their trade, owners said.',
  'The council meets on Friday.',
];

describe('isOpinionPiece', () => {
  it('goes by the title and the address', () => {
    expect(isOpinionPiece(article('Opinion: Close it', 'main', REPORTING))).toBe(true);
    const plain = article('Bridge closed', 'main', REPORTING);
    const url = 'https://north.example/opinions/2025/bridge';
    expect(isOpinionPiece({ ...plain, article: { ...plain.article, url } })).toBe(true);
    expect(isOpinionPiece(plain)).toBe(false);
  });

  it('goes by how it is written', () => {
    expect(isOpinionPiece(article('The bridge', 'evaluation', JUDGING))).toBe(true);
    expect(isOpinionPiece(article('The bridge', 'current-context', REPORTING))).toBe(false);
  });

  it('takes what is quoted for the speaker’s', () => {
    const quoted = JUDGING.map((text) => `“${text}” said Dora Holm on Monday.`);
    expect(isOpinionPiece(article('The bridge', 'evaluation', quoted))).toBe(false);
  });

  it('says nothing of short and foreign texts', () => {
    const { annotation, article: short } = article('The bridge', 'evaluation', JUDGING.slice(0, 5));
    expect(writtenAsOpinion(annotation, short.text, 'en')).toBe(0);
    const long = article('The bridge', 'evaluation', JUDGING);
    expect(writtenAsOpinion(long.annotation, long.article.text, 'de')).toBe(0);
  });
});
