import { describe, expect, it } from 'vitest';
import { ledgerArticle } from '../../../test/builders/brief-input.ts';
import type { Tone } from '../../core/annotation.ts';
import { readArticle } from '../ledger/read-article.ts';
import type { StoryArticle } from '../ledger/story-sentence.ts';
import { outletTone } from './outlet-tone.ts';

/** An article of three sentences on two people, with these tones of its own. */
function article(id: string, tone: readonly Tone[]): StoryArticle {
  const source = ledgerArticle({
    id,
    outlet: 'North Press',
    title: 'The mayor speaks',
    at: '2026-03-12T09:00:00Z',
    sentences: [
      { role: 'main', text: 'Anna Holm botched the reckless sale.' },
      { role: 'main', text: 'Anna Holm shamelessly hid the bill.' },
      { role: 'main', text: 'Tomas Oren was told later.' },
    ],
    annotation: { tone },
  });
  return {
    source,
    entityKeys: source.annotation.entities.map(({ name }) => name.toLowerCase()),
    isCopy: false,
    reading: readArticle(source),
  };
}

const against = (value: number, sentences: readonly number[] = [0, 1]): Tone => ({
  entity: 0,
  value,
  sentences,
});

describe('outletTone', () => {
  it('gives a strong tone with the sentences that carry it', () => {
    expect(outletTone([article('a1', [against(-0.5)])])).toEqual([
      {
        name: 'Anna Holm',
        direction: 'critical',
        citations: [
          { articleId: 'a1', start: 0, end: 36 },
          { articleId: 'a1', start: 37, end: 72 },
        ],
      },
    ]);
  });

  it('says which language model has judged', () => {
    const tone = { ...against(-0.5), judgedBy: 'invented-7b' };
    expect(outletTone([article('a1', [tone])])).toMatchObject([{ judgedBy: 'invented-7b' }]);
  });

  it.each([
    ['a weak one', [against(-0.1)]],
    ['one whose value is no number', [against(Number.NaN)]],
    ['one without a sentence', [against(-0.5, [9])]],
    ['one towards nobody', [{ entity: 7, value: -0.5, sentences: [0] }]],
  ])('leaves out %s', (_, tone) => {
    expect(outletTone([article('a1', tone)])).toEqual([]);
  });

  it('says nothing where two articles go opposite ways', () => {
    const both = [article('a1', [against(-0.5)]), article('a2', [against(0.5)])];
    expect(outletTone(both)).toEqual([]);
    expect(outletTone(both.slice(1)).map(({ direction }) => direction)).toEqual(['favourable']);
  });
});
