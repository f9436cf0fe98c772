import { wordCount } from './sentence-quality.ts';

/**
 * "… infrastructure push In his first address, the mayor …": a word that opens sentences, in the middle of one and with no mark
 * before it. "A" and "I" are left out: they follow as letters ("Hepatitis A").
 */
const OPENS_INSIDE =
  /(?<=[\p{L}\p{N}])\s+(?=(?:The|An|In|On|At|But|He|She|It|They|When|After|While|As|For|This|There|If|We|His|Her|Its)\s\p{Ll})/u;
/** What each match of it has: found without looking at every letter, and in few sentences. */
const MAY_OPEN_INSIDE =
  /\s(?:The|An|In|On|At|But|He|She|It|They|When|After|While|As|For|This|There|If|We|His|Her|Its)\s/;
/** "… heckled him.At one point": a sentence that begins without a blank. */
const NO_BLANK = /[.!?](?<=\p{Ll}{3}.)["”]?\p{Lu}\p{Ll}/u;
/** What each match of the next has. */
const MAY_BE_TWO = /\p{Ll}\p{Lu}/u;
/** "ElectionVarga": two words run into one. */
const TWO_IN_ONE = /(?<![\p{L}@#/])(\p{L}*\p{Ll}{3})(\p{Lu}\p{Ll}{2,})(?!\p{L})/gu;

/** A heading has at most so many words; what goes on longer is two sentences, of which neither can be told. */
const MAX_HEADING_WORDS = 16;
const MIN_SENTENCE_WORDS = 8;

function outsideQuotes(text: string): string {
  if (!/["“]/.test(text)) return text;
  return text.replace(/["“][^"”]*["”]?/g, (quoted) => '”'.repeat(quoted.length));
}

function openingInside(text: string): RegExpExecArray | null {
  return MAY_OPEN_INSIDE.test(text) ? OPENS_INSIDE.exec(outsideQuotes(text)) : null;
}

/**
 * How much of a sentence's start is a heading that whoever read the page ran into it; 0 where there is none. `text` is the
 * sentence as stored.
 */
export function headingRunIn(text: string): number {
  const found = openingInside(text);
  if (found === null) return 0;
  const heading = text.slice(0, found.index);
  const end = found.index + found[0].length;
  const isHeading =
    wordCount(heading) <= MAX_HEADING_WORDS && wordCount(text.slice(end)) >= MIN_SENTENCE_WORDS;
  return isHeading ? end : 0;
}

function isWord(word: string, article: string): boolean {
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(article);
}

/**
 * True for sentences that a page's text ran into each other: with a mark or a blank missing between them, or with two of the
 * article's words in one. What `headingRunIn` can tell from its sentence is none.
 */
export function isRunTogether(text: string, article: string): boolean {
  if (NO_BLANK.test(text)) return true;
  const own = text.slice(headingRunIn(text));
  if (openingInside(own) !== null) return true;
  if (!MAY_BE_TWO.test(own)) return false;
  return [...own.matchAll(TWO_IN_ONE)].some(
    ([, first, second]) => isWord(first ?? '', article) && isWord(second ?? '', article),
  );
}
