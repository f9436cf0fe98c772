/** "Due to the storm" names a cause; "due to meet" does not. */
const DUE_TO =
  'due to (?:the|a|an|this|that|these|his|her|their|its|concerns?|fears?|[a-z]+(?:ing|tion|sion|ages?|ity|ness|ment)\\b)';
const REASON =
  'because|owing to|in response to|in retaliation for|as a result of|in the wake of|prompted by|triggered by|caused by|' +
  'sparked by|set off by|driven by|fuell?ed by|stem(?:s|med|ming) from|resulted from|blamed on|attributed to';
const EFFECT =
  'led to|(?<=,\\s)(?:leading to|prompting|triggering|sparking|causing)|prompted|triggered|sparked|caused|resulted in|set off|forced (?!their|his|her|its|open)';
const SETTING = 'amid|comes? (?:as|after|amid)|came (?:as|after|amid)|after (?:months|weeks|years|days)';

const CAUSE = new RegExp(`\\b(?:${REASON}|${EFFECT}|${SETTING}|${DUE_TO})`, 'i');
const REASONED = new RegExp(
  `\\b(?:${REASON}|${SETTING}|(?<=,\\s)following (?:the|a|an|his|her|their|its|last|months|weeks|days)|follow(?:s|ed) (?:months|weeks|days|years) of|${DUE_TO})`,
  'i',
);
const GIVEN_REASON = new RegExp(`\\b(?:${REASON}|${DUE_TO})`, 'i');
const EFFECTED = new RegExp(`\\b(?:${EFFECT})\\b`, 'i');
const STAKES =
  /\b(?:at stake|(?:would|could|might|may) (?:\w+ly )?(?:mean|affect|leave|force|cost|lead to|hurt|help|end|change|shift|tilt|undermine|threaten|jeopardi[sz]e|raise|lower|strip|deprive|lose)|at risk|risks? (?:\w+ing|of)|threaten(?:s|ed)? (?:the|a|an|his|her|their|its)|impact (?:on|of)|consequences (?:for|of)|implications (?:for|of)|jeopard\w+)\b/i;
const ACCIDENT_CAUSE =
  /\b(?:cause of|causes|caused by|blamed (?:on|for)|due to|because of|started (?:in|on|when|after|by)|began (?:in|on|when)|sparked by|triggered by|ignited|arson|origin of|motive|motivated)\b/i;

/** True when a sentence names a cause, a trigger or a reason. */
export function namesCause(text: string): boolean {
  return CAUSE.test(text);
}

/** True when a sentence gives the reason for something in so many words, not only what it comes after. */
export function givesReason(text: string): boolean {
  return GIVEN_REASON.test(text);
}

const OPENING_CUE = 12;
const SAID_WITH_REASON =
  /\b(?:for|of|by) (?:suggesting|saying|claiming|alleging|arguing|implying|tweeting)\b|\b(?:suggests|claims|alleges|insists|believes|argues)\s[^,]*$/i;

/** What a sentence gives the reason for: its words before the cue, all of it when it opens with that; empty when it gives none. */
export function reasonedFor(text: string): string {
  const cue = GIVEN_REASON.exec(text) ?? REASONED.exec(text);
  if (cue === null) return '';
  // "Because of the storm, the ferry …": the reason stands first, and what follows the comma has it.
  // "Amid such talks, …" sets the scene only.
  if (cue.index < OPENING_CUE) return /^amid/i.test(cue[0]) ? '' : text.slice(text.indexOf(',') + 1);
  const before = text.slice(0, cue.index);
  // "He is criticised for saying the bridge fell because …": the reason is that of what is said.
  if (SAID_WITH_REASON.test(before)) return '';
  // "… Holm, who is known because of …": the reason is that of the clause.
  return before.slice(
    Math.max(
      0,
      before.search(
        /,\s(?:who|which|where|whose|set up|built|created|founded|established|formed|launched|named|appointed|elected|hired|\p{Ll}+ed (?:in|by|after|as|to|for))\s(?!.*,\s\p{Ll})/su,
      ),
    ),
  );
}

/** True when a sentence gives the reason for something, or what it comes after. */
export function namesReason(text: string): boolean {
  return REASONED.test(text);
}

/** True when a sentence says what something brought about. */
export function namesEffect(text: string): boolean {
  return EFFECTED.test(text);
}

/** True when a sentence says what depends on the event or whom it affects. */
export function namesStakes(text: string): boolean {
  return STAKES.test(text);
}

/** True when a sentence speaks of the cause or origin of an accident or attack, or of a motive. */
export function namesAccidentCause(text: string): boolean {
  return ACCIDENT_CAUSE.test(text);
}

/** A test for sentences that give what brought `noun` about: "… prompted the talks", "the talks came after …". */
export function causeOf(noun: string): (text: string) => boolean {
  const before = new RegExp(`\\b(?:${EFFECT})\\b[^.;]{0,60}\\b${noun}`, 'i');
  const after = new RegExp(
    `\\b${noun}s?\\b[^.;]{0,60}\\b(?:${REASON}|comes? after|came after|${DUE_TO})`,
    'i',
  );
  return (text) => before.test(text) || after.test(text);
}

const WHAT = '(?:whether|if|what|who|whom|how|when|where|why|which|exactly|more)';
const NOT_SAID =
  "(?:(?:has|have|had) (?:not (?:yet )?|yet to |declined to |refused to )|(?:did|do|does|would|could) not (?:immediately )?|(?:did|do|does|would|could)n['’]t (?:immediately )?|(?:has|have|had)n['’]t (?:yet )?|(?:declin|refus)(?:ed|es|ing) to )" +
  `(?:(?:say|said|determined?|confirm(?:ed)?|explain(?:ed)?|disclosed?|reveal(?:ed)?|specif(?:y|ied)) ${WHAT}|elaborate[d]?|disclosed? (?:the|any|a|his|her|their|details)|released? (?:the|any|a|his|her|their) (?:names?|details?|identit|results?|report)|identif(?:y|ied) (?:the|a|any|him|her|them|those)|g(?:ive|iven|ave) (?:a reason|any details|details|the reasons?)|provided? (?:any details|details|a reason))`;
const NOT_KNOWN =
  "(?:not|n['’]t) (?:immediately |yet |entirely |fully |been |be |exactly )*(?:clear|known|disclosed|made public|determined|identified)|" +
  'unclear|(?:is|are|was|were|remains?|remained) (?:still )?(?:unknown|uncertain|undetermined|unidentified|unanswered|a mystery)|remains? to be seen|' +
  'yet to be (?:seen|determined|decided|named|identified)|(?:nobody|no one) (?:really |yet |quite )?knows (?:whether|if|what|who|how|when|where|why|which|exactly)|no (?:immediate |official )?(?:word|explanation|indication|details?)\\b|' +
  '(?:little|nothing) (?:is|was) (?:publicly )?known|still (?:trying|working) to (?:determine|establish|find out|learn|identify|understand)|open question';
const UNKNOWN = new RegExp(`\\b(?:${NOT_SAID}|${NOT_KNOWN})\\b`, 'i');
/** A refusal to comment leaves nothing open, and what was unknown once is not so now. */
const NO_UNKNOWN =
  /\b(?:comments?|interview|respond\w*|messages?|previously unknown|little[- ]known|until (?:now|then|recently)|unknown (?:to|man|woman|person))\b/i;

/** True when a sentence says that something is not known or has not been said. */
export function namesUnknown(text: string): boolean {
  return UNKNOWN.test(text) && !NO_UNKNOWN.test(text);
}
