import type { Mention } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';
import { hasFiniteVerb } from '../sentence-quality.ts';
import { quotedWords } from '../sentence-words.ts';

const SPEECH_VERB =
  'said|says|say|told|tells|adds?|added|warn(?:s|ed)|argu(?:es|ed)|claim(?:s|ed)|insist(?:s|ed)|predict(?:s|ed)|expect(?:s|ed)|' +
  'believ(?:es|ed)|call(?:s|ed)|wrote|writes|tweeted|announced|stated|suggest(?:s|ed)|explain(?:s|ed)|note[sd]|acknowledged|' +
  'declared|maintained|acknowledges|promis(?:es|ed)|vow(?:s|ed)|urg(?:es|ed)|forecast|estimat(?:es|ed)|describ(?:es|ed)|hopes?|denie[sd]';
/** Letters that come before a speaker who is named last. */
const LEAST_SAID = 40;
const AFTER_NAME = new RegExp(
  `^((?:,[^,;“”"]{2,140}?,(?: [^,;“”"]{2,40},)?)?)\\s+(?:(?:has|have|had|also|later|then|\\p{Ll}+ly)\\s+){0,2}(?:${SPEECH_VERB})\\b`,
  'u',
);

/**
 * True when a verb of speaking that is the name's own comes after it: "Varga, who left in May, said …", not "Varga, who, before he
 * left, said he was tired, will …", where the clause has it.
 */
export function speaksNext(after: string): boolean {
  const aside = AFTER_NAME.exec(after)?.[1];
  if (aside === undefined) return false;
  return !isOfClause(aside);
}

/** True when what stands between a name and a verb of speaking makes that the verb of a clause that opens there. */
export function isOfClause(between: string): boolean {
  return /^,\s(?:who|which|whose)\b/.test(between) && !hasFiniteVerb(quotedWords(between));
}

/** "… just days before the council announced that …", "the first time the ministry has said": told beside what the sentence says. */
const BEGINS_CLAUSE =
  /\b(?:before|after|when|since|while|because|where|until|although|though|that|which|whom|(?:first|last|only|next|second) time)\s+(?:(?:the|a|an|then|former|President|Mr\.|Ms\.|Mrs\.|Sen\.|Rep\.)\s+){0,2}$/;
/** "failed to win the ministry", "the lawyer Holm hired": what is won does not speak, nor does who hires. */
const AFTER_INFINITIVE = /\bto\s\p{Ll}+\s(?:the\s)?$/u;

/** True when a name stands in a clause beside the main one, or is what something is done to. */
export function isBesideMainClause(before: string): boolean {
  return BEGINS_CLAUSE.test(before) || AFTER_INFINITIVE.test(before);
}

/** "in hopes that", "hired to question": no verb of whoever stands before it. */
export function isNobodysCue(before: string): boolean {
  return /\b(?:in|to|of|with)\s$/i.test(before);
}

/** "…, the ministry's chief Aksel Varga said after the talks": a title, a name and the verb behind all that is said. */
export function speaksLast(text: string, sentence: Span, mentions: readonly Mention[]): Mention | undefined {
  return mentions.find((mention) => {
    if (mention.type !== 'person') return false;
    const before = /,\s([^,“”"]{0,80})$/u.exec(text.slice(sentence.start, mention.start));
    if (before === null || before.index < LEAST_SAID) return false;
    const after = text.slice(mention.end, Math.min(sentence.end, mention.end + 30));
    return (
      !hasFiniteVerb(quotedWords(before[1] ?? '')) &&
      !/\b(?:who|which|that|and|but|as|when|while)\b/.test(before[1] ?? '') &&
      /^\s(?:said|says)(?:[.,]|\s(?:after|on|in|at|during|\p{Lu}\p{Ll}+day|late|early)\b|$)/u.test(after)
    );
  });
}
