import type { Entity } from '../../core/annotation.ts';

/** A source named by office or body only: "a State Department spokesman", "officials". */
const UNNAMED_SOURCE =
  /\b(?:sources?|officials?|spokes(?:man|woman|person|people)|police|ministry|ministers?|government|analysts?|experts?|researchers?|scientists?|prosecutors?|lawyers?|attorneys?|diplomats?|economists?|aides?|witnesses|doctors?|residents?|authorities|investigators|lawmakers|senators?|president|chancellor|governor|mayor|judge|company|agency|report|study|survey|poll|statement|court|party|union|council|commission|bank|professor|director|chief|secretary|chairman|chairwoman|leader|general|captain|commander|manager|owner|editor|lecturer|ambassador)\b/i;

export const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.? \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b/i;
/** Only people and bodies hold views: no place, ship, month or day does. A lone body's name must itself be the subject. */
export function isSpeaker(entity: Entity): boolean {
  const isOne = entity.type === 'person' || entity.type === 'organisation';
  return (
    isOne &&
    entity.name.trim().length > 1 &&
    !MONTH_OR_DAY.test(entity.name) &&
    !NOBODY.test(entity.name) &&
    !isNobodysName(entity.name) &&
    !TWO_NAMES.test(entity.name) &&
    !OFFICE_ALONE.test(entity.name)
  );
}

/** "Acting Chief": an office cut out of a longer one names nobody. */
const OFFICE_ALONE =
  /^(?:(?:acting|deputy|vice|assistant|interim|former|chief|secretary|president|director|minister|general|attorney|speaker|leader|chairman|senator|judge|justice|governor)\s*)+$/i;

/** What is cited as if it spoke, and people in general: neither can be asked. */
const NOBODY =
  /^(?:the )?(?:history|polls?|polling|data|evidence|experience|tradition|politics|logic|reality|numbers|conventional wisdom|members|people|americans|voters|everyone|anyone|nothing|nobody|no one|none|neither|(?:\p{L}+ )?per ?cent|(?:average|typical|ordinary)\b.*|.*['’]s?)$/iu;
/** Papers, counts and devices that are cited as if they spoke. */
const THING =
  /\b(?:mailers?|models?|indictments?|ads?|polls?|polling|surveys? finds?|spots?|footage|videos?|websites?|lawsuits?|bills?|memos?|filings?|caption|headlines?)$/i;
/** "The Ottery Democrat": one of a party, whose name the sentence before has. */
const ONE_OF_PARTY =
  /^(?:the |an? )?(?:(?:(?:New|North|South|West|Rhode)\s)?\p{Lu}[\p{L}.]+\s)?(?:democrat|republican|independent|libertarian)$/iu;

/** True for what nobody is called: a paper, a count, or one of a party. */
function isNobodysName(name: string): boolean {
  return THING.test(name) || ONE_OF_PARTY.test(name);
}

/** "Holm-Varga": two names beside each other, as of talks between them. */
const TWO_NAMES = /^\p{Lu}\p{Ll}+[-–]\p{Lu}\p{Ll}+$/u;

/** A surname that the article never gives in full may be anything: a place, a ship. */
export function isSure(entity: Entity): boolean {
  return entity.name.includes(' ') || entity.mentions >= 2 || /^\p{Lu}{2,}$/u.test(entity.name);
}

/** "Kavanaugh’s stated views", and words cut out of a sentence at a dash, are nobody. */
const THING_OF_ANOTHER = /[’']s(?: [\p{Ll}-]+)+$|\s(?:--|[–—])\s/u;

/** A capital that is not only that of a sentence's first word: "Around noon" and "The implications" name nobody. */
const OWN_CAPITAL =
  /^(?!(?:The|A|An|At|In|On|By|Around|About|After|Before|During|For|From|Under|With)\b)\p{Lu}|\s\p{Lu}/u;

/** A paper that speaks for those who wrote it, whoever that is. */
const PAPER =
  /^(?:the|a|an|this|that) (?:statement|letter|tweet|document|complaint|filing|affidavit|post|message|memo)$/i;

/** "The workers the president": the second belongs to what follows. */
const TWO_NOUNS = /\p{Ll}(?<!\b(?:of|for|at|to|in|with|and|from|on|by|or)) the \p{Ll}/u;
/** True for words that name or describe a source by themselves: "North Press officials", "a police spokesman", not "its lawyer". */
export function isSourceWords(words: string): boolean {
  if (words.length < 2 || words.length > 80 || MONTH_OR_DAY.test(words) || NOBODY.test(words)) return false;
  if (isNobodysName(words) || /^\p{L}+ per ?cent\b/iu.test(words)) return false;
  if (/^(?:its|his|her|their|our|my)\b/i.test(words)) return false;
  if (TWO_NOUNS.test(words) || PAPER.test(words)) return false;
  const isThing = THING_OF_ANOTHER.test(words) && !UNNAMED_SOURCE.test(words.split(' ').at(-1) ?? '');
  if (OFFICE_ALONE.test(words.replace(/-+$/, ''))) return false;
  return !isThing && (OWN_CAPITAL.test(words) || UNNAMED_SOURCE.test(words));
}

/**
 * "Jeff Holm Jeffrey", "Jeff Holm Jeff Alan HolmThe": as a page's list of links runs into a name. Without what comes from where
 * the first name is said again; null for what nobody is called.
 */
export function plainName(name: string): string | null {
  const words = name.split(' ');
  const first = (words[0] ?? '').slice(0, 3).toLowerCase();
  const again = words.findIndex((word, i) => i >= 2 && word.slice(0, 3).toLowerCase() === first);
  const plain = (again < 0 ? words : words.slice(0, again)).join(' ');
  return /\p{Ll}\p{Lu}{2,}/u.test(plain) ? null : plain;
}
