import type { WrittenReason } from '../../../core/written.ts';
import { stem } from '../../../nlp/stem.ts';
import type { Evidence } from './evidence.ts';
import type { LineWord, Mood } from './read-line.ts';
import { facing, senseKeys, sidesOf } from './word-senses.ts';
import {
  inQuote,
  isOutletWord,
  isSameWord,
  type Match,
  matchesOf,
  type WrittenCheck,
  type WrittenLine,
} from './written-line.ts';

/** Words of the passages that are the same word; where there is none, those that mean the same. */
function nearest(word: LineWord, evidence: Evidence): Match[] {
  const found = matchesOf(word, evidence);
  const same = found.filter(({ word: other }) => isSameWord(other.norm, word.norm));
  return same.length > 0 ? same : found;
}

/** What a text denies the passages deny, and the other way round. */
export const checkNegation: WrittenCheck = (written, evidence) => {
  const words = written.words.filter((word) => !isOutletWord(written, word) && !inQuote(written, word));
  if (isNotSince(written.words, evidence)) return [];
  const isWrong =
    isDeniedTwice(words, evidence) ||
    hasStrayDenial(words, evidence) ||
    scopesOf(words).some((scope) => {
      const content = scope.filter(({ isContent }) => isContent);
      const said = scope.filter(({ tag }) => tag === 'VERB' || tag === 'AUX');
      const found = content.map((word) => nearest(word, evidence)).filter((one) => one.length > 0);
      if (found.length === 0 && content.length > 0) return false;
      // "Never said": a verb that says nothing of its own is looked up as it stands.
      const places =
        found.length > 0
          ? found
          : said.map((word) =>
              evidence.lines.flatMap((line) =>
                line.words
                  .filter((other) => other.norm === word.norm)
                  .map((other) => ({ line, word: other })),
              ),
            );
      const deniable = places.filter((one) => one.length > 0);
      const isUn = content.some(({ norm }) =>
        evidence.lines.some((line) => line.words.some(({ lower }) => lower === `un${norm}`)),
      );
      return (
        deniable.length > 0 &&
        !isUn &&
        !isOppositeThere(content, evidence) &&
        !deniable.some((one) => one.some(isDeniedThere))
      );
    });
  if (isWrong) return [{ code: 'negation', message: 'The claims do not deny this.' }];
  return droppedDenial(
    words.filter(({ isContent }) => isContent),
    evidence,
  );
};

const DENYING = /^(?:not|n't|never|no|none|nobody|nothing|neither|nor|without|cannot)$/;

/** A denial within a denial says the thing itself: the passages have none. */
function isDeniedTwice(words: readonly LineWord[], { lines }: Evidence): boolean {
  const isTwice = ({ lower, isNegated }: LineWord): boolean => isNegated && DENYING.test(lower);
  return words.some(isTwice) && !lines.some((line) => line.words.some(isTwice));
}

const ANY_DENIAL =
  /^(?:not|n't|never|no|none|nobody|nothing|neither|nor|without|cannot|absence|fails?|only|few|hardly|un(?:known|clear|certain|likely|able|changed|settled|resolved|disclosed)|until|before|fail\p{Ll}*|lack\p{Ll}*|refus\p{Ll}*|declin\p{Ll}*|den(?:y|ies|ied)|reject\p{Ll}*|yet|against|oppos\p{Ll}*|doubt\p{Ll}*|instead|rather)$/u;

/** A denial where no passage denies anything. */
function hasStrayDenial(words: readonly LineWord[], { lines }: Evidence): boolean {
  const own = words.some(
    ({ lower }, at) =>
      DENYING.test(lower) && !/^(?:more|less|fewer|later|longer|only)$/.test(words[at + 1]?.lower ?? ''),
  );
  return own && !lines.some((line) => line.words.some(({ lower }) => ANY_DENIAL.test(lower)));
}

/** The words that each negation of a text reaches over. */
function scopesOf(words: readonly LineWord[]): LineWord[][] {
  const scopes: LineWord[][] = [];
  let isOpen = false;
  for (const word of words) {
    if (!word.isNegated) isOpen = false;
    else if (isOpen) scopes.at(-1)?.push(word);
    else {
      scopes.push([word]);
      isOpen = true;
    }
  }
  return scopes;
}

/** "Failed to", "lack of": what follows is not so. */
const LACKS = /^(?:fail\p{Ll}*|lack\p{Ll}*|unable|refus\p{Ll}*|declin\p{Ll}*|den(?:y|ies|ied))$/u;

function isDeniedThere({ word, line }: Match): boolean {
  if (word.isNegated || isSubjectOfDenied(word, line)) return true;
  return line.words.some(({ lower, end }) => LACKS.test(lower) && end <= word.start && end > word.start - 40);
}

/** "The repairs were not made": what is said not to be done to a thing denies the thing. */
function isSubjectOfDenied({ tag, end }: LineWord, { words }: Match['line']): boolean {
  if (tag !== 'NOUN') return false;
  const next = words.filter(({ start }) => start >= end).slice(0, 3);
  const [first] = next;
  return first?.tag === 'AUX' && next.some(({ lower }) => DENYING.test(lower));
}

/** "Will not succeed" is what "will fail" says: the passages have the opposite of what is denied. */
function isOppositeThere(content: readonly LineWord[], { lines }: Evidence): boolean {
  const sides = new Set(
    lines.flatMap((line) =>
      line.words.flatMap(({ norm, isNegated }) => (isNegated ? [] : [...sidesOf(norm)])),
    ),
  );
  return content.some(({ norm }) => [...sidesOf(norm)].some((side) => sides.has(facing(side))));
}

/** "Not since 2014" is what "the first since 2014" and "last won it in 2014" say. */
function isNotSince(words: readonly LineWord[], { lines }: Evidence): boolean {
  const isOwn = words.some(({ lower }) => /^(?:first|last)$/.test(lower));
  const since = words.find(({ lower }) => lower === 'since');
  return (
    !isOwn &&
    words.some(({ lower, end }) => /^(?:not|never)$/.test(lower) && end < (since?.start ?? 0)) &&
    lines.some((line) => line.words.some(({ lower }) => /^(?:first|last)$/.test(lower)))
  );
}

/** Words that deny within themselves. */
const DENIES =
  /^(?:den(?:y|ies|ied)|declin\p{Ll}+|refus\p{Ll}+|reject\p{Ll}*|fail\p{Ll}*|forb\p{Ll}+|lack\p{Ll}*|without|un(?:known|clear|certain|likely|able|changed|settled|resolved)|still|remains?|yet)$/u;

/** So much of what a passage denies is enough to be told of it. */
const TOLD_SHARE = 0.6;

function droppedDenial(words: readonly LineWord[], { lines }: Evidence): WrittenReason[] {
  if (words.some(({ lower }) => DENIES.test(lower))) return [];
  const toldAs = (word: LineWord): LineWord[] => words.filter((own) => isSameWord(own.norm, word.norm));
  const isFree = (word: LineWord): boolean =>
    lines.some((line) =>
      line.words.some((other) => other.isContent && !other.isNegated && isSameWord(other.norm, word.norm)),
    );
  const isDropped = lines.some((line) =>
    scopesOf(line.words).some((all) => {
      const scope = all.filter(({ isContent }) => isContent);
      const told = scope.filter((word) => toldAs(word).length > 0);
      const verbs = scope.filter(({ tag }) => tag === 'VERB' || tag === 'ADJ');
      return (
        told.length > 0 &&
        told.length >= TOLD_SHARE * scope.length &&
        (verbs.length === 0 || verbs.some((word) => toldAs(word).length > 0)) &&
        !told.some((word) => toldAs(word).some(({ isNegated }) => isNegated)) &&
        !told.every(isFree)
      );
    }),
  );
  return isDropped ? [{ code: 'negation', message: 'The claims deny what the statement says.' }] : [];
}

/** Moods that a writer may put for each other. */
function agree(own: Mood, theirs: Mood): boolean {
  if (own === 'open' || theirs === 'open') return true;
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

/** "Fifty fly to Obanda in February": the present tells of what is fixed. */
function isPresent(verb: LineWord, { words }: WrittenLine): boolean {
  const at = words.findIndex(({ start }) => start === verb.start);
  const helped = words
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => /^(?:has|have|had|was|were|been)$/.test(lower));
  return (
    !helped &&
    (/ing$/.test(verb.lower) || (stem(verb.lower) === senseKeys(verb.lower)[0] && !/ed$/.test(verb.lower)))
  );
}

/** A participle before its noun: "immobilised assets". */
function isAttribute(verb: LineWord, { words }: { readonly words: readonly LineWord[] }): boolean {
  const at = words.findIndex(({ start }) => start === verb.start);
  return /ed$/.test(verb.lower) && /^(?:NOUN|ADJ|PROPN)$/.test(words[at + 1]?.tag ?? '');
}

/** True when a passage is as sure of a verb as the statement is. */
function isAsSure(written: WrittenLine, verb: LineWord, { word, line }: Match): boolean {
  if (isAttribute(word, line) || agree(verb.mood, word.mood)) return true;
  if (verb.mood === 'ahead')
    return isAheadBy(line, word) || (word.mood === 'possible' && isAheadBy(written, verb));
  const isPlanned = verb.mood === 'fact' && word.mood === 'ahead';
  return isPlanned && (isAheadBy(written, verb) || isPresent(verb, written));
}

/** What is planned is not done, what may be is not so. */
export const checkMood: WrittenCheck = (written, evidence) => {
  const verbs = written.words.filter(
    (word) =>
      word.tag === 'VERB' &&
      word.isContent &&
      !inQuote(written, word) &&
      !isOutletWord(written, word) &&
      !isAttribute(word, written),
  );
  const wrong = verbs.flatMap((verb): WrittenReason[] => {
    const found = matchesOf(verb, evidence).filter(
      ({ word }) => isSameWord(word.norm, verb.norm) && (word.tag === 'VERB' || word.tag === 'AUX'),
    );
    if (found.length === 0) return [];
    const fits = found.some((match) => isAsSure(written, verb, match));
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
  open: 'something',
};

function moodReason({ text, mood }: LineWord, theirs: Mood): WrittenReason {
  return { code: 'modality', message: `"${text}" is ${SURE[mood]} here and ${SURE[theirs]} in the claims.` };
}

const MAYBE =
  /^(?:may|might|could|can|possibl[ey]|perhaps|likely|probabl[ey]|potential|thought|believ\p{Ll}*|seem\p{Ll}*|unlikely|suggest\p{Ll}*|appear\p{Ll}*|fear\p{Ll}*|alleg\p{Ll}*)$/u;
const OWN_MAYBE = /^(?:may|might|could|possibly|perhaps|probably|likely|allegedly)$/;
const OWN_AHEAD = /^(?:will|'ll)$/;
const ANY_AHEAD =
  /^(?:will|would|'ll|due|to|shall|plan\p{Ll}*|expect\p{Ll}*|forecast\p{Ll}*|predict\p{Ll}*|next|tomorrow|intend\p{Ll}*|before|by|until)$/u;

const MODAL = /^(?:may|might|could)$/;
const SURELY_AHEAD =
  /^(?:will|would|'ll|wo|shall|due|set|must|going|plan\p{Ll}*|expect\p{Ll}*|forecast\p{Ll}*|predict\p{Ll}*|intend\p{Ll}*|promis\p{Ll}*|schedul\p{Ll}*)$/u;

/** What is ahead for a statement only may be for all of its passages: "could be on the market by Christmas". */
function isOnlyPossible(lines: Evidence['lines']): boolean {
  const has = (pattern: RegExp) => lines.some(({ words }) => words.some(({ lower }) => pattern.test(lower)));
  return has(MODAL) && !has(SURELY_AHEAD);
}

/** "May" where no passage leaves so much open, "will" where nothing lies ahead. */
function strayMood(written: WrittenLine, { lines }: Evidence): WrittenReason[] {
  const own = written.words.filter((word) => !/^\p{Lu}/u.test(word.text) && !inQuote(written, word));
  // "Could not" is what nobody is able or allowed to do.
  const maybe = own.filter(
    ({ lower }, at) => OWN_MAYBE.test(lower) && !(lower === 'could' && own[at + 1]?.lower === 'not'),
  );
  const open = lines.flatMap((line) => line.words.filter(({ lower }) => MAYBE.test(lower)));
  const [stray] = maybe;
  if (stray !== undefined && maybe.length > open.length)
    return [{ code: 'modality', message: `"${stray.text}": the claims tell this as a fact or as planned.` }];
  const ahead = own.find(({ lower }) => OWN_AHEAD.test(lower));
  if (ahead !== undefined && isOnlyPossible(lines))
    return [{ code: 'modality', message: `"${ahead.text}": the claims say that it may be so.` }];
  if (ahead === undefined || lines.some((line) => line.words.some(({ lower }) => ANY_AHEAD.test(lower))))
    return [];
  return [{ code: 'modality', message: `"${ahead.text}": the claims do not say that this lies ahead.` }];
}
