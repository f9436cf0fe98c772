import type { ArticlePassages } from '../../core/library.ts';
import type { Span } from '../../core/span.ts';
import type { CitedPlace } from './cited.ts';
import { excerptOf, sentencesOf, shownRange } from './excerpt.ts';

/** A stretch of a run that is cited throughout or not at all. */
export interface RunPart {
  readonly text: string;
  readonly cited: boolean;
  /** Start offset when a citation begins here: the anchor `s<start>`. */
  readonly anchor: number | null;
}

/** Neighbouring sentences of an article that are shown as one passage. */
export interface ExcerptRun {
  readonly parts: readonly RunPart[];
  /** Sections of the story page that cite something of it. */
  readonly sections: readonly string[];
  /** 1-based numbers of its first and last sentence. */
  readonly firstSentence: number;
  readonly lastSentence: number;
  /** The first cited stretch, to find it in the original. */
  readonly cited: Span;
}

/** A cited place that is not shown, because the limit on excerpts is reached. */
export interface HiddenPlace extends Span {
  readonly sections: readonly string[];
}

function sectionsOf(places: readonly CitedPlace[]): readonly string[] {
  return [...new Set(places.map(({ section }) => section))];
}

/** Consecutive numbers as pairs of first and last. */
function consecutive(indexes: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

/** Cuts a run where a citation begins or ends. */
function partsOf(text: string, run: Span, spans: readonly Span[]): RunPart[] {
  const clip = (offset: number): number => Math.min(Math.max(offset, run.start), run.end);
  const cuts = new Set([run.start, run.end, ...spans.flatMap(({ start, end }) => [clip(start), clip(end)])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? run.end;
    return {
      text: text.slice(start, end).replace(/\s+/g, ' '),
      cited: spans.some((span) => span.start <= start && end <= span.end),
      anchor: spans.some((span) => span.start === start) ? start : null,
    };
  });
}

/**
 * What is shown of an article: its cited sentences and their neighbours as runs in the order of the text, and the
 * cited places beyond the limit. Everything follows from the story's briefing: no address can ask for more.
 */
export function excerptRuns(
  passages: ArticlePassages,
  places: readonly CitedPlace[],
): { readonly runs: readonly ExcerptRun[]; readonly hidden: readonly HiddenPlace[] } {
  const own = places.filter(({ citation }) => citation.articleId === passages.article.id);
  const sentences = sentencesOf(passages);
  const excerpt = excerptOf(passages, own);
  const isShown = ({ citation }: CitedPlace) => shownRange(sentences, citation, excerpt) !== null;
  const shown = own.filter(isShown);
  const runs = consecutive([...excerpt].sort((a, b) => a - b)).flatMap(([first, last]): ExcerptRun[] => {
    const run = { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
    const inside = shown.filter(({ citation }) => citation.start < run.end && citation.end > run.start);
    const cited = inside.map(({ citation }) => citation).sort((a, b) => a.start - b.start)[0];
    if (cited === undefined) return [];
    return [
      {
        parts: partsOf(
          passages.text,
          run,
          inside.map(({ citation }) => citation),
        ),
        sections: sectionsOf(inside),
        firstSentence: first + 1,
        lastSentence: last + 1,
        cited,
      },
    ];
  });
  const beyond = Map.groupBy(
    own.filter((place) => !isShown(place)),
    ({ citation }) => citation.start,
  );
  const hidden = [...beyond]
    .sort(([a], [b]) => a - b)
    .map(([start, group]) => ({
      start,
      end: Math.max(...group.map(({ citation }) => citation.end)),
      sections: sectionsOf(group),
    }));
  return { runs, hidden };
}
