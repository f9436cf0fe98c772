import type { Statement } from '../../core/briefing.ts';
import type { FigureEntry } from '../../core/ledger.ts';
import { isCasualtyClass } from '../ledger/figure-class.ts';
import type { FigureGroup } from '../ledger/figures.ts';

const MAX_FIGURES = 8;
/** With this many rows, quantities that one outlet alone gives are not needed. */
const ENOUGH = 3;
/** Below this a count is said in passing ("two sides"), unless it is of casualties or many outlets give it. */
const SMALLEST_COUNT = 10;
const MANY_OUTLETS = 3;
const ORDINAL = /\d(?:st|nd|rd|th)\b|^(?:first|second|third)\b/i;

function outletsOf({ entry }: FigureGroup): number {
  return new Set(entry.reports.map((report) => report.outletId)).size;
}

function isTelling(group: FigureGroup): boolean {
  const { latest, unit } = group.entry;
  if (group.label === null || ORDINAL.test(latest.text)) return false;
  if (unit !== 'count' || isCasualtyClass(group.name)) return true;
  return latest.value >= SMALLEST_COUNT || (latest.value > 2 && outletsOf(group) >= MANY_OUTLETS);
}

function isInStatement({ entry }: FigureGroup, happened: readonly Statement[]): boolean {
  const cited = happened.flatMap((statement) => statement.citations);
  return entry.reports.some((report) =>
    cited.some(
      (span) => span.articleId === report.articleId && span.start <= report.start && report.end <= span.end,
    ),
  );
}

/**
 * The figures of the table: quantities that two or more outlets give or dispute, casualties first, then by support,
 * each label once. Those of one outlet fill up a short table, when "What's happened" uses them.
 */
export function figuresShown(groups: readonly FigureGroup[], happened: readonly Statement[]): FigureEntry[] {
  const telling = groups.filter(isTelling);
  const labels = new Set<string>();
  const isFirst = ({ label }: FigureGroup): boolean => {
    if (label === null || labels.has(label)) return false;
    labels.add(label);
    return true;
  };
  const shared = telling
    .filter((group) => outletsOf(group) >= 2 || group.entry.disagreement !== 'none')
    .filter(isFirst);
  const single =
    shared.length >= ENOUGH
      ? []
      : telling.filter((group) => isInStatement(group, happened) && isFirst(group)).slice(0, ENOUGH);
  return [...shared, ...single].slice(0, MAX_FIGURES).map(({ entry }) => entry);
}
