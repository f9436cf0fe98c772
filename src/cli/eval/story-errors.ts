import type { Clustered } from './scores.ts';

/** What an error is told with, beside the two groupings. */
export interface Told extends Clustered {
  readonly articleId: string;
  readonly title: string;
}

/** Articles of several gold stories in one story (`merged`), or those of one gold story in several (`split`). */
export interface StoryError<Item extends Told> {
  readonly kind: 'merged' | 'split';
  /** Articles' worth of B³ precision (`merged`) or recall (`split`) that it costs: 0 and more. */
  readonly cost: number;
  /** The articles by the other grouping, the largest group first. */
  readonly parts: readonly (readonly Item[])[];
}

/** The errors of a clustering by what they cost in B³, the dearest first; equal ones in the order of the articles' ids. */
export function storyErrors<Item extends Told>(items: readonly Item[]): StoryError<Item>[] {
  const merged = errorsOf(
    items,
    'merged',
    ({ predicted }) => predicted,
    ({ gold }) => gold,
  );
  const split = errorsOf(
    items,
    'split',
    ({ gold }) => gold,
    ({ predicted }) => predicted,
  );
  return [...merged, ...split].sort((a, b) => b.cost - a.cost || (firstId(a) < firstId(b) ? -1 : 1));
}

function errorsOf<Item extends Told>(
  items: readonly Item[],
  kind: StoryError<Item>['kind'],
  whole: (item: Item) => string,
  part: (item: Item) => string,
): StoryError<Item>[] {
  return [...Map.groupBy(items, whole).values()].flatMap((members): StoryError<Item>[] => {
    const parts = [...Map.groupBy(members, part).values()].map((group) =>
      [...group].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
    );
    if (parts.length < 2) return [];
    parts.sort((a, b) => b.length - a.length || ((a[0]?.articleId ?? '') < (b[0]?.articleId ?? '') ? -1 : 1));
    const cost = parts.reduce((sum, { length }) => sum + length * (1 - length / members.length), 0);
    return [{ kind, cost, parts }];
  });
}

function firstId({ parts }: StoryError<Told>): string {
  return parts[0]?.[0]?.articleId ?? '';
}

/** One error as lines of text: what it costs, then each article under its part. */
export function errorLines(set: string, { kind, cost, parts }: StoryError<Told>): string[] {
  const articles = parts.flatMap((part, i) =>
    part.map(({ articleId, title, gold }) => `  ${i + 1} ${gold} ${articleId} ${title.slice(0, 90)}`),
  );
  return [`${set} ${kind} ${cost.toFixed(2)}`, ...articles];
}
