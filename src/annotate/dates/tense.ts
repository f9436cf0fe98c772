/** On which side of publication a sentence puts a time: `open` when nothing in it says; a verb right before is sure. */
export type Tense = 'ahead' | 'behind' | 'surely behind' | 'open';

/** A verb in the past right before the time: it lies behind, even by a day. */
const PAST_BEFORE =
  /(?<!\bbe )\b(?:said|told \w+|\p{L}{2,}ed|was|were|met|held)(?: \p{L}+)?(?: (?:on|late|early))? ?$/iu;

/** What puts a time behind it in the future; "would" does, as in "said the bridge would open on Tuesday". */
const AHEAD =
  /\b(?:will|shall|won['’]t|(?:would|could|may|might|must|should)(?! not| have)|to be \p{L}+(?:ed|en|ld|lt|ut|d)|(?:is|are|was|were|be|been) (?:due|slated|planned|scheduled)|(?:is|are|was|were) to|(?:is|are|was|were) expected|expected (?:to|on|in|by|back)|expects?|scheduled (?:to|for)|plans?|planned (?:to|for)|planning|set (?:to|for)|vowed to|promised to|(?:has|have) until|(?:assured|certain) (?:of|to)|(?:poised|likely|about|ready|hop(?:es?|ing)|aim(?:s|ing)?|wants?|intends?) to|(?:go|head) to the polls|upcoming|ahead of|(?:is|are) \p{L}+ing|(?:starts?|begins?|resumes?|reopens?|opens?|closes?|ends|expires?|launches|airs|premieres|lifts off|kicks off|takes place|takes effect|goes on trial|goes on sale|meets?|votes?|arrives?|travels?|visits?|returns?|rules)(?=(?: (?:on|late|early|in))* $))\b|, due|['’]ll\b/giu;
/** What puts a time before it in the future. */
const WILL =
  /\b(?:will|shall|won['’]t|(?:is|are) (?:due|expected|scheduled|set|slated|planned|to)|plans? to|expects? to)\b|['’]ll\b/iu;
/** Verbs that are past and no participles, wherever they stand. */
const FINITE =
  /\b(?:said|told|was|were|did|went|came|took|rose|fell|sank|broke|fled|spoke|wrote|gave|saw|began|knew|threw|flew|drew|grew|became)\b/giu;

/** Verbs in the past, but for participles behind "be" and those of plans. */
const BEHIND =
  /(?<!\b(?:be|been|to|is|are|not) )\b(?:(?!expected|scheduled|planned|slated)\p{L}{2,}ed|said|told|was|were|met|held|had|did|went|came|took|made|won|lost|left|led|began|fell|rose|sank|broke|struck|hit|shot|fled|spoke|wrote|gave|found|saw|sent|quit|cut|put|set off|got|ran|paid|sold|bought|built|brought|caught|fought|sought|taught|thought|felt|kept|became|grew|knew|threw|flew|drew|stood|shut|burst)\b/giu;

/**
 * On which side of publication a sentence puts a time it leaves open: the verb right before it decides, or, where the
 * time stands first, the one behind it. `open` when neither says; news then means what has been.
 */
export function tenseAround(before: string, after: string): Tense {
  if (/\b(?:ahead of|upcoming|coming)\s+(?:the |this )?$/i.test(before)) return 'ahead';
  if (/\bsince\s+$/i.test(before)) return 'behind';
  if (ELECTION.test(before) && !DECIDED.test(before.slice(-NEAR))) return 'ahead';
  // What somebody is quoted with has its own tense.
  const near = before.slice(-NEAR).replace(QUOTED, ' ').replace(OTHER_CLAUSE, '').replace(CLOCK, ' ');
  const ahead = lastEnd(near, AHEAD);
  const behind = Math.max(
    lastEnd(near, FINITE),
    lastEnd(ahead === -1 ? near : sinceClause(near, ahead), BEHIND),
  );
  const past = PAST_BEFORE.test(before) ? 'surely behind' : 'behind';
  if (ahead !== behind) return ahead > behind ? 'ahead' : past;
  const will = after.search(WILL);
  const did = after.search(BEHIND);
  if (will === did) return 'open';
  return did === -1 || (will !== -1 && will < did) ? 'ahead' : 'behind';
}

const OTHER_CLAUSE = /^.*;/s;
const QUOTED = /“[^“”]*”|"[^"]*"/g;
/** "the elections in": the next ones, unless somebody won or lost them. */
const ELECTION = /\b(?:elections?|midterms|primary|primaries|ballot) (?:in|on) (?:early |late )?$/i;
const DECIDED = /\b(?:won|lost|defeated|elected|beat|after|since|following|swept)\b/i;
/** A clock time between a verb and its day: "begins at 9 a.m. EDT on ". */
const CLOCK =
  / (?:(?:at|by|from) )?(?:about |around )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:,| on)? $/;

/** Characters before a time within which its verb is looked for. */
const NEAR = 200;
const CLAUSE = /[,;:—–]|\b(?:who|which|that|when|where|after|as|but|and|while|said|told)\b/iu;

/** Blanks out what stands between a verb of the future and the next clause: participles in it are no verbs. */
function sinceClause(text: string, ahead: number): string {
  const clause = text.slice(ahead).search(CLAUSE);
  const next = clause === -1 ? text.length : ahead + clause;
  return text.slice(0, ahead) + ' '.repeat(next - ahead) + text.slice(next);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
