const CALENDAR =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?=[\s.,]+\p{N}|$)|may(?=\s+\p{N})|(?<=\p{N}(?:st|nd|rd|th)?\s)may)\b\.?/giu;

/** Shorter skeletons ("#", "live") say nothing of what they stand for. */
const LEAST_LETTERS = 8;

/**
 * A title with all that changes from day to day taken out: numbers, days and months. Two items of one outlet with the
 * same skeleton are issues of the same thing. Null where too little is left.
 */
export function titleSkeleton(title: string): string | null {
  const skeleton = title
    .normalize('NFC')
    .toLowerCase()
    .replace(CALENDAR, '@')
    .replace(/\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th)?/gu, '#')
    .replace(/[^\p{L}#@]+/gu, ' ')
    .replace(/[#@](?: [#@])+/g, '#')
    .trim();
  return (skeleton.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS ? null : skeleton;
}

/** One item of an outlet. */
export interface SkeletonItem {
  readonly articleId: string;
  readonly outletId: string;
  readonly skeleton: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

const DAY_MS = 86_400_000;
/** On so many days an outlet has to use a skeleton: a report is taken up again on a second day, seldom on a third. */
const REPEATED_DAYS = 3;

/** Articles whose title's skeleton their outlet uses on `REPEATED_DAYS` days or more. */
export function repeatedItems(items: readonly SkeletonItem[]): Set<string> {
  const groups = Map.groupBy(items, ({ outletId, skeleton }) => `${outletId}\n${skeleton}`);
  const repeated = new Set<string>();
  for (const group of groups.values()) {
    const days = new Set(group.map(({ publishedAt }) => Math.floor(publishedAt / DAY_MS)));
    if (days.size < REPEATED_DAYS) continue;
    for (const { articleId } of group) repeated.add(articleId);
  }
  return repeated;
}
