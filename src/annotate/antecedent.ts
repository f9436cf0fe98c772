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

/**
 * Who "he" or "she" is: in a block, whoever spoke there last when nobody else was named since; else the one person
 * named before in the same block, or in the block before. Names inside quotations are left out, and people whose title
 * speaks against the pronoun. With several to choose from it stays open (-1): words put into the wrong mouth do more
 * harm than a speaker left unnamed.
 */
export function antecedent(
  mentions: readonly Mention[],
  pronoun: TaggedToken,
  memory: SpeakerMemory,
): number {
  if (!/^(?:he|she)$/.test(pronoun.lower)) return -1;
  const { document } = memory;
  const block = blockOf(document, pronoun.sentence);
  const before = candidates(mentions, pronoun, memory);
  const spoke = lastSpeaker(mentions, pronoun, memory);
  if (spoke?.block === block && before.every((one) => one.end <= spoke.end || one.entity === spoke.entity))
    return spoke.entity;
  for (const at of [block, block - 1]) {
    const named = before.filter((mention) => blockOf(document, mention.sentence) === at);
    const people = new Set(named.map((mention) => mention.entity));
    if (spoke?.block === at) people.add(spoke.entity);
    if (people.size > 0) return people.size === 1 ? ([...people][0] ?? -1) : -1;
  }
  return -1;
}

/** Who spoke last, where that is known and the pronoun may mean them. */
function lastSpeaker(
  mentions: readonly Mention[],
  pronoun: TaggedToken,
  { document, last }: SpeakerMemory,
): { readonly entity: number; readonly end: number; readonly block: number } | null {
  if (!last?.speaker || last.speakerEntity === -1) return null;
  if (isOther(document, mentions, last.speakerEntity, pronoun)) return null;
  const { start, end } = last.speaker;
  return { entity: last.speakerEntity, end, block: blockOf(document, sentenceAt(document, start)) };
}

/** People named outside quotations before the pronoun, in its block and the one before. */
function candidates(mentions: readonly Mention[], pronoun: TaggedToken, memory: SpeakerMemory): Mention[] {
  const { document, quoted } = memory;
  const block = blockOf(document, pronoun.sentence);
  return mentions
    .slice(0, firstAtOrAfter(mentions, pronoun.start))
    .filter(({ type, sentence }) => type === 'person' && blockOf(document, sentence) >= block - 1)
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
