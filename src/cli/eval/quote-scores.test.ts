import { describe, expect, it } from 'vitest';
import type { Annotation, Quote } from '../../core/annotation.ts';
import type { GoldAttribution, GoldPiece, GoldQuotes } from './gold-quotes.ts';
import { emptyScores, scoreQuotes } from './quote-scores.ts';

const TEXT = '“We will go on,” said Anna Holm, a spokeswoman for Peter Lund. Lund said it was late.';

function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function attribution(source: string, content: string, kind: GoldPiece['kind']): GoldAttribution {
  return { source: [spanOf(source)], cue: [spanOf('said')], content: [{ ...spanOf(content), kind }] };
}

const GOLD: GoldQuotes = {
  id: 'a',
  title: '',
  text: TEXT,
  attributions: [
    attribution('Anna Holm, a spokeswoman for Peter Lund', '“We will go on,”', 'direct'),
    attribution('Lund', 'it was late', 'indirect'),
  ],
};

function scored(quotes: readonly Partial<Quote>[], mentions: Annotation['mentions'] = []) {
  const whole = quotes.map((quote) => ({
    kind: 'direct' as const,
    content: spanOf('We will go on,'),
    cue: null,
    speaker: null,
    speakerEntity: -1,
    sentence: 0,
    ...quote,
  }));
  const scores = emptyScores();
  scoreQuotes(GOLD, { quotes: whole, mentions } as unknown as Annotation, scores);
  return scores;
}

describe('scoreQuotes', () => {
  it.each<[string, string | null, number]>([
    ['the head of the source', 'Anna Holm', 1],
    ['its apposition', 'a spokeswoman', 1],
    ['somebody named in it', 'Peter Lund', 0],
    ['nobody', null, 0],
  ])('counts as the speaker: %s', (_, words, hits) => {
    const { speakers, direct } = scored([{ speaker: words === null ? null : spanOf(words) }]);
    expect(direct).toEqual({ hits: 1, gold: 1, predicted: 1 });
    expect(speakers.hits).toBe(hits);
  });

  it('takes another mention of the same entity for the speaker', () => {
    const lateName = { start: TEXT.lastIndexOf('Lund'), end: TEXT.lastIndexOf('Lund') + 4 };
    const mention = { type: 'person' as const, entity: 3, sentence: 0 };
    const mentions = [{ ...mention, ...spanOf('Anna Holm') }];
    expect(scored([{ speaker: lateName, speakerEntity: 3 }], mentions).speakers.hits).toBe(1);
    expect(scored([{ speaker: lateName, speakerEntity: 4 }], mentions).speakers.hits).toBe(0);
  });

  it('counts a fragment inside a clause as a part of the clause', () => {
    const clause = { kind: 'indirect' as const, content: spanOf('it was late') };
    const fragment = { kind: 'mixed' as const, content: spanOf('was late') };
    expect(scored([{}, clause, fragment]).all).toEqual({ hits: 2, gold: 2, predicted: 2 });
  });

  it('does not find a content that ends elsewhere', () => {
    expect(scored([{ content: spanOf('We will') }]).direct.hits).toBe(0);
  });
});
