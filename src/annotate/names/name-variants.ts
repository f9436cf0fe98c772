import type { NameForm } from './name-forms.ts';
import { FIRST_NAMES, ORGANISATION_CUES } from './name-lexicon.ts';
import { isSameGivenName, spellingKey } from './person-variants.ts';
import { NATIONALITIES, PLACES } from './place-lexicon.ts';
import type { CommonWords } from './word-use.ts';

const COMPANY =
  /^(?:inc|corp|corporation|ltd|plc|co|company|group|holdings?|llc|ag|sa|nv|gmbh|brothers|motors|airlines?|airways|pharma|pharmaceuticals|energy|foods|technologies|systems|industries|bank|partners|capital|entertainment|media|stores|international)$/;
const SMALL_WORDS = /^(?:of|the|for|and|on|in|de|la|to)$/;

/**
 * How surely a short form stands for a fuller one of the same article: 0 not at all, up to 3. "Holm" for "Ada Holm", "Zelenskyy" for
 * "Volodymyr Zelensky", "WHO" for "World Health Organization", "Halden" for "Halden Pharma Inc".
 */
export function standsFor(short: NameForm, full: NameForm, isCommon: CommonWords): number {
  if (short.words.length >= full.words.length || full.isDemonym) return 0;
  if (
    short.acronym &&
    short.words.length === 1 &&
    isAcronymOf(short.key, full) &&
    !isStateBeside(short, full)
  )
    return 3;
  // The words of a form are its key cut at the blanks.
  const isHead = full.key.startsWith(short.key) && full.key[short.key.length] === ' ';
  if (isHead && full.key.endsWith(' city') && full.words.length === short.words.length + 1) return 3;
  return standsForTyped(short, full, isHead, isCommon);
}

/** "Pat Toomey (PA)": two letters are a state's sooner than the initials of a person. */
function isStateBeside(short: NameForm, full: NameForm): boolean {
  return full.type !== 'organisation' && full.type !== 'place' && short.key.length === 2;
}

function standsForTyped(short: NameForm, full: NameForm, isHead: boolean, isCommon: CommonWords): number {
  const { type } = full;
  if (type === 'person') return PLACES.has(short.key) ? 0 : shortPerson(short, full);
  if (PLACES.has(short.key) || NATIONALITIES.has(short.key)) return 0;
  const rest = isHead ? full.words.slice(short.words.length) : [];
  if (isHead && rest.every((word) => COMPANY.test(word))) return isNameOfBody(short, rest, isCommon) ? 3 : 0;
  if (type === 'organisation' && short.words.length === 1) return isHeadNoun(short.key, full) ? 1.5 : 0;
  return 0;
}

/** "Halden" for a "Halden Pharma", not "National" for a "National Bank". */
function isNameOfBody(short: NameForm, rest: readonly string[], isCommon: CommonWords): boolean {
  if (short.type === 'person' && short.words.length > 1) return false;
  return (
    rest.some((word) => /^(?:inc|corp|corporation|ltd|plc|llc|group|holdings)$/.test(word)) ||
    !isCommon(short.key)
  );
}

/** "the Institute" for the "Fairbank Institute". */
function isHeadNoun(word: string, full: NameForm): boolean {
  if (!ORGANISATION_CUES.has(word)) return false;
  const of = full.words.indexOf('of');
  // "The House" is a chamber, not the White House.
  if (word === 'house' && of === -1) return false;
  return full.words.at(of === -1 ? -1 : of - 1) === word;
}

/** True when the words of a key are the last ones of a longer key. */
function isTail(short: string, full: string): boolean {
  return full.endsWith(short) && full[full.length - short.length - 1] === ' ';
}

function shortPerson(short: NameForm, full: NameForm): number {
  if (full.words.includes('of')) return 0;
  const { words } = full;
  const ownWords = short.words.length;
  if (isTail(short.key, full.key)) return 3;
  if (ownWords === 1) {
    const last = words.at(-1) ?? '';
    if (short.key.length > 4 && last.length > 4 && spellingKey(last) === spellingKey(short.key)) return 2.8;
    if (words[0] === short.key) return FIRST_NAMES.has(short.key) ? 1.5 : 1.4;
    return short.key.length > 3 && words.slice(1, -1).includes(short.key) ? 2 : 0;
  }
  return 0;
}

/** True when the letters of a key are the first letters of a name's words, small words counted or not. */
export function isAcronymOf(key: string, full: NameForm): boolean {
  if (key.length < 2 || key.length > full.words.length) return false;
  const letters = full.words.map((word) => word[0] ?? '');
  const major = full.words.filter((word) => !SMALL_WORDS.test(word)).map((word) => word[0] ?? '');
  return major.join('') === key || letters.join('') === key;
}

/** True for two full forms that name the same: "Bill Pell" and "William Pell", "Merin University" and "University of Merin". */
export function isSameName(a: NameForm, b: NameForm): boolean {
  if (a.words.length < 2 || b.words.length < 2 || a.isDemonym || b.isDemonym) return false;
  if (a.type === 'person' || b.type === 'person') return isPersonal(a) && isPersonal(b) && isSamePerson(a, b);
  if (a.words.length === b.words.length) return false;
  const isBody = a.type === 'organisation' || b.type === 'organisation';
  return isBody && hasSmallWord(a) !== hasSmallWord(b) && sortedWords(a) === sortedWords(b);
}

function hasSmallWord(form: NameForm): boolean {
  return form.words.some((word) => SMALL_WORDS.test(word));
}

function isSamePerson(a: NameForm, b: NameForm): boolean {
  const lastA = a.words.at(-1) ?? '';
  const lastB = b.words.at(-1) ?? '';
  if (lastA !== lastB && (lastA.length < 5 || spellingKey(lastA) !== spellingKey(lastB))) return false;
  if (!isSameGivenName(a.words[0] ?? '', b.words[0] ?? '')) return initialOf(a, b) || initialOf(b, a);
  // Between first and last one may leave out what the other has, but not have another.
  const [fewer, more] = a.words.length <= b.words.length ? [a, b] : [b, a];
  return fewer.words
    .slice(1, -1)
    .every((word) => more.words.some((other) => other.startsWith(word[0] ?? '')));
}

/** A person, or not known to be anything else. */
function isPersonal(form: NameForm): boolean {
  return form.type !== 'organisation' && form.type !== 'place';
}

/** "J. Lund" and "Jan Lund". */
function initialOf(short: NameForm, full: NameForm): boolean {
  const first = short.words[0] ?? '';
  return first.length === 1 && full.words[0]?.startsWith(first) === true;
}

function sortedWords(form: NameForm): string {
  return form.words
    .filter((word) => !SMALL_WORDS.test(word))
    .sort()
    .join(' ');
}
