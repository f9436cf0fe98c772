import type { Mention, Quote } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import type { SpeakerMemory } from './antecedent.ts';
import { isAttitudeVerb, isReportingVerb } from './reporting-verbs.ts';
import { isInName, subjectIn, upToComma } from './speaker.ts';
import { invertedSubject } from './speaker-candidates.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

/** Shortest clause taken for something said, in words. */
const CLAUSE_WORDS = 3;

/** Speech in the outlet's words: "X said (that) …", "…, X said", "according to X, …". At most one per sentence. */
export function findIndirect(
  document: TextDocument,
  mentions: readonly Mention[],
  inside: ReadonlySet<TaggedToken>,
  quoted: readonly Span[],
): Quote[] {
  const memory: SpeakerMemory = { last: null, document, quoted };
  const found: Quote[] = [];
  for (const [sentence, range] of document.sentences.entries()) {
    const tokens = document.tokens.slice(range.tokenStart, range.tokenEnd);
    const at = tokens.findIndex((token, index) => isClauseCue(token, tokens, index) && !inside.has(token));
    const cue = tokens[at];
    if (cue === undefined) continue;
    const quote =
      cue.lower === 'according'
        ? fromAccording(mentions, tokens, at, memory)
        : fromVerb(mentions, tokens, at, memory);
    if (quote === null || !hasWords(document.text, quote.content)) continue;
    found.push({ kind: 'indirect', ...quote, cue: { start: cue.start, end: cue.end }, sentence });
    memory.last = { cue: null, speaker: quote.speaker, speakerEntity: quote.speakerEntity };
  }
  return found;
}

type Reported = Pick<Quote, 'content' | 'speaker' | 'speakerEntity'>;

function isClauseCue(token: TaggedToken, tokens: readonly TaggedToken[], index: number): boolean {
  const next = tokens[index + 1];
  if (token.lower === 'according') return next?.lower === 'to';
  if (isInName(token, tokens[index - 1])) return false;
  if (
    /^(?:asked|urged|ordered|read|reads|reading|continued|continues|say|reports|estimates|claims)$/.test(
      token.lower,
    ) &&
    next?.lower !== 'that'
  )
    return token.lower === 'say';
  if (isReportingVerb(token.lower)) return token.tag !== 'NOUN';
  if (!isAttitudeVerb(token.lower)) return false;
  return next?.lower === 'that';
}

function hasWords(text: string, span: Span): boolean {
  return (text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= CLAUSE_WORDS;
}

function fromVerb(
  mentions: readonly Mention[],
  tokens: readonly TaggedToken[],
  at: number,
  memory: SpeakerMemory,
): Reported | null {
  const comma = tokens.slice(0, at).findLastIndex((token) => token.text === ',');
  const rest = tokens.slice(at + 1);
  const clauseAfter = contentAfter(tokens, at);
  const inverted = invertedSubject(tokens, at);
  const behind = inverted === null ? null : subjectIn(mentions, inverted, false, memory);
  const subject = subjectIn(mentions, tokens.slice(0, at), true, memory);
  // "…, Smith said." The clause said stands first and nothing but a time or place follows the cue.
  const trailing =
    comma > 2 &&
    (behind !== null ||
      (rest.length <= 6 && !isClause(rest)) ||
      clauseAfter === null ||
      rest[0]?.text === ',' ||
      rest[0]?.text === '.');
  if (trailing && at - comma <= 12 && rest[0]?.lower !== 'that') {
    const start = tokens[0]?.start;
    const end = tokens[comma]?.start;
    const late =
      behind ??
      subjectIn(mentions, tokens.slice(comma + 1, at), true, memory) ??
      subjectIn(mentions, rest, false, memory);
    if (start === undefined || end === undefined) return null;
    return {
      content: { start, end },
      speaker: late?.speaker ?? null,
      speakerEntity: late?.speakerEntity ?? -1,
    };
  }
  if (clauseAfter === null) return null;
  return {
    content: clauseAfter,
    speaker: subject?.speaker ?? null,
    speakerEntity: subject?.speakerEntity ?? -1,
  };
}

/** "The road was open": a subject with its verb. */
function isClause(tokens: readonly TaggedToken[]): boolean {
  return (
    /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(tokens[0]?.tag ?? '') &&
    tokens.some((token) => token.tag === 'VERB' || token.tag === 'AUX')
  );
}

/** Stands between the cue and what is said: "said (reporters) (on Tuesday) …". */
const BETWEEN = /^(?:on|earlier|late|later|today|\p{L}+day|,|also|reporters|lawmakers|him|her|them|us)$/u;
/** No clause begins so without "that": "said in a statement", "said during a visit". */
const PREPOSITION = /^(?:in|during|at|after|before|of|about|on|by|from|with|as|of|for|via)$/;

/** From behind the cue, and "that" where there is one, to the end of the sentence. */
function contentAfter(tokens: readonly TaggedToken[], at: number): Span | null {
  const that = tokens.findIndex((token, index) => index > at && index <= at + 8 && token.lower === 'that');
  let first = that === -1 ? at + 1 : that + 1;
  const isBetween = (index: number) =>
    BETWEEN.test(tokens[index]?.lower ?? '') && tokens[index + 1]?.tag !== 'PART';
  while (that === -1 && isBetween(first)) first += 1;
  if (that === -1 && PREPOSITION.test(tokens[first]?.lower ?? '')) return null;
  if (
    /^(?:so|as|it|this|nothing|no|yes)$/.test(tokens[first]?.lower ?? '') &&
    /^[.,;]$/.test(tokens[first + 1]?.text ?? '')
  )
    return null;
  let last = tokens.length - 1;
  while (last > first && /^[.!?"”’]$/.test(tokens[last]?.text ?? '')) last -= 1;
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || last <= first ? null : { start, end };
}

function fromAccording(
  mentions: readonly Mention[],
  tokens: readonly TaggedToken[],
  at: number,
  memory: SpeakerMemory,
): Reported | null {
  const behind = tokens.slice(at + 2);
  const subject = subjectIn(mentions, upToComma(behind), false, memory);
  const comma = behind.findIndex((token) => token.text === ',');
  const [from, to] =
    at > 3
      ? [tokens[0], tokens[at - 1]]
      : [behind[comma + 1], tokens.findLast((token) => !/^[.!?]$/.test(token.text))];
  if (from === undefined || to === undefined || to.end <= from.start || (at <= 3 && comma === -1))
    return null;
  const end = to.text === ',' ? to.start : to.end;
  return {
    content: { start: from.start, end },
    speaker: subject?.speaker ?? null,
    speakerEntity: subject?.speakerEntity ?? -1,
  };
}
