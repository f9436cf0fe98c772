const WHAT_IS_SAID =
  '(?:the |these |those |any |all )?(?:claims?|allegations?|accusations?|reports?|suggestions?|idea|notion|charges?)';
/** "Denied any wrongdoing", "rejected the allegation that …": who says that what others say is not so. */
const DENIES = new RegExp(
  `\\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed)|(?:reject|dismiss|disput)(?:s|es|ed) ${WHAT_IS_SAID})\\b`,
  'i',
);
/** "Denied bail", "could not deny", "was denied entry": refused, or not denied at all. */
const NO_DENIAL =
  /\b(?:not|n['’]t|never|neither|cannot|to|or|nor)\s+(?:confirm(?:ed)? (?:n?or )?)?den(?:y|ied|ying)\b|\b(?:was|were|been|being|be|are|is) denied\b|\bden(?:ied|ies|y|ying) (?:\w+ ){0,3}(?:bail|entry|access|visas?|requests?|petitions?|appeals?|motions?|permission|asylum|benefits|coverage|service|rights?|permits?|applications?)\b/i;

/** True when a sentence has words that deny, whether or not they do here. */
export function denies(text: string): boolean {
  return DENIES.test(text);
}

/** Where in a sentence the words that deny end and what is denied may begin; null when nothing is denied. */
export function denialIn(text: string): number | null {
  const match = DENIES.exec(text);
  return match === null || NO_DENIAL.test(text) ? null : match.index + match[0].length;
}
