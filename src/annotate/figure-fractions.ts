import type { FigureCandidate } from './figure-candidates.ts';
import { MODIFIER_BEFORE, modifierBefore } from './figure-modifiers.ts';
import { unitAfter } from './figure-units.ts';
import { NUMBER, numberOf, SCALE } from './number-grammar.ts';

const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halve', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['hundredth', 100],
  ['thousandth', 1000],
]);
const PARTS = [...DENOMINATORS.keys()].join('|');
const MODIFIED = `(?<lead>(?:(?<modifier>${MODIFIER_BEFORE}) )?)`;

/** "Two-thirds", "three quarters", "one-fifth", "a third". */
const PART = new RegExp(
  `(?<![\\p{L}\\p{N}-])${MODIFIED}(?<top>an?|one|two|three|four|five|six|seven|eight|nine)(?<join>[- ])(?<bottom>${PARTS})s?(?![\\p{L}\\p{N}]|-(?!majority|owned|full|empty))`,
  'giu',
);
const COMPARED = /^ (?:as|more|less|below|above|higher|lower|fewer)\b/;
/** What may follow "a third" that is a share and no third of its kind. */
const SHARE_AFTER =
  /^(?: (?:of|as|more|less|below|above|higher|lower|fewer|smaller|larger|bigger|cheaper|since|from|in)\b|[.,;)]|$)/;
const SHARE_BEFORE = /\b(?:by|up|down|rose|fell|lost|cut|than|or) $/i;

const HALF = new RegExp(
  `(?<![\\p{L}\\p{N}-]|(?:first|second|other|last|next|final|top|bottom|better|and a|the|this|one|a) )${MODIFIED}half\\b(?!-|['’])`,
  'giu',
);
/** What stands behind "half" where it is a share. */
const HALF_AFTER =
  /^ (?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|my\b|your\b|those\b|these\b|all\b|said\b|were\b|are\b|say\b|as (?:many|much)\b)/;

/** "One in five", "nine out of 10", "three of every four". */
const ODDS = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£-])${MODIFIED}(?<top>${NUMBER})(?<join> in(?: every)? | out of(?: every)? | of every |-in-)(?<bottom>${NUMBER})(?<scale>${SCALE})?(?![\\p{L}\\p{N}]|[.,]\\d|-)`,
  'giu',
);
/** Totals that "out of" makes odds of, not a count of the things themselves ("19 out of 23 judges"). */
const ROUND = new Set([3, 4, 5, 10, 100, 1000]);

const PART_CUE = /(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|sandth|dredth)s?\b/i;
const ODDS_CUE =
  /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)[ -](?:in|out of|of every)(?: every)?[ -](?:\d|an?\b|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)/i;

/** Shares of a sentence written as fractions; `unit` is `fraction`, or the unit halved ("half a mile"). */
export function fractionCandidates(sentence: string): FigureCandidate[] {
  const isHalved = /\bhal(?:f|ves)\b/i.test(sentence);
  return [
    ...(isHalved || PART_CUE.test(sentence) ? parts(sentence) : []),
    ...(isHalved ? halves(sentence) : []),
    ...(ODDS_CUE.test(sentence) ? odds(sentence) : []),
  ];
}

function toCandidate(
  match: RegExpExecArray,
  value: number,
  unit = 'fraction',
  length = match[0].length,
): FigureCandidate {
  const start = match.index;
  return {
    start,
    end: start + length,
    value: Number(value.toFixed(4)),
    high: null,
    unit,
    modifier: modifierBefore(match.groups?.modifier),
    numberStart: start + (match.groups?.lead?.length ?? 0),
    numberEnd: start + length,
    plain: false,
    word: true,
    joint: null,
  };
}

function parts(sentence: string): FigureCandidate[] {
  return [...sentence.matchAll(PART)].flatMap((match) => {
    const { top = '', bottom = '' } = match.groups ?? {};
    const numerator = numberOf(/^an?$/i.test(top) ? 'one' : top, undefined);
    const denominator = DENOMINATORS.get(bottom.toLowerCase());
    if (numerator === null || denominator === undefined || numerator >= denominator) return [];
    return isShare(sentence, match, numerator) ? [toCandidate(match, numerator / denominator)] : [];
  });
}

/** What "a third" and "three quarters" are, where they are no shares. */
const THING_AFTER =
  /^ (?:time|day|year|term|round|place|person|party|man|woman|week|month|quarter|consecutive|straight)\b/;

function isShare(sentence: string, match: RegExpExecArray, numerator: number): boolean {
  const { top = '', bottom = '', modifier, join } = match.groups ?? {};
  const after = sentence.slice(match.index + match[0].length);
  if (THING_AFTER.test(after)) return false;
  const ofIt = /^ of\b/.test(after);
  // "For three quarters in a row" are parts of years.
  if (!/^an?$/i.test(top)) return ofIt || join === '-' || numerator === 1 || !/^quarter$/i.test(bottom);
  if (/^ of an? (?:hundred|thousand|million|billion|\p{L}+ (?:hour|century|mile))/iu.test(after))
    return false;
  if (ofIt || COMPARED.test(after)) return true;
  return (
    SHARE_AFTER.test(after) && (modifier !== undefined || SHARE_BEFORE.test(sentence.slice(0, match.index)))
  );
}

function halves(sentence: string): FigureCandidate[] {
  return [...sentence.matchAll(HALF)].flatMap((match) => {
    const end = match.index + match[0].length;
    const after = sentence.slice(end);
    const article = /^ an?(?= )/i.exec(after)?.[0];
    if (article !== undefined) {
      const unit = unitAfter(sentence, end + article.length);
      if (unit === null) return [];
      return [toCandidate(match, 0.5, unit.unit, match[0].length + article.length + unit.length)];
    }
    const modified = match.groups?.modifier !== undefined && !/^ (?:an?|past|hour|time)\b/.test(after);
    const isHalf =
      HALF_AFTER.test(after) ||
      modified ||
      (/\b(?:by|in|about) $/i.test(sentence.slice(0, match.index)) &&
        /^(?:[.,;]|$| (?:to|since|from))/.test(after));
    return isHalf ? [toCandidate(match, 0.5)] : [];
  });
}

function odds(sentence: string): FigureCandidate[] {
  return [...sentence.matchAll(ODDS)].flatMap((match) => {
    const { top = '', bottom = '', join = '', scale } = match.groups ?? {};
    const [numerator, denominator] = [numberOf(top, undefined), numberOf(bottom, scale)];
    if (numerator === null || denominator === null || numerator >= denominator || numerator < 1) return [];
    const end = match.index + match[0].length;
    if (unitAfter(sentence, end) !== null || /^(?:19|20)\d\d$/.test(bottom)) return [];
    const every = join.includes('every');
    if (!every && join.includes('out') && !ROUND.has(denominator)) return [];
    if (!every && !join.includes('out') && !isOdds(numerator, denominator)) return [];
    return [toCandidate(match, numerator / denominator)];
  });
}

/** "One in 40" are odds; "six in seven attacks" may be a toll: of larger numbers only the usual bases count. */
function isOdds(numerator: number, denominator: number): boolean {
  if (numerator === 1) return denominator >= 2;
  return denominator === numerator + 1 ? denominator <= 10 : [5, 10, 100, 1000].includes(denominator);
}
