import type { RoleDescription } from '../core/annotation.ts';
import { isRole } from './office-phrase.ts';
import type { TaggedToken } from './text-document.ts';

/** A statement of what somebody is, by a verb: where the office's phrase begins, and what the verb says of the time. */
export interface OfficeClause {
  readonly first: number;
  readonly tense: RoleDescription['tense'] | null;
  /** True when the verb tells of a beginning, so that a date beside it is that of the office. */
  readonly begins: boolean;
}

const GIVEN =
  /^(?:appointed|reappointed|elected|re-elected|reelected|named|sworn|chosen|installed|confirmed|promoted|inaugurated|crowned|selected|picked)$/;
const TAKEN = /^(?:fired|sacked|dismissed|removed|ousted|replaced|toppled|deposed|suspended)$/;
const LEFT = /^(?:resigned|quit|retired|stepped|resigns|steps)$/;
const HELD = /^(?:served|worked|acted)$/;
const HOLDS = /^(?:serves|works|acts)$/;
/** What may stand between a name and its verb without denying or doubting it. */
const BETWEEN =
  /^(?:who|also|then|later|recently|was|is|has|have|had|been|just|first|,|already|subsequently|since|previously|formerly|once|soon|now|currently|eventually|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const ADVERB =
  /^(?:later|recently|just|first|now|currently|previously|once|formerly|then|also|already|eventually)$/;
const OPENING = /^(?:the|a|an|its|their|his|her|our|one)$/;
const DOUBT = /^(?:if|unless|had|should|were|whether|would|could)$/;

/**
 * The clause behind a name (its last token before `at`) that says what its bearer is or became: "was appointed
 * finance minister", "who became mayor", "resigned as envoy", "is the president". Null when there is none or when it
 * is denied, doubted or only wished for.
 */
export function officeClause(
  tokens: readonly TaggedToken[],
  at: number,
  sentence: number,
  before: TaggedToken | undefined,
): OfficeClause | null {
  if (before !== undefined && before.sentence === sentence && DOUBT.test(before.lower)) return null;
  let index = at;
  while (index - at < 6 && tokens[index]?.sentence === sentence) {
    const word = tokens[index]?.lower ?? '';
    const clause = verbAt(tokens, index);
    if (clause !== null) return clause;
    const copula = copulaAt(tokens, index, at);
    if (copula !== null) return copula;
    if (!BETWEEN.test(word)) return null;
    index += 1;
  }
  return null;
}

function verbAt(tokens: readonly TaggedToken[], index: number): OfficeClause | null {
  const word = tokens[index]?.lower ?? '';
  const past = tokens[index - 1]?.lower ?? '';
  if (GIVEN.test(word) || TAKEN.test(word)) {
    if (!/^(?:was|were|been|is|being|got)$/.test(past) && !ADVERB.test(past)) return null;
    if (TAKEN.test(word)) return asOffice(tokens, index + 1, 'former');
    return clauseFrom(tokens, skip(tokens, index + 1, /^(?:in|as|to|back)$/), null, true);
  }
  if (LEFT.test(word)) return asOffice(tokens, skip(tokens, index + 1, /^(?:down|aside)$/), 'former');
  if (HELD.test(word)) return asOffice(tokens, index + 1, /^(?:has|have)$/.test(past) ? null : 'former');
  if (HOLDS.test(word)) return asOffice(tokens, index + 1, null);
  return beginningAt(tokens, index, word);
}

/** "Became mayor", "took office as mayor". */
function beginningAt(tokens: readonly TaggedToken[], index: number, word: string): OfficeClause | null {
  if (word === 'became' || word === 'becomes') return clauseFrom(tokens, index + 1, null, true);
  const isTaking = word === 'took' && /^(?:office|over)$/.test(tokens[index + 1]?.lower ?? '');
  return isTaking ? begun(asOffice(tokens, index + 2, null)) : null;
}

/** "Replaced Karl Holm as envoy", "succeeded him as mayor": the one named first has the office now. */
export function succession(
  tokens: readonly TaggedToken[],
  at: number,
  sentence: number,
): OfficeClause | null {
  const verb = tokens[at]?.lower ?? '';
  if (!/^(?:replaced|succeeded|replaces|succeeds)$/.test(verb)) return null;
  for (let index = at + 1; index < at + 6 && tokens[index]?.sentence === sentence; index += 1)
    if (tokens[index]?.lower === 'as') return begun(clauseFrom(tokens, index + 1, null, true));
  return null;
}

function begun(clause: OfficeClause | null): OfficeClause | null {
  return clause === null ? null : { ...clause, begins: true };
}

function skip(tokens: readonly TaggedToken[], from: number, words: RegExp): number {
  let index = from;
  while (words.test(tokens[index]?.lower ?? '')) index += 1;
  return index;
}

function asOffice(
  tokens: readonly TaggedToken[],
  from: number,
  tense: OfficeClause['tense'],
): OfficeClause | null {
  return tokens[from]?.lower === 'as' ? clauseFrom(tokens, from + 1, tense, false) : null;
}

/** A phrase that opens as an office's does. */
function clauseFrom(
  tokens: readonly TaggedToken[],
  first: number,
  tense: OfficeClause['tense'],
  begins: boolean,
): OfficeClause | null {
  const opening = tokens[first];
  if (opening === undefined) return null;
  const isPhrase =
    OPENING.test(opening.lower) || /^(?:NOUN|PROPN|ADJ|VERB|X)$/.test(opening.tag) || isRole(opening);
  return isPhrase ? { first, tense, begins } : null;
}

/** "Is the president", "who was chancellor": the past is former, and a bare office needs "who". */
function copulaAt(tokens: readonly TaggedToken[], index: number, at: number): OfficeClause | null {
  const word = tokens[index]?.lower ?? '';
  if (!/^(?:is|was)$/.test(word)) return null;
  const isRelative = tokens[index - 1]?.lower === 'who';
  const first = skip(tokens, index + 1, ADVERB);
  const next = tokens[first];
  if (next === undefined || GIVEN.test(next.lower) || TAKEN.test(next.lower)) return null;
  const opens =
    OPENING.test(next.lower) ||
    (isRelative && clauseFrom(tokens, first, null, false) !== null) ||
    (first > index + 1 && isRole(next));
  if (!opens || (index > at && !isRelative && tokens[at]?.text !== ',')) return null;
  return { first, tense: word === 'was' ? 'former' : null, begins: false };
}

/** "Parliament elected |X| as its speaker", "named |X| ambassador to Chile": the verb before the name. */
export function objectClause(
  tokens: readonly TaggedToken[],
  from: number,
  to: number,
  sentence: number,
): OfficeClause | null {
  const verb = tokens[from - 1];
  if (verb === undefined || verb.sentence !== sentence) return null;
  const isGiven = /^(?:named|appointed|elected|chose|installed|promoted|reappointed)$/.test(verb.lower);
  if (
    !isGiven ||
    /^(?:to|would|could|may|might|will|not|never|who|was|were|been)$/.test(tokens[from - 2]?.lower ?? '')
  )
    return null;
  const next = tokens[to]?.lower ?? '';
  const first = next === 'as' ? to + 1 : next === 'to' && tokens[to + 1]?.lower === 'be' ? to + 2 : to;
  return clauseFrom(tokens, first, null, true);
}
