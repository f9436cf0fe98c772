import type { Figure } from '../../../core/annotation.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';
import type { LineWord } from './read-line.ts';
import { meansSame } from './word-senses.ts';

/** A figure of a passage that may be the one a statement gives. */
export interface Candidate {
  readonly line: EvidenceLine;
  readonly figure: Figure;
}

/** How far from a number the thing it counts may stand in a passage, in characters: behind it, and before it. */
const BEHIND = 45;
const BEFORE = 30;

function wordsNear(line: EvidenceLine, { start, end }: Figure): readonly LineWord[] {
  return line.words.filter((word) => word.start < end + BEHIND && word.end > start - BEFORE);
}

const GENERIC = /^(?:number|figure|total)s?$/;
const PEOPLE = /^(?:people|persons?)$/;
/** What is said of people who are counted. */
const OF_PEOPLE =
  /^(?:killed|dead|died|injured|hurt|wounded|missing|rescued|arrested|detained|displaced|others|passengers|crew|marchers|patients|residents|inhabitants|visitors|spectators|officers|victims)$/;

/** "96 per cent of those", "of which 35m": what is counted was named before, in this passage or in another of its article. */
const POINTING =
  /^(?:\s*(?:per cent|percent|%))?(?: of (?:them|those|these|it)\b| of whom| did\b| were\b| a (?:day|week|month|year)\b|[.,;]|$)/;
const BY_WHICH = /\bof (?:which|whom)\s$/;

function isCountedBefore(
  head: string,
  line: EvidenceLine,
  figure: Figure,
  { lines, nearWords }: Pick<Evidence, 'lines' | 'nearWords'>,
): boolean {
  const behind = line.source.slice(figure.end, Math.min(figure.end + 16, line.passage.end));
  const isOpen =
    POINTING.test(behind) || BY_WHICH.test(line.source.slice(Math.max(0, figure.start - 10), figure.start));
  return (
    isOpen &&
    ([...nearWords].some((word) => meansSame(word, head)) ||
      lines.some((one) => one.source === line.source && one.words.some(({ norm }) => meansSame(norm, head))))
  );
}

/** True when a figure of a passage counts what the statement counts with its number. */
export function countsSame(
  counted: string | null,
  { line, figure }: Candidate,
  { lines, nearWords }: Evidence,
): boolean {
  if (counted === null) return true;
  const head = counted.split(' ').at(-1) ?? counted;
  if (GENERIC.test(head) || isCountedBefore(head, line, figure, { lines, nearWords })) return true;
  if (
    PEOPLE.test(head) &&
    (figure.counted === null || OF_PEOPLE.test(figure.counted.split(' ').at(-1) ?? ''))
  )
    return true;
  if (figure.counted?.split(' ').some((word) => meansSame(word, head))) return true;
  // What stands right behind a number is what it counts, and nothing else near it.
  const own = figure.counted?.split(' ').at(-1) ?? '';
  const isDirect = line.words.some(
    ({ norm, start }) => norm === own && start >= figure.start && start < figure.end + 3,
  );
  if (isDirect && !PEOPLE.test(own) && !OF_PEOPLE.test(own)) return false;
  if (figure.counted === null && line.words.some(({ norm, tag }) => tag === 'NOUN' && meansSame(norm, head)))
    return true;
  return wordsNear(line, figure).some(({ norm }) => meansSame(norm, head));
}
