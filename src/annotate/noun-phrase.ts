import type { Mention } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { isAdverbial, isTimeWord } from './speaker-candidates.ts';
import type { TaggedToken } from './text-document.ts';

interface Phrase extends Span {
  readonly tokens: readonly TaggedToken[];
  readonly adverbial: boolean;
}

/**
 * The first or last noun phrase that can be a speaker: no time ("last week"), no place or time of what is said ("in
 * the capital"), no name that cannot speak. Null when there is none.
 */
export function nounPhrase(
  tokens: readonly TaggedToken[],
  last: boolean,
  silent: readonly Mention[],
): Span | null {
  const speakers = phrasesIn(tokens).filter(
    (phrase) =>
      !phrase.adverbial &&
      phrase.tokens.some((token) => token.tag === 'NOUN' || token.tag === 'PROPN') &&
      !phrase.tokens.slice(-1).some(isTimeWord) &&
      !silent.some((name) => name.start < phrase.end && phrase.end <= name.end),
  );
  const chosen = last ? speakers.at(-1) : speakers[0];
  return chosen === undefined ? null : { start: chosen.start, end: chosen.end };
}

function phrasesIn(tokens: readonly TaggedToken[]): Phrase[] {
  const found: Phrase[] = [];
  let from = -1;
  let to = -1;
  const close = () => {
    const [first, end] = [tokens[from], tokens[to]];
    if (first !== undefined && end !== undefined)
      found.push({
        start: first.start,
        end: end.end,
        tokens: tokens.slice(from, to + 1),
        adverbial: isAdverbial(tokens, from),
      });
    from = -1;
  };
  for (const [index, token] of tokens.entries()) {
    if (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.tag) && !isCalendarBreak(tokens, index, from)) {
      if (from === -1) from = index;
      to = index;
    } else if (from !== -1 && token.tag !== 'PART' && token.text !== '-') close();
  }
  if (from !== -1) close();
  return found;
}

/** "The ministry Tuesday said": a day behind a phrase is no part of it. */
function isCalendarBreak(tokens: readonly TaggedToken[], index: number, from: number): boolean {
  const token = tokens[index];
  if (token === undefined || from === -1 || !/^\p{Lu}/u.test(token.text)) return false;
  return isTimeWord(token) && !/^(?:last|next|this|early|late)$/.test(tokens[index - 1]?.lower ?? '');
}
