import type { DateReference, Entity, Mention, Quote, RoleDescription } from '../core/annotation.ts';
import type { Describing, Place } from './described-name.ts';
import { descriptionPlaces } from './description-places.ts';
import { NATIONALITIES } from './names/place-lexicon.ts';
import { isOfCountry, officeIn, organisationOf, tenseOf } from './office-phrase.ts';
import { partyLabel } from './party-label.ts';
import { RELATIONS } from './role-nouns.ts';
import type { TextDocument } from './text-document.ts';

export interface DescriptionContext {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly dates: readonly DateReference[];
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

/**
 * What the text says its people are, with office, body and time: titles before the name, appositions on either side,
 * "X is the …", "X was appointed …". Words of others (direct speech) and what is only wished for or denied do not count.
 */
export function findDescriptions(document: TextDocument, context: DescriptionContext): RoleDescription[] {
  const nameAt = mentionsByToken(document, context.mentions);
  const countryOf = countryFinder(context.entities);
  const found: RoleDescription[] = [];
  for (const mention of context.mentions) {
    if (!/^(?:person|other)$/.test(mention.type) || mention.sentence < 0) continue;
    if (isQuoted(mention, context.quotes) || NO_PERSON.test(document.text.slice(mention.start, mention.end)))
      continue;
    const range = tokenRange(document, mention);
    if (range === null) continue;
    const describing: Describing = { document, nameAt, mention, ...range };
    // A lone capital word of unknown kind is as likely a heading as a surname.
    const isLone = mention.type === 'other' && range.to - range.from === 1;
    const own = descriptionPlaces(describing, isLone).flatMap((place) => {
      const one = toDescription(describing, place, context, countryOf);
      return one === null ? [] : [one];
    });
    found.push(...labelled(document, mention, own, context));
  }
  return found.filter((one) => !isBareTitle(one.text) || !found.some((other) => isFuller(other, one)));
}

/** Last words of names that are no person's, whatever type they were given. */
const NO_PERSON =
  /\b(?:department|ministry|committee|council|court|party|syndicate|index|code|ethics|center|centre|office|agency|association|institute|university|company|corp|inc|group|bank|fund|act|house|senate|congress|parliament|street|avenue|news|times|post)\.?$/i;

/** "President", "Capt.": a title and nothing besides. */
function isBareTitle(text: string): boolean {
  return /^\p{L}+\.?$/u.test(text);
}

function isFuller(other: RoleDescription, one: RoleDescription): boolean {
  if (other.entity !== one.entity || other.tense !== one.tense || isBareTitle(other.text)) return false;
  // "His brother, Prince Rowan": a relation says nothing of an office.
  if (RELATIONS.has(other.office) && !RELATIONS.has(one.office)) return false;
  return other.organisation !== -1 || one.organisation === -1;
}

/** The description with the party and state of a label behind the name; the label itself where there is none. */
function labelled(
  document: TextDocument,
  mention: Mention,
  own: readonly RoleDescription[],
  { mentions, entities }: DescriptionContext,
): RoleDescription[] {
  const label = partyLabel(document.text, mention.end, mentions, entities);
  if (label === null) return [...own];
  const { start, end, state, party } = label;
  const titled = own.find((one) => one.end <= mention.end);
  if (titled === undefined) {
    const text = document.text.slice(start, end).replace(/^[\s,(]+|[\s,)]+$/g, '');
    const { entity, sentence } = mention;
    const of = { office: party, organisation: state, tense: 'current', asOf: null } as const;
    // "(R-TX)": a code names no entity, and yet is a label for certain.
    return state === -1 && !/-\p{Lu}{2}$/u.test(text)
      ? [...own]
      : [...own, { start: mention.start, end, entity, text, ...of, sentence }];
  }
  return own.map((one) =>
    one === titled && one.organisation === -1 ? { ...one, organisation: state } : one,
  );
}

function isQuoted(mention: Mention, quotes: readonly Quote[]): boolean {
  for (const { kind, content } of quotes) {
    if (content.start > mention.start) return false;
    if (kind !== 'indirect' && content.end >= mention.end) return true;
  }
  return false;
}

/** Token index of a position; -1 where no token covers it. */
function tokenAt(document: TextDocument, position: number): number {
  let low = 0;
  let high = document.tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = document.tokens[middle];
    if (token === undefined) return -1;
    if (position < token.start) high = middle - 1;
    else if (position >= token.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

function tokenRange(document: TextDocument, mention: Mention): { from: number; to: number } | null {
  const from = tokenAt(document, mention.start);
  const to = tokenAt(document, mention.end - 1) + 1;
  return from < 0 || to <= 0 ? null : { from, to };
}

function mentionsByToken(document: TextDocument, mentions: readonly Mention[]): ReadonlyMap<number, Mention> {
  const map = new Map<number, Mention>();
  for (const mention of mentions) {
    let index = tokenAt(document, mention.start);
    while (index >= 0 && (document.tokens[index]?.start ?? mention.end) < mention.end) {
      map.set(index, mention);
      index += 1;
    }
  }
  return map;
}

/** The country entity of an adjective of nationality; -1 where the article does not name the country. */
function countryFinder(entities: readonly Entity[]): (adjective: string) => number {
  return (adjective) => {
    // "North Korean" is nothing of the North.
    if (/^(?:north|south|east|west)$/.test(adjective)) return -1;
    if (!NATIONALITIES.has(adjective.replace(/^(?:north|south) /, ''))) return -1;
    return entities.findIndex(({ name, type }) => type === 'place' && isOfCountry(adjective, name));
  };
}

function toDescription(
  { document, mention, nameAt }: Describing,
  place: Place,
  { dates, publishedAt }: DescriptionContext,
  countryOf: (adjective: string) => number,
): RoleDescription | null {
  const { tokens } = document;
  const office = officeIn(tokens, place.from, place.to);
  if (office === null) return null;
  const start = tokens[place.from]?.start ?? mention.start;
  const end = tokens[place.to - 1]?.end ?? mention.end;
  const text = document.text.slice(start, end).replace(/\s+/g, ' ');
  const organisation = place.body ?? organisationOf(tokens, office, place.from, place.to, nameAt, countryOf);
  const headEnd = tokens[office.to]?.end ?? end;
  const said = tenseOf(
    document.text.slice(start, headEnd),
    document.text.slice(headEnd, end + 10),
    place.tenseWords,
  );
  return {
    start: Math.min(start, mention.start),
    end: Math.max(end, mention.end),
    entity: mention.entity,
    text,
    office: office.office,
    organisation: organisation === mention.entity ? -1 : organisation,
    tense: place.tense ?? said,
    asOf: place.begins ? beginning(dates, mention.sentence, end, publishedAt) : null,
    sentence: mention.sentence,
  };
}

const DAY = 86_400_000;
/** A beginning that lies further back than this says what somebody was then; nearer ones are the news itself. */
const NEWS_DAYS = 60;

/** The date behind "became mayor", where it lies well before publication: the office is told as of then. */
function beginning(
  dates: readonly DateReference[],
  sentence: number,
  from: number,
  publishedAt: number,
): number | null {
  const date = dates.find((one) => one.sentence === sentence && one.start >= from - 1);
  if (date === undefined || date.start - from > 40) return null;
  return date.at < publishedAt - NEWS_DAYS * DAY ? date.at : null;
}
