import { describe, expect, it } from 'vitest';
import { briefInput, ledgerArticle } from '../../../test/builders/brief-input.ts';
import { MILL_FIRE } from '../../../test/builders/written-stories.ts';
import type { DiscourseRole } from '../../core/annotation.ts';
import type { LedgerArticle } from '../../core/ledger.ts';
import { buildLedger } from './build-ledger.ts';
import { indexStory } from './index-story.ts';

function ledgerOf(articles: readonly LedgerArticle[]) {
  return buildLedger(indexStory(briefInput(articles))).ledger;
}

function article(id: string, ...texts: (string | [DiscourseRole, string])[]): LedgerArticle {
  return ledgerArticle({
    id,
    outlet: `Outlet ${id}`,
    title: 'Bridge closed',
    at: `2025-01-0${(id.charCodeAt(0) % 9) + 1}T00:00:00Z`,
    sentences: texts.map((text) =>
      typeof text === 'string' ? { role: 'main', text } : { role: text[0], text: text[1] },
    ),
  });
}

/** The texts of a claim's members, sorted. */
function membersWith(articles: readonly LedgerArticle[], words: string): string[] {
  const claim = ledgerOf(articles).claims.find((one) =>
    one.members.some((member) => textOf(articles, member).includes(words)),
  );
  return (claim?.members ?? []).map((member) => member.articleId).sort();
}

function textOf(
  articles: readonly LedgerArticle[],
  { articleId, start, end }: { articleId: string; start: number; end: number },
) {
  return articles.find((one) => one.article.id === articleId)!.article.text.slice(start, end);
}

describe('claims', () => {
  const background = ['The harbour trains ran late all week.', 'Rain is forecast for the northern valleys.'];

  it('joins sentences that say the same in other words', () => {
    const articles = [
      article(
        'a',
        'The council closed the Ottery bridge after cracks were found in a pillar.',
        ...background,
      ),
      article(
        'b',
        'Cracks found in a pillar led the council to close the Ottery bridge.',
        'Ferries were full.',
      ),
    ];
    expect(membersWith(articles, 'Cracks found')).toEqual(['a', 'b']);
  });

  it('keeps conflicting counts of one thing apart', () => {
    const articles = [
      article('a', 'The collapse of the Ottery bridge killed 12 people on Monday.', ...background),
      article('b', 'The collapse of the Ottery bridge killed 31 people on Monday.', 'Ferries were full.'),
    ];
    expect(membersWith(articles, 'killed 12')).toEqual(['a']);
  });

  it('keeps a denial apart from what it denies', () => {
    const articles = [
      article(
        'a',
        'The mayor knew about the cracks in the Ottery bridge before the collapse.',
        ...background,
      ),
      article(
        'b',
        'The mayor never knew about the cracks in the Ottery bridge before its collapse.',
        'Ferries were full.',
      ),
    ];
    expect(membersWith(articles, 'mayor knew')).toEqual(['a']);
  });

  it('counts a copy as a member but not as support', () => {
    const { claims } = ledgerOf(MILL_FIRE);
    const claim = claims.find((one) => one.members.some((member) => member.articleId === 'harbour-1'))!;
    expect(claim.members.filter((member) => member.isCopy).map((member) => member.articleId)).toContain(
      'harbour-1',
    );
    expect(claims.flatMap((one) => one.outlets)).not.toContain('harbour-times.example');
  });

  it('takes the sentence that stands alone for the claim', () => {
    const articles = [
      article(
        'a',
        'It closed the Ottery bridge to all lorries after cracks were found in a pillar.',
        ...background,
      ),
      article('b', 'The council closed the Ottery bridge to lorries after cracks were found in a pillar.'),
    ];
    const claim = ledgerOf(articles).claims.find((one) => one.members.length === 2)!;
    expect(claim.representative.articleId).toBe('b');
  });
});

describe('figures', () => {
  it('types a factor of ten as an order of magnitude', () => {
    const killed = ledgerOf(MILL_FIRE).figures.find((figure) => figure.what === 'people killed')!;
    expect(killed.disagreement).toBe('order-of-magnitude');
    expect(killed.latest.value).toBe(15);
    expect(killed.reports.map((report) => report.value)).toEqual([12, 120, 15]);
  });

  it('leaves out a number that the sentence itself replaces, and one that only adds', () => {
    const articles = [
      article(
        'a',
        'Police corrected the number of people arrested at the Ottery bridge to 31 from 23 people.',
      ),
      article('b', 'Divers recovered 3 more bodies from the Ottery bridge, where people had been trapped.'),
    ];
    expect(ledgerOf(articles).figures.map((figure) => figure.latest.value)).toEqual([31]);
  });

  it('finds no disagreement where numbers are equal or rounded', () => {
    const articles = [
      article('a', 'The bridge carried 5,120 lorries a week before the council closed it.'),
      article('b', 'Before the council closed it the bridge carried about 5,000 lorries a week.'),
    ];
    expect(ledgerOf(articles).figures.map((figure) => [figure.what, figure.disagreement])).toEqual([
      ['lorries', 'none'],
    ]);
  });
});

describe('quotes', () => {
  it('joins a quotation cut differently and keeps the longest text', () => {
    const quote = ledgerOf(MILL_FIRE).quotes.find((one) => one.speaker === 'Dora Lindqvist')!;
    expect(quote.text).toBe('We warned the owners about that boiler for years and nobody listened,');
    expect(quote.citations.map((citation) => citation.articleId).sort()).toEqual([
      'harbour-1',
      'north-1',
      'whistle-1',
    ]);
  });
});

describe('roles', () => {
  it('keeps a former and a current role apart by date', () => {
    const describe = (id: string, text: string, role: string, tense: 'current' | 'former') => {
      const written = article(id, text);
      const start = text.indexOf(role);
      const entity = written.annotation.entities.findIndex((one) => one.name.includes('Orme'));
      const description = {
        start,
        end: start + role.length,
        entity,
        text: role,
        office: 'prime minister',
        organisation: -1,
        asOf: null,
        tense,
        sentence: 0,
      };
      return { ...written, annotation: { ...written.annotation, descriptions: [description] } };
    };
    const roles = ledgerOf([
      describe('a', 'The vote was won by Hale Orme, the prime minister.', 'the prime minister', 'current'),
      describe(
        'b',
        'The vote was lost by Hale Orme, a former prime minister.',
        'a former prime minister',
        'former',
      ),
    ]).roles;
    expect(roles.map((role) => [role.name, role.tense, role.stands])).toEqual([
      ['Hale Orme', 'former', true],
      ['Hale Orme', 'current', false],
    ]);
    expect(new Set(roles.map((role) => role.asOf)).size).toBe(2);
  });
});
