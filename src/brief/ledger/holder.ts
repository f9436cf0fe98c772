import type { Annotation, Entity, Mention, Quote, Sentence } from '../../core/annotation.ts';
import { isInside, type Span } from '../../core/span.ts';
import { type Holder, namedAfter, namedLast } from './speaker-after-verb.ts';
import { isBesideMainClause, isNobodysCue, isOfClause, speaksLast, speaksNext } from './speaker-place.ts';
import { isSourceWords, isSpeaker, isSure, MONTH_OR_DAY, plainName } from './speaker-words.ts';

/**
 * Verbs that a speaker's name follows ("…, said Varga"). After the others stands whom they are about: "polls predicted Varga would
 * win", "he called Varga a liar".
 */
const INVERTED =
  '(?<=[,”"’?!]\\s|^)(?:said|says|adds?|added|warned|argued|wrote|explained|declared|noted|insisted|announced|tweeted)';
const BEFORE_NAME = new RegExp(
  `(?:\\b(?:${INVERTED})|\\b(?:according to|in the words of))\\s+(?:(?:the|a|an|US|U\\.S\\.|former|then|\\p{Lu}?[\\p{L}.-]+)\\s+){0,4}$`,
  'u',
);
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|which|what|this|that|these|those|him|her|them|one|many|some|others|most|both|all|few|several|his|their|everyone|someone)$/i;

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
  // Whom nobody has named for so long is not who "he" is.
  return near.length > 0 && near.every((mention) => mention.entity === entity);
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
  if (!isBelieved) return null;
  // Of two with one surname the article may mean either.
  const surname = entity.name.split(' ').at(-1) ?? '';
  const isShared = annotation.entities.some(
    (other) => other !== entity && other.type === 'person' && other.name.endsWith(` ${surname}`),
  );
  return { name: isShared ? surname : entity.name, isNamedThere: false };
}

/** "When Holm announced his retirement, Varga …": what is said in the clause is not the sentence. */
const IN_CLAUSE =
  /^[“"]?(?:(?:Shortly|Just|Soon|Hours|Days|Weeks|Moments|Minutes) (?:after|before)|When|After|Before|As|Since|While|Because|If|Although|Though)\b[^,]*$/;

/** "The party has long been criticised for …": it is spoken of. */
const SPOKEN_OF =
  /^\s+(?:(?:has|have|had|was|were|is|are|being|been|long|widely|often|repeatedly|\p{Ll}+ly)\s+)*(?:has|have|had|was|were|is|are|been|being)\s+(?:(?:long|widely|often|repeatedly|also|\p{Ll}+ly)\s+)*(?:critici[sz]|accus|blam|prais|condemn|attack|urg|warn|ask|mock|denounc|ridicul|challeng|question)ed\b/u;
/** "In his talks with Varga he said …": the one talked with does not speak. */
const IS_OBJECT =
  /\b(?:with|against|about|over|between|alongside|beside|(?<![,”"’]\s)(?:said|says))\s+(?:[\p{L}.-]+\s+){0,3}$/u;

/** True when a name stands where nobody speaks: of whom something is said, or with whom. */
function isSpokenOf(text: string, { speaker, kind, cue }: Quote): boolean {
  if (speaker === null) return false;
  const after = text.slice(speaker.end, speaker.end + 60);
  if (NAME_OF_ANOTHER.test(after.slice(0, 24)) || SPOKEN_OF.test(after)) return true;
  const before = text.slice(Math.max(0, speaker.start - 50), speaker.start);
  // "The report says officials wrote of “a plan”": who is said to have written is not who says so.
  if (IS_OBJECT.test(before)) return true;
  // "Varga, who, before he left, said “it is over”, will …": said in the clause.
  if (cue !== null && cue.start > speaker.end && isOfClause(text.slice(speaker.end, cue.start))) return true;
  return (
    kind === 'indirect' && cue !== null && isNobodysCue(text.slice(Math.max(0, cue.start - 6), cue.start))
  );
}

/** "Holm reprimanded Varga: “…”": who does something to the one before the colon is the one who speaks. */
function subjectBeforeColon(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  speaker: Span,
): Holder | null {
  if (!/^\s*:/.test(text.slice(speaker.end, speaker.end + 3))) return null;
  const subject = annotation.mentions.find(
    (mention) =>
      mention.type === 'person' &&
      mention.start >= sentence.start &&
      mention.end < speaker.start &&
      /^\s+(?:\p{Ll}+ly\s+)?\p{Ll}+(?:ed|s)\s/u.test(text.slice(mention.end, speaker.start + 1)),
  );
  const entity = subject === undefined ? undefined : annotation.entities[subject.entity];
  return entity === undefined ? null : { name: entity.name, isNamedThere: true };
}

function speakerName(annotation: Annotation, text: string, sentence: Sentence, quote: Quote): Holder | null {
  const { speaker, speakerEntity } = quote;
  if (speaker === null) return speakerBefore(annotation, sentence, speakerEntity);
  if (isSpokenOf(text, quote)) return null;
  const before = text.slice(sentence.start, Math.max(sentence.start, speaker.start));
  if (quote.kind === 'indirect' && (IN_CLAUSE.test(before) || isBesideMainClause(before))) return null;
  const subject = subjectBeforeColon(annotation, text, sentence, speaker);
  if (subject !== null) return subject;
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
    if (isBesideMainClause(before) || /^[’']s\b/.test(after)) continue;
    const isLoneBody = entity.type === 'organisation' && !entity.name.includes(' ');
    if (CREDITED.test(before) && !isSure(entity)) continue;
    if (speaksNext(after) || (!isLoneBody && BEFORE_NAME.test(before)))
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
  return speaksNext(after) ? { name: entity.name, isNamedThere: true } : null;
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
  // Whom the quoted words name is spoken of in them.
  const own = mentions.filter(
    (mention) => !quotes.some(({ kind, content }) => kind !== 'indirect' && isInside(mention, content)),
  );
  const holder = holderAsNamed(annotation, text, sentence, quotes, own);
  const name = holder === null ? null : plainName(holder.name);
  return holder === null || name === null ? null : { ...holder, name };
}

/** "The expectation, aides say, is …": sources without a name, whoever is named beside them. */
const MAY_SAY_INSIDE = /\s(?:sa(?:id|ys?),|told)\s/;
const SAY_INSIDE =
  /,\s((?:[\p{L}.’'-]+\s){0,4}?[\p{L}’'-]+)\s(?:(?:say|said|says),\s|told\s(?:\p{Lu}[\p{L}.]*\s?){1,3}(?=[—–.,-]|$))/u;

/** The words of a sentence with blanks in place of what is quoted in it. */
function outsideQuotes(text: string, { start, end }: Sentence, quotes: readonly Quote[]): string {
  let shown = text.slice(start, end);
  for (const { kind, content } of quotes) {
    if (kind === 'indirect') continue;
    const [from, to] = [Math.max(0, content.start - start), Math.min(end, content.end) - start];
    if (from < to) shown = shown.slice(0, from) + ' '.repeat(to - from) + shown.slice(to);
  }
  return shown;
}

function holderAsNamed(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  quotes: readonly Quote[],
  mentions: readonly Mention[],
): Holder | null {
  const subject = subjectWhoSpeaks(annotation, text, sentence, mentions);
  if (subject !== null) return subject;
  const last = speaksLast(text, sentence, mentions);
  const speaker = last === undefined ? undefined : annotation.entities[last.entity];
  if (speaker !== undefined && isSpeaker(speaker)) return { name: speaker.name, isNamedThere: true };
  const own = text.slice(sentence.start, sentence.end);
  // The search for the whole is made where its end is: it begins at every comma.
  const words = MAY_SAY_INSIDE.test(own) ? SAY_INSIDE.exec(own)?.[1] : undefined;
  if (words !== undefined && !/\p{Lu}/u.test(words) && isSourceWords(words))
    return { name: words, isNamedThere: true };
  const unquoted = outsideQuotes(text, sentence, quotes);
  const named = namedAfter(annotation, unquoted) ?? namedLast(annotation, unquoted);
  if (named !== null) return named;
  // "Varga said …, North Press reported": who passes it on comes after who says it.
  const isPassedOn = ({ cue }: Quote): boolean =>
    cue !== null && /^reports?(?:ed)?$/i.test(text.slice(cue.start, cue.end));
  for (const quote of [...quotes].sort((a, b) => Number(isPassedOn(a)) - Number(isPassedOn(b)))) {
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
