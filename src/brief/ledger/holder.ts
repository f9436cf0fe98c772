import type { Annotation, Mention, Quote, Sentence } from '../../core/annotation.ts';

const SPEECH_VERB =
  'said|says|say|told|tells|adds?|added|warn(?:s|ed)|argu(?:es|ed)|claim(?:s|ed)|insist(?:s|ed)|predict(?:s|ed)|expect(?:s|ed)|' +
  'believ(?:es|ed)|call(?:s|ed)|wrote|writes|tweeted|announced|stated|suggest(?:s|ed)|explain(?:s|ed)|note[sd]|acknowledged|' +
  'declared|maintained|acknowledges|promis(?:es|ed)|vow(?:s|ed)|urg(?:es|ed)|forecast|estimat(?:es|ed)|describ(?:es|ed)|hopes?';
const AFTER_NAME = new RegExp(
  `^(?:[’']s \\w+)?(?:,[^,.;“”"]{2,60},)?\\s+(?:(?:has|have|had|also|later|then|repeatedly|previously)\\s+){0,2}(?:${SPEECH_VERB})\\b`,
);
const BEFORE_NAME = new RegExp(
  `(?:\\b(?:${SPEECH_VERB})|\\b(?:according to|in the words of))\\s+(?:(?:the|a|an|US|U\\.S\\.|former|then|\\p{Lu}?[\\p{L}.-]+)\\s+){0,4}$`,
  'u',
);
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|this|that|these|those|him|her|them|one|his|their|everyone|someone)$/i;

/** A source named by office or body only: "a State Department spokesman", "officials". */
const UNNAMED_SOURCE =
  /\b(?:officials?|spokes(?:man|woman|person|people)|police|ministry|ministers?|government|analysts?|experts?|researchers?|scientists?|prosecutors?|lawyers?|attorneys?|diplomats?|economists?|aides?|witnesses|doctors?|residents?|authorities|investigators|lawmakers|senators?|president|chancellor|governor|mayor|judge|company|agency|report|study|survey|poll|statement|court|party|union|council|commission|bank|professor|director|chief|secretary|chairman|chairwoman|leader|general|captain|commander|manager|owner|editor|lecturer|ambassador)\b/i;

/** Words after a name that make it a part of another one: "the Trump administration", "Varga's office". */
const NAME_OF_ANOTHER =
  /^(?:['’]s\b|\s+(?:administration|government|campaign|team|family|office|ministry|order|era)\b)/;

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

export interface Holder {
  readonly name: string;
  /** True when the sentence itself names the speaker, and not only by a pronoun. */
  readonly isNamedThere: boolean;
}

function speakerName(annotation: Annotation, text: string, sentence: Sentence, quote: Quote): Holder | null {
  const { speaker, speakerEntity } = quote;
  const entity = annotation.entities[speakerEntity];
  const words = speaker === null ? '' : text.slice(speaker.start, speaker.end).replace(/\s+/g, ' ').trim();
  const isBeside = speaker !== null && speaker.start < sentence.end && speaker.end > sentence.start;
  if (speaker !== null && NAME_OF_ANOTHER.test(text.slice(speaker.end, speaker.end + 24))) return null;
  if (!isBeside || PRONOUN.test(words))
    return entity !== undefined && isKnownPerson(annotation, speakerEntity)
      ? { name: entity.name, isNamedThere: false }
      : null;
  if (entity !== undefined && entity.name.trim().length > 1) return { name: entity.name, isNamedThere: true };
  if (words.length < 2 || words.length > 80) return null;
  return /\p{Lu}/u.test(words) || UNNAMED_SOURCE.test(words) ? { name: words, isNamedThere: true } : null;
}

function overlaps(quote: Quote, sentence: Sentence): boolean {
  return quote.content.start < sentence.end && quote.content.end > sentence.start;
}

function fromNames(
  annotation: Annotation,
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
): Holder | null {
  for (const mention of mentions) {
    if (mention.type !== 'person' && mention.type !== 'organisation') continue;
    const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 110));
    const before = text.slice(Math.max(sentence.start, mention.start - 90), mention.start);
    const name = annotation.entities[mention.entity]?.name;
    if (name !== undefined && (AFTER_NAME.test(after) || BEFORE_NAME.test(before)))
      return { name, isNamedThere: true };
  }
  return null;
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
