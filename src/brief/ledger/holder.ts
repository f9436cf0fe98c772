import type { Annotation, Entity, Mention, Quote, Sentence } from '../../core/annotation.ts';

const SPEECH_VERB =
  'said|says|say|told|tells|adds?|added|warn(?:s|ed)|argu(?:es|ed)|claim(?:s|ed)|insist(?:s|ed)|predict(?:s|ed)|expect(?:s|ed)|' +
  'believ(?:es|ed)|call(?:s|ed)|wrote|writes|tweeted|announced|stated|suggest(?:s|ed)|explain(?:s|ed)|note[sd]|acknowledged|' +
  'declared|maintained|acknowledges|promis(?:es|ed)|vow(?:s|ed)|urg(?:es|ed)|forecast|estimat(?:es|ed)|describ(?:es|ed)|hopes?|denie[sd]';
const AFTER_NAME = new RegExp(
  `^(?:,[^,.;“”"]{2,60},)?\\s+(?:(?:has|have|had|also|later|then|repeatedly|previously)\\s+){0,2}(?:${SPEECH_VERB})\\b`,
);
/**
 * Verbs that a speaker's name follows ("…, said Varga"). After the others stands whom they are about: "polls predicted Varga would
 * win", "he called Varga a liar".
 */
const INVERTED =
  'said|says|(?<=[,”"’]\\s)(?:adds?|added|warned|argued|wrote|explained|declared|noted|insisted|announced|tweeted)';
const BEFORE_NAME = new RegExp(
  `(?:\\b(?:${INVERTED})|\\b(?:according to|in the words of))\\s+(?:(?:the|a|an|US|U\\.S\\.|former|then|\\p{Lu}?[\\p{L}.-]+)\\s+){0,4}$`,
  'u',
);
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|which|what|this|that|these|those|him|her|them|one|many|some|others|most|both|all|few|several|his|their|everyone|someone)$/i;

/** A source named by office or body only: "a State Department spokesman", "officials". */
const UNNAMED_SOURCE =
  /\b(?:officials?|spokes(?:man|woman|person|people)|police|ministry|ministers?|government|analysts?|experts?|researchers?|scientists?|prosecutors?|lawyers?|attorneys?|diplomats?|economists?|aides?|witnesses|doctors?|residents?|authorities|investigators|lawmakers|senators?|president|chancellor|governor|mayor|judge|company|agency|report|study|survey|poll|statement|court|party|union|council|commission|bank|professor|director|chief|secretary|chairman|chairwoman|leader|general|captain|commander|manager|owner|editor|lecturer|ambassador)\b/i;

const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.? \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b/i;
/** The name that a sentence puts after its verb of speaking: "said Beatrix Olander", "according to Chief Mara Lind". */
const NAMED_AFTER =
  /\b(?:said|says|according to|added|warned|argued|wrote)\s+(?:(?:the\s+)?(?:[\p{Ll}-]+\s+){0,3})?(\p{Lu}[\p{L}.’'-]+(?:\s+(?:(?:de|van|von|bin|al|der|la)\s+)?\p{Lu}[\p{L}.’'-]+){1,3})/u;

const CREDITED = /\baccording to\s+(?:the\s+)?$/i;

/** Words after a name that make it a part of another one: "the Trump administration", "Varga's office". */
const NAME_OF_ANOTHER =
  /^(?:['’]s\b|\s+(?:administration|government|campaign|team|family|office|ministry|order|era|hearing|summit|meeting|interview|probe|bill|rally|deal|conference)\b)/;

/**
 * A speaker whom the quotation reaches only by a pronoun or from another sentence is believed when it is a person
 * whom the article names twice, not only inside quotations.
 */
function isKnownPerson(annotation: Annotation, entity: number): boolean {
  if (annotation.entities[entity]?.type !== 'person') return false;
  const mentions = annotation.mentions.filter((mention) => mention.entity === entity);
  const direct = annotation.quotes.filter((quote) => quote.kind !== 'indirect');
  const outside = mentions.filter(
    (mention) => !direct.some(({ content }) => mention.start >= content.start && mention.end <= content.end),
  );
  return mentions.length >= 2 && outside.length >= 1;
}

/** How many sentences back a pronoun may reach for the person it stands for. */
const PRONOUN_REACH = 2;

/** True when no other person than this one is named in a sentence or right before it. */
function isOnlyPersonNear(annotation: Annotation, sentence: Sentence, entity: number): boolean {
  const at = annotation.sentences.indexOf(sentence);
  const near = annotation.mentions.filter(
    (mention) =>
      mention.type === 'person' && mention.sentence >= at - PRONOUN_REACH && mention.sentence <= at,
  );
  return near.every((mention) => mention.entity === entity);
}

/** Only people and bodies hold views: no place, ship, month or day does. A lone body's name must itself be the subject. */
function isSpeaker(entity: Entity): boolean {
  const isOne = entity.type === 'person' || entity.type === 'organisation';
  return (
    isOne &&
    entity.name.trim().length > 1 &&
    !MONTH_OR_DAY.test(entity.name) &&
    !OFFICE_ALONE.test(entity.name)
  );
}

/** "Acting Chief": an office cut out of a longer one names nobody. */
const OFFICE_ALONE =
  /^(?:(?:acting|deputy|vice|assistant|interim|former|chief|secretary|president|director|minister|general|attorney|speaker|leader|chairman|senator|judge|justice|governor)\s*)+$/i;

/** A surname that the article never gives in full may be anything: a place, a ship. */
function isSure(entity: Entity): boolean {
  return entity.name.includes(' ') || entity.mentions >= 2 || /^\p{Lu}{2,}$/u.test(entity.name);
}

/** "Said Fox Sports commentator Jason Whitlock": the person after the body's name and an office in small letters. */
const PERSON_OF_BODY =
  /^(?:[’']s)?(?:\s+[\p{Ll}-]+){1,4}\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,2})/u;

function knownAs(annotation: Annotation, name: string): Entity | undefined {
  return annotation.entities.find((entity) => entity.name === name || name.endsWith(` ${entity.name}`));
}

/** The full name after a verb of speaking, as the article knows it; null for names of places and things. */
function namedAfter(annotation: Annotation, text: string): Holder | null {
  const match = NAMED_AFTER.exec(text);
  const name = match?.[1]?.replace(/[’']s$/, '').replace(/[.,]+$/, '');
  if (match === null || name === undefined || MONTH_OR_DAY.test(name)) return null;
  const person = PERSON_OF_BODY.exec(text.slice(match.index + match[0].length))?.[1]?.replace(/[.,]+$/, '');
  const officer = person === undefined ? undefined : knownAs(annotation, person);
  const known = officer?.type === 'person' ? officer : knownAs(annotation, name);
  if (known === undefined) return null;
  return isSpeaker(known) ? { name: known.name, isNamedThere: true } : null;
}

/** "Kavanaugh’s stated views", and words cut out of a sentence at a dash, are nobody. */
const THING_OF_ANOTHER = /[’']s(?: [\p{Ll}-]+)+$|\s(?:--|[–—])\s/u;

/** A capital that is not only that of a sentence's first word: "Around noon" and "The implications" name nobody. */
const OWN_CAPITAL =
  /^(?!(?:The|A|An|At|In|On|By|Around|About|After|Before|During|For|From|Under|With)\b)\p{Lu}|\s\p{Lu}/u;

export interface Holder {
  readonly name: string;
  /** True when the sentence itself names the speaker, and not only by a pronoun. */
  readonly isNamedThere: boolean;
}

/** A paper that speaks for those who wrote it, whoever that is. */
const PAPER =
  /^(?:the|a|an|this|that) (?:statement|letter|tweet|document|complaint|filing|affidavit|post|message|memo)$/i;

/** "The workers the president": the second belongs to what follows. */
const TWO_NOUNS = /\p{Ll}(?<!\b(?:of|for|at|to|in|with|and|from|on|by|or)) the \p{Ll}/u;
/** True for words that name or describe a source by themselves: "North Press officials", "a police spokesman", not "its lawyer". */
function isSourceWords(words: string): boolean {
  if (words.length < 2 || words.length > 80 || MONTH_OR_DAY.test(words)) return false;
  if (/^(?:its|his|her|their|our|my)\b/i.test(words)) return false;
  if (TWO_NOUNS.test(words) || PAPER.test(words)) return false;
  const isThing = THING_OF_ANOTHER.test(words) && !UNNAMED_SOURCE.test(words.split(' ').at(-1) ?? '');
  if (OFFICE_ALONE.test(words.replace(/-+$/, ''))) return false;
  return !isThing && (OWN_CAPITAL.test(words) || UNNAMED_SOURCE.test(words));
}

/**
 * "Jeff Holm Jeffrey", as a page's list of links runs into a name: without what repeats the first one; null for what
 * nobody is called.
 */
function plainName(name: string): string | null {
  if (/\p{Ll}\p{Lu}{2,}/u.test(name)) return null;
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const repeats = words.length > 2 && last.slice(0, 3).toLowerCase() === first.slice(0, 3).toLowerCase();
  return (repeats ? words.slice(0, -1) : words).join(' ');
}

/**
 * The speaker whom a sentence itself names or describes. Words in quotation marks were spoken by somebody: there a
 * lone surname counts that was taken for a place.
 */
function speakerBeside(
  entity: Entity | undefined,
  words: string,
  { isDirect, isCreditedOnly }: { readonly isDirect: boolean; readonly isCreditedOnly: boolean },
): Holder | null {
  if (entity !== undefined) {
    const mayBeSurname = isDirect && entity.mentions === 1 && !entity.name.includes(' ');
    const isHolder = (isSpeaker(entity) || mayBeSurname) && (isSure(entity) || !isCreditedOnly);
    return isHolder && !MONTH_OR_DAY.test(entity.name) ? { name: entity.name, isNamedThere: true } : null;
  }
  return isSourceWords(words) ? { name: words, isNamedThere: true } : null;
}

/** The speaker whom a sentence reaches by a pronoun or from beside it. */
function speakerBefore(annotation: Annotation, sentence: Sentence, speakerEntity: number): Holder | null {
  const entity = annotation.entities[speakerEntity];
  const isBelieved =
    entity !== undefined &&
    isKnownPerson(annotation, speakerEntity) &&
    isOnlyPersonNear(annotation, sentence, speakerEntity);
  return isBelieved ? { name: entity.name, isNamedThere: false } : null;
}

function speakerName(annotation: Annotation, text: string, sentence: Sentence, quote: Quote): Holder | null {
  const { speaker, speakerEntity } = quote;
  if (speaker === null) return speakerBefore(annotation, sentence, speakerEntity);
  if (NAME_OF_ANOTHER.test(text.slice(speaker.end, speaker.end + 24))) return null;
  const words = text.slice(speaker.start, speaker.end).replace(/\s+/g, ' ').trim();
  const isBeside = speaker.start < sentence.end && speaker.end > sentence.start;
  if (!isBeside || PRONOUN.test(words)) return speakerBefore(annotation, sentence, speakerEntity);
  const isCreditedOnly = CREDITED.test(text.slice(Math.max(0, speaker.start - 20), speaker.start));
  const isDirect = quote.kind === 'direct';
  return speakerBeside(annotation.entities[speakerEntity], words, { isDirect, isCreditedOnly });
}

function overlaps(quote: Quote, sentence: Sentence): boolean {
  return quote.content.start < sentence.end && quote.content.end > sentence.start;
}

/** "When Holm announced his retirement, Varga …": what is said in the clause is not the sentence. */
const IN_CLAUSE = /^[“"]?(?:When|After|Before|As|Since|While|Because|If|Although|Though)\b[^,]*$/;

function isNameOfSpeaker({ type }: Mention): boolean {
  return type === 'person' || type === 'organisation';
}

function fromNames(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
): Holder | null {
  const own = mentions.filter(
    (mention) => isNameOfSpeaker(mention) && !IN_CLAUSE.test(text.slice(sentence.start, mention.start)),
  );
  for (const mention of own) {
    const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 110));
    const before = text.slice(Math.max(sentence.start, mention.start - 90), mention.start);
    const entity = annotation.entities[mention.entity];
    if (entity === undefined || !isSpeaker(entity)) continue;
    const isLoneBody = entity.type === 'organisation' && !entity.name.includes(' ');
    if (CREDITED.test(before) && !isSure(entity)) continue;
    if (AFTER_NAME.test(after) || (!isLoneBody && BEFORE_NAME.test(before)))
      return { name: entity.name, isNamedThere: true };
  }
  return null;
}

/** A title before the name that opens a sentence: "Mr. Holm warned …". */
const OPENS_WITH = /^["“‘']?(?:(?:But|And|Yet|Still|Meanwhile),? )?(?:\p{Lu}\p{Ll}{1,3}\.\s)?$/u;

/** The person with whose name and verb of speaking a sentence opens: whoever is named further on, this one speaks. */
function subjectWhoSpeaks(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
): Holder | null {
  const first = mentions.find(
    (mention) => mention.type === 'person' && OPENS_WITH.test(text.slice(sentence.start, mention.start)),
  );
  const entity = first === undefined ? undefined : annotation.entities[first.entity];
  if (first === undefined || entity === undefined || !isSpeaker(entity)) return null;
  const after = text.slice(first.end, Math.min(sentence.end, first.end + 110));
  return AFTER_NAME.test(after) ? { name: entity.name, isNamedThere: true } : null;
}

/**
 * Who says a sentence, as the article names them: the speaker of a quotation that lies in it, else the name beside a
 * verb of speaking ("…, Zelensky said", "according to North Press"). Null when nobody is named.
 */
export function holderOf(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  quotes: readonly Quote[],
  mentions: readonly Mention[],
): Holder | null {
  const holder = holderAsNamed(annotation, text, sentence, quotes, mentions);
  const name = holder === null ? null : plainName(holder.name);
  return holder === null || name === null ? null : { ...holder, name };
}

/** "The expectation, aides say, is …": sources without a name, whoever is named beside them. */
const SAY_INSIDE = /,\s((?:[\p{L}.’'-]+\s){0,4}?[\p{L}’'-]+)\s(?:say|said|says),\s/u;

function holderAsNamed(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  quotes: readonly Quote[],
  mentions: readonly Mention[],
): Holder | null {
  const subject = subjectWhoSpeaks(annotation, text, sentence, mentions);
  if (subject !== null) return subject;
  const words = SAY_INSIDE.exec(text.slice(sentence.start, sentence.end))?.[1];
  if (words !== undefined && !/\p{Lu}/u.test(words) && isSourceWords(words))
    return { name: words, isNamedThere: true };
  const named = namedAfter(annotation, text.slice(sentence.start, sentence.end));
  if (named !== null) return named;
  for (const quote of quotes) {
    if (!overlaps(quote, sentence)) continue;
    const holder = speakerName(annotation, text, sentence, quote);
    if (holder !== null) return holder;
  }
  return fromNames(annotation, text, sentence, mentions);
}

/** How much of a sentence lies in directly quoted words: `inside` when nothing is left beside them. */
export function quotedShare(
  sentence: Sentence,
  quotes: readonly Quote[],
): { readonly inside: boolean; readonly share: number } {
  let covered = 0;
  let inside = false;
  for (const quote of quotes) {
    if (quote.kind === 'indirect' || !overlaps(quote, sentence)) continue;
    const start = Math.max(quote.content.start, sentence.start);
    const end = Math.min(quote.content.end, sentence.end);
    covered += end - start;
    if (start - sentence.start <= 1 && sentence.end - end <= 2) inside = true;
  }
  return { inside, share: covered / Math.max(1, sentence.end - sentence.start) };
}
