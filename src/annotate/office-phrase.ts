import type { Mention, RoleDescription } from '../core/annotation.ts';
import { ABBREVIATED_TITLES, OFFICE_MODIFIERS, OFFICE_OF, RELATIONS, ROLE_NOUNS } from './role-nouns.ts';
import type { TaggedToken } from './text-document.ts';

/** Occupations by their ending: "virologist", "statistician". */
const OCCUPATION = /(?:ologist|onomist|ographer|iatrist|[a-z]{5}ist|ician|(?:man|woman|person))$/;
/** Such endings that name no one. */
const NO_OCCUPATION =
  /^(?:human|german|woman|roman|norman|ottoman|talisman|checklist|blacklist|shortlist|playlist|specialist-led|wishlist|watchlist|midist|layperson)$/;

/** A token that names an office or occupation, of one or of many. */
export function isRole(token: TaggedToken | undefined): boolean {
  // "JakeCorman" is an account.
  return token !== undefined && roleOf(token.lower) !== null && !/\p{Ll}\p{Lu}/u.test(token.text);
}

/** True for the office of one person ("minister", not "ministers"). */
export function isSingularRole(token: TaggedToken | undefined): boolean {
  return isRole(token) && !isPluralRole(token);
}

export function isPluralRole(token: TaggedToken | undefined): boolean {
  if (token === undefined || ROLE_NOUNS.has(token.lower)) return false;
  if (/^(?:sens|reps|govs)\.$/.test(token.lower)) return true;
  return /s$/.test(token.lower) && roleOf(token.lower) !== null;
}

/** The office a word names in the singular, lower case; null when it names none. */
function roleOf(lower: string): string | null {
  if (ROLE_NOUNS.has(lower)) return lower;
  const bare = lower.includes('-') ? lower.replace(/^(?:ex|then|former|vice|co)-(?=\p{L}{3})/u, '') : lower;
  const word = ABBREVIATED_TITLES.get(bare) ?? bare;
  if (ROLE_NOUNS.has(word)) return word;
  if (!/(?:s|man|men|person|ist|ian|r)$/.test(word)) return null;
  const singular = word.endsWith('men') ? `${word.slice(0, -3)}man` : word.replace(/s$/, '');
  if (ROLE_NOUNS.has(singular)) return singular;
  return word.length > 7 && OCCUPATION.test(singular) && !NO_OCCUPATION.test(singular) ? singular : null;
}

export interface Office {
  /** "prime minister", lower case. */
  readonly office: string;
  /** Indexes of the head's first and last token. */
  readonly from: number;
  readonly to: number;
}

const PREPOSITION = /^(?:of|at|for|with|from|in|to|on|under|by|since|until|between|during|who|over|against)$/;

/** The office that the noun phrase `from`..`to` has as its head: the last one before any preposition. Null without one. */
export function officeIn(tokens: readonly TaggedToken[], from: number, to: number): Office | null {
  let limit = from;
  while (limit < to && !PREPOSITION.test(tokens[limit]?.lower ?? '')) limit += 1;
  let head = -1;
  for (let index = from; index < limit; index += 1) {
    if (!isRole(tokens[index])) continue;
    head = index;
    // "Founder and chief executive": the first office stands for both.
    if (tokens[index + 1]?.lower === 'and') break;
  }
  if (head === -1) return null;
  let first = head;
  while (first > from && isOfficeModifier(tokens, first - 1, from)) first -= 1;
  return { office: nameOffice(tokens, first, head, to), from: first, to: head };
}

function isOfficeModifier(tokens: readonly TaggedToken[], index: number, from: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (isChiefOfficer(tokens, index)) return true;
  if (token.text === '-') return index > from && isOfficeModifier(tokens, index - 1, from);
  // "Labour MP" is of a party, "labour minister" of a field.
  if (/^labou?r$/.test(token.lower)) return /^(?:minister|secretary)$/.test(tokens[index + 1]?.lower ?? '');
  if (/^(?:secretary|director|attorney|lieutenant|governor|inspector|consul|vice)$/.test(token.lower))
    return true;
  return OFFICE_MODIFIERS.has(token.lower) || ABBREVIATED_TITLES.has(token.lower);
}

/** "Chief investment officer": whatever stands between the two. */
function isChiefOfficer(tokens: readonly TaggedToken[], index: number): boolean {
  if (tokens[index + 1]?.lower !== 'officer') return false;
  return tokens[index - 1]?.lower === 'chief' || tokens[index - 2]?.lower === 'chief';
}

function nameOffice(tokens: readonly TaggedToken[], first: number, head: number, to: number): string {
  const words = tokens
    .slice(first, head + 1)
    .map((token) => ABBREVIATED_TITLES.get(token.lower) ?? token.lower);
  const role = roleOf(tokens[head]?.lower ?? '') ?? '';
  const before = words.slice(0, -1).filter((word) => word !== '-');
  const name = joinHyphens(before, role, words.includes('-'));
  const of = tokens[head + 1]?.lower;
  const next = tokens[head + 2]?.lower ?? '';
  if (head + 2 >= to || (of !== 'of' && of !== 'for')) return name;
  const field = next === 'the' ? `the ${tokens[head + 3]?.lower ?? ''}` : next;
  const isPortfolio =
    /^(?:deputy )?(?:minister|secretary)$/.test(name) && OFFICE_MODIFIERS.has(next) && next !== 'state';
  if (isPortfolio) return `${next} ${name}`;
  return of === 'of' && OFFICE_OF.test(field) ? `${name} of ${field}` : name;
}

/** "Secretary-general" is one word where the text writes it so. */
function joinHyphens(before: readonly string[], role: string, hyphened: boolean): string {
  const last = before.at(-1);
  if (!hyphened || last === undefined) return [...before, role].join(' ');
  return [...before.slice(0, -1), `${last}-${role}`].join(' ');
}

const FORMER =
  /\b(?:former|formerly|ex|then|late|onetime|one-time|ousted|deposed|disgraced|outgone|erstwhile|retired|previously|once|until recently|at the time|past)\b/i;
/** "From 1998 to 2006", "until 2019": an end. */
const ENDED =
  /\b(?:from|between) \d{4} (?:to|until|and) \d{4}|\b(?:until|till) (?!now)|\b\d{4}[-–]\d{2,4}\b/i;

/**
 * When somebody is what a description says, by its own words: those up to the office's head, the rest ("the former
 * aide of a minister" is former, "an aide of a former minister" is not), and time words beside it.
 */
export function tenseOf(head: string, rest: string, beside: string | null): RoleDescription['tense'] {
  const said = beside === null ? head : `${beside} ${head}`;
  if (FORMER.test(said) || ENDED.test(said) || ENDED.test(rest)) return 'former';
  if (/[-‑ ](?:elect|designate)\b|\bincoming\b/i.test(head) || /^[-‑ ](?:elect|designate)\b/i.test(rest))
    return 'elect';
  return /\b(?:acting|interim|caretaker)\b/i.test(head) ? 'acting' : 'current';
}

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    american: ['united states', 'us', 'u.s.', 'america', 'usa'],
    us: ['united states', 'u.s.'],
    british: ['britain', 'united kingdom', 'uk', 'great britain'],
    french: ['france'],
    dutch: ['netherlands'],
    polish: ['poland'],
    spanish: ['spain'],
    danish: ['denmark'],
    swiss: ['switzerland'],
    welsh: ['wales'],
    irish: ['ireland'],
    emirati: ['united arab emirates', 'uae'],
    saudi: ['saudi arabia'],
    filipino: ['philippines'],
    finnish: ['finland'],
  }),
);
/** Letters that an adjective shares with its country ("Brazilian", "Brazil"). */
const SHARED_LETTERS = 4;

/** True when an adjective of nationality is that of a place. */
export function isOfCountry(adjective: string, place: string): boolean {
  const name = place.toLowerCase().replace(/^the /, '');
  const side = /^(?:north|south) /.exec(adjective)?.[0] ?? '';
  if (side !== (/^(?:north|south) (?=korea|sudan)/.exec(name)?.[0] ?? '')) return false;
  if (side !== '') return isOfCountry(adjective.slice(side.length), name.slice(side.length));
  const irregular = IRREGULAR.get(adjective);
  if (irregular !== undefined) return irregular.includes(name);
  return (
    adjective.length > SHARED_LETTERS &&
    name.split(' ').at(-1)?.slice(0, SHARED_LETTERS) === adjective.slice(0, SHARED_LETTERS)
  );
}

/** Those who are "of" what they made, know or suffered, which is no body. */
const OF_THINGS = /(?:author|writer|expert|victim|survivor|witness|critic|creator|specialist|designer)$/;

/** Behind a head these lead to the body or place it is of. */
const OF_BODY = /^(?:of|at|for|with|from|in|to|on)$/;

/**
 * Entity of the body or place an office is of: the first name behind "of", "at", "for" and the like, else the nearest
 * one before the head ("Norland's president", "Brantex founder"), else the country of an adjective, where the article
 * names it; -1 otherwise. A relation ("his wife") has none.
 */
export function organisationOf(
  tokens: readonly TaggedToken[],
  office: Office,
  from: number,
  to: number,
  nameAt: ReadonlyMap<number, Mention>,
  countryOf: (adjective: string) => number,
): number {
  if (RELATIONS.has(office.office)) return -1;
  const behind = bodyBehind(tokens, office, to, nameAt);
  const owner = nameAt.get(from);
  // "Quantix's director of Product Growth": the owner is the body, what it directs a department.
  if (behind !== null && !(behind.type === 'other' && owner?.type === 'organisation')) return behind.entity;
  const before = bodyBefore(tokens, office, from, nameAt);
  if (before !== null) return isClient(before, office) ? -1 : before.entity;
  for (let index = from; index < office.from; index += 1) {
    const country = countryOf(adjectiveAt(tokens, index));
    if (country !== -1) return country;
  }
  return -1;
}

function bodyBefore(
  tokens: readonly TaggedToken[],
  office: Office,
  from: number,
  nameAt: ReadonlyMap<number, Mention>,
): Mention | null {
  const head = tokens[office.to]?.start ?? 0;
  for (let index = office.to; index >= from; index -= 1) {
    const name = nameAt.get(index);
    if (name === undefined || name.end > head || !isBody(name)) continue;
    if (!isInOffice(tokens, index, office)) return name;
  }
  return null;
}

/** "Korean", or "south korean" where a side stands before it. */
function adjectiveAt(tokens: readonly TaggedToken[], index: number): string {
  const word = tokens[index]?.lower ?? '';
  const side = tokens[index - 1]?.lower ?? '';
  return /^(?:north|south)$/.test(side) ? `${side} ${word}` : word;
}

function bodyBehind(
  tokens: readonly TaggedToken[],
  office: Office,
  to: number,
  nameAt: ReadonlyMap<number, Mention>,
): Mention | null {
  let isLinked = false;
  for (let index = office.to + 1; index < to; index += 1) {
    const word = tokens[index]?.lower ?? '';
    if (isLinked && /^(?:and|,|who|since|until)$/.test(word)) break;
    if (OF_BODY.test(word)) isLinked = true;
    // "Author of a book on the Senate" is of no body.
    if (isLinked && /^(?:of|on|in)$/.test(word) && OF_THINGS.test(office.office)) return null;
    const name = isLinked ? nameAt.get(index) : undefined;
    if (name !== undefined && isBodyBehind(name, tokens[office.to])) return name;
  }
  return null;
}

const SERVES_PERSONS =
  /(?:lawyer|attorney|aide|advis[eo]r|agent|biographer|physician|doctor|assistant|friend)$/;

/** "Holm's lawyer": before such an office a name of unknown kind is more likely a person's. */
function isClient(name: Mention, office: Office): boolean {
  return name.type === 'other' && SERVES_PERSONS.test(office.office);
}

function isBodyBehind(name: Mention, head: TaggedToken | undefined): boolean {
  return isBody(name) && name.start > (head?.start ?? 0);
}

/** Words with a capital that a name was made of, and that are part of the title or name no certain body. */
function isInOffice(tokens: readonly TaggedToken[], index: number, office: Office): boolean {
  if (index >= office.from) return true;
  return /^(?:supreme|outgoing|former|acting|interim|committee|board|panel|council|commission|top|senior|republican|democratic)$/.test(
    tokens[index]?.lower ?? '',
  );
}

function isBody(mention: Mention): boolean {
  return mention.type === 'organisation' || mention.type === 'place' || mention.type === 'other';
}
