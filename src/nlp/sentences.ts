import type { Span } from '../core/span.ts';
import { BEFORE_NUMBER, NEVER_FINAL, SOMETIMES_FINAL, STARTERS } from './abbreviations.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const locale = /^[a-z]{2}$/.test(language) ? language : 'en';
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/**
 * Sentences of a text as trimmed, ordered, non-overlapping spans (UTF-16 offsets). A line break ends a block, and no
 * sentence crosses one; a block without any letter or digit yields none. The cuts are those of Unicode Annex 29
 * (Intl.Segmenter), joined again where a full stop belongs to an abbreviation, an initial or a quotation inside a
 * sentence, and cut where a lost blank glued two sentences together.
 */
export function splitSentences(text: string, language: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    if (end > start) splitBlock(text.slice(start, end), start, language, sentences);
    start = end + 1;
  }
  return sentences;
}

function splitBlock(block: string, offset: number, language: string, into: Span[]): void {
  let start = 0;
  for (const end of cuts(block, language)) {
    const span = trimmed(block, start, end);
    if (span !== null) into.push({ start: span.start + offset, end: span.end + offset });
    start = end;
  }
}

/** End offsets of the sentences of one block. */
function cuts(block: string, language: string): number[] {
  const ends: number[] = [];
  let start = 0;
  for (const segment of segmenterFor(language).segment(block)) {
    const at = segment.index;
    if (at > 0 && !continues(block.slice(start, at), block.slice(at))) {
      pushWithGlued(block, start, at, ends);
      start = at;
    }
  }
  pushWithGlued(block, start, block.length, ends);
  return ends;
}

/**
 * Ends the segmenter passes over: a blank lost with the markup ("…the end.The next"), a brand name that opens a sentence
 * in lower case ("… fell. iPad sales …"), an ellipsis of one character before a capital.
 */
const GLUED =
  /\p{Ll}{3}[.!?]["”’]?(?=\p{Lu}\p{Ll})(?!Com\b|Org\b|Net\b)|\p{Ll}[.!?]["”’]?\s+(?=\p{Ll}\p{Lu}\p{Ll})|\p{L}…["”’]?\s+(?=\p{Lu}(?!\s|['’]))/gu;

function pushWithGlued(block: string, start: number, end: number, ends: number[]): void {
  for (const match of block.slice(start, end).matchAll(GLUED))
    ends.push(start + match.index + match[0].length);
  ends.push(end);
}

function trimmed(block: string, start: number, end: number): Span | null {
  const part = block.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(part)) return null;
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + part.trimEnd().length };
}

const SPEECH_AFTER_QUOTE =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}?(?:said|says|asked|asks|added|told|wrote|replied|shouted|tweeted|demanded|recalled)\b/u;

/** Characters looked at on each side of a cut: no rule needs more, and long blocks stay linear. */
const WINDOW = 160;

/** True when `next` is the same sentence as `before`. */
function continues(before: string, next: string): boolean {
  const head = before.slice(-WINDOW).trimEnd();
  const tail = next.slice(0, WINDOW).trimStart();
  if (!/[\p{L}\p{N}]/u.test(head) || opensInside(head, tail)) return true;
  if (/[!?]["”’»]$/u.test(head)) return SPEECH_AFTER_QUOTE.test(tail);
  if (/^(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)])$/.test(head)) return true;
  if (/\b(?:Yahoo|Jeopardy|Yum)!$/.test(head)) return true;
  return head.endsWith('.') && !/\.{2,}$/.test(head) && abbreviated(head, tail);
}

/** True when `tail` begins as no sentence does: in lower case, with a closing mark, a dash or a comma. */
function opensInside(head: string, tail: string): boolean {
  if (/^[”»’"')\]]+(?=\s|$)/u.test(tail)) return !/[”"]$/u.test(head);
  if (/^[–—-]/u.test(tail)) return !/[!?]$/.test(head);
  if (/^[([]\p{Ll}/u.test(tail)) return !/[.!?]["”]?$/.test(head);
  return /^\p{Ll}(?!\p{Lu})|^[,;:]/u.test(tail);
}

const LAST_WORD = /(?:^|[\s("“‘'«/—–-])((?:\p{L}+\.)*\p{L}+)\.$/u;

/** True when the full stop that ends `head` belongs to an abbreviation or initial that `tail` continues. */
function abbreviated(head: string, tail: string): boolean {
  const written = LAST_WORD.exec(head)?.[1];
  if (written === undefined) return false;
  const word = written.toLowerCase();
  const startsWithNumber = /^\p{N}/u.test(tail);
  if (startsWithNumber && BEFORE_NUMBER.has(word)) return true;
  if (/^\p{Ll}{2,}$/u.test(written)) return /^(?:vs|viz|cf|approx)$/.test(word);
  if (NEVER_FINAL.has(word)) return true;
  if (word === 'a.m' || word === 'p.m') return continuesTime(tail);
  if (!mayAbbreviate(written, word) || (BEFORE_NUMBER.has(word) && !startsWithNumber)) return false;
  if (/\b(?:and|than|as|am|do)\s+I\.$/.test(head) || /^["“«]/u.test(tail)) return false;
  const opener = /^[‘'([]*([\p{L}\p{M}]+)/u.exec(tail)?.[1];
  return opener === undefined ? startsWithNumber : !STARTERS.has(opener.toLowerCase());
}

/** An initial ("J"), a dotted short form ("U.S") or a listed abbreviation; capitals without dots ("EST") are none. */
function mayAbbreviate(written: string, word: string): boolean {
  if (/^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(written)) return true;
  return SOMETIMES_FINAL.has(word) && !/^\p{Lu}{3,}$/u.test(written);
}

function continuesTime(tail: string): boolean {
  return /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}T\b|ET\b|PT\b|CT\b|GMT|UTC|Eastern|Pacific|Central|Local|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(
    tail,
  );
}
