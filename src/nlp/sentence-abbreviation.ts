import type { SentenceRules } from './sentence-rules.ts';

/** The last word before a full stop, with the short parts before it: "Inc", "U.S", "z. B", "J. R". */
const LAST_WORD = /(?:^|[\s([“"‘'«/:—–-])((?:\p{L}\.\s?)+\p{L}|EE\. UU|(?:\p{L}+\.)*\p{L}+[ªº]?)\.$/u;

/**
 * True when the full stop that ends `head` belongs to an abbreviation, an initial or an ordinal that `tail`, the text
 * behind it without leading blanks, continues.
 */
export function isAbbreviated(head: string, tail: string, rules: SentenceRules): boolean {
  if (rules.dottedOrdinals && /(?:^|[^\d.,])(?:\d\d?|\d00)\.$/.test(head)) return continuesName(tail, rules);
  const written = LAST_WORD.exec(head)?.[1]?.replace(/\s/g, '');
  if (written === undefined || written === '') return false;
  const word = written.toLowerCase().replace(/^\p{L}{3,}(?=str$)/u, '');
  if (rules.beforeNumber.has(word) && NUMBER.test(tail)) return true;
  if (rules.lowerCase !== null && /^\p{Ll}+$/u.test(written)) return rules.lowerCase.has(word);
  if (rules.neverFinal.has(word)) return true;
  if (written.length === head.length - 1 && isShortForm(written, word, rules)) return true;
  if (word !== 'a.m' && word !== 'p.m') return nameGoesOn(head, written, tail, rules);
  return TIME_GOES_ON.test(tail) || (ONLY_TIME.test(head) && continuesName(tail, rules));
}

/** Single letters that are no initials: "than I.", "plan B." */
const NO_INITIAL =
  /\b(?:(?:and|than|as|am|do)\s+I|(?:plan|vitamin|group|type|grade|class|hepatitis|option|exhibit)\s+[A-Z])\.$|\d\s?[CFK]\.$/i;

/** Digits or a Roman number of more than one stroke. */
const NUMBER = /^(?:\p{N}|(?:[IVX]{2,}|[VX])(?![\p{L}.]))/u;

/** "At 9:30 a.m." is no sentence; with a name behind it, one begins. */
const ONLY_TIME =
  /^(?:At|By|About|Around|From|Until|Since|Before|After|Shortly (?:before|after)) [\d:. ]+[ap]\.m\.$/;

/** For what can close a sentence: true when the words behind it rather go on with its name. */
function nameGoesOn(head: string, written: string, tail: string, rules: SentenceRules): boolean {
  if (NO_INITIAL.test(head) || /^["“«]/u.test(tail)) return false;
  const beforeNumber = NUMBER.test(tail);
  if (!mayAbbreviate(written, written.toLowerCase(), beforeNumber, rules)) return false;
  return beforeNumber || continuesName(tail, rules);
}

/** Initials, a dotted short form or a listed abbreviation; alone ("P.S.") they are no sentence. */
function isShortForm(written: string, word: string, rules: SentenceRules): boolean {
  return /^\p{L}$|^(?:\p{L}\.)+\p{L}$/u.test(written) || rules.sometimesFinal.has(word);
}

/** An initial ("J"), a dotted short form ("U.S") or a listed abbreviation; capitals without dots ("EST") are none. */
function mayAbbreviate(written: string, word: string, beforeNumber: boolean, rules: SentenceRules): boolean {
  if (/^\p{L}$|^(?:\p{L}\.)+\p{L}$/u.test(written)) return true;
  if (rules.beforeNumber.has(word) && !beforeNumber) return false;
  return rules.sometimesFinal.has(word) && !/^\p{Lu}{3,}$/u.test(written);
}

/** True when what follows opens with an initial or a word, and not with one that mostly opens a sentence. */
function continuesName(tail: string, rules: SentenceRules): boolean {
  if (/^\p{Lu}\.|^\(\d/u.test(tail)) return true;
  const opener = /^[‘'([]*([\p{L}\p{M}]+)/u.exec(tail)?.[1];
  return opener !== undefined && !rules.starters.has(opener.toLowerCase());
}

const TIME_GOES_ON =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\(\d|[A-Z]{2,4}T\b|ET\b|PT\b|CT\b|GMT|UTC|Eastern|Pacific|Central|Mountain|Local|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
