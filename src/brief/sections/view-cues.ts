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

/** How far from the holder's name the word for the view may stand: a name, an office or an aside lies between. */
const VIEW_WITHIN = 90;

/**
 * True when the word for a view is the holder's own: "Holm announced his departure and dismissed the report" tells what he did.
 * Whatever has a quotation in it shows the view itself.
 */
export function startsWithView(text: string, holder: string | null): boolean {
  if (HAS_QUOTE.test(text) || holder === null) return true;
  const at = text.indexOf(holder.split(' ').at(-1) ?? '');
  if (at < 0) return true;
  const after = text.slice(at, at + VIEW_WITHIN);
  const view = Math.min(
    ...[HOLDS_VIEW, SAYS].map((cue) => cue.exec(after)?.index ?? Number.POSITIVE_INFINITY),
  );
  const other = ACTS.exec(after)?.index ?? Number.POSITIVE_INFINITY;
  return view <= other;
}
const SAYS = /\b(?:said|says|say|wrote|writes|told|tweeted|added)\b/i;
const ACTS =
  /\b(?:announced|released|issued|signed|sent|met|held|took|made|gave|left|went|came|fired|named|picked|nominated|appointed|approved|voted|passed|filed|launched|withdrew|visited|arrived|declared|moved|ordered|banned|suspended)\b/i;

/** A forecast is somebody's only in words that say that he makes it. */
const FORECASTS =
  /\b(?:said|says?|saying|told|tells|according to|believ\w+|expect\w*|hop(?:e|es|ed|ing)|thinks?|thought|predict\w*|warn\w*|vow\w*|promis\w+|plan(?:s|ned)|pledg\w+|argu\w+|estimat\w+|forecast\w*|fear\w*|worr\w+|tweet\w*|wrote|writes|announc\w+|insist\w*|suggest\w*|add(?:s|ed)|note[sd]|acknowledg\w+|explain\w*|stat(?:es|ed)|declar\w+|reiterat\w+|counter(?:s|ed)|threaten\w*|urg(?:es?|ed)|call(?:s|ed) (?:for|on)|feel(?:s)?|felt|indicat\w+|signal\w+|claim\w*|concern\w*|ask(?:s|ed)|want(?:s|ed)|intend\w*|project(?:s|ed))\b/i;

/** True when a sentence has a word for expecting, saying or fearing in it. */
export function namesForecaster(text: string): boolean {
  return FORECASTS.test(text);
}
