import { outsideQuotes } from './sentence-quality.ts';

/** Openings that go on from the sentence before: "With that, …", "Also on Monday …", "In a further letter …". */
const GOES_ON =
  /^["“‘']*(?:also\b|both of (?:their|his|her|its|them)\b|with (?:that|this)\b|in fact\b|then,|at (?:that|this|the same) \p{Ll}+|in (?:a|an) (?:further|second|later|separate|follow-up|earlier) (?:tweet|message|letter|post|statement|interview)|(?:the|an?) (?:next|following|same|further|second|other) \p{Ll}+|others?\b|in doing so\b|even then\b|the (?:two|three|four) \p{Ll}+ (?:is|are|was|were|had|have|will)\b|likewise\b|as such\b)/iu;

/**
 * "Unwilling to accept that outcome, …": what is pointed at stands elsewhere. "Those who", "this week" and "in that he" point
 * at nothing.
 */
const POINTS_BACK =
  /\b(?:accept(?:s|ed)?|reject(?:s|ed)?|cancell?ed|includ(?:e|es|ed)|address(?:es|ed)?|den(?:y|ies|ied)|of|on|in|at|to|with|by|for|from|under|about|into|over|despite|against|since|after|before|during)\s(?:that|this|those|these)\s(?!(?:who|whom|which|the|an?|he|she|it|they|we|his|her|their|its|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|time|country|nation|with|in|of|from|on|at|whose|seeking|being|more|many|some|any|no|not|all)\b|\p{Ll}+ed\b|\p{Lu})\p{Ll}+/u;
/** "Whether he is willing to take such a step": which one, the sentence before says. */
const SUCH = /\bsuch an?\s\p{Ll}+(?![^.]*\bas\b)/iu;
/** "He issued the same warning": the same as another sentence has. */
const THE_SAME =
  /\bthe same (?!(?:day|time|week|month|year|night|morning|as|that|way|thing|one)\b)\p{Ll}+(?![^.]*\b(?:as|that)\b)/iu;
/** "Mr. Holm said that is the question", "she called it absurd": what is, and what she called so. */
const SAYS_OF_IT =
  /^[^,“"]{0,60}\b(?:said|says|added|thought|thinks|called|calls)\s(?:(?:that|this|it)\s(?:is|was|['’]s)\b|(?:it|that|this)\s(?:an?\s|["“]))/u;
/** "The council passed it in May": a thing that the sentence has not named. */
const ACTS_ON_IT = /^(?:The\s)?(?:\p{L}[\p{L}.’'-]*\s){1,4}\p{Ll}+ed\s(?:it|them)\b/u;
/**
 * "The document is said to …", "The senator issued …": a person or thing as one names it the second time. With "of", "to" or a
 * name behind it, it is named there.
 */
const SECOND_NAMING =
  /^["“‘']*(?:[Tt]he|[Tt]hose|[Tt]hese)\s(?:(?:second|first|two|other|latter|former)\s)?(?:documents?|memo|letter|parcels?|packages?|candidates?|senators?|congressman|congresswoman|lawmakers?|shooter|gunman|suspects?|attackers?|assailants?|disclosures?|encounter|outcome|revelations?|incursions?|exchange|incident|attorney general|pair|duo|trio|couple|author|writer|actor|actress|man|woman|girl|boy|reporter|juror|witness|victim|pilot|tweets?|posts?|video|clip|photo|accusations?|figures?|numbers?|conversation|interview)\b(?!,?\s(?:\p{Lu}|an?\s|of\b|on\b|to\b|that\b|which\b|who\b|for\b|between\b|in\b|with\b|from\b|against\b|about\b|at\b|by\b|after\b|over\b|\p{Ll}+ing\b|\p{Ll}+ed\sby\b))/u;

/**
 * True when a sentence can only be understood after another one: it points at what that has named, or goes on from it. Of what is
 * quoted in it the speaker's listeners knew the rest; it does not count.
 */
export function leansBack(text: string): boolean {
  const plain = outsideQuotes(text.trim());
  return (
    GOES_ON.test(plain) ||
    POINTS_BACK.test(plain) ||
    SUCH.test(plain) ||
    THE_SAME.test(plain) ||
    SAYS_OF_IT.test(text.trim()) ||
    ACTS_ON_IT.test(plain) ||
    SECOND_NAMING.test(plain)
  );
}

const SOMEBODY = /\b(?:he|she|him|his|her)\b/iu;
/** A person without a name to whom a later pronoun may go back: "a protester who said she …". */
const ONE_PERSON =
  /\b(?:president|man|woman|person|boy|girl|child|judge|justice|senator|governor|mayor|minister|secretary|leader|chief|director|officer|spokes(?:man|woman|person)|lawyer|attorney|juror|protester|teacher|student|author|candidate|nominee|adviser|advisor|aide|king|queen|pope|chancellor|prosecutor|general|admiral|congress(?:man|woman)|lawmaker|critic|official|friend|daughter|son|wife|husband|mother|father|brother|sister|lady|suspect|gunman|shooter|driver|doctor|physician|professor|researcher|expert|owner|chairman|chairwoman|commander|soldier|sheriff|counsel|actor|actress|singer|ambassador|reporter|journalist|writer|republican|democrat|incumbent|dictator|founder|executive|who|an?\s(?:\p{L}+\s){0,3}?\p{Ll}+(?:er|or|ist|ian|ee)|one|someone|somebody|anyone|everyone|nobody|each)\b/iu;

/** A word that may be a name which reading took for none: with a capital of its own, and no nation's. */
const UNREAD_NAME =
  /\p{L}[\p{L}.,’'”"]*\s(?!January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\p{Lu}\p{Ll}[\p{L}’'-]+(?<!ian|ean|ese|ish|can|rats|cans)(?=[\s,’'])/u;

/**
 * True when a sentence has "he" or "she" and nobody before it to whom that goes back. `people` are the places in `text` at which
 * names of people begin. In "After he left, Holm …" the name follows at once.
 */
export function leansOnPronoun(text: string, people: readonly number[]): boolean {
  const plain = outsideQuotes(text);
  const pronoun = SOMEBODY.exec(plain);
  if (pronoun === null) return false;
  const { index } = pronoun;
  if (people.some((start) => start < index)) return false;
  const before = plain.slice(0, index);
  if (ONE_PERSON.test(before) || UNREAD_NAME.test(before)) return false;
  const comma = plain.indexOf(',', index);
  const opensWithClause =
    /^(?:\p{Lu}\p{Ll}+ing|In|After|Before|As|With|Despite|During|When|While|For|On|At|By|Since|Until|If|Though|Although|Because|From|Throughout|Under)\b/u;
  return !(
    comma >= 0 &&
    opensWithClause.test(plain.trim()) &&
    people.some((start) => start > comma && start - comma <= 40)
  );
}
