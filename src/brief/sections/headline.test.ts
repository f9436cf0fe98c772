import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { indexStory } from '../ledger/index-story.ts';
import { chooseHeadline, cleanHeadline } from './headline.ts';

function choose(
  titles: readonly string[],
  outdated: readonly string[] = [],
  lead = '',
  leadArticles: readonly string[] = [],
): string {
  const articles = titles.map((title, i) =>
    ledgerArticle({
      id: `a${i}`,
      outlet: `Outlet ${i}`,
      title,
      at: '2025-01-01T00:00:00Z',
      sentences: [
        { role: 'main', text: 'The council closed the Ottery bridge on Monday after cracks were found.' },
      ],
    }),
  );
  return chooseHeadline(indexStory(briefInput(articles)), {
    outdated: new Set(outdated),
    lead,
    leadArticles: new Set(leadArticles),
  }).headline;
}

describe('cleanHeadline', () => {
  it.each([
    ['Council closes bridge | Daily Whistle', 'Daily Whistle', 'Council closes bridge'],
    ['Council closes bridge - The Ottery Times', 'X', 'Council closes bridge'],
    ['Council closes bridge - for now', 'X', 'Council closes bridge - for now'],
    ['WATCH: Council closes bridge', 'X', 'Council closes bridge'],
    ['Opinion: close the bridge', 'X', 'Opinion: close the bridge'],
    ['Council  closes\nbridge', 'X', 'Council closes bridge'],
    ['Council closes bridge Listen· 5:29', 'X', 'Council closes bridge'],
  ])('%s', (title, outlet, expected) => {
    expect(cleanHeadline(title, outlet)).toBe(expected);
  });
});

describe('chooseHeadline', () => {
  const plain = 'Council closes Ottery bridge after cracks found';
  it.each([
    ['a question', 'Why did the council close Ottery bridge after cracks?'],
    ['capitals', 'COUNCIL CLOSES OTTERY BRIDGE AFTER CRACKS FOUND'],
    ['opinion', 'Opinion: Council closes Ottery bridge after cracks, and about time'],
    ['a live page', 'Ottery bridge closed by council after cracks: live updates'],
    ['clickbait', 'Here’s why the council closes Ottery bridge after cracks'],
  ])('prefers a plain headline to %s', (_, other) => {
    expect(choose([other, plain])).toBe(plain);
    expect(choose([plain, other])).toBe(plain);
  });

  it('prefers words that most share', () => {
    const shared = 'Ottery bridge closed by council over cracks';
    expect(choose([shared, plain, 'Minister praises the new harbour plan'])).not.toContain('harbour');
  });

  it.each([
    ['asks what it should tell', 'How the council closes Ottery bridge after cracks found'],
    ['excites', 'Ottery bridge closed by council after cracks in nightmare for drivers'],
    ['says more than others bear out', 'Council closes Ottery bridge after cracks found and bribes paid'],
  ])('prefers a plain headline to one that %s', (_, other) => {
    expect(choose([other, plain])).toBe(plain);
  });

  it('leaves a flat claim where the others hedge', () => {
    const flat = 'Ottery mayor out over bridge cracks';
    const hedged = [
      'Ottery mayor reportedly out over bridge cracks',
      'Sources: Ottery mayor out over bridge cracks',
    ];
    expect(choose([flat, ...hedged])).not.toBe(flat);
  });

  it('goes with what the page tells first', () => {
    const titles = ['Ottery bridge cracks found by divers', 'Ottery bridge cracks shut two schools'];
    expect(choose(titles, [], 'Two schools were shut.')).toBe(titles[1]);
    expect(choose(titles, [], 'Divers found them.')).toBe(titles[0]);
  });

  it('leaves a headline with an outdated toll', () => {
    expect(
      choose(['Bridge fall at Ottery kills 12 people', 'Bridge fall at Ottery kills 15 people'], ['12']),
    ).toContain('15');
  });

  it.each([
    ['a feature', 'Waiting for the ferry: the cracks that changed the Ottery bridge'],
    ['one side’s words', 'Varga: Council closes Ottery bridge “in panic”'],
  ])('takes the plain one before %s', (_, other) => {
    const told = 'Council closes Ottery bridge after cracks';
    expect(choose([other, told])).toBe(told);
  });

  it('takes that of the article which leads the page where both are as near', () => {
    const [first, second] = ['Council closes Ottery bridge', 'Ottery bridge closes council'];
    expect(choose([first!, second!], [], '', ['a1'])).toBe(second);
    expect(choose([first!, second!], [], '', ['a0'])).toBe(first);
  });
});
