const OPENING =
  /^\W*(?:follow (?:us|@|\p{Lu}\S+ on)|read more|read the full|subscribe|sign up|click here|tap here|copyright\b|©|\(c\) |all rights reserved|share this|advertisement\b|related(?: articles?| stories| coverage)?:|watch(?: now| live)?:|photos?:|image(?: source| caption)?:|file photo|more:|also read|don[’']t miss|download our|join our|support our|donate|listen to our|get the latest|this (?:article|story|post) (?:was|is|has been) (?:originally |first )?(?:published|updated|corrected)|(?:additional )?reporting by|editing by|our standards|contact the (?:author|reporter)|send tips|e-?mail (?:the author|us)|like us on|comments?$|loading\b)/iu;
const ANYWHERE =
  /\ball rights reserved\b|\bmay not be (?:published|reproduced|republished)\b|\bsubscribe to our\b|\bsign up for our\b|\bcontributed to this (?:report|story|article)\b|\bfile (?:photo|picture|image)\b|[([]?\b(?:photo|photograph|image|picture)s? (?:by|courtesy|credit)\b|\b(?:getty images|shutterstock|newsletter)\b|\b(?:is|are|was|were) (?:seen|pictured|shown) (?:here|above|below)\b|(?:^|[(,] ?)pictured\b/i;
/** A line longer than this says something besides. */
const LONGEST = 240;

/** True for lines of the page, not of the article: invitations, copyright, credits. */
export function isBoilerplate(sentence: string): boolean {
  return sentence.length <= LONGEST && (OPENING.test(sentence) || ANYWHERE.test(sentence));
}
