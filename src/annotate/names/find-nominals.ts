import type { Mention, NominalMention, RoleDescription } from '../../core/annotation.ts';
import { type TaggedToken, type TextDocument, wordSet } from '../text-document.ts';
import { NATIONALITIES } from './place-lexicon.ts';

/** Offices that one person holds at a time, so that "the …" can mean somebody. */
const OFFICES =
  wordSet(`president premier minister chancellor secretary senator representative congressman congresswoman governor mayor
general admiral colonel commander chief sheriff prosecutor ambassador commissioner speaker leader chairman chairwoman chair executive
director spokesman spokeswoman king queen prince princess emperor sultan emir pope cardinal archbishop bishop ayatollah coach judge
justice superintendent principal rector president-elect dictator founder billionaire tycoon envoy`);
const MODIFIERS =
  wordSet(`prime foreign vice deputy defence defense finance interior chief executive acting general attorney first
health justice education trade energy police party opposition majority minority house senate supreme crown managing state treasury`);
const LONGEST = 4;

/** Adjectives that do not begin like their country; the others share at least four letters with it. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    french: 'france',
    dutch: 'netherlands',
    british: 'britain',
    spanish: 'spain',
    danish: 'denmark',
    polish: 'poland',
    irish: 'ireland',
    welsh: 'wales',
    swedish: 'sweden',
    finnish: 'finland',
    turkish: 'turkey',
    american: 'u.s.',
    iraqi: 'iraq',
    thai: 'thailand',
    lao: 'laos',
  }),
);

interface Office {
  readonly entity: number;
  readonly start: number;
  readonly head: string;
  readonly modifiers: readonly string[];
  /** Demonyms and names of places in it, lower case. */
  readonly origin: readonly string[];
  readonly isFormer: boolean;
}

/**
 * Phrases like "the Ukrainian president" that mean somebody the article has described with that office before. Only the sure
 * ones: one person alone answers to all words of the phrase, and the phrase does not go on to a name or with "of".
 */
export function findNominals(
  document: TextDocument,
  mentions: readonly Mention[],
  descriptions: readonly RoleDescription[],
): NominalMention[] {
  const offices = descriptions.flatMap((description) => officeOf(description));
  if (offices.length === 0) return [];
  const heads = new Set(offices.map(({ head }) => head));
  const found: NominalMention[] = [];
  for (const [at, token] of document.tokens.entries()) {
    if (token.lower !== 'the') continue;
    const head = headAfter(document, at, heads);
    if (head === -1) continue;
    const words = document.tokens.slice(at + 1, head).map(({ lower }) => lower);
    const entity = holder(offices, document.tokens[head]?.lower ?? '', words, token.start);
    const end = document.tokens[head]?.end ?? token.end;
    const isDescribed = descriptions.some((one) => one.start < end && token.start < one.end);
    if (
      entity === -1 ||
      isDescribed ||
      mentions.some((one) => one.type === 'person' && one.start < end && token.start < one.end)
    )
      continue;
    found.push({ start: token.start, end, entity, sentence: token.sentence });
  }
  return found;
}

/** Index of the office a "the" at `at` leads to, -1 when it leads to none or to more than one. */
function headAfter({ tokens }: TextDocument, at: number, heads: ReadonlySet<string>): number {
  for (let index = at + 1; index <= at + LONGEST; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return -1;
    const next = tokens[index + 1];
    if (heads.has(token.lower) && !isModifierBefore(token, next)) return isClosed(tokens, index) ? index : -1;
    if (
      !MODIFIERS.has(token.lower) &&
      !NATIONALITIES.has(token.lower) &&
      !/^(?:u\.?s\.?|uk|north|south)$/.test(token.lower)
    )
      return -1;
  }
  return -1;
}

function isModifierBefore(token: TaggedToken, next: TaggedToken | undefined): boolean {
  return (
    MODIFIERS.has(token.lower) && next !== undefined && (OFFICES.has(next.lower) || MODIFIERS.has(next.lower))
  );
}

/** Nothing follows that names the person or makes it another office: a name, "of", "-elect", a noun. */
function isClosed(tokens: readonly TaggedToken[], head: number): boolean {
  const next = tokens[head + 1];
  if (next === undefined || next.sentence !== tokens[head]?.sentence) return true;
  if (/^(?:of|for|-|–|and|or|who)$/.test(next.lower)) return false;
  return !/^(?:NOUN|PROPN|NUM)$/.test(next.tag);
}

function officeOf({ entity, start, text, tense }: RoleDescription): Office[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}.]+(?:-[\p{L}]+)*/gu) ?? [];
  const of = words.findIndex((word, index) => index > 0 && /^(?:of|at|for|in)$/.test(word));
  const phrase = of === -1 ? words : words.slice(0, of);
  const head = phrase.findLast((word) => OFFICES.has(word));
  if (head === undefined) return [];
  const origin = words.filter((word) => NATIONALITIES.has(word) || !MODIFIERS.has(word));
  return [{ entity, start, head, modifiers: phrase, origin, isFormer: tense === 'former' }];
}

function holder(offices: readonly Office[], head: string, words: readonly string[], start: number): number {
  const known = offices.filter((office) => office.head === head && office.start < start);
  const demonyms = words.filter((word) => !MODIFIERS.has(word));
  const modifiers = words.filter((word) => MODIFIERS.has(word));
  const fitting = known.filter(
    (office) =>
      !office.isFormer &&
      modifiers.every((word) => office.modifiers.includes(word)) &&
      demonyms.every((word) => office.origin.some((place) => isFrom(word, place))) &&
      // "the minister" may be any minister, "the president" not the vice president.
      (modifiers.length > 0 || head !== 'president' || !office.modifiers.includes('vice')),
  );
  const entities = new Set(fitting.map(({ entity }) => entity));
  const [only = -1] = entities;
  return entities.size === 1 ? only : -1;
}

/** "Ukrainian" goes with "Ukraine" and with "Ukrainian". */
function isFrom(demonym: string, place: string): boolean {
  if (demonym === place || IRREGULAR.get(demonym) === place) return true;
  return demonym.length > 3 && demonym.slice(0, 4) === place.slice(0, 4);
}
