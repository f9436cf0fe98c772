import type { WrittenReason } from '../../../core/written.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';
import type { LineWord, Mood } from './read-line.ts';
import { facing, isFamily, senseKeys, sidesOf } from './word-senses.ts';
import { isOutletWord, type Match, matchesOf, type WrittenCheck, type WrittenLine } from './written-line.ts';

/** The same word, in whatever form: no other word of like meaning. */
function isSameWord(a: string, b: string): boolean {
  return senseKeys(a)[0] === senseKeys(b)[0] || isFamily(a, b);
}

/** Words of the passages that are the same word; where there is none, those that mean the same. */
function nearest(word: LineWord, evidence: Evidence): Match[] {
  const found = matchesOf(word, evidence);
  const same = found.filter(({ word: other }) => isSameWord(other.norm, word.norm));
  return same.length > 0 ? same : found;
}

/** What a text denies the passages deny, and the other way round. */
export const checkNegation: WrittenCheck = (written, evidence) => {
  const words = written.words.filter(
    (word) => word.isContent && !isOutletWord(written, word) && !inQuote(written, word),
  );
  const denied = words.filter((word) => word.isNegated);
  const matchedDenied = denied.map((word) => nearest(word, evidence)).filter((found) => found.length > 0);
  const wrongly = matchedDenied.filter(
    (found) => !found.some(({ word, line }) => word.isNegated || hasOwnDenial(line)),
  );
  if (matchedDenied.length > 0 && wrongly.length === matchedDenied.length)
    return [{ code: 'negation', message: 'The claims do not deny this.' }];
  return droppedDenial(words, evidence);
};

/** Words that deny within themselves: what is unknown is not known. */
const DENIES =
  /^(?:un\p{Ll}{3,}|den(?:y|ies|ied)|declin\p{Ll}+|refus\p{Ll}+|reject\p{Ll}*|fail\p{Ll}*|forb\p{Ll}+|lack\p{Ll}*|lost|off)$/u;

function hasOwnDenial({ words }: EvidenceLine): boolean {
  return words.some(({ lower }) => /^(?:un\p{Ll}{3,}|fail\p{Ll}*|lack\p{Ll}*|without)$/u.test(lower));
}

function inQuote({ source }: WrittenLine, { start }: LineWord): boolean {
  return /[“"][^“”"]*$/.test(source.slice(0, start)) && /^[^“”"]*[”"]/.test(source.slice(start));
}

/** So much of what a passage denies is enough to be told of it. */
const TOLD_SHARE = 0.6;

function droppedDenial(words: readonly LineWord[], { lines }: Evidence): WrittenReason[] {
  if (words.some(({ isNegated, lower }) => isNegated || DENIES.test(lower))) return [];
  const isTold = (word: LineWord): boolean => words.some((own) => isSameWord(own.norm, word.norm));
  const isFree = (word: LineWord): boolean =>
    lines.some((line) =>
      line.words.some((other) => other.isContent && !other.isNegated && isSameWord(other.norm, word.norm)),
    );
  const isDropped = lines.some((line) => {
    const scope = line.words.filter((word) => word.isContent && word.isNegated);
    const verbs = scope.filter(({ tag }) => tag === 'VERB' || tag === 'ADJ');
    const told = scope.filter((word) => isTold(word));
    return (
      told.length > 0 &&
      told.length >= TOLD_SHARE * scope.length &&
      (verbs.length === 0 || verbs.some(isTold)) &&
      !told.every(isFree)
    );
  });
  return isDropped ? [{ code: 'negation', message: 'The claims deny what the statement says.' }] : [];
}

/** Moods that a writer may put for each other. */
function agree(own: Mood, theirs: Mood): boolean {
  if (own === theirs || theirs === 'if' || own === 'if')
    return own === theirs || (own !== 'fact' && theirs !== 'fact');
  if (own === 'duty' || theirs === 'duty') return own !== 'fact' && theirs !== 'fact';
  return false;
}

const AHEAD_WORDS =
  /^(?:expect\p{Ll}*|due|plan\p{Ll}*|schedul\p{Ll}*|forecast\p{Ll}*|predict\p{Ll}*|promis\p{Ll}*|pledg\p{Ll}*|propos\p{Ll}*|ready|order\p{Ll}*|demand\p{Ll}*|ask\p{Ll}*|want\p{Ll}*|set|going|vow\p{Ll}*|threat\p{Ll}*|prepar\p{Ll}*|offer\p{Ll}*|call\p{Ll}*|intend\p{Ll}*|next|if|apply|declin\p{Ll}*|try|try\p{Ll}*|hop\p{Ll}*|able)$/u;

/** A verb may be ahead by a word of planning before it. */
function isAheadBy(line: { readonly words: readonly LineWord[] }, word: LineWord): boolean {
  return line.words.some(
    (other) => other.end <= word.start && other.end > word.start - 60 && AHEAD_WORDS.test(other.lower),
  );
}

/** What is planned is not done, what may be is not so. */
export const checkMood: WrittenCheck = (written, evidence) => {
  const verbs = written.words.filter(
    (word) =>
      word.tag === 'VERB' && word.isContent && !inQuote(written, word) && !isOutletWord(written, word),
  );
  const wrong = verbs.flatMap((verb): WrittenReason[] => {
    const found = nearest(verb, evidence).filter(({ word }) => word.tag === 'VERB' || word.tag === 'AUX');
    if (found.length === 0) return [];
    const fits = found.some(({ word, line }) => {
      if (agree(verb.mood, word.mood)) return true;
      if (verb.mood === 'ahead')
        return isAheadBy(line, word) || (word.mood === 'possible' && isAheadBy(written, verb));
      if (verb.mood === 'fact' && word.mood === 'ahead')
        return isAheadBy(written, verb) || /ing$/.test(verb.lower);
      return false;
    });
    return fits ? [] : [moodReason(verb, found[0]?.word.mood ?? 'fact')];
  });
  return [...wrong.slice(0, 1), ...strayMood(written, evidence)];
};

const SURE: Readonly<Record<Mood, string>> = {
  fact: 'a fact',
  ahead: 'something ahead or planned',
  possible: 'a possibility',
  duty: 'something that ought to be',
  if: 'a condition',
};

function moodReason({ text, mood }: LineWord, theirs: Mood): WrittenReason {
  return { code: 'modality', message: `"${text}" is ${SURE[mood]} here and ${SURE[theirs]} in the claims.` };
}

const MAYBE =
  /^(?:may|might|could|can|possibl[ey]|perhaps|likely|probabl[ey]|potential|would|expect\p{Ll}*|thought|believ\p{Ll}*|seem\p{Ll}*|suggest\p{Ll}*|appear\p{Ll}*|if|up|fear\p{Ll}*)$/u;

/** "May" where no passage leaves anything open. */
function strayMood(written: WrittenLine, { lines }: Evidence): WrittenReason[] {
  const stray = written.words.find(
    (word) =>
      /^(?:may|might|could|possibly|perhaps|probably|likely|allegedly)$/.test(word.lower) &&
      !/^\p{Lu}/u.test(word.text) &&
      !inQuote(written, word),
  );
  if (stray === undefined || lines.some((line) => line.words.some(({ lower }) => MAYBE.test(lower))))
    return [];
  return [{ code: 'modality', message: `The claims do not say "${stray.text}": they tell it as a fact.` }];
}

/** Words on one side of an opposite whose other side alone the passages have. */
export const checkOpposites: WrittenCheck = (written, { lines }) => {
  const sides = new Set<string>();
  const own = new Set<string>();
  for (const line of lines)
    for (const { norm } of line.words) {
      own.add(norm);
      for (const side of sidesOf(norm)) sides.add(side);
    }
  const turned = written.words.find((word) => {
    if (own.has(word.norm) || inQuote(written, word) || isOutletWord(written, word)) return false;
    const mine = [...sidesOf(word.norm)];
    return (
      mine.length > 0 && mine.some((side) => sides.has(facing(side))) && !mine.some((side) => sides.has(side))
    );
  });
  if (turned === undefined) return [];
  const isCompared = /(?:er|est|re|ss|st|ore)$/.test(turned.norm);
  return [
    {
      code: isCompared ? 'comparison' : 'direction',
      message: `"${turned.text}": the claims say the opposite.`,
    },
  ];
};
