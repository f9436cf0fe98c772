import type { Figure, Mention, Quote } from '../core/annotation.ts';
import { type Span, spansOverlap } from '../core/span.ts';
import { nounPhrase } from './noun-phrase.ts';
import { isReportingVerb } from './reporting-verbs.ts';
import { type TaggedToken, type TextDocument, wordSet } from './text-document.ts';

type Speaker = Pick<Figure, 'speaker' | 'speakerEntity'>;
const NO_SPEAKER: Speaker = { speaker: null, speakerEntity: -1 };

/** Verbs by which a body gives a number, besides those of saying: "officials had counted 17 deaths". */
const GIVES =
  wordSet(`counted recorded registered estimates estimate reckons believes believe puts put listed calculates
calculated forecasts forecast predicts`);
const FINITE_ONLY = /^(?:saying|telling|claims|claim|reports|report|warns|said|put|spoke)$/;
/** Verbs that give a number only before a clause: "wrote that …", not "wrote the opinion for …". */
const NO_OBJECT =
  /^(?:wrote|writes|spoke|asked|asks|tweeted|argued|argues|read|reads|answered|ordered|added|adds|continued)$/;
/** Where the words of one source end within a sentence. */
const SEGMENT_END = /^(?:;|while|whereas|although)$/;

interface Clause {
  readonly tokens: readonly TaggedToken[];
  /** Index in `tokens` of the first token behind the figure. */
  readonly at: number;
}

/**
 * Whom a figure comes from: the speaker of the quotation around it; else the source that its part of the sentence
 * names ("according to the ministry", "police put the figure at", "…, the mayor said"); else the speaker of the
 * innermost report around it.
 */
export function figureSpeaker(
  document: TextDocument,
  figure: Span,
  sentence: number,
  quotes: readonly Quote[],
  names: readonly Mention[],
): Speaker {
  const around = innermost(figure, quotes);
  if (around !== null && around.kind !== 'indirect') return toSpeaker(around);
  const own = quotes.filter((quote) => quote.sentence === sentence && quote.cue !== null);
  const named = clauseSource(clauseOf(document, figure, sentence), figure, own);
  if (named !== null && 'content' in named)
    return isSource(document, named.speaker) ? toSpeaker(named) : NO_SPEAKER;
  if (named !== null && isSource(document, named))
    return { speaker: named, speakerEntity: entityIn(named, names) };
  if (around?.speaker && isSource(document, around.speaker)) return toSpeaker(around);
  return NO_SPEAKER;
}

/** "43 percent said it should be legal": those counted are no source of the count, nor is the reader ("you would think"). */
function isSource(document: TextDocument, speaker: Span): boolean {
  return !/\d|\bpercent\b|^you$/i.test(document.text.slice(speaker.start, speaker.end));
}

function toSpeaker({ speaker, speakerEntity }: Quote): Speaker {
  return { speaker, speakerEntity };
}

function innermost(figure: Span, quotes: readonly Quote[]): Quote | null {
  let best: Quote | null = null;
  for (const quote of quotes) {
    const { start, end } = quote.content;
    if (start > figure.start) break;
    if (end < figure.end || quote.speaker === null) continue;
    if (best === null || end - start <= best.content.end - best.content.start) best = quote;
  }
  return best;
}

function entityIn(span: Span, names: readonly Mention[]): number {
  return names.find((name) => spansOverlap(name, span))?.entity ?? -1;
}

/** The stretch of the figure's sentence up to a semicolon or "while" on either side. */
function clauseOf(document: TextDocument, figure: Span, sentence: number): Clause {
  const range = document.sentences[sentence];
  if (range === undefined) return { tokens: [], at: 0 };
  const all = document.tokens.slice(range.tokenStart, range.tokenEnd);
  const middle = all.findIndex((token) => token.end > figure.start);
  const from = all.findLastIndex((token, index) => index < middle && SEGMENT_END.test(token.lower)) + 1;
  const end = all.findIndex((token, index) => index > middle && SEGMENT_END.test(token.lower));
  const tokens = all.slice(from, end === -1 ? all.length : end);
  return { tokens, at: tokens.findIndex((token) => token.start >= figure.end) };
}

function clauseSource(
  { tokens, at }: Clause,
  figure: Span,
  quotes: readonly Quote[],
): Span | SpokenQuote | null {
  const accordingTo = tokens.findIndex(
    (token, index) => token.lower === 'according' && tokens[index + 1]?.lower === 'to',
  );
  if (accordingTo !== -1) return phraseFrom(tokens, accordingTo + 2);
  const behind = at === -1 ? tokens.length : at;
  for (let index = behind - 1; index > 0; index -= 1)
    if (isGiving(tokens[index], tokens[index + 1]) && !isParticiple(tokens, index)) {
      const source = quoteAround(quotes, tokens[index], figure) ?? subjectBefore(tokens, index);
      if (source !== null) return source;
    }
  for (let index = behind; index < tokens.length; index += 1)
    if (isReporting(tokens[index]) && isClosing(tokens[index + 1])) return trailing(tokens, index, behind);
  return null;
}

type SpokenQuote = Quote & { readonly speaker: Span };

/** What the word at `cue` reports, when the figure is in it. */
function quoteAround(
  quotes: readonly Quote[],
  cue: TaggedToken | undefined,
  figure: Span,
): SpokenQuote | null {
  const told = quotes.filter((quote) => quote.cue?.start === cue?.start);
  return told.find((quote): quote is SpokenQuote => isAround(quote, figure)) ?? null;
}

function isAround(quote: Quote, figure: Span): quote is SpokenQuote {
  return quote.speaker !== null && quote.content.start <= figure.start && figure.end <= quote.content.end;
}

function isReporting(token: TaggedToken | undefined): boolean {
  return token !== undefined && token.tag !== 'PROPN' && token.tag !== 'NOUN' && isReportingVerb(token.lower);
}

function isGiving(token: TaggedToken | undefined, next: TaggedToken | undefined): boolean {
  if (token === undefined) return false;
  if (NO_OBJECT.test(token.lower)) return next !== undefined && /^(?:that|of|,|:|“|")$/.test(next.lower);
  if (GIVES.has(token.lower)) return token.tag !== 'NOUN';
  return isReporting(token) && (FINITE_ONLY.test(token.lower) || token.tag === 'VERB');
}

function isClosing(token: TaggedToken | undefined): boolean {
  return (
    token === undefined ||
    /^(?:[,.;:–—”"]|and|but|on|in|at|late|early|earlier)$/.test(token.lower) ||
    token.tag === 'PROPN'
  );
}

/** "Estimated to be 2 million", "was reported", "urged by": said of the thing, not by it; "believe in" tells no number. */
function isParticiple(tokens: readonly TaggedToken[], index: number): boolean {
  const next = tokens[index + 1]?.lower ?? '';
  if (next === 'by') return true;
  if (/^(?:to|in)$/.test(next) && !/^(?:said|told|pledged|promised|vowed)$/.test(tokens[index]?.lower ?? ''))
    return true;
  if (GIVES.has(tokens[index]?.lower ?? '') && /^[,.;)]?$/.test(next)) return true;
  return /^(?:is|are|was|were|be|been|being|an|the)$/.test(tokens[index - 1]?.lower ?? '');
}

/** ", the mayor said.": the words between the comma and the verb. */
function trailing(tokens: readonly TaggedToken[], verb: number, from: number): Span | null {
  const comma = tokens.findLastIndex((token, index) => index < verb && index >= from && token.text === ',');
  return comma === -1 ? null : nounPhrase(tokens.slice(comma + 1, verb), true, []);
}

/** "The ministry, which counts them, says": the nearest noun phrase before the verb, a relative clause skipped. */
function subjectBefore(tokens: readonly TaggedToken[], verb: number): Span | null {
  let end = verb;
  while (
    /^(?:has|have|had|also|later|now|then|earlier|still|only|once|already|who|which|that)$/.test(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end -= 1;
  if (tokens[end - 1]?.text === ',') {
    const opening = tokens.findLastIndex((token, index) => index < end - 1 && token.text === ',');
    if (opening <= 0 || !/^(?:who|which|whose|a|an|the)$/.test(tokens[opening + 1]?.lower ?? '')) return null;
    end = opening;
  }
  if (tokens[end - 1]?.tag === 'PRON') return null;
  const comma = tokens.findLastIndex(
    (token, index) =>
      index < end &&
      (/^(?:,|:|but|that|because|as|after|when|since|if|before|where|“|")$/.test(token.lower) ||
        // "Customs and Border Protection recorded" is one name.
        (token.lower === 'and' && tokens[index + 1]?.tag !== 'PROPN')),
  );
  return nounPhrase(tokens.slice(comma + 1, end), true, []);
}

function phraseFrom(tokens: readonly TaggedToken[], from: number): Span | null {
  const end = tokens.findIndex((token, index) => index >= from && /^[,.;:)]$/.test(token.text));
  return nounPhrase(tokens.slice(from, end === -1 ? tokens.length : end), false, []);
}
