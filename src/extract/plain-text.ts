/** Windows-1252 meaning of the C1 control codes, which pages use although their encoding does not have them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const WHITESPACE = /[\s\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Soft hyphen, zero-width space, word joiner, byte order mark, bidi isolates: layout, no text. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const CONTROL = /\p{Cc}/gu;
const C1 = /[\u0080-\u009f]/g;

/** A run of characters as text: white space of every kind is one space, invisible and control characters are gone. */
export function plainText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(C1, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? '')
    .replace(INVISIBLE, '')
    .replace(WHITESPACE, ' ')
    .replace(CONTROL, '')
    .normalize('NFC');
}

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Number of words; in scripts written without spaces two characters count as one word. */
export function countWords(text: string): number {
  let words = 0;
  for (const [word] of text.matchAll(WORDS)) words += UNSPACED.test(word) ? 0.5 : 1;
  return Math.floor(words);
}

/** Letters and digits only, lower case: equal for two lines that differ in punctuation, spaces or case. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
