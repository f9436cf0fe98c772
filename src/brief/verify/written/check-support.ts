import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence } from './evidence.ts';
import { numberValue } from './number-words.ts';
import type { LineWord } from './read-line.ts';
import { facing, hasSense, isStrong, meansSame, phraseSense, senseKeys, sidesOf } from './word-senses.ts';
import { isOutletWord, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** What statements are put together with, whatever they are about: reporting, comparing, counting. */
const FRAME = new Set(
  `report reports reported write writes wrote say says said saying cite cites citing quote quotes quoted according speak speaks
  spoke account accounts version versions figure figures number numbers count counts counted put puts give gives given name
  names state states have differ differs different while whereas former latter respectively both other others however meanwhile
  also instead only same time so thus there one still now then already? not no never while as per view words word point
  words describe describes described call calls called note notes noted add adds added tell tells told mention mentions
  make makes made making take takes took taken taking get gets got getting come comes came coming happen happens happened become
  becomes became lie lies lay stand stands stood hold holds held mean means meant involve involves involved concern concerns
  concerned rather half twice as
  case cases matter thing things way part kind size among amid include includes including included well yet even ago
  order place places earlier later previously since afterwards
  about around roughly some nearly almost much many most more less few several`
    .split(/\s+/)
    .filter((word) => !word.endsWith('?')),
);

/** Words that add nothing, and names of outlets and numbers, which other checks answer for. */
function isCheckedElsewhere(written: WrittenLine, word: LineWord): boolean {
  const { norm, isContent } = word;
  return (
    !isContent ||
    FRAME.has(norm) ||
    isOutletWord(written, word) ||
    numberValue(norm) !== null ||
    /^\d/.test(norm) ||
    isOfFigure(written, word)
  );
}

/** Content words of a statement that nothing in its evidence stands for. */
function unsupported(written: WrittenLine, { words, nearWords }: Evidence): LineWord[] {
  return written.words.filter((word) => {
    const { norm, tag } = word;
    if (isCheckedElsewhere(written, word)) return false;
    const phrase = phraseSense(written.words, written.words.indexOf(word));
    if (phrase !== null) return !hasSense(words, phrase);
    if (words.has(norm) || isFaced(word, written, words)) return false;
    if (isStrong(norm))
      return ![...words].some((other) => sameStem(other, norm) || isTurnedDown(other, norm));
    if (tag === 'NOUN' && nearWords.has(norm)) return false;
    return !norm.split('-').every((part) => [...words].some((other) => meansSame(other, part)));
  });
}

const MODIFYING = /^(?:high|much|many|long|few|fewer|less|more|least|most|over|under|nearly|almost)$/;

/** "As high as", "no fewer than": the modifier of a figure is checked with it. */
function isOfFigure({ figures }: WrittenLine, { norm, start, end }: LineWord): boolean {
  return MODIFYING.test(norm) && figures.some((figure) => end > figure.start - 12 && start < figure.end);
}

/** True when the evidence has the opposite of a word: "will not succeed" where it has "will fail". */
function isFaced({ norm, isNegated }: LineWord, written: WrittenLine, words: ReadonlySet<string>): boolean {
  // "Not since 2014" turns it once more.
  if (!isNegated || written.words.some(({ lower }) => lower === 'since')) return false;
  const faced = new Set([...sidesOf(norm)].map(facing));
  return faced.size > 0 && [...words].some((word) => [...sidesOf(word)].some((side) => faced.has(side)));
}

/** To refuse and to reject are as strong as each other. */
function isTurnedDown(a: string, b: string): boolean {
  return [a, b].every((word) => /^(?:refus|reject)/.test(word));
}

function sameStem(a: string, b: string): boolean {
  return senseKeys(a)[0] === senseKeys(b)[0];
}

/**
 * One noun, verb or adverb of place in so many content words may be without support: another word for what the passages say that
 * nobody listed. Never one that judges or describes, nor two beside each other: those add. Of 8, 6 and 5 words 8 is where no
 * false statement more is accepted (four fifths of `eval verifier`, 2026-11-25: at 6 direction falls from .960 to .939).
 */
const WORDS_PER_STRANGER = 8;
/** "Visibly", "sadly": adverbs of manner judge. */
const JUDGES = /^ADV \p{L}+ly$/u;
/** Content words between two that count as beside each other. */
const BESIDE = 2;

function isAddition(missing: readonly LineWord[], content: readonly LineWord[]): boolean {
  if (missing.length === 0) return false;
  if (missing.some(({ norm, tag }) => isStrong(norm) || tag === 'ADJ' || JUDGES.test(`${tag} ${norm}`)))
    return true;
  const places = missing.map((word) => content.indexOf(word));
  if (places.some((place, i) => i > 0 && place - (places[i - 1] ?? 0) <= BESIDE)) return true;
  return missing.length * WORDS_PER_STRANGER > content.length;
}

const CAUSE =
  /\b(?:because|due to|owing to|as a result|thanks to|caused by|prompted by|led to|in response to|in retaliation|on account of|brought about|blamed on)\b/i;
const ANY_CAUSE =
  /\b(?:because|due to|owing|result\p{Ll}*|thanks|caus\p{Ll}*|prompt\p{Ll}*|led|response|after|since|so|forced?|following|reason|blam\p{Ll}*|fault\p{Ll}*|by \p{Ll}+ing)\b|, as /iu;

/** A reason is given only where a passage gives one, and in its words. */
function checkCause(
  written: WrittenLine,
  { lines }: Evidence,
  missing: readonly LineWord[],
): WrittenReason[] {
  const found = CAUSE.exec(written.text);
  if (found === null) return [];
  const isStrange = missing.some(({ start }) => start > found.index && start < found.index + CAUSE_REACH);
  if (!isStrange && lines.some(({ text }) => ANY_CAUSE.test(text))) return [];
  return [{ code: 'unsupported', message: `No claim gives this reason ("${found[0]} …").` }];
}

/** Characters behind a word of cause in which the cause stands. */
const CAUSE_REACH = 70;

/** "All", "every", "none": the passages say so, too. */
const WHOLE = /^(?:all|every|everybody|everyone|none|always|entirely)$/;
const ANY_WHOLE =
  /^(?:all|every|everybody|everyone|none|no|nobody|whole|each|any|anybody|always|entire|entirely|never|total)$/;

function checkWhole(written: WrittenLine, { lines }: Evidence): WrittenReason[] {
  const found = written.words.find(
    ({ lower }, at) =>
      WHOLE.test(lower) && !/^(?:in|at|after|above|of)$/.test(written.words[at - 1]?.lower ?? ''),
  );
  if (found === undefined || lines.some(({ words }) => words.some(({ lower }) => ANY_WHOLE.test(lower))))
    return [];
  return [{ code: 'unsupported', message: `"${found.text}": the claims do not say this of all.` }];
}

/** Nothing new: every word that says something stands for one of the evidence. */
export const checkSupport: WrittenCheck = (written, evidence) => {
  const missing = unsupported(written, evidence);
  const content = written.words.filter(({ isContent }) => isContent);
  const words = [...new Set(missing.map(({ text }) => text))].join(', ');
  const reason: WrittenReason[] = isAddition(missing, content)
    ? [{ code: 'unsupported', message: `The claims do not say this: ${words}.` }]
    : [];
  return [...reason, ...checkCause(written, evidence, missing), ...checkWhole(written, evidence)];
};
