/** A count over years, a rule and what would be are no events of a day. */
const NO_EVENT =
  /^as of\b|\b(?:younger|older) than\b|\bavailable (?:only )?to\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|^(?:but|and|so|yet) (?:then|now|so|yet|more)\b|\bright now\b|\b(?:did not|didn['’]t|never) (?:mention|say|address|discuss|bring up)\b|\bwhere \p{Lu}\p{L}+ was in \d{4}|^(?:(?!\b(?:said|told|promised|agreed|announced|pledged|vowed|warned|that|which|who|what)\b).)*\bwould(?:n['’]t)? \p{Ll}|\bbetween \d{4} and \d{4}\b|\bfrom \d{4} (?:to|through|until) \d{4}\b|\bwould (?:be|have|not|likely|need)\b|\b(?:law|rule|constitution|amendment|statute|code|policy) (?:defines?|requires?|says|states|allows|bars|prohibits|forbids)\b|^(?:about|around|some|roughly|nearly|more than|less than|at least|just|only)?\s*[\d.,]+ ?(?:%|percent|per cent)/iu;

/** True for a count over years, a rule, or what would be: no event of a day. */
export function isNoEvent(text: string): boolean {
  return NO_EVENT.test(text);
}

const NOT_PAST =
  /\b(?:is|are|isn['’]t|aren['’]t|has|have|remains?|seems?|views?|means?|could|may|might|should|would|will|can|likely|expected|omits|indicates?|alleges?|accuses?|denies|argues|claims|contends|insists|ignores|tries|lets|says|notes|shows|finds|suggests|includes|contains|provides|extends|delays|offers|gives|wants|seeks|plans|believes|thinks|hopes|points) /i;
const PAST =
  /\b(?:was|were|had|did|\p{L}{2,}ed|became|began|took|made|went|came|won|lost|met|said|told|left|led|held|gave|found|sent|shot|hit|fell|rose|cut|spent|sought|struck|wrote|broke|brought|built|bought|chose|drew|drove|fought|flew|grew|knew|paid|put|ran|rode|sat|sold|set|shut|spoke|stood|swore|taught|threw|understood|withdrew)\b/iu;

/** An event is told in the past: its first verb is neither of the present nor of what may be. */
export function tellsEvent(text: string): boolean {
  const past = PAST.exec(text)?.index;
  const other = NOT_PAST.exec(text)?.index;
  return past !== undefined && (other === undefined || past < other);
}
