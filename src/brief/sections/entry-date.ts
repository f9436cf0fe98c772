import type { DateReference } from '../../core/annotation.ts';
import type { Span } from '../../core/span.ts';

/** Words that open a clause beside the main one, or that hang a time on something else than the verb. */
const OPENS_CLAUSE =
  /\b(?:who|whom|whose|which|where|after|following|since|because|until|than|identif(?:ies|ied)|unlike|despite|compared|amid)\b|\b(?:before|when|while|as) (?:he|she|it|they|the|a|an|his|her|their|its|\p{Lu})|\b(?:reveal|show|include|say|argue|claim|suggest|note|argued|noted|claimed|suggested|alleged|describ)\p{Ll}*\s(?:that\s)?|(?<=\p{Ll})\sthat\s(?=\p{Lu}|he|she|they|it)/u;
/** ", a lawyer named by Holm in May": beside the name before it. */
const BESIDE_NAME = /,\s(?:an?|the|then|now|former)\s(?:\p{L}[\p{L}’'-]*\s){1,8}$/u;
/** "A photograph of Holm at the bridge in 2013 was posted": when it was taken, not when it was shown. */
const PICTURED = /\b(?:photo(?:graph)?s?|pictures?|videos?|footage|clips?|images?|recordings?|tapes?)\b/i;
/** "By 5 March", "as of May": a limit and a count, no day on which something happened. */
const LIMIT = /\b(?:by|as of|until|through|before|from)\s(?:the\s)?(?:end of\s)?$/i;

/** The places in a sentence at which its first clause of time ends: "When the bridge fell in 1931, the council …". */
function afterOpening(before: string): string {
  const opening = /^["“‘']*(?:When|As|In|On|By|At|During|Since|While|Back in)\b[^,]*$/u;
  return opening.test(before) ? '' : before;
}

/**
 * True when a date says when the event of a sentence's main clause happened, as far as its words tell: not where it stands in a
 * clause or description beside that, belongs to a noun ("last year's raid", "a May 2016 article"), or is a limit.
 */
export function isDateOfEvent(text: string, sentence: Span, { start, end }: DateReference): boolean {
  const before = text.slice(sentence.start, start);
  const after = text.slice(end, Math.min(sentence.end, end + 24));
  if (/^['’]s\b/.test(after) && before.trim() !== '') return false;
  if (LIMIT.test(before) && !/^["“‘']*(?:By|From)\s$/u.test(before)) return false;
  // "an October 2016 application": part of a name for a thing.
  if (
    /\b(?:an?|the|his|her|their|its|that)\s$/i.test(before) &&
    /^,?\s\p{Ll}{4,}/u.test(after) &&
    !/^\s(?:that|when|while|after|with|from|because|which)\b/.test(after)
  )
    return false;
  const told = afterOpening(before);
  return !OPENS_CLAUSE.test(told) && !BESIDE_NAME.test(told) && !PICTURED.test(told);
}
