import type { WrittenReason } from '../../../core/written.ts';
import { numberValue } from './check-numbers.ts';
import type { Evidence } from './evidence.ts';
import type { LineWord } from './read-line.ts';
import { isStrong, meansSame } from './word-senses.ts';
import { isOutletWord, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** What statements are put together with, whatever they are about: reporting, comparing, counting. */
const FRAME = new Set(
  `report reports reported write writes wrote say says said saying cite cites citing quote quotes quoted according speak speaks
  spoke account accounts version versions figure figures number numbers count counts counted put puts give gives given name
  names state states have differ differs different while whereas former latter respectively both other others however meanwhile
  also instead only same time so thus there one still now then already? not no never while as per view words word point
  words describe describes described call calls called note notes noted add adds added tell tells told mention mentions
  case cases matter thing things way part kind size among amid include includes including included well yet even ago
  place places earlier later previously since afterwards
  about around roughly some nearly almost much many most more less few several`
    .split(/\s+/)
    .filter((word) => !word.endsWith('?')),
);

/** Content words of a statement that nothing in its evidence stands for. */
function unsupported(written: WrittenLine, { words }: Evidence): LineWord[] {
  return written.words.filter((word) => {
    const { norm } = word;
    if (!word.isContent || FRAME.has(norm) || isOutletWord(written, word)) return false;
    if (numberValue(norm) !== null || /^\d/.test(norm)) return false;
    if (words.has(norm)) return false;
    if (isStrong(norm)) return ![...words].some((other) => sameStem(other, norm));
    return !norm.split('-').every((part) => [...words].some((other) => meansSame(other, part)));
  });
}

function sameStem(a: string, b: string): boolean {
  return (
    a === b ||
    (a.length > 4 &&
      b.length > 4 &&
      a.slice(0, -2).startsWith(b.slice(0, 5)) &&
      Math.abs(a.length - b.length) < 4)
  );
}

/**
 * So many content words may be without support in a statement, as a share of all of them, and none that says more than it
 * seems.
 */
const TOLERANCE = 0.12;

const CAUSE =
  /\b(?:because|due to|owing to|as a result|thanks to|caused by|prompted by|led to|in response to|in retaliation|on account of|brought about|blamed on)\b/i;
const ANY_CAUSE =
  /\b(?:because|due|owing|result\p{Ll}*|thanks|caus\p{Ll}*|prompt\p{Ll}*|le[a]?d|response|after|since|so|as|for|forced?|when|following|reason|over|under|blam\p{Ll}*|without|to|that)\b/iu;

/** A reason is given only where a passage gives one. */
const checkCause: WrittenCheck = (written, { lines }) => {
  const found = CAUSE.exec(written.text);
  if (found === null || lines.some(({ text }) => ANY_CAUSE.test(text))) return [];
  return [{ code: 'unsupported', message: `No claim gives a reason ("${found[0]}").` }];
};

/** Nothing new: every word that says something stands for one of the evidence. */
export const checkSupport: WrittenCheck = (written, evidence) => {
  const missing = unsupported(written, evidence);
  const content = written.words.filter(({ isContent }) => isContent).length;
  const strong = missing.filter(({ norm }) => isStrong(norm));
  const isTooMuch = strong.length > 0 || missing.length > TOLERANCE * content;
  const reason: WrittenReason[] = isTooMuch
    ? [
        {
          code: 'unsupported',
          message: `The claims do not say this: ${missing.map(({ text }) => text).join(', ')}.`,
        },
      ]
    : [];
  return [...reason, ...checkCause(written, evidence)];
};
