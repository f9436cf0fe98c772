import { figuresAgree } from './figure-class.ts';
import type { FigureSource } from './figure-source.ts';
import type { FigureGroup } from './figures.ts';
import type { StoryIndex } from './story-sentence.ts';

/** Reports of one quantity that agree. */
export interface FigureSide {
  readonly sources: readonly FigureSource[];
  /** The number as written, with the day of the report: numbers of different days need not contradict each other. */
  readonly label: string;
}

function labelOf(sources: readonly FigureSource[]): string {
  const latest = sources.reduce<FigureSource | undefined>(
    (best, one) => (best === undefined || one.report.publishedAt > best.report.publishedAt ? one : best),
    undefined,
  );
  if (latest === undefined) return '';
  return `${latest.report.text}, as of ${new Date(latest.report.publishedAt).toISOString().slice(0, 10)}`;
}

/** Reports that can stand side by side: the last one of each outlet's own articles, those that agree together. */
export function figureSides(index: StoryIndex, group: FigureGroup): FigureSide[] {
  const latest = new Map<string, FigureSource>();
  for (const source of group.sources)
    if (index.articles[source.sentence.article]?.isCopy === false) latest.set(source.report.outletId, source);
  const sides: FigureSource[][] = [];
  for (const source of [...latest.values()].sort((a, b) => a.figure.value - b.figure.value)) {
    const home = sides.find((side) => side.every((other) => figuresAgree(other.figure, source.figure)));
    if (home === undefined) sides.push([source]);
    else home.push(source);
  }
  return sides.map((sources) => ({ sources, label: labelOf(sources) }));
}
