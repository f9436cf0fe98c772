import type { Mention } from '../core/annotation.ts';
import { isInside, type Span } from '../core/span.ts';
import { sentenceAt, type TaggedToken, type TextDocument } from './text-document.ts';

export interface Attribution {
  readonly cue: Span | null;
  readonly speaker: Span | null;
  readonly speakerEntity: number;
}

/** The attribution made last, while a text is read from front to back: what "he" and "she" refer to. */
export interface SpeakerMemory {
  last: Attribution | null;
  readonly document: TextDocument;
  /** Stretches between quotation marks: who is named in them is spoken of, and seldom speaks. */
  readonly quoted: readonly Span[];
}

export const PRONOUN = /^(?:he|she|they|it|we|i|who)$/;

/** "“No,” he replied": the other one of two. */
const ANSWERS = /^(?:replied|responded|answered|countered|retorted|shot|asked|disagreed|objected)$/;

/**
 * Who "he" or "she" is: whoever spoke in the sentence before, or in the same block with nobody else named since; else
 * the one person named before in the same block, or in the block before. Names inside quotations are left out, and
 * people whose title speaks against the pronoun. With several to choose from it stays open (-1): words put into the
 * wrong mouth do more harm than a speaker left unnamed.
 */
export function antecedent(
  mentions: readonly Mention[],
  pronoun: TaggedToken,
  memory: SpeakerMemory,
): number {
  if (!/^(?:he|she)$/.test(pronoun.lower)) return -1;
  const { document } = memory;
  const block = blockOf(document, pronoun.sentence);
  const earlier = blockBefore(document, pronoun.sentence);
  const before = candidates(mentions, pronoun, memory, earlier);
  const spoke = lastSpeaker(mentions, pronoun, memory);
  if (spoke !== null && goesOn(spoke, before, pronoun, memory)) return spoke.entity;
  for (const at of [block, earlier]) {
    const named = before.filter((mention) => blockOf(document, mention.sentence) === at);
    const people = new Set(named.map((mention) => mention.entity));
    if (spoke?.block === at) people.add(spoke.entity);
    if (people.size > 0) return people.size === 1 ? ([...people][0] ?? -1) : -1;
  }
  return -1;
}

interface LastSpeaker {
  readonly entity: number;
  readonly end: number;
  readonly sentence: number;
  readonly block: number;
}

/** Who spoke last, where that is known and the pronoun may mean them. */
function lastSpeaker(
  mentions: readonly Mention[],
  pronoun: TaggedToken,
  { document, last }: SpeakerMemory,
): LastSpeaker | null {
  if (!last?.speaker || last.speakerEntity === -1) return null;
  if (isOther(document, mentions, last.speakerEntity, pronoun)) return null;
  const { start, end } = last.speaker;
  const sentence = sentenceAt(document, start);
  return { entity: last.speakerEntity, end, sentence, block: blockOf(document, sentence) };
}

/** Whether the pronoun goes on with who spoke last. The others named in their sentence are spoken about. */
function goesOn(
  spoke: LastSpeaker,
  before: readonly Mention[],
  pronoun: TaggedToken,
  { document, quoted }: SpeakerMemory,
): boolean {
  if (ANSWERS.test(wordBehind(document, pronoun))) return false;
  const own = quoted.findLast(
    (span) => span.end <= pronoun.start && sentenceAt(document, span.end - 1) === pronoun.sentence,
  );
  const first = own === undefined ? pronoun.sentence : sentenceAt(document, own.start);
  if (spoke.sentence >= first - 1) return true;
  const block = blockOf(document, pronoun.sentence);
  return spoke.block === block && before.every((one) => one.end <= spoke.end || one.entity === spoke.entity);
}

function wordBehind({ text }: TextDocument, pronoun: TaggedToken): string {
  return /^\s+(\p{L}+)/u.exec(text.slice(pronoun.end, pronoun.end + 20))?.[1] ?? '';
}

/** The block before that of a sentence; blank lines are none. */
function blockBefore(document: TextDocument, sentence: number): number {
  const own = blockOf(document, sentence);
  for (let at = sentence - 1; at >= 0; at -= 1)
    if (blockOf(document, at) !== own) return blockOf(document, at);
  return own;
}

/** People named outside quotations before the pronoun, in its block and the one before. */
function candidates(
  mentions: readonly Mention[],
  pronoun: TaggedToken,
  { document, quoted }: SpeakerMemory,
  earliest: number,
): Mention[] {
  return mentions
    .slice(0, firstAtOrAfter(mentions, pronoun.start))
    .filter(({ type, sentence }) => type === 'person' && blockOf(document, sentence) >= earliest)
    .filter((mention) => !quoted.some((span) => isInside(mention, span)))
    .filter((mention) => !isOther(document, mentions, mention.entity, pronoun));
}

const HER_TITLE =
  /(?:\b(?:mrs|ms|miss|lady|dame|queen|princess|actress|mother|wife|daughter|sister)\.?|woman)\s$/i;
const HIS_TITLE = /(?:\b(?:mr|sir|lord|king|prince|pope|actor|father|husband|son|brother)\.?|\Bman)\s$/i;

/** True when the title before a name of the entity speaks against the pronoun: "Mrs. Holm" is not "he". */
function isOther(
  { text }: TextDocument,
  mentions: readonly Mention[],
  entity: number,
  pronoun: TaggedToken,
): boolean {
  const against = pronoun.lower === 'he' ? HER_TITLE : HIS_TITLE;
  return mentions.some(
    (mention) =>
      mention.entity === entity && against.test(text.slice(Math.max(0, mention.start - 14), mention.start)),
  );
}

function blockOf(document: TextDocument, sentence: number): number {
  return document.sentences[sentence]?.block ?? -1;
}

export function firstAtOrAfter(mentions: readonly Mention[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
