import type { FigureCandidate } from './figure-candidates.ts';

/** Behind "over" and the like without a noun, a number up to 120 is an age: "people over 65", "half of them under 25". */
const AGE_LIMIT = /^(?:over|under|above|below)\s/i;
const AGED =
  /\b(?:people|persons?|adults?|children|men|women|those|anyone|everyone|voters?|them|whom|residents?|patients?|kids|drivers?|doctors|seniors?|youths?|girls?|boys|players?|workers|students|citizens|aged?|ages|born|anybody|were|are|is|was|be|turning|turned|turns)\s$/i;
const BECOMES =
  /\b(?:aged?|ages|turn(?:s|ed|ing)?|he is|she is|will be|was|is|at(?: the)? age(?: of)?|died at|dead at)\s$/i;

/** Before "at 22": a total, and no age or time of day. */
const STANDS_AT =
  /\b(?:number|toll|total|count|figure|tally|put|stood|stands?|rate|remain\p{L}*|estimated|capped|set)\b[^.;]*$/u;

const CLOSES = /^(?:\s*[,;).:]|\sand\b|$)/;
const LIMIT_CLOSES =
  /^(?:\s*[,;:).]|\s(?:and|or|who|when|while|were|was|is|are|has|have|had|said|at|in|on|to|ride|may|must|can|will)\b|$)/;
const AGE_BEFORE =
  /\b(?:aged?|ages)\s$|\p{L}, now\s$|\bages? (?:of |between )?\d{1,2}(?:,| and| or| to)\s$|\baged? \d{1,2}(?:,| and| or| to)(?: \d{1,2},)*\s$/iu;
const AT_AFTER = /^(?:\s*[,;:).]|\s(?:and|on|but|when)\b|$)/;
const BECOMES_AFTER = /^(?:\s*[,;:).]|\s(?:in|when|on|this|next|and)\b|$)/;
/** Those whose age stands between commas behind them: a name, or a word of kin. */
const SOMEONE_BEFORE =
  /(?:[\p{Lu}]\p{Ll}+|\bsons?|\bdaughters?|\bchildren|\bbrothers?|\bsisters?|\bmother|\bfather|\bwife|\bhusband|\bwoman|\bman|\bgirl|\bboy|\bJr\.?),\s(?:\d{1,2}(?:,| and) )?$/u;

/** Characters before a number that may make an age of it. */
const BEFORE = 60;

/** "Anna Holm, 34, …", "people over 65", "sons, 8 and 11", "aged 19", "he started at 18": a number that is an age. */
export function isAge(sentence: string, found: FigureCandidate): boolean {
  if (found.value >= 120 || !(found.plain || found.word)) return false;
  const before = sentence.slice(Math.max(0, found.numberStart - BEFORE), found.numberStart);
  const after = sentence.slice(found.numberEnd);
  const limit = AGE_LIMIT.test(sentence.slice(found.start, found.numberStart));
  if (
    limit &&
    LIMIT_CLOSES.test(after) &&
    AGED.test(sentence.slice(Math.max(0, found.start - BEFORE), found.start))
  )
    return true;
  if (!found.plain) return false;
  if (/^(?:-| )age\b/.test(after) || AGE_BEFORE.test(before)) return true;
  if (!STANDS_AT.test(before) && isReached(before, after)) return true;
  if (!CLOSES.test(after)) return false;
  const between = /\p{L}{3},\s$/u.test(before) && after.startsWith(',') && found.value >= 12;
  return between || SOMEONE_BEFORE.test(before);
}

/** "He started at 18", "she turned 40 in June". */
function isReached(before: string, after: string): boolean {
  return (
    (/\bat $/.test(before) && AT_AFTER.test(after)) || (BECOMES.test(before) && BECOMES_AFTER.test(after))
  );
}
