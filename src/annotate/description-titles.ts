import type { Mention } from '../core/annotation.ts';
import { type Describing, LONGEST, type Place, place } from './described-name.ts';
import { isPluralRole, isRole, isSingularRole } from './office-phrase.ts';
import { COURTESY, OFFICE_OF } from './role-nouns.ts';
import type { TaggedToken } from './text-document.ts';

/** Titles that no one has for a first name. */
const NOBLE =
  /^(?:pope|king|queen|prince|princess|emperor|empress|sheikh|sultan|emir|cardinal|archbishop|bishop|rabbi|imam|ayatollah|president|senator|governor|gov\.|sen\.|rep\.|gen\.|chancellor|minister|ambassador)$/;

/** First token of the name itself: title words that the name took in are none of it ("Presidents |Viktor Adler|"). */
function nameStart({ document, from, to }: Describing): number {
  let start = from;
  while (
    to - start > 2 &&
    isTitleWord(document.tokens, start) &&
    /^\p{Lu}\p{Ll}/u.test(document.tokens[start]?.text ?? '')
  )
    start += 1;
  if (to - start === 2 && NOBLE.test(document.tokens[start]?.lower ?? '')) return start + 1;
  // "Chief of |Staff Colin Marsh|".
  if (start === from && to - from > 2 && isOfficeOf(document.tokens, from)) return from + 1;
  return start;
}

/** A title that a name took in: one of several, one that is no first name, or a trade that opens its sentence. */
function isTitleWord(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  if (isPluralRole(token) || NOBLE.test(token?.lower ?? '')) return true;
  return isRole(token) && tokens[index - 1]?.sentence !== token?.sentence;
}

/** "Staff" in "chief of staff". */
function isOfficeOf(tokens: readonly TaggedToken[], index: number): boolean {
  return (
    OFFICE_OF.test(tokens[index]?.lower ?? '') &&
    tokens[index - 1]?.lower === 'of' &&
    isRole(tokens[index - 2])
  );
}

/** "former Russian Prime Minister |Mikhail Kasyanov|", "Senators |A| and |B|": nouns right before the name, an office last. */
export function beforeName(describing: Describing): Place | null {
  const { document, mention } = describing;
  const start = nameStart(describing);
  const own = titleBefore(describing, start, isSingularRole);
  const found = own ?? listTitle(describing);
  if (found === null) return null;
  // "Sen. Holm of Utah": the place behind the name is that of the office.
  const of = document.tokens[describing.to];
  const name = of?.lower === 'of' ? describing.nameAt.get(describing.to + 1) : undefined;
  const isBody = name !== undefined && name.type !== 'person' && name.sentence === mention.sentence;
  return isBody ? { ...found, body: name.entity } : found;
}

function titleBefore(
  { document, mention, nameAt }: Describing,
  start: number,
  isTitle: (token: TaggedToken | undefined) => boolean,
): Place | null {
  const { tokens } = document;
  const last = tokens[start - 1];
  if (last === undefined || last.sentence !== mention.sentence) return null;
  const elect = /^(?:elect|designate)$/.test(last.lower) && tokens[start - 2]?.text === '-';
  const ofOffice = isOfficeOf(tokens, start - 1);
  const held = officeOfBody({ tokens, nameAt }, start, isTitle);
  let first = held === -1 ? start - (elect || ofOffice ? 3 : 1) : held;
  if (!isTitle(tokens[first]) || tokens[first]?.lower === 'fellow') return null;
  while (start - first < LONGEST && belongsBefore(tokens, first - 1, mention, nameAt)) first -= 1;
  // "right-wing minister": half of a joined word is no beginning.
  if (first < start - 1 && tokens[first - 1]?.text === '-') first += 1;
  return place(withoutClause(tokens, first, start), start);
}

/** First token of "director of National Intelligence" before a name at `start`; -1 where no such office stands there. */
function officeOfBody(
  { tokens, nameAt }: { tokens: readonly TaggedToken[]; nameAt: ReadonlyMap<number, Mention> },
  start: number,
  isTitle: (token: TaggedToken | undefined) => boolean,
): number {
  const body = nameAt.get(start - 1);
  if (body === undefined || body.type === 'person') return -1;
  let first = start - 1;
  while (nameAt.get(first - 1) === body) first -= 1;
  const of = tokens[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  const isOffice =
    tokens[of]?.lower === 'of' && isTitle(tokens[of - 1]) && /^\p{Lu}/u.test(tokens[of - 1]?.text ?? '');
  return isOffice ? of - 1 : -1;
}

/** Where the description begins, with all of a first title with "of": "|Chief of Staff Gen.| Holm". */
function withoutClause(tokens: readonly TaggedToken[], from: number, start: number): number {
  let first = from < start - 1 && isOfficeOf(tokens, from) ? from - 2 : from;
  while (first < start - 1 && (isNoStart(tokens[first]) || isOfClause(tokens, first))) first += 1;
  return first;
}

/** Words that look like a noun or an adjective and belong to the clause before a title: "undercut Prime Minister", "how much President". */
const OF_CLAUSE =
  /^(?:much|many|more|most|less|such|cut|undercut|put|hit|met|beat|let|set|told|left|led|saw|shot|split|cost|hurt|quit|upset|cast|bid|bought|brought|caught|felt|found|heard|held|kept|lost|made|paid|read|sent|shook|struck|taught|thought|took|won|wrote)$/;

/** Such a word in lower case right before a capital; "beat reporter" is an office. */
function isOfClause(tokens: readonly TaggedToken[], at: number): boolean {
  return OF_CLAUSE.test(tokens[at]?.text ?? '') && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
}

/** A word that no description begins with. */
export function isNoStart(token: TaggedToken | undefined): boolean {
  return COURTESY.test(token?.lower ?? '') || /^(?:['’]s|-|and|&)$/.test(token?.text ?? '');
}

/** Names of one list looked back over: "Presidents A, B, C, D and E". */
const LONGEST_LIST = 5;

/** The title of a list that this name goes on with, or has before it: "Presidents |A|, |B| and |C|". */
function listTitle(describing: Describing): Place | null {
  // Behind the first name of a list follows another: "hosts Karl Holm" is no list of hosts.
  const isList = /^(?:,|and)$/.test(describing.document.tokens[describing.to]?.text ?? '');
  let name: Describing | null = isList ? describing : nameBefore(describing);
  for (let step = 0; name !== null && step <= LONGEST_LIST; step += 1) {
    const title = titleBefore(name, nameStart(name), isPluralRole);
    if (title !== null) return title;
    name = nameBefore(name);
  }
  return null;
}

/** The name that stands before this one in a list. */
function nameBefore(describing: Describing): Describing | null {
  const { document, nameAt, mention } = describing;
  let index = describing.from - 1;
  while (/^(?:,|and)$/.test(document.tokens[index]?.lower ?? '')) index -= 1;
  const before = index === describing.from - 1 ? undefined : nameAt.get(index);
  if (before === undefined || before.sentence !== mention.sentence || before.type === 'place') return null;
  let from = index;
  while (nameAt.get(from - 1) === before) from -= 1;
  return { ...describing, from, to: index + 1 };
}

const LAPSED = /^(?:former|ex|then|onetime|late|longtime|top|senior)$/;

/** "former |Trump| campaign aide": another's name that says whose aide it is. */
function isAttribute(
  tokens: readonly TaggedToken[],
  index: number,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const name = nameAt.get(index);
  let first = index;
  while (nameAt.get(first - 1) === name) first -= 1;
  return LAPSED.test(tokens[first - 1]?.lower ?? '');
}

function belongsBefore(
  tokens: readonly TaggedToken[],
  index: number,
  mention: Mention,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined || token.sentence !== mention.sentence) return false;
  if (nameAt.get(index)?.type === 'person') return isAttribute(tokens, index, nameAt);
  if (nameAt.has(index)) return true;
  if (token.text === '-' || token.text === '&' || /^['’]s$/.test(token.text)) return true;
  if (
    /^(?:then|acting|former|ex|late|now|deputy|vice|interim|outgoing|managing|executive|retired|ousted)$/.test(
      token.lower,
    )
  )
    return true;
  if (
    /^(?:said|says|told|when|while|as|if|but|by|after|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      token.lower,
    )
  )
    return false;
  // "the defendants HHS Secretary Holm": a common noun before a capital belongs to the clause.
  const isCommon = token.tag === 'NOUN' && /^\p{Ll}/u.test(token.text) && /^\p{Lu}/u.test(next.text);
  if (isCommon && !isRole(token) && !/^(?:state|county|city)$/.test(token.lower)) return false;
  return /^(?:NOUN|PROPN|ADJ)$/.test(token.tag) && !/day$/.test(token.lower);
}
