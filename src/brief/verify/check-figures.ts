import type { Figure } from '../../core/annotation.ts';
import type { FigureEntry, FigureReport } from '../../core/ledger.ts';
import { figuresAgree } from '../ledger/figure-class.ts';
import type { Articles, Finding } from './finding.ts';

/** Reports this many times apart are not the same figure rounded. */
const MAGNITUDE = 10;

function figureAt(articles: Articles, { articleId, start, end }: FigureReport): Figure | undefined {
  return articles
    .get(articleId)
    ?.annotation.figures.find((figure) => figure.start === start && figure.end === end);
}

/** The words of the passage, or its number alone where no more words of the article may be shown. */
function saysAsWritten(passage: string, { text, value }: FigureReport): boolean {
  if (passage === text) return true;
  return passage.includes(text) && /^\d[\d,]*$/.test(text) && Number(text.replaceAll(',', '')) === value;
}

function isAsWritten(articles: Articles, report: FigureReport, unit: string): boolean {
  const source = articles.get(report.articleId);
  const figure = figureAt(articles, report);
  if (source === undefined || figure === undefined) return false;
  return (
    saysAsWritten(source.article.text.slice(report.start, report.end), report) &&
    figure.value === report.value &&
    figure.high === report.high &&
    figure.modifier === report.modifier &&
    figure.unit === unit &&
    source.outlet.id === report.outletId &&
    source.article.publishedAt === report.publishedAt
  );
}

/** The last figure of each outlet that wrote its own text. */
function latestOfOutlets(articles: Articles, { reports }: FigureEntry): Figure[] {
  const latest = new Map<string, Figure>();
  for (const report of reports) {
    const figure = figureAt(articles, report);
    if (figure !== undefined && articles.get(report.articleId)?.copyOf === null)
      latest.set(report.outletId, figure);
  }
  return [...latest.values()];
}

function isFarApart(a: Figure, b: Figure): boolean {
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  return low > 0 && high / low >= MAGNITUDE && !figuresAgree(a, b);
}

/** Every number of the ledger is as its article has it, and reports that differ tenfold are shown as such. */
export function checkFigures(articles: Articles, figures: readonly FigureEntry[]): Finding[] {
  return figures.flatMap((entry): Finding[] => {
    const { latest, reports, what, unit } = entry;
    const altered = [latest, ...reports]
      .filter((report) => !isAsWritten(articles, report, unit))
      .map(
        (report): Finding => ({
          code: 'figure-altered',
          section: 'figures',
          citation: { articleId: report.articleId, start: report.start, end: report.end },
          message: `${what}: the passage does not give ${report.value} ("${report.text}").`,
        }),
      );
    const known = latestOfOutlets(articles, entry);
    const isHidden =
      entry.disagreement !== 'order-of-magnitude' && known.some((a) => known.some((b) => isFarApart(a, b)));
    if (!isHidden) return altered;
    return [
      ...altered,
      {
        code: 'figure-magnitude',
        section: 'figures',
        message: `${what}: reports differ tenfold, and nothing says so.`,
      },
    ];
  });
}
