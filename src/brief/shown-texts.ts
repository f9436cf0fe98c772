/** Whether two texts are told apart, by their stems. */
export type RepeatRule = (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean;

/** Texts that a page shows, as stems. */
export interface ShownTexts {
  add(stems: ReadonlySet<string>): void;
  /** True when the rule holds for one that is shown. Rules need `LEAST_SHARED` of the smaller set's stems in common. */
  hasRepeat(stems: ReadonlySet<string>, isRepeat: RepeatRule): boolean;
}

/** Share of the smaller set's stems that every rule of a page asks for; what has less is not compared. */
const LEAST_SHARED = 0.69;

/** No texts yet. An inverted index finds those with words enough in common with the one asked about. */
export function createShownTexts(): ShownTexts {
  const shown: ReadonlySet<string>[] = [];
  const having = new Map<string, number[]>();
  return {
    add(stems) {
      for (const stem of stems) {
        const known = having.get(stem);
        if (known === undefined) having.set(stem, [shown.length]);
        else known.push(shown.length);
      }
      shown.push(stems);
    },
    hasRepeat(stems, isRepeat) {
      const shared = new Uint16Array(shown.length);
      for (const stem of stems)
        for (const position of having.get(stem) ?? []) shared[position] = (shared[position] ?? 0) + 1;
      return shown.some(
        (other, position) =>
          (shared[position] ?? 0) >= LEAST_SHARED * Math.min(stems.size, other.size) &&
          isRepeat(stems, other),
      );
    },
  };
}
