/** What is told by a source is a report; a view is held, in words that say so or in quoted ones. */
const HOLDS_VIEW =
  /\b(?:argu(?:es?|ed|ing)|believ(?:es?|ed|ing)|thinks?|thought|criticiz\w+|criticis\w+|prais\w+|condemn\w*|warn(?:s|ed|ing)?|accus\w+|defend\w*|blam(?:es?|ed|ing)|complain\w*|insist\w*|oppos\w+|support(?:s|ed)|contend\w*|describ\w+|denounc\w+|dismiss\w*|fears?|feared|hop(?:es?|ed)|worr(?:y|ies|ied)|urg(?:es?|ed|ing)|call(?:s|ed|ing) (?!for\b|on\b|in\b)|calls? (?:for|on)|called (?:for|on)|maintain(?:s|ed)|deplor\w+|lament\w*|applaud\w*|welcom\w+|reject(?:s|ed)|question(?:s|ed)|doubts?|suggest(?:s|ed)|view(?:s|ed)|consider(?:s|ed)|mock\w*|ridicul\w+)\b/i;
const HAS_QUOTE = /[“"](?:[^\s“”"]+\s+){3,}[^\s“”"]+[”"]/;

/** "Holm said that it was a mistake": said of how something is or ought to be, not of what somebody did. */
const SAYS_HOW_IT_IS =
  /\b(?:said|says?|wrote|told)\b.*\b(?:is|are|was|were|be|should|must|needs?|too|never|always)\b|\b(?:is|are|was|were|should|must|never|always)\b.*\b(?:said|says|wrote)\b/i;

/** True when a sentence gives somebody's view, and not only what somebody reports. */
export function holdsView(text: string): boolean {
  return HOLDS_VIEW.test(text) || HAS_QUOTE.test(text) || SAYS_HOW_IT_IS.test(text);
}

/** A forecast is somebody's only in words that say that he makes it. */
const FORECASTS =
  /\b(?:said|says?|saying|told|tells|according to|believ\w+|expect\w*|hop(?:e|es|ed|ing)|thinks?|thought|predict\w*|warn\w*|vow\w*|promis\w+|plan(?:s|ned)|pledg\w+|argu\w+|estimat\w+|forecast\w*|fear\w*|worr\w+|tweet\w*|wrote|writes|announc\w+|insist\w*|suggest\w*|add(?:s|ed)|note[sd]|acknowledg\w+|explain\w*|stat(?:es|ed)|declar\w+|reiterat\w+|counter(?:s|ed)|threaten\w*|urg(?:es?|ed)|call(?:s|ed) (?:for|on)|feel(?:s)?|felt|indicat\w+|signal\w+|claim\w*|concern\w*|ask(?:s|ed)|want(?:s|ed)|intend\w*|project(?:s|ed))\b/i;

/** True when a sentence has a word for expecting, saying or fearing in it. */
export function namesForecaster(text: string): boolean {
  return FORECASTS.test(text);
}
