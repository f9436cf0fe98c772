import type { DocumentSentence, TaggedToken, TextDocument } from './text-document.ts';

/** Verbs with which a page asks its reader to do something. */
const ASKS =
  /^(?:read|see|sign|click|tap|watch|listen|find|tell|send|write|check|follow|join|get|learn|explore|discover|subscribe|download|contact|visit|browse|try|scroll|swipe|meet|stay|keep|take|remember|imagine|consider|catch|enter|register)$/;
const READER = /^(?:you|your|yours|yourself|you['’](?:re|ll|ve|d))$/;

/** Cheap test for what is looked at closely. */
const MAY_ADDRESS = /\byou/i;

/** True when the outlet speaks to its reader: an imperative opens the sentence, or "you" stands outside quotation marks. */
export function addressesReader(
  document: TextDocument,
  sentence: DocumentSentence,
  isQuoted: (token: TaggedToken) => boolean,
): boolean {
  const opening = document.text.slice(sentence.start, sentence.start + 16).toLowerCase();
  if (
    !MAY_ADDRESS.test(document.text.slice(sentence.start, sentence.end)) &&
    !ASKS.test(/\p{L}+/u.exec(opening)?.[0] ?? '')
  )
    return false;
  const own = document.tokens
    .slice(sentence.tokenStart, sentence.tokenEnd)
    .filter((token) => !isQuoted(token));
  const words = own.filter((token) => /\p{L}/u.test(token.text));
  if (words.some((token) => READER.test(token.lower))) return true;
  const [first, second] = words;
  if (first === undefined || !ASKS.test(first.lower) || first.start > sentence.start + 2) return false;
  return second !== undefined && !/^(?:NOUN|VERB|AUX)$/.test(second.tag);
}
