import type { Figure } from '../../core/annotation.ts';
import type { FigureEntry } from '../../core/ledger.ts';
import { contentStems } from '../sentence-words.ts';
import type { CountedFigure } from './article-reading.ts';
import { figuresAgree, isCasualtyClass } from './figure-class.ts';
import { figureLabel, isGeneric, isMoney } from './figure-label.ts';
import type { FigureSource } from './figure-source.ts';
import { withoutReprinted } from './reprinted.ts';
import { wordSimilarity } from './sentence-similarity.ts';
import type { StoryArticle, StoryIndex, StorySentence } from './story-sentence.ts';

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

/** "Our last 9 posts", "the first two deaths" pick some out and count nothing. */
const PICKED = /\b(?:last|first|next|past|previous|latest|other|top)\s+$/i;

/** One quantity of the ledger and the sentences behind it. */
export interface FigureGroup {
  readonly entry: FigureEntry;
  readonly name: string | null;
  /** What a table calls it; null when nothing reads well. */
  readonly label: string | null;
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

/** Words beside names and unit that stand near both: what is counted says one, a bare unit needs most of them. */
const GENERIC_SHARED = 3;
const GENERIC_CONTAINED = 0.5;

/** Two numbers contradict each other only where the words near both say that they number the same. */
function shareContext(name: string | null, a: FigureSource, b: FigureSource): boolean {
  const [left, right] = [contextOf(a), contextOf(b)];
  const shared = [...left].filter((stem) => right.has(stem)).length;
  if (!isGeneric(a.figure.unit, name)) return shared > 0;
  return shared >= GENERIC_SHARED && shared >= GENERIC_CONTAINED * Math.min(left.size, right.size);
}

/** Sums below this recur by chance. */
const TELLING_SUM = 1000;

/** An equal sum of money, or an equal percentage with decimals, is hardly ever given for two things in one story. */
function isTellingValue(a: FigureSource, b: FigureSource): boolean {
  const { unit, value } = a.figure;
  if (value !== b.figure.value || unit !== b.figure.unit) return false;
  return isMoney(unit) ? value >= TELLING_SUM : unit === 'percent' && !Number.isInteger(value);
}

function isSameQuantity(index: StoryIndex, name: string | null, a: FigureSource, b: FigureSource): boolean {
  const isAgreed = figuresAgree(a.figure, b.figure);
  if (isCasualtyClass(name) && isEvent(a.sentence) && isEvent(b.sentence)) return true;
  const similarity = wordSimilarity(index, a.sentence, b.sentence);
  if (isCasualtyClass(name)) return similarity >= (isAgreed ? SAME_CASUALTIES / 2 : SAME_CASUALTIES);
  if (isTellingValue(a, b)) return true;
  if (isAgreed) return similarity >= SAME_QUANTITY / 2;
  return similarity >= SAME_QUANTITY && isOnlyOne(a, name) && isOnlyOne(b, name) && shareContext(name, a, b);
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

/** The report of the latest time: that which the text gives ("as of Monday"), else that of publication. */
function newestState(sources: readonly FigureSource[]): FigureSource | undefined {
  const timeOf = ({ figure, report }: FigureSource): number => figure.asOf ?? report.publishedAt;
  return sources.reduce<FigureSource | undefined>(
    (newest, one) => (newest === undefined || timeOf(one) >= timeOf(newest) ? one : newest),
    undefined,
  );
}

function toGroup(
  index: StoryIndex,
  name: string | null,
  sources: readonly FigureSource[],
): FigureGroup | null {
  const latest = newestState(sources);
  if (latest === undefined) return null;
  const label = figureLabel(name, sources);
  return {
    name,
    label,
    sources,
    entry: {
      what: label ?? latest.figure.counted ?? latest.figure.unit,
      unit: latest.figure.unit,
      latest: latest.report,
      reports: ownReports(index, sources).map((source) => source.report),
      disagreement: disagreementOf(latestByOutlet(index, sources)),
    },
  };
}

/** A number that forty papers reprint from one agency is one report; their sentences still tell what is outdated. */
export function ownReports(index: StoryIndex, sources: readonly FigureSource[]): FigureSource[] {
  return withoutReprinted(
    sources,
    ({ sentence }) => (index.articles[sentence.article] as StoryArticle).source,
    ({ report: { value, high, modifier } }) => `${value} ${high ?? ''} ${modifier}`,
  );
}

function namesEarlierYear(text: string, year: number): boolean {
  return [...text.matchAll(/\b(?:19|20)\d\d\b/g)].some(([written]) => Number(written) < year);
}

/** Figures of a sentence that may be of the event, with the key of what each counts. */
function eventFigures(sentence: StorySentence, year: number): readonly CountedFigure[] {
  if (sentence.figures.length === 0) return [];
  if (sentence.isDatedEarlier || namesEarlierYear(sentence.text, year) || BACKGROUND.has(sentence.role))
    return [];
  return sentence.figures.filter(
    ({ figure, name }) =>
      !figure.partial &&
      (name !== null || figure.unit !== 'count') &&
      !REPLACED.test(sentence.text.slice(0, figure.start - sentence.start)) &&
      !PICKED.test(sentence.text.slice(0, figure.start - sentence.start)) &&
      !INCREMENT.test(sentence.text.slice(figure.start - sentence.start)),
  );
}

/**
 * The number ledger: reports of one quantity (same unit, same thing counted, alike sentences) over all articles in
 * the order of publication. Figures of background sentences, and bare numbers that count nothing, are left out.
 */
export function groupFigures(index: StoryIndex): FigureGroup[] {
  const byKey = new Map<string, { name: string | null; sources: FigureSource[] }>();
  const year = new Date(index.firstAt).getUTCFullYear();
  for (const sentence of index.sentences)
    for (const { figure, name } of eventFigures(sentence, year)) {
      const counted = isMoney(figure.unit) ? null : name;
      const key = `${figure.unit} ${counted ?? ''}`;
      const entry = byKey.get(key) ?? { name: counted, sources: [] };
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
