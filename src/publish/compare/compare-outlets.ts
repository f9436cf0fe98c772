import type { Briefing } from '../../core/briefing.ts';
import { factOverlap } from './read-next.ts';

/** One story that two outlets both carry. */
export interface SharedStory {
  readonly slug: string;
  readonly headline: string;
  readonly headlines: readonly [string, string];
  readonly articleIds: readonly [string, string];
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Of the facts that both carry: how many each had first among all outlets of the story. */
  readonly first: readonly [number, number];
}

export interface OutletComparison {
  readonly stories: readonly SharedStory[];
  /** Sums over the stories. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly first: readonly [number, number];
}

function sharedStory(briefing: Briefing, pair: readonly [string, string]): SharedStory | null {
  const { matrix, outlets } = briefing.sections.papersSay;
  const [a, b] = pair.map((id) => outlets.find((one) => one.outletId === id));
  const [first, second] = pair.map((id) => matrix.outlets.indexOf(id));
  if (a === undefined || b === undefined || first === undefined || second === undefined) return null;
  const overlap = factOverlap(matrix, first, second);
  const leads = (id: string) => matrix.facts.filter((fact) => fact.first === id).length;
  return {
    slug: briefing.slug,
    headline: briefing.headline,
    headlines: [a.headline, b.headline],
    articleIds: [a.headlineArticleId, b.headlineArticleId],
    both: overlap.both,
    onlyFirst: overlap.onlyRead,
    onlySecond: overlap.onlyNext,
    first: [leads(pair[0]), leads(pair[1])],
  };
}

/** What two outlets share and leave out over the stories that both carry, by the matrices of their briefings. */
export function compareOutlets(
  pair: readonly [string, string],
  briefings: readonly Briefing[],
): OutletComparison {
  const stories = briefings.flatMap((briefing) => sharedStory(briefing, pair) ?? []);
  const sum = (of: (story: SharedStory) => number) => stories.reduce((total, story) => total + of(story), 0);
  return {
    stories,
    both: sum(({ both }) => both),
    onlyFirst: sum(({ onlyFirst }) => onlyFirst),
    onlySecond: sum(({ onlySecond }) => onlySecond),
    first: [sum(({ first }) => first[0]), sum(({ first }) => first[1])],
  };
}
