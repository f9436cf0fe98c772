import type { Mention } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import { antecedent, PRONOUN, type SpeakerMemory } from '../antecedent.ts';
import type { Subject } from '../speaker.ts';
import { PAPER } from '../speaker-candidates.ts';
import type { TextDocument } from '../text-document.ts';
import { tokenFrom } from './quotation-kind.ts';

/** What follows tells more about the head or begins the verb: "a spokesman *for* Holm", "Holm, *who* …", "Holm *will* …". */
const AFTER_HEAD =
  /^(?:,|\(|who|whose|whom|which|that|of|from|for|at|in|on|with|to|by|near|—|–|and|or|speaking|will|would|may|might|must|shall|should|can|could|had|has|have|is|was|are|were)$/;

/**
 * The speaker in the words of a source: the name at its head ("Spokeswoman *Anna Holm*, of the ferries"), with its
 * entity; a pronoun with whom it stands for, if that is plain; else the noun phrase up to what only qualifies it.
 */
export function speakerOf(
  document: TextDocument,
  mentions: readonly Mention[],
  source: Span,
  memory: SpeakerMemory,
): Subject | null {
  const from = afterBracket(document, tokenFrom(document, source.start), source.end);
  const to = headEnd(document, mentions, from, source.end);
  const [first, last] = [document.tokens[from], document.tokens[to - 1]];
  if (first === undefined || last === undefined || to <= from) return null;
  if (to === from + 1 && PRONOUN.test(first.lower))
    return {
      speaker: { start: first.start, end: first.end },
      speakerEntity: antecedent(mentions, first, memory),
    };
  const head = mentions.find(
    (mention) => mention.start >= first.start && mention.start <= last.start && mention.end >= last.end,
  );
  // What a treaty or an order says, nobody says.
  if (head?.type === 'event' || head?.type === 'work' || PAPER.test(last.lower)) return null;
  if (head !== undefined)
    return { speaker: { start: head.start, end: head.end }, speakerEntity: head.entity };
  const named =
    nameInApposition(document, mentions, to, source.end) ??
    nameAfterOffice(document, mentions, { start: first.start, end: source.end });
  return { speaker: named ?? { start: first.start, end: last.end }, speakerEntity: named?.entity ?? -1 };
}

/** The token behind the head of the noun phrase that begins at `from`. */
function headEnd({ tokens }: TextDocument, mentions: readonly Mention[], from: number, end: number): number {
  let to = from;
  for (; (tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= end; to += 1)
    if (to > from && AFTER_HEAD.test(tokens[to]?.lower ?? '') && !isInsideName(mentions, tokens[to])) break;
  return to;
}

/** "(Wire) *Holm* said": what stands in brackets that were opened before the source is a dateline or a gloss. */
function afterBracket({ tokens }: TextDocument, from: number, end: number): number {
  for (let at = from; (tokens[at]?.end ?? Number.POSITIVE_INFINITY) <= end; at += 1) {
    if (tokens[at]?.text === '(') break;
    if (tokens[at]?.text === ')') return at + 1;
  }
  return from;
}

/** "The prime minister, *Anna Holm*, …": the person named between the commas behind a noun phrase is its name. */
function nameInApposition(
  { tokens }: TextDocument,
  mentions: readonly Mention[],
  comma: number,
  end: number,
): Mention | null {
  const next = tokens[comma + 1];
  if (tokens[comma]?.text !== ',' || next === undefined) return null;
  const name = mentions.find((mention) => mention.type === 'person' && mention.start === next.start);
  if (name === undefined || name.end > end) return null;
  const after = tokens.find((token) => token.start >= name.end);
  return after === undefined || after.start >= end || after.text === ',' ? name : null;
}

/** The words of an office that has "of" in its name, before whoever holds it. */
const OFFICE_OF =
  /^(?:[A-Z][\w.’'-]*\s+)*(?:Secretary|Minister|Speaker|Director|Commissioner|Chief|Chair(?:man|woman)?|Head)\s+of\s+(?:the\s+)?(?:[A-Z][\w-]*\s+)+$/;

/** "US Secretary of State *Anna Holm*": who ends the source behind an office is who holds it, and no "State". */
function nameAfterOffice({ text }: TextDocument, mentions: readonly Mention[], source: Span): Mention | null {
  const name = mentions.find(
    ({ type, start, end }) => type === 'person' && start > source.start && end === source.end,
  );
  return name !== undefined && OFFICE_OF.test(text.slice(source.start, name.start)) ? name : null;
}

function isInsideName(mentions: readonly Mention[], token: Span | undefined): boolean {
  return token !== undefined && mentions.some(({ start, end }) => start < token.start && token.end < end);
}
