import type { Briefing, Statement } from '../../core/briefing.ts';
import type { Citation } from '../../core/ledger.ts';
import { containsRun, quotedWords } from '../sentence-words.ts';
import { type Articles, type Finding, shorten } from './finding.ts';

/** What is laid at an outlet's door stands in an article of that outlet. */
export function checkOutlets(articles: Articles, { sections }: Briefing): Finding[] {
  const { matrix, outlets } = sections.papersSay;
  const outletOf = (citation: Citation): string | undefined => articles.get(citation.articleId)?.outlet.id;
  // A reprint may stand for the text it repeats, as long as that is cited too.
  const ownOr = (outletId: string, { citations, support }: Statement): Citation =>
    [...citations, ...support].find((one) => outletOf(one) === outletId) ?? citations[0];
  const claimed = [
    ...matrix.facts.flatMap(({ cells }) =>
      cells.flatMap((cell, column) => (cell === null ? [] : [{ cell, outletId: matrix.outlets[column] }])),
    ),
    ...outlets.flatMap(({ outletId, leadsOn, onlyHere, quotes, loadedWords }) =>
      [
        ...[leadsOn, ...onlyHere].flatMap((one) => (one === null ? [] : [ownOr(outletId, one)])),
        ...[...quotes, ...loadedWords].map((one) => one.citation),
      ].map((cell) => ({ cell, outletId })),
    ),
  ];
  const wrong = claimed.filter(({ cell, outletId }) => outletOf(cell) !== outletId);
  const titles = outlets.filter(
    ({ headline, headlineArticleId, outletId }) =>
      articles.get(headlineArticleId)?.outlet.id !== outletId ||
      !containsRun(quotedWords(articles.get(headlineArticleId)?.article.title ?? ''), quotedWords(headline)),
  );
  return [
    ...wrong.map(
      ({ cell, outletId }): Finding => ({
        code: 'wrong-outlet',
        section: 'papersSay',
        citation: cell,
        message: `The passage is not ${outletId ?? 'of any outlet'}'s.`,
      }),
    ),
    ...titles.map(
      ({ outletId, headline }): Finding => ({
        code: 'headline-not-from-article',
        section: 'papersSay',
        message: `${outletId} has no such headline: ${shorten(headline)}`,
      }),
    ),
  ];
}
