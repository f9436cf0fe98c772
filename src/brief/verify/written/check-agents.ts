import type { Mention } from '../../../core/annotation.ts';
import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence } from './evidence.ts';
import type { Line, LineWord } from './read-line.ts';
import { meansSame } from './word-senses.ts';
import type { WrittenCheck } from './written-line.ts';

const BE = /^(?:is|are|was|were|be|been|being)$/;

/** True when a verb stands in the passive: a form of "be" before it, or "by" right behind. */
function isPassive({ words }: Line, verb: LineWord): boolean {
  const at = words.findIndex(({ start }) => start === verb.start);
  const before = words.slice(Math.max(0, at - 3), at).some(({ lower }) => BE.test(lower));
  const by = words.slice(at + 1, at + 4).some(({ lower }) => lower === 'by');
  return (before && /(?:ed|en|n|t|d|ung|un|ut)$/.test(verb.lower)) || (by && /ed$|en$/.test(verb.lower));
}

interface Directed {
  readonly left: string;
  readonly right: string;
  readonly verb: LineWord;
  readonly isPassive: boolean;
}

function key(source: string, { start, end }: Mention): string {
  return (
    source
      .slice(start, end)
      .toLowerCase()
      .split(/\s+/)
      .at(-1)
      ?.replace(/['’]s?$/, '') ?? ''
  );
}

/** Pairs of names with a verb between them. */
function directed(line: Line): Directed[] {
  return line.mentions.flatMap((left, at) =>
    line.mentions.slice(at + 1).flatMap((right) =>
      line.words
        .filter(
          ({ tag, start, end, isContent }) =>
            tag === 'VERB' && isContent && start >= left.end && end <= right.start,
        )
        .map((verb) => ({
          left: key(line.source, left),
          right: key(line.source, right),
          verb,
          isPassive: isPassive(line, verb),
        })),
    ),
  );
}

/** Who does it and to whom it is done, exchanged against every passage that has both with that verb between them. */
export const checkAgents: WrittenCheck = (written, evidence) => {
  const theirs = evidence.lines.flatMap(directed);
  const exchanged = directed(written).find((own) => {
    if (own.left === own.right) return false;
    const alike = theirs.filter(
      (other) =>
        meansSame(other.verb.norm, own.verb.norm) &&
        ((other.left === own.left && other.right === own.right) ||
          (other.left === own.right && other.right === own.left)),
    );
    const isSameWay = (other: Directed): boolean =>
      (other.left === own.left) === (other.isPassive === own.isPassive);
    return alike.length > 0 && !alike.some(isSameWay) && !hasOther(own, alike, evidence);
  });
  if (exchanged === undefined) return [];
  return [
    {
      code: 'agent',
      message: `In the claims it is the other way round between ${exchanged.left} and ${exchanged.right} ("${exchanged.verb.text}").`,
    } satisfies WrittenReason,
  ];
};

/** Names that stand on both sides of the verb in a passage tell nothing. */
function hasOther({ left, right }: Directed, alike: readonly Directed[], _evidence: Evidence): boolean {
  return (
    alike.some((one) => one.left === left && one.right === right) &&
    alike.some((one) => one.left === right && one.right === left)
  );
}
