import { describe, expect, it } from 'vitest';
import { annotateArticle } from '../../../annotate/annotate-article.ts';
import { createAnnotateTools } from '../../../annotate/annotate-tools.ts';
import { createTextReader } from '../../../annotate/text-reader.ts';
import type { LedgerArticle } from '../../../core/ledger.ts';
import type { WritableClaim, WrittenFault } from '../../../core/written.ts';
import { toWritableClaim } from '../../write/writable-claim.ts';
import { verifyWritten } from './verify-written.ts';

const tools = createAnnotateTools();
const read = createTextReader(tools);

function article(id: string, outlet: string, text: string): LedgerArticle {
  const publishedAt = Date.parse('2025-03-06T10:00:00Z');
  const stored = { id, outletId: outlet, title: 'Mill burns', text, byline: null, publishedAt };
  return {
    article: {
      ...stored,
      externalId: null,
      url: `https://example.org/${id}`,
      datePrecision: 'minute',
      language: 'en',
      imageUrl: null,
      origin: 'page',
      truncated: false,
      warnings: [],
    },
    annotation: annotateArticle({ ...stored, language: 'en' }, tools),
    outlet: {
      id: outlet,
      name: outlet,
      homeUrl: null,
      country: null,
      language: 'en',
      kind: null,
      owner: null,
    },
    links: [],
    copyOf: null,
    copyKind: null,
  };
}

const ARTICLES = [
  article(
    'north',
    'North Press',
    'At least 15 people were injured when a mill burned down in Ottery on Wednesday, the fire service said. ' +
      'Dora Lindqvist, the mayor of Ottery, said that the mill would be rebuilt in 2026. ' +
      '“Nobody checked the sprinklers for years,” said Tomas Varga, a former inspector.',
  ),
  article('whistle', 'Daily Whistle', 'The fire at the mill in Ottery injured 40 people on Wednesday.'),
  article(
    'quay',
    'Quay Herald',
    'Alma Reyes, the leader of the Dockers Federation, called off a strike that had been planned for Friday. ' +
      'Of the 40 ships in the harbour 12 were late. ' +
      'Ottery has yet to finish its quay, which won a prize for the first time since 2004. ' +
      'Officials think that the bid will fail. ' +
      'Treves Bank employs Ivo Sand, the chief economist of the bank.',
  ),
];

/** Every sentence of the two articles as a claim, from 1. */
const CLAIMS = ARTICLES.flatMap(({ article: { id }, annotation }) =>
  annotation.sentences.map(({ start, end }) => ({ articleId: id, start, end })),
).flatMap((citation, at): WritableClaim[] => {
  const text = ARTICLES.find((one) => one.article.id === citation.articleId)?.article.text ?? '';
  const claim = toWritableClaim(
    at + 1,
    {
      text: text.slice(citation.start, citation.end),
      kind: 'main',
      by: null,
      citations: [citation],
      support: [],
    },
    ARTICLES,
  );
  return claim === null ? [] : [claim];
});

function faults(text: string, claims: readonly number[]): WrittenFault[] {
  const verdict = verifyWritten({ text, claims }, CLAIMS, { articles: ARTICLES, read });
  return verdict.ok ? [] : verdict.reasons.map(({ code }) => code);
}

describe('verifyWritten', () => {
  it.each([
    [
      'a passive made active',
      'A fire in Ottery injured at least 15 people on Wednesday, the fire service said.',
      [1],
    ],
    [
      'a resolved day',
      'At least 15 people were hurt on 5 March when a mill in Ottery burned down, according to the fire service.',
      [1],
    ],
    ['two outlets', 'North Press counts at least 15 people injured, the Daily Whistle 40.', [1, 4]],
    [
      'a plan with its holder',
      'The mill is to be rebuilt in 2026, said the mayor of Ottery, Dora Lindqvist.',
      [2],
    ],
    ['who did it behind "by"', 'A strike planned for Friday was cancelled by Alma Reyes.', [5]],
    ['what has yet to be done, denied', 'Ottery has not finished its quay.', [7]],
    ['"not since" for the first since', 'The quay of Ottery had not won a prize since 2004.', [7]],
    ['the opposite, denied', 'The bid will not succeed, officials think.', [8]],
    [
      'a right total',
      'North Press counts at least 15 people injured, the Daily Whistle 40 people, 55 people in all.',
      [1, 4],
    ],
    ['a quotation', '“Nobody checked the sprinklers for years,” Tomas Varga, a former inspector, said.', [3]],
  ])('accepts %s', (_, text, claims) => {
    expect(faults(text, claims)).toEqual([]);
  });

  it.each<[WrittenFault, string, readonly number[]]>([
    ['empty', '…', [1]],
    ['unknown-claim', 'A mill burned down in Ottery.', [99]],
    ['unknown-claim', 'A mill burned down in Ottery.', []],
    ['figure', 'At least 25 people were injured in Ottery, the fire service said.', [1]],
    ['modifier', 'At most 15 people were injured in Ottery, the fire service said.', [1]],
    ['name', 'Mara Lindqvist, the mayor of Ottery, said that the mill would be rebuilt in 2026.', [2]],
    ['role', 'Dora Lindqvist, the governor of Ottery, said that the mill would be rebuilt in 2026.', [2]],
    ['role', '“Nobody checked the sprinklers for years,” said Tomas Varga, an inspector.', [3]],
    ['outlet', 'North Press reports 40 injured, the Daily Whistle at least 15.', [1, 4]],
    ['outlet', 'All papers report that at least 15 people were injured, the fire service said.', [1]],
    ['attribution', 'The mill will be rebuilt in 2026.', [2]],
    ['quote', '“Nobody checked the alarms for years,” said Tomas Varga, a former inspector.', [3]],
    ['name', 'At least 15 people were injured in Ottery on Friday, the fire service said.', [1]],
    [
      'negation',
      'Dora Lindqvist, the mayor of Ottery, said that the mill would not be rebuilt in 2026.',
      [2],
    ],
    ['modality', 'Dora Lindqvist, the mayor of Ottery, said that the mill was rebuilt in 2026.', [2]],
    ['negation', 'Ottery has finished its quay.', [7]],
    ['negation', 'The bid will not fail, officials think.', [8]],
    [
      'figure',
      'North Press counts at least 15 people injured, the Daily Whistle 40 people, 65 people in all.',
      [1, 4],
    ],
    ['agent', 'Treves Bank, who is employed by Ivo Sand, is the chief economist.', [9]],
    [
      'unsupported',
      'The fire at the mill in Ottery injured 40 people on Wednesday because of an electrical fault.',
      [4],
    ],
    ['unsupported', 'The fire at the notorious mill in Ottery injured 40 people on Wednesday.', [4]],
  ])('finds the fault "%s" in: %s', (fault, text, claims) => {
    expect(faults(text, claims)).toContain(fault);
  });

  it('gives reasons in words', () => {
    const verdict = verifyWritten({ text: 'A mill in Ottery injured 77 people.', claims: [4] }, CLAIMS, {
      articles: ARTICLES,
      read,
    });
    expect(verdict).toMatchObject({
      ok: false,
      reasons: [{ code: 'figure', message: 'The claims do not give the number 77.' }],
    });
  });
});
