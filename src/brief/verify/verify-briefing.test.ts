import { describe, expect, it } from 'vitest';
import { briefInput } from '../../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../../test/builders/written-stories.ts';
import type { Briefing, BriefingSections, Statement } from '../../core/briefing.ts';
import { briefStory } from '../brief-story.ts';
import type { FindingCode } from './finding.ts';
import { verifyBriefing } from './verify-briefing.ts';

const sound = briefStory(briefInput(MILL_FIRE)).briefing;
const first = sound.sections.whatHappened[0]!;

function withSections(changes: Partial<BriefingSections>): Briefing {
  return { ...sound, sections: { ...sound.sections, ...changes } };
}

function withFirst(changes: Partial<Statement>): Briefing {
  return withSections({ whatHappened: [{ ...first, ...changes }, ...sound.sections.whatHappened.slice(1)] });
}

describe('verifyBriefing', () => {
  it('finds nothing in a briefing made by extraction', () => {
    expect(verifyBriefing(sound, MILL_FIRE)).toEqual([]);
  });

  const [citation] = first.citations;
  it.each<[FindingCode, string, Briefing]>([
    [
      'no-citation',
      'a statement without a passage',
      withFirst({ citations: [] as unknown as Statement['citations'] }),
    ],
    [
      'unknown-article',
      'an article of another story',
      withFirst({ citations: [{ ...citation, articleId: 'x' }] }),
    ],
    ['span-outside', 'a passage past the end', withFirst({ citations: [{ ...citation, end: 1e6 }] })],
    ['words-not-in-span', 'an altered word', withFirst({ text: first.text.replace('15', '51') })],
    [
      'words-not-in-span',
      'a word left out in the middle',
      withFirst({ text: first.text.replace(' people', '') }),
    ],
    [
      'bracket-not-borne-out',
      'a remark in brackets that no article makes',
      withFirst({ text: `${first.text} [unprovoked]` }),
    ],
    [
      'bracket-not-borne-out',
      'first names that the article does not give',
      withFirst({ text: first.text.replace('15', '[Ottoline] 15') }),
    ],
    ['empty-text', 'a statement without words', withFirst({ text: '…' })],
    ['unheld-forecast', 'a forecast of nobody', withFirst({ kind: 'expectation', by: null })],
    [
      'holder-not-in-article',
      'a holder whom the article does not name',
      withFirst({ kind: 'expectation', by: { name: 'Ottoline Brasher', outletId: 'x' } }),
    ],
    ['repeated-sentence', 'a sentence twice', withSections({ whatHappened: [first, first] })],
    ['empty-section', 'a heading with nothing under it', withSections({ whatHappened: [] })],
    [
      'empty-section',
      'an empty group',
      withSections({ behindTheHeadline: [{ group: 'views', statements: [] }] }),
    ],
    [
      'headline-not-from-article',
      'a headline nobody wrote',
      { ...sound, headline: 'Mill burns down, many dead' },
    ],
    [
      'quote-altered',
      'a quotation with other words',
      { ...sound, quotes: sound.quotes.map((quote) => ({ ...quote, text: `${quote.text} today` })) },
    ],
    [
      'figure-magnitude',
      'a tenfold difference that nothing tells of',
      { ...sound, figures: sound.figures.map((figure) => ({ ...figure, disagreement: 'differs' })) },
    ],
    [
      'unknown-fact',
      'a fact that is not in the matrix',
      withSections({
        papersSay: {
          ...sound.sections.papersSay,
          outlets: sound.sections.papersSay.outlets.map((outlet) => ({ ...outlet, leavesOut: ['x'] })),
        },
      }),
    ],
  ])('reports %s for %s', (code, _, briefing) => {
    expect(verifyBriefing(briefing, MILL_FIRE).map((finding) => finding.code)).toContain(code);
  });

  it.each([
    ['a day that the passage names', '[5 March]', []],
    ['another day', '[6 March]', ['bracket-not-borne-out']],
    ['a name that it has not', '[Ottoline Brasher]', ['bracket-not-borne-out']],
  ])('reads in brackets %s', (_, bracket, codes) => {
    const text = first.text.replace('Wednesday', `Wednesday ${bracket}`);
    expect(text).not.toBe(first.text);
    const articles = MILL_FIRE.map((source) => {
      const start = source.article.text.indexOf('Wednesday');
      const day = {
        start,
        end: start + 9,
        at: Date.parse('2025-03-05'),
        precision: 'day',
        sentence: 0,
      } as const;
      return start < 0 ? source : { ...source, annotation: { ...source.annotation, dates: [day] } };
    });
    expect(verifyBriefing(withFirst({ text }), articles).map((finding) => finding.code)).toEqual(codes);
  });
});
