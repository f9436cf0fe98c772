import type { OutletCoverage } from '../core/briefing.ts';
import type { FigureEntry, FigureReport, QuoteEntry, RoleEntry } from '../core/ledger.ts';
import type { StoryPage } from './story-page.ts';

/** True for a figure of one word in digits: "31", "$1.2bn". It is a fact and nobody's wording. */
export function isBareNumber(text: string): boolean {
  return /^\S*\d\S*$/.test(text.trim());
}

/** The digits of a figure alone, where they say all of its value: "31" of "at least 31 people", none of "1.2 billion". */
function bareNumber(report: FigureReport): FigureReport | null {
  const digits = /\d[\d,]*/.exec(report.text);
  if (digits === null || Number(digits[0].replaceAll(',', '')) !== report.value) return null;
  return { ...report, text: digits[0] };
}

/** A report in its own words where these may be shown, else its number alone. */
function affordableReport(report: FigureReport, page: StoryPage): FigureReport | null {
  const { text, articleId, start, end } = report;
  if (isBareNumber(text) || page.takeWords({ articleId, start, end }, text)) return report;
  return bareNumber(report);
}

/** The figures as far as their words may be shown; one whose latest report is left out goes, others lose single reports. */
export function affordableFigures(figures: readonly FigureEntry[], page: StoryPage): FigureEntry[] {
  return figures.flatMap((entry) => {
    const latest = affordableReport(entry.latest, page);
    const reports = entry.reports
      .map((report) => affordableReport(report, page))
      .filter((report) => report !== null);
    return latest === null ? [] : [{ ...entry, latest, reports }];
  });
}

/** An outlet's card with those of its words, and of the others beside them, that may still be shown. */
export function affordableCoverage(coverage: OutletCoverage, page: StoryPage): OutletCoverage {
  const { prefers, loadedWords } = coverage;
  return {
    ...coverage,
    ...(prefers === undefined
      ? {}
      : {
          prefers:
            prefers?.filter(
              (one) =>
                page.takeWords(one.citation, one.word) && page.takeWords(one.insteadCitation, one.instead),
            ) ?? null,
        }),
    loadedWords: loadedWords.filter(({ text, citation }) => page.takeWords(citation, text)),
  };
}

/** Quotations that may be shown in full beside the sections. */
export function affordableQuotes(quotes: readonly QuoteEntry[], page: StoryPage): QuoteEntry[] {
  return quotes.filter((quote) => page.takeWords(quote.citations[0], quote.text));
}

/** What the articles call people and bodies, as far as it may be shown. */
export function affordableRoles(roles: readonly RoleEntry[], page: StoryPage): RoleEntry[] {
  return roles.filter(({ citation, text }) => page.takeWords(citation, text));
}
