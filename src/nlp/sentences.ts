import type { Span } from '../core/span.ts';
import { isAbbreviated } from './sentence-abbreviation.ts';
import { type SentenceRules, sentenceRules } from './sentence-rules.ts';

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
 * sentence, and cut where a lost blank glued two sentences together. A dateline belongs to the sentence it opens, the
 * number of a list to its item; in quotation marks every sentence is one.
 */
export function splitSentences(text: string, language: string): Span[] {
  const sentences: Span[] = [];
  const rules = sentenceRules(language);
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    if (end > start) splitBlock(text.slice(start, end), start, { language, rules }, sentences);
    start = end + 1;
  }
  return sentences;
}

interface Tongue {
  readonly language: string;
  readonly rules: SentenceRules;
}

function splitBlock(block: string, offset: number, tongue: Tongue, into: Span[]): void {
  let start = 0;
  for (const end of cuts(block, tongue)) {
    const span = trimmed(block, start, end);
    if (span !== null) into.push({ start: span.start + offset, end: span.end + offset });
    start = end;
  }
}

/** Opening marks that the segmenter leaves at the end of the sentence before, as it cannot tell them from closing ones. */
const OPENED_LATE = /(?<=[.!?…。！？][”’」』»）)]?)[“‘「『（《]$/u;

/** End offsets of the sentences of one block. */
function cuts(block: string, tongue: Tongue): number[] {
  const ends: number[] = [];
  let start = 0;
  for (const segment of segmenterFor(tongue.language).segment(block)) {
    let at = segment.index;
    if (OPENED_LATE.test(block.slice(Math.max(0, at - 3), at))) at -= 1;
    if (at > start && !continues(block.slice(start, at), block.slice(at), tongue)) {
      pushWithGlued(block, start, at, tongue, ends);
      start = at;
    }
  }
  pushWithGlued(block, start, block.length, tongue, ends);
  return ends;
}

/**
 * Ends the segmenter passes over: a blank lost with the markup ("…the end.The next"), a word in lower case that opens a
 * sentence (a brand "iPad", a particle "d'Ode", what follows a number "12 of them"), an ellipsis of one character before
 * a capital, French quotation marks set off by a blank, a note in brackets.
 */
const GLUED =
  /\p{Ll}{3}[.!?]["”’]?(?=\p{Lu}\p{Ll})(?!Com\b|Org\b|Net\b)|\p{L}[.!?]["”’]?\s+(?=\p{Ll}{1,3}\p{Lu}{1,2}(?:\p{Ll}|\b)|\p{Ll}['’]\p{Lu}\p{Ll})|(?:\p{L}…["”’»]?|\s…["”’»])\s+(?=\p{Lu}(?!\s|['’])|\p{Script=Arabic})|[.!?…]\s»\s+(?=["“«]?\p{Lu})|(?:(?<=\p{L}{2}|%|\d)\.|[!?])["”’»)]*\s+(?=[$£€¥(]?\d+(?:[.,]\d+)*\s\p{Ll})|^\((?:[^()]*\s\p{Ll}{2,}\s[^()]*\s[^()]*|[^()]*=[^()]*)\)\s+(?=\p{Lu})/gu;

/** Cheap test for what is looked at closely: a mark with more of the text behind it, or a bracket at the head. */
const MAY_BE_GLUED = /[.!?…].*[\p{L}\p{N}\p{Script=Arabic}]|^\(/su;

/** Ends before a further item of a list that stands in one line. */
const NEXT_ITEM = /[.;!?]\s+(?=(?:[–—-]|\(?\p{Ll}\))\s\p{Lu})/gu;
const FIRST_ITEM = /^\s*(?:[–—-]|\(?\p{Ll}\))\s/u;

function pushWithGlued(block: string, start: number, end: number, { rules }: Tongue, ends: number[]): void {
  const part = block.slice(start, end);
  for (const match of innerEnds(part)) {
    const at = match.index + match[0].length;
    const head = part.slice(Math.max(0, at - WINDOW), at).trimEnd();
    const tail = part.slice(at, at + WINDOW);
    if (tail === '' || (head.endsWith('.') && isAbbreviated(head, tail, rules))) continue;
    ends.push(start + at);
  }
  ends.push(end);
}

function innerEnds(part: string): Iterable<RegExpExecArray> {
  if (FIRST_ITEM.test(part)) return part.matchAll(NEXT_ITEM);
  return MAY_BE_GLUED.test(part) ? part.matchAll(GLUED) : [];
}

function trimmed(block: string, start: number, end: number): Span | null {
  const part = block.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(part)) return null;
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + part.trimEnd().length };
}

const SPEECH =
  'said|says|asked|asks|added|told|wrote|writes|replied|shouted|tweeted|demanded|recalled|yelled|cried|exclaimed|responded|joked|wondered';
/** "“Really?” Deputy Minister Tor Lien, who was there, asked": name, perhaps an aside, and a verb of speech. */
const SPEECH_AFTER_QUOTE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.'’-]*\\s+(?:(?:of|the|for|de|van|von|al)\\s+){0,2}){1,7}?(?:${SPEECH})\\b|^(?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,4}\\p{Lu}[\\p{L}'’-]*, [^.!?"“”,]{3,80},? (?:${SPEECH})\\b`,
  'u',
);
/** The same without capitals to go by: a few characters and a verb of speech. */
const SAID_WITHOUT_CAPITALS =
  /^[^。！？，“「\s]{0,6}?(?:说|說|问|問|答|道|喊|表示|并|的|和|而|与|等|也)|^(?:و|ف)?(?:قال|سأل|أضاف|صرح|هتف|صاح)/u;

/** Characters looked at on each side of a cut: no rule needs more, and long blocks stay linear. */
const WINDOW = 160;

/** True when `next` is the same sentence as `before`. */
function continues(before: string, next: string, { rules }: Tongue): boolean {
  const head = before.slice(-WINDOW).trimEnd();
  const tail = next.slice(0, WINDOW).trimStart();
  if (!/[\p{L}\p{N}]/u.test(head) || opensInside(head, tail)) return true;
  if (before.length === before.trimEnd().length && isStockCode(head, tail)) return true;
  if (/[A-Za-z]\.$/.test(head) && /^\p{Script=Han}/u.test(tail)) return true;
  if (/[.!?。！？؟]["”’»」』]$/u.test(head) && SAID_WITHOUT_CAPITALS.test(tail)) return true;
  if (/[!?]\s?["”’»]$/u.test(head)) {
    const opener = /^\p{L}+/u.exec(tail)?.[0];
    return (
      (opener === undefined || !rules.starters.has(opener.toLowerCase())) && SPEECH_AFTER_QUOTE.test(tail)
    );
  }
  if (/(?:^|[:;]\s)(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)])$/.test(head)) return true;
  if (/\b(?:Yahoo|Jeopardy|Yum)!$|\[\p{Lu}\p{L}{0,4}\.\]$|\(\p{Ll}{2,4}\.\)$/u.test(head)) return true;
  return head.endsWith('.') && !/\.\s?\.$/.test(head) && isAbbreviated(head, tail, rules);
}

/** "(0345.HK)", "the index .FTX": the stop stands inside a code in capitals, without a blank behind it. */
function isStockCode(head: string, tail: string): boolean {
  return /(?:\d|\s)\.$/.test(head) && /^\p{Lu}{1,5}\d*(?![\p{L}\p{N}])/u.test(tail);
}

/** "“Who? What? Why?” is a bestseller": questions inside a title or a phrase that the sentence goes on about. */
const TITLE_GOES_ON =
  /^[^“”".]{1,80}[!?]["”] (?:is|was|are|were|has|had|will|sold|won|opens|became|and|or)\b/;

/** True when `tail` begins as no sentence does: in lower case, with a closing mark, a dash or a comma. */
function opensInside(head: string, tail: string): boolean {
  if (/["“][^“”"]*[!?]$/.test(head) && TITLE_GOES_ON.test(tail)) return true;
  if (/^[”»’"')\]]+(?=\s|$)/u.test(tail)) return !/[”"]$/u.test(head);
  if (/^[–—-]\s*\p{Ll}/u.test(tail)) return true;
  if (/^[–—-]/u.test(tail)) return !/[!?]$/.test(head);
  if (/^[([]\p{Ll}/u.test(tail)) return !/[.!?]["”]?$/.test(head);
  return /^\p{Ll}(?!\p{Lu}|['’]\p{Lu})|^[,;:/&]/u.test(tail);
}
