import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle, type WrittenArticle } from '../../../test/builders/brief-input.ts';
import type { OutletKind } from '../../core/outlet.ts';
import { briefStory } from '../brief-story.ts';

type Written = Pick<WrittenArticle, 'outlet' | 'title'> & {
  readonly at?: string;
  readonly kind?: OutletKind;
  readonly texts: readonly string[];
};

function told(articles: readonly Written[]): string[] {
  const input = articles.map(({ outlet, title, at = '2025-01-01T00:00:00Z', kind = 'newspaper', texts }) => {
    const sentences = texts.map((text) => ({ role: 'main' as const, text }));
    const article = ledgerArticle({ id: outlet, outlet, title, at, sentences });
    return { ...article, outlet: { ...article.outlet, kind } };
  });
  return briefStory(briefInput(input)).briefing.sections.whatHappened.map(({ text }) => text);
}

const TITLE = 'Council closes Ottery bridge after cracks';
const CLOSED =
  'The council of Ottery closed the old river bridge after divers found cracks in three pillars.';
const SHUT =
  'Divers found cracks in three pillars of the old river bridge, so the council of Ottery closed it.';
const FERRY =
  'Two ferries carry passengers across the river at Ottery while the bridge stays closed to all traffic.';

describe('whatHappened', () => {
  it('opens with what the other outlets tell too', () => {
    const alone = 'A choir of Ottery sang an old hymn on the market square for the workers of the harbour.';
    const [first] = told([
      { outlet: 'A', title: 'Choir sings', texts: [alone, CLOSED] },
      { outlet: 'B', title: TITLE, texts: [SHUT] },
      { outlet: 'C', title: TITLE, texts: [CLOSED.replace('old', 'narrow')] },
    ]);
    expect(first).toMatch(/closed/);
  });

  it('does not tell one thing in two wordings', () => {
    const texts = told([
      { outlet: 'A', title: TITLE, texts: [CLOSED, FERRY] },
      { outlet: 'B', title: TITLE, texts: [SHUT] },
    ]);
    expect(texts.filter((text) => text.includes('cracks'))).toHaveLength(1);
    expect(texts).toContain(FERRY);
  });

  it('takes the plain wording before that of a state’s outlet', () => {
    const praise = `${CLOSED.slice(0, -1)}, a decisive step that will protect families.`;
    const [first] = told([
      { outlet: 'A', title: TITLE, kind: 'state', texts: [praise] },
      { outlet: 'B', title: TITLE, texts: [CLOSED] },
    ]);
    expect(first).toBe(CLOSED);
  });

  it('leaves out what an older report said would come', () => {
    const texts = told([
      {
        outlet: 'A',
        title: TITLE,
        at: '2025-01-01T00:00:00Z',
        texts: ['The council of Ottery is expected to close the river bridge.', FERRY],
      },
      { outlet: 'B', title: TITLE, at: '2025-01-04T00:00:00Z', texts: [CLOSED] },
    ]);
    expect(texts[0]).toBe(CLOSED);
    expect(texts.join(' ')).not.toContain('is expected to');
  });

  it('says nothing that the paper itself only guesses', () => {
    const guess = 'The closing of the bridge at Ottery could bring the harbour and its workers to an end.';
    expect(told([{ outlet: 'A', title: TITLE, texts: [CLOSED, guess] }])).toEqual([CLOSED]);
  });
});
