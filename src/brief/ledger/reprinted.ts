import type { LedgerArticle } from '../../core/ledger.ts';

/**
 * Leaves out what an article only repeats: of reports that say the same in the prints of one text, those of the outlet
 * that wrote it stay, or of the first print that has it. What a copy adds of its own stays, and so does what a newer
 * version by the same outlet says.
 *
 * @param articleOf the article a report stands in
 * @param saying equal for reports that say the same
 * @returns the reports that stay, in their order
 */
export function withoutReprinted<Report>(
  reports: readonly Report[],
  articleOf: (report: Report) => LedgerArticle,
  saying: (report: Report) => string,
): Report[] {
  const writers = new Map<string, LedgerArticle>();
  const keyOf = (report: Report) => {
    const { article, copyOf } = articleOf(report);
    return `${copyOf ?? article.id} ${saying(report)}`;
  };
  for (const report of reports) {
    const source = articleOf(report);
    const known = writers.get(keyOf(report));
    if (known === undefined || comesBefore(source, known)) writers.set(keyOf(report), source);
  }
  return reports.filter((report) => articleOf(report).outlet.id === writers.get(keyOf(report))?.outlet.id);
}

/** The origin before its copies, then by time and id. */
function comesBefore(a: LedgerArticle, b: LedgerArticle): boolean {
  if ((a.copyOf === null) !== (b.copyOf === null)) return a.copyOf === null;
  const [first, second] = [a.article, b.article];
  return (
    first.publishedAt < second.publishedAt ||
    (first.publishedAt === second.publishedAt && first.id < second.id)
  );
}
