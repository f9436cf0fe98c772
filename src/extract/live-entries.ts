import type { LiveEntry } from '../core/article-details.ts';
import type { DatedEntry } from './dated-entries.ts';
import { comparable } from './plain-text.ts';

/** Fewer letters and digits may stand anywhere in a text: a time, a label. */
const MIN_KEY = 12;

interface Placed {
  readonly at: number | null;
  readonly first: number;
  readonly last: number;
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/** Indexes of the lines that are an entry's, each line taken once. */
function linesOf({ lines }: DatedEntry, places: Map<string, number[]>): number[] {
  return lines.flatMap((line) => {
    const key = comparable(line);
    const at = key.length < MIN_KEY ? undefined : places.get(key)?.shift();
    return at === undefined ? [] : [at];
  });
}

function place(entries: readonly DatedEntry[], lines: readonly string[]): Placed[] {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const key = comparable(line);
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  const placed = entries.flatMap((entry) => {
    const found = linesOf(entry, places);
    return found.length === 0 ? [] : [{ at: entry.at, first: Math.min(...found), last: Math.max(...found) }];
  });
  return placed.sort((a, b) => a.first - b.first);
}

/**
 * The entries of a live blog as spans of its text, whose lines are `lines`, in the order of the text. Of several readings of the
 * entries (JSON-LD, markup) the one counts that finds most of its entries in the text.
 */
export function liveEntries(
  readings: readonly (readonly DatedEntry[])[],
  lines: readonly string[],
): LiveEntry[] {
  const placed = readings
    .map((entries) => place(entries, lines))
    .reduce((best, each) => (each.length > best.length ? each : best), []);
  const starts = startsOf(lines);
  return placed.flatMap(({ at, first, last }, index) => {
    const next = placed[index + 1]?.first ?? lines.length;
    const end = Math.min(last, next - 1);
    const start = starts[first];
    const line = starts[end];
    if (start === undefined || line === undefined || end < first) return [];
    return [{ at, start, end: line + (lines[end]?.length ?? 0) }];
  });
}
