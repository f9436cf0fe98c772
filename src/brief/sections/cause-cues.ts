/** "Due to the storm" names a cause; "due to meet" does not. */
const DUE_TO =
  'due to (?:the|a|an|this|that|these|his|her|their|its|concerns?|fears?|[a-z]+(?:ing|tion|sion|ages?|ity|ness|ment)\\b)';
const REASON =
  'because|owing to|in response to|in retaliation for|as a result of|in the wake of|prompted by|triggered by|caused by|' +
  'sparked by|set off by|driven by|fuell?ed by|stem(?:s|med|ming) from|resulted from|blamed on|attributed to';
const EFFECT =
  'led to|leading to|prompted|prompting|triggered|triggering|sparked|sparking|caused|causing|resulted in|set off|forced';
const SETTING =
  'amid|comes? (?:as|after|amid)|came (?:as|after|amid)|reasons? (?:for|why)|after (?:months|weeks|years|days)';

const CAUSE = new RegExp(`\\b(?:${REASON}|${EFFECT}|${SETTING}|${DUE_TO})`, 'i');
const REASON_CUE = new RegExp(`\\b(?:${REASON}|${DUE_TO})`, 'i');
const STAKES =
  /\b(?:at stake|would (?:mean|affect|allow|require|leave|force|cost|give|lead|make)|could (?:mean|affect|lead|cost|force|leave)|risks?|threat(?:en|ens|ened)?|impact|affect(?:s|ed|ing)?|consequences?|implications?|millions? of|jeopard\w+|crucial|critical)\b/i;
const ACCIDENT_CAUSE =
  /\b(?:cause of|causes|caused by|blamed (?:on|for)|due to|because of|started (?:in|on|when|after|by)|began (?:in|on|when)|sparked by|triggered by|ignited|arson|origin of|motive|motivated)\b/i;

/** True when a sentence names a cause, a trigger or a reason. */
export function namesCause(text: string): boolean {
  return CAUSE.test(text);
}

/** True when a sentence gives a reason in so many words, and not only what happened before or beside it. */
export function namesReason(text: string): boolean {
  return REASON_CUE.test(text);
}

/** True when a sentence says what depends on the event or whom it affects. */
export function namesStakes(text: string): boolean {
  return STAKES.test(text);
}

/** True when a sentence speaks of the cause or origin of an accident or attack, or of a motive. */
export function namesAccidentCause(text: string): boolean {
  return ACCIDENT_CAUSE.test(text);
}

/** True when a sentence gives what brought `noun` about: "… prompted the talks", "the talks came after …". */
export function namesCauseOf(text: string, noun: string): boolean {
  const before = new RegExp(`\\b(?:${EFFECT})\\b[^.;]{0,60}\\b${noun}`, 'i');
  const after = new RegExp(
    `\\b${noun}s?\\b[^.;]{0,60}\\b(?:${REASON}|comes? after|came after|${DUE_TO})`,
    'i',
  );
  return before.test(text) || after.test(text);
}
