import type { Figure } from '../../core/annotation.ts';
import type { FigureEntry, FigureReport } from '../../core/ledger.ts';
import { contentStems } from '../sentence-words.ts';
import { figuresAgree, isCasualtyClass } from './figure-class.ts';
import { wordSimilarity } from './sentence-similarity.ts';
import type { CountedFigure, StoryIndex, StorySentence } from './story-sentence.ts';

/** Read on 2026-11-23 on the demonstration press and the allsides development stories. Sentences this alike that give one quantity mean the same quantity. Casualties of one story need less. */
const SAME_QUANTITY = 0.5;
const SAME_CASUALTIES = 0.2;
/** Sentences this near the centre of the story speak of its event. */
const EVENT_CENTRALITY = 0.4;
const BACKGROUND = new Set(['historical', 'anecdotal', 'expectation']);
/** "To 31 from 23", "31, not 23": the number that no longer holds. */
const REPLACED = /\b(?:from|instead of|rather than|not)\s+$/i;
/** "Three more bodies" adds to a count and is none. */
const INCREMENT = /^\S+\s+(?:more|others?|further|additional|new)\b(?!\s+than\b)/i;

/** A report with the sentence it stands in. */
export interface FigureSource {
  readonly report: FigureReport;
  readonly figure: Figure;
  readonly sentence: StorySentence;
}

/** One quantity of the ledger and the sentences behind it. */
export interface FigureGroup {
  readonly entry: FigureEntry;
  readonly name: string | null;
  readonly sources: readonly FigureSource[];
}

function toSource(index: StoryIndex, sentence: StorySentence, figure: Figure): FigureSource {
  const article = index.articles[sentence.article]?.source;
  return {
    figure,
    sentence,
    report: {
      articleId: article?.article.id ?? '',
      start: figure.start,
      end: figure.end,
      value: figure.value,
      high: figure.high,
      modifier: figure.modifier,
      text: article?.article.text.slice(figure.start, figure.end) ?? '',
      outletId: article?.outlet.id ?? '',
      publishedAt: article?.article.publishedAt ?? 0,
    },
  };
}

function isEvent(sentence: StorySentence): boolean {
  return sentence.role !== 'evaluation' && sentence.centrality >= EVENT_CENTRALITY;
}

/** True when a sentence gives one number only of this kind, so that another number elsewhere contradicts it. */
function isOnlyOne({ sentence, figure }: FigureSource, name: string | null): boolean {
  return sentence.figures.filter((one) => one.figure.unit === figure.unit && one.name === name).length === 1;
}

/** Content words within this many characters of a figure say what it is a figure of. */
const CONTEXT_CHARACTERS = 50;

function contextOf({ sentence, figure, report }: FigureSource): Set<string> {
  const from = figure.start - sentence.start;
  const to = figure.end - sentence.start;
  const near = contentStems(
    `${sentence.text.slice(Math.max(0, from - CONTEXT_CHARACTERS), from)} ${sentence.text.slice(to, to + CONTEXT_CHARACTERS)}`,
  );
  const own = contentStems(report.text);
  const names = contentStems(sentence.names.join(' '));
  return new Set([...near].filter((stem) => !own.has(stem) && !names.has(stem)));
}

/** Two numbers contradict each other only where a word beside names and unit stands near both. */
function shareContext(a: FigureSource, b: FigureSource): boolean {
  const context = contextOf(b);
  return [...contextOf(a)].some((stem) => context.has(stem));
}

function isSameQuantity(index: StoryIndex, name: string | null, a: FigureSource, b: FigureSource): boolean {
  const isAgreed = figuresAgree(a.figure, b.figure);
  if (isCasualtyClass(name) && isEvent(a.sentence) && isEvent(b.sentence)) return true;
  const similarity = wordSimilarity(index, a.sentence, b.sentence);
  if (isCasualtyClass(name)) return similarity >= (isAgreed ? SAME_CASUALTIES / 2 : SAME_CASUALTIES);
  if (isAgreed) return similarity >= SAME_QUANTITY / 2;
  return similarity >= SAME_QUANTITY && isOnlyOne(a, name) && isOnlyOne(b, name) && shareContext(a, b);
}

function groupSources(
  index: StoryIndex,
  name: string | null,
  sources: readonly FigureSource[],
): FigureSource[][] {
  const groups: FigureSource[][] = [];
  for (const source of sources) {
    const home = groups.find((group) => group.some((other) => isSameQuantity(index, name, other, source)));
    if (home === undefined) groups.push([source]);
    else home.push(source);
  }
  return groups;
}

/** The last report of each outlet that wrote its own text. */
function latestByOutlet(index: StoryIndex, sources: readonly FigureSource[]): FigureSource[] {
  const latest = new Map<string, FigureSource>();
  for (const source of sources)
    if (index.articles[source.sentence.article]?.isCopy === false) latest.set(source.report.outletId, source);
  return [...latest.values()];
}

function disagreementOf(sources: readonly FigureSource[]): FigureEntry['disagreement'] {
  let found: FigureEntry['disagreement'] = 'none';
  for (const a of sources)
    for (const b of sources) {
      if (figuresAgree(a.figure, b.figure)) continue;
      const [low, high] = [
        Math.min(a.figure.value, b.figure.value),
        Math.max(a.figure.value, b.figure.value),
      ];
      if (low > 0 && high / low >= 10) return 'order-of-magnitude';
      found = 'differs';
    }
  return found;
}

function whatOf(name: string | null, sources: readonly FigureSource[]): string {
  if (isCasualtyClass(name)) return `people ${name}`;
  const counts = new Map<string, number>();
  for (const { figure } of sources)
    if (figure.counted !== null) counts.set(figure.counted, (counts.get(figure.counted) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best?.[0] ?? sources[0]?.figure.unit ?? 'count';
}

function toGroup(
  index: StoryIndex,
  name: string | null,
  sources: readonly FigureSource[],
): FigureGroup | null {
  const latest = sources.at(-1);
  if (latest === undefined) return null;
  return {
    name,
    sources,
    entry: {
      what: whatOf(name, sources),
      unit: latest.figure.unit,
      latest: latest.report,
      reports: sources.map((source) => source.report),
      disagreement: disagreementOf(latestByOutlet(index, sources)),
    },
  };
}

/** Figures of a sentence that may be of the event, with the key of what each counts. */
function eventFigures(sentence: StorySentence): readonly CountedFigure[] {
  if (sentence.isDatedEarlier || BACKGROUND.has(sentence.role)) return [];
  return sentence.figures.filter(
    ({ figure, name }) =>
      (name !== null || figure.unit !== 'count') &&
      !REPLACED.test(sentence.text.slice(0, figure.start - sentence.start)) &&
      !INCREMENT.test(sentence.text.slice(figure.start - sentence.start)),
  );
}

/**
 * The number ledger: reports of one quantity (same unit, same thing counted, alike sentences) over all articles in
 * the order of publication. Figures of background sentences, and bare numbers that count nothing, are left out.
 */
export function groupFigures(index: StoryIndex): FigureGroup[] {
  const byKey = new Map<string, { name: string | null; sources: FigureSource[] }>();
  for (const sentence of index.sentences)
    for (const { figure, name } of eventFigures(sentence)) {
      const key = `${figure.unit} ${name ?? ''}`;
      const entry = byKey.get(key) ?? { name, sources: [] };
      entry.sources.push(toSource(index, sentence, figure));
      byKey.set(key, entry);
    }
  const outletsOf = (group: FigureGroup): number =>
    new Set(group.entry.reports.map((report) => report.outletId)).size;
  return [...byKey.values()]
    .flatMap(({ name, sources }) =>
      groupSources(index, name, sources).map((group) => toGroup(index, name, group)),
    )
    .filter((group) => group !== null)
    .sort(
      (a, b) =>
        Number(isCasualtyClass(b.name)) - Number(isCasualtyClass(a.name)) ||
        outletsOf(b) - outletsOf(a) ||
        b.entry.reports.length - a.entry.reports.length ||
        (a.sources[0]?.sentence.id ?? 0) - (b.sources[0]?.sentence.id ?? 0),
    );
}
