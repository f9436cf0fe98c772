import type { Mention } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { type Attribution, antecedent, firstAtOrAfter, PRONOUN, type SpeakerMemory } from './antecedent.ts';
import { nounPhrase } from './noun-phrase.ts';
import { isAttitudeVerb, isReportingVerb } from './reporting-verbs.ts';
import { invertedSubject, maySpeak } from './speaker-candidates.ts';
import { sentenceAt, type TaggedToken, type TextDocument } from './text-document.ts';

/** Tokens a cue may be away from the quotation it introduces or follows. */
const REACH = 14;
/** Tokens looked at for those: a second quotation may stand between. */
const LOOK = 200;

/** Cue and speaker of a quotation, searched in its sentence outside all quotation marks: after it first, then before. */
export function attributionNear(
  document: TextDocument,
  mentions: readonly Mention[],
  span: Span,
  quoted: ReadonlySet<TaggedToken>,
  memory: SpeakerMemory,
): Attribution | null {
  const first = sentenceAt(document, span.start);
  const last = sentenceAt(document, Math.max(span.start, span.end - 1));
  const range = document.sentences[last];
  const after = outside(document, tokenFrom(document, span.end), range?.tokenEnd ?? 0, 1, quoted);
  const opening = document.sentences[first]?.tokenStart ?? 0;
  const before = outside(document, tokenFrom(document, span.start) - 1, opening - 1, -1, quoted).reverse();
  return (
    introduction(mentions, before, memory) ??
    attributionIn(mentions, after, 'after', memory) ??
    attributionIn(mentions, before, 'before', memory) ??
    subjectBeforeColon(mentions, before, memory) ??
    colonBefore(document, mentions, first, span, memory)
  );
}

/** Up to REACH tokens outside quotation marks, from token `from` on in steps of `step`, `end` exclusive. */
function outside(
  document: TextDocument,
  from: number,
  end: number,
  step: 1 | -1,
  quoted: ReadonlySet<TaggedToken>,
): TaggedToken[] {
  const found: TaggedToken[] = [];
  for (
    let index = from;
    index !== end && Math.abs(index - from) < LOOK && found.length < REACH;
    index += step
  ) {
    const token = document.tokens[index];
    if (token === undefined) break;
    if (!quoted.has(token)) found.push(token);
  }
  return found;
}

/** Index of the first token that starts at or after a position. */
function tokenFrom(document: TextDocument, position: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 'The pollster was blunt: "…"': no verb of saying, but a colon and somebody to say it. */
function subjectBeforeColon(
  mentions: readonly Mention[],
  before: readonly TaggedToken[],
  memory: SpeakerMemory,
): Attribution | null {
  if (!before.some((token) => token.text === ':') || !before.slice(-2).some((token) => token.text === ':'))
    return null;
  const subject = subjectIn(mentions, before, true, memory);
  return subject === null ? null : { cue: null, ...subject };
}

function sentenceRange(document: TextDocument, sentence: number): readonly TaggedToken[] {
  const range = document.sentences[sentence];
  return range === undefined ? [] : document.tokens.slice(range.tokenStart, range.tokenEnd);
}

/** 'She put it this way:' ends the sentence before, with the quotation as a block of its own. */
function colonBefore(
  document: TextDocument,
  mentions: readonly Mention[],
  sentence: number,
  span: Span,
  memory: SpeakerMemory,
): Attribution | null {
  const previous = document.sentences[sentence - 1];
  const own = document.sentences[sentence];
  if (previous === undefined || own === undefined || span.start - own.start > 2) return null;
  if (document.text[previous.end - 1] !== ':') return null;
  return attributionIn(mentions, sentenceRange(document, sentence - 1), 'before', memory);
}

/** 'remarked, "…," according to a book': a verb of saying right before a quotation introduces it. */
function introduction(
  mentions: readonly Mention[],
  before: readonly TaggedToken[],
  memory: SpeakerMemory,
): Attribution | null {
  const words = before.filter((token) => !/^["“'‘„«]+$/.test(token.text));
  const [cue, mark] = words.slice(-2);
  if (cue === undefined || !/^[,:]$/.test(mark?.text ?? '') || !isReportingVerb(cue.lower)) return null;
  const found = attributionIn(mentions, words, 'before', memory);
  return found?.speaker == null || found.cue?.start !== cue.start ? null : found;
}

function attributionIn(
  mentions: readonly Mention[],
  tokens: readonly TaggedToken[],
  side: 'before' | 'after',
  memory: SpeakerMemory,
): Attribution | null {
  const cues = tokens.flatMap((token, index) =>
    isCue(token, tokens[index + 1], tokens[index - 1]) ? [index] : [],
  );
  const at = side === 'after' ? cues[0] : cues.at(-1);
  const cue = at === undefined ? undefined : tokens[at];
  if (at === undefined || cue === undefined) return null;
  const subject = subjectOf(mentions, tokens, at, side, memory);
  return {
    cue: { start: cue.start, end: cue.end },
    speaker: subject?.speaker ?? null,
    speakerEntity: subject?.speakerEntity ?? -1,
  };
}

/** Who the cue at `at` belongs to: the words on its near side first, then those on the far one. */
function subjectOf(
  mentions: readonly Mention[],
  tokens: readonly TaggedToken[],
  at: number,
  side: 'before' | 'after',
  memory: SpeakerMemory,
): Subject | null {
  const cue = tokens[at]?.lower ?? '';
  const ahead = clauseBefore(tokens.slice(0, at));
  if (cue === 'according') return subjectIn(mentions, upToComma(tokens.slice(at + 2)), false, memory);
  const inverted = invertedSubject(tokens, at);
  const behind = inverted === null ? null : subjectIn(mentions, inverted, false, memory);
  if (behind !== null) return behind;
  // "X toured the plant, saying: …": the participle takes the subject of its sentence.
  if (/ing$/.test(cue) && side === 'before') return subjectIn(mentions, ahead, false, memory);
  return subjectIn(mentions, ahead, true, memory) ?? subjectIn(mentions, tokens.slice(at + 1), false, memory);
}

export type Subject = Pick<Attribution, 'speaker' | 'speakerEntity'>;

/** The tokens up to the first comma. */
export function upToComma(tokens: readonly TaggedToken[]): readonly TaggedToken[] {
  const comma = tokens.findIndex((token) => token.text === ',');
  return comma === -1 ? tokens : tokens.slice(0, comma);
}

function isCue(token: TaggedToken, next: TaggedToken | undefined, before: TaggedToken | undefined): boolean {
  if (isInName(token, before)) return false;
  if (token.lower === 'according') return next?.lower === 'to';
  if (isReportingVerb(token.lower))
    return token.tag !== 'NOUN' || token.lower === 'says' || token.lower === 'said';
  return isAttitudeVerb(token.lower) && token.tag === 'VERB';
}

/** "the United States", "Consumer Reports": a word like a verb of saying that is the end of a name. */
export function isInName(token: TaggedToken, before: TaggedToken | undefined): boolean {
  if (before === undefined || !/^(?:States|Reports|Estimates|Notes|Claims|Reading)$/.test(token.text))
    return false;
  return /^\p{Lu}\p{Ll}/u.test(before.text);
}

/** The words before a cue back to the last clause boundary; a pair of commas around an apposition is no boundary. */
function clauseBefore(tokens: readonly TaggedToken[]): readonly TaggedToken[] {
  let start = 0;
  for (const [index, token] of tokens.entries()) if (/^[;:“”"—]$/.test(token.text)) start = index + 1;
  return tokens.slice(start);
}

/** The one who speaks, in the words beside a cue: a name (a person first), a pronoun, or a plain noun phrase. */
export function subjectIn(
  mentions: readonly Mention[],
  tokens: readonly TaggedToken[],
  nearestIsLast: boolean,
  memory: SpeakerMemory,
): Subject | null {
  const from = tokens[0]?.start;
  const to = tokens.at(-1)?.end;
  if (from === undefined || to === undefined) return null;
  const found = mentionsBetween(mentions, from, to);
  const inside = found.filter((mention) => maySpeak(mention, tokens, nearestIsLast));
  const silent = found.filter((mention) => !inside.includes(mention));
  const people = inside.filter((mention) => mention.type === 'person');
  const bodies = inside.filter((mention) => mention.type !== 'person');
  const pick = (list: readonly Mention[]) => (nearestIsLast ? list.at(-1) : list[0]);
  const pronoun = nearestIsLast
    ? tokens.findLast((token) => PRONOUN.test(token.lower))
    : tokens.slice(0, 2).find((token) => PRONOUN.test(token.lower));
  const person = pick(people);
  if (
    pronoun !== undefined &&
    pronoun.lower !== 'who' &&
    (person === undefined || (nearestIsLast && pronoun.start > person.start))
  ) {
    return {
      speaker: { start: pronoun.start, end: pronoun.end },
      speakerEntity: antecedent(mentions, pronoun, memory),
    };
  }
  if (person !== undefined)
    return { speaker: { start: person.start, end: person.end }, speakerEntity: person.entity };
  const noun = nounPhrase(tokens, nearestIsLast, silent);
  const body = pick(bodies);
  if (body !== undefined && (noun === null || noun.end <= body.end))
    return { speaker: { start: body.start, end: body.end }, speakerEntity: body.entity };
  return noun === null ? null : { speaker: { start: noun.start, end: noun.end }, speakerEntity: -1 };
}

function mentionsBetween(mentions: readonly Mention[], from: number, to: number): Mention[] {
  const first = firstAtOrAfter(mentions, from);
  const found: Mention[] = [];
  for (let index = first; index < mentions.length; index += 1) {
    const mention = mentions[index];
    if (mention === undefined || mention.end > to) break;
    found.push(mention);
  }
  return found;
}
