/** Lines that belong to the page, not to the report. */
const PAGE_FURNITURE =
  /^(?:read (?:more|also|the full)|related(?: stories| articles)?:|subscribe|sign up|click (?:here|to)|follow (?:us|[A-Z]\w+ on)|advertisement|photos?:|image:|copyright|©|\(?(?:additional )?(?:reporting|editing|writing) by|updated? (?:at|on)?\s*\d|this (?:article|story|post) (?:was|is|has|will)|watch:|video:|listen:|get the latest|story continues|all rights reserved|download|share this|skip to|correction:|editor['’]s note|more:|see also|like us on|join the conversation|the associated press|associated press writer|continue reading|source:|author['’]s note|(?:image |photo )?caption\b|file photo|write to\b|contact (?:us|the)|have a (?:news )?tip)/i;
/** The switch of a box that the page's text took in. */
const SHOW_HIDE = /^(?:show|hide)\s(?:hide|show|more|less)\b/i;
/** "Holm Dora HolmSENATORS balk at … MORE": headlines of a list of links that the page's text took in. */
const LINK_LIST = /\p{Ll}\p{Lu}[^.]*\sMORE\b/u;
/** "… — Dora Holm (@doraholm) 3 May": the signature of a message. */
const SIGNATURE = /[—–-]\s?[^—\n()]{2,60}\(@\w+\)/;
/** What a page says of itself. */
const OF_THE_PAGE =
  /\b(?:previous|earlier|original) version of (?:this|the) (?:article|story|report|post|headline)\b|\bthis (?:article|story|post) (?:was|has been) (?:originally|first|corrected|updated)\b/i;
/** A button or label that the page's text took in: "CLOSE The senator said …", "WATCH NOW …". */
const BUTTON =
  /^(?:CLOSE|WATCH|PLAY|MORE|LIVE|VIDEO|PHOTOS?|RELATED|ADVERTISEMENT|LISTEN|READ|SEE|NEXT|SHARE)\b(?:\s+\p{Lu}{2,})*\s+\S/u;
const ANYWHERE =
  /https?:\/\/|www\.|\bpic\.twitter|contributed to this (?:report|story|article)|\bgetty images\b|\b(?:AP|AFP|Reuters|EPA)(?: file)? photo\b|\/(?:AP|AFP|Reuters|Getty|EPA)\b|cookie policy|all rights reserved|\bnewsletters?\b|reporting by .+ editing by|\bclick here\b|material may not be published/i;

const LEADING_PRONOUN =
  /^["“‘']*(?:he|she|it|they|him|her|his|hers|its|their|theirs|this|that|these|those|such|the (?:new|latest) (?:details|revelations?|information|findings)|the (?:former|latter|two|pair|move|decision|announcement|comments?|remarks?|statement|ruling|report|incident|plan|proposal|measure))\b/i;
const HARD_PRONOUN =
  /^["“‘']*(?:he|she|it|they|his|her|its|their|this|that|these|those|such|i|we|you|my|our)\b/i;
const PERSONAL_PRONOUN = /\b(?:he|she|they|him|her|his|their|them)\b/i;
const FIRST_PERSON = /\b(?:I|me|[Mm]y|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b/;
const CONNECTIVE =
  /^(?:but|and|yet|so|or|nor|then|first,|second,|third,|finally,|alternatively|also|still|plus|instead|however|meanwhile|moreover|nevertheless|nonetheless|furthermore|additionally|in addition|in fact|indeed|of course|for example|for instance|as a result|therefore|thus|that said|on the other hand|in contrast|by contrast|similarly|likewise|after all|besides|otherwise|in other words|to be sure|in turn|in return|with that|with this|on its face|at first glance|(?:under|after|before|despite|for|of) (?:that|this|those|these|them)|the (?:longer|other|second|latter) one|again|there|here)\b/i;

const FINITE =
  /^(?:is|was|are|were|be|has|have|had|will|would|can|could|may|might|must|should|do|does|did|isn't|wasn't|won't|says?|said|told|tells?|won|lost|took|made|went|came|saw|met|held|left|led|began|fell|rose|hit|shot|found|gave|got|kept|put|ran|sent|set|cut|spoke|struck|became|broke|brought|built|bought|caught|chose|drew|drove|felt|fought|flew|grew|heard|knew|laid|lay|meant|paid|sat|sold|shook|shut|sought|spent|stood|swept|taught|thought|threw|understood|withdrew|wrote|remains?|faces?|seeks?|calls?|plans?|wants?|shows?)$/;

/** What a statement leaves out at its start; a pronoun behind it leans back as one at the start does. */
const LEFT_OUT =
  /^(?:but|and|yet|so|still|also|however|meanwhile|moreover|nevertheless|nonetheless|furthermore|additionally|in addition|indeed|plus),?\s+/i;

/** Words in a text, as divided by blanks. */
export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const isBlank = text.charCodeAt(i) <= 32 || text.charCodeAt(i) === 160;
    if (!isBlank && !inWord) count++;
    inWord = !isBlank;
  }
  return count;
}

/** Apart from the others, and only where there is the sign: the search for it is quadratic in the length of a word run. */
const MAIL = /\S+@\S+\.\w{2,}/;

/** True for lines such as "Read more", credits, addresses and pleas to subscribe. */
export function isPageFurniture(text: string): boolean {
  return (
    PAGE_FURNITURE.test(text) ||
    BUTTON.test(text) ||
    SHOW_HIDE.test(text) ||
    (text.includes('MORE') && LINK_LIST.test(text)) ||
    (text.includes('(@') && SIGNATURE.test(text)) ||
    OF_THE_PAGE.test(text) ||
    ANYWHERE.test(text) ||
    (text.includes('@') && MAIL.test(text))
  );
}

/** True when one of the words (lower case) can only be a finite verb, or is a past form. */
export function hasFiniteVerb(words: readonly string[]): boolean {
  return words.some((word) => FINITE.test(word) || (word.length > 4 && word.endsWith('ed')));
}

/** Commands to the reader ("Read the paper behind it"), which report nothing. */
const IMPERATIVE =
  /^["“‘']*(?:read|watch|see|listen|look|consider|imagine|remember|meet|forget|think|note|recall|picture|suppose|take|make no mistake|let['’]s?|don['’]t|stop|start|check|find out|learn|get|try|here(?:['’]s| is| are))\b(?! (?:place|over|back))/i;
/** Openings of a feature: a judgment or a scene in place of who did what. */
const FEATURE =
  /^["“‘']*(?:it(?:['’]s| is| was) (?:a|an|the|not|no|hard|easy|time|official)\b|there(?:['’]s| is| was| are| were)\b|if\b|what\b|why\b|how\b|when it comes\b|once upon\b|for (?:years|decades|months)\b|welcome\b|so\b|well\b|(?:history|a miracle)\b)|!["”’]?$/i;

/** "In exchange it wants …": what stands before it says what for. */
const LEANS_BACK =
  /^(?:in (?:exchange|return|response|turn|addition|contrast|all|(?:that|this|one|each|either|another) (?:case|event|instance|regard|ruling|respect))\b|as a result\b|instead\b)/iu;
/** "Last week he said …": a pronoun after a few words. */
const EARLY_PRONOUN = /^((?:[\p{L}’'-]+\s){1,3})(?:it|he|she|they|this)\s/iu;
/** A verb with its subject before the pronoun: "Holm thinks it …", "Aides say they …". */
const SAYS =
  /^(?:say|think|believe|claim|insist|hope|argue|add|know|deny|admit|suggest|warn|feel|agree|maintain|announce|note|confirm|denies|refuses|suggests|insists|believes|thinks|claims|hopes|argues|adds|knows|admits|warns|feels|agrees|maintains|announces|notes|confirms|as|if|because|when|while|after|before|where|who|which)$/i;

/** True when a pronoun near the start stands for somebody named before the sentence, and not for its own subject. */
function opensOnPronoun(text: string): boolean {
  const words = EARLY_PRONOUN.exec(text)?.[1]?.trim().split(/\s/) ?? [];
  return (
    words.length > 0 && !(hasFiniteVerb(words.slice(1)) || words.slice(1).some((word) => SAYS.test(word)))
  );
}

/** "After serving in the army, he …", "As mayor in 2005, she …": the sentence before says who. */
const NAMELESS =
  /^(?:(?:after|before|while|when|since|by|upon|for|in|at|on|during|from|under|with|as|despite|throughout)\s+(?:\p{Ll}+ing|his|her|their|its|an?|the|\d{4}|\p{Ll}+)|\p{L}+ing|born|raised)\b[^,“"]{0,90},\s(?:he|she|they|it)\s/iu;

/** "Protesters gather on Saturday outside …": in the present with a day, as only captions are. */
const CAPTION =
  /^\p{Lu}[^,.“"]{0,70}?\s(?:gathers?|speaks?|arrives?|walks?|poses?|stands?|looks?|waves?|attends?|listens?|leaves?|gestures?|protests?|march(?:es)?|sits?|waits?|watch(?:es)?|hugs?|greets?|shakes? hands|is seen|are seen|is shown|are shown|is pictured|are pictured)\b[^.]{0,120}\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\. \d|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|in this (?:photo|image|picture|file))/u;

/** "6) The mayor …", "Parting thought: …": a point of a list, or an answer. */
const LISTED = /^(?:\(?\d{1,2}[).]\s|(?:yes|no|parting thought|bottom line|update|note)[,:]\s)/i;
/** "… here’s a look at how they got here": of what the piece itself does. */
export const ABOUT_THE_PIECE =
  /\bhere(?:['’]s| is| are) (?:a (?:look|list|guide|rundown|timeline)|how|what|why|some|everything|the)\b|\bread on\b|\b(?:we|i)['’]ll (?:explain|look)\b/i;

/** "Holm points to a chart during a meeting …": what a picture shows. */
const PICTURED =
  /^\p{Lu}[^,.“"]{0,60}?\s(?:points|gestures|waves|smiles|poses|looks on|holds up|shakes hands)\b[^.]*\b(?:during|at|in|as)\b/u;

/** A message copied from a network, handles and tags and all, is nobody's report. */
const HANDLE = /(?:^|\s)[@#]\p{L}\w{2,}/u;

/** True when the writer speaks of himself or to the reader, outside what he quotes. */
export function speaksOfOneself(text: string): boolean {
  return FIRST_PERSON.test(outsideQuotes(text));
}

/** Words of a quotation that go on from the ones before: "“Because it would look bad.”" */
const QUOTE_GOES_ON = /^["“‘']?(?:(?:but|and|or|nor|so|then)\b|because\b[^,]*$)/i;

/** True for a sentence out of a quotation that goes on from another one of it. */
export function goesOnInQuote(text: string): boolean {
  return QUOTE_GOES_ON.test(text.trim());
}

/** "“Are you certain?” the senator asked": a question is no event, whoever asks it. */
const QUOTED_QUESTION = /^["“‘'][^"”]*\?["”’']/;

/** What may come or seems so, told by the paper itself: "Friday could bring …", "he looks to be preparing …". */
const SPECULATES =
  /^[^,“"]*?(?:(?<!\b(?:that|which|who|it|they|he|she) )\bwould\b|\b(?:could|may|might|(?:looks?|seems?|appears?|is|are) (?:to be|poised to|set to|likely to|going to|expected to)|(?:looks?|seems?) (?:poised|set|likely))\b)/i;
const FORETELLS = /\b(?:is|are) going to be\b|\bthere(?:['’]s| is) a (?:good |real )?chance\b/i;
const ATTRIBUTED = /\b(?:said|says?|told|according to|warn(?:s|ed)|announced|report(?:s|ed))\b/i;

const LEANS_ON_THING =
  /^(?:the (?:former|latter|two|pair|move|decision|announcement|comments?|remarks?|statement|ruling|report|incident|plan|proposal|measure)|those|these|such)\s/i;

/** True when a sentence opens with a thing that the one before names, or has a pronoun and no name at all. */
export function needsTheOneBefore(text: string, hasName: boolean): boolean {
  return LEANS_ON_THING.test(text.trim()) || (!hasName && PERSONAL_PRONOUN.test(outsideQuotes(text)));
}

/** The writer's own verdict on what is told: "but in fact …", "supposedly". */
const VERDICT =
  /\b(?:in fact|supposedly|so-called|of course|needless to say|unsurprisingly|predictably|conveniently|ironically|laughabl[ye]|shameful(?:ly)?|absurd(?:ly)?|ridiculous(?:ly)?|bizarre|supposed|power grab|savvy|omit(?:s|ted)|neglect(?:s|ed) to mention)\b/i;

/** True when a sentence has the writer's verdict in it, outside what it quotes. */
export function givesVerdict(text: string): boolean {
  return VERDICT.test(outsideQuotes(text));
}

/** True when a sentence says what could or seems to be, and nobody is given for it. */
export function speculates(text: string): boolean {
  return (SPECULATES.test(text.trim()) || FORETELLS.test(text)) && !ATTRIBUTED.test(text);
}

const OPEN = /\b(?:would|could|might|may|if|unless)\b/;

/** True when a sentence says what would or could be, outside what it quotes. */
export function leavesItOpen(text: string): boolean {
  return OPEN.test(outsideQuotes(text));
}

const TELLS_AHEAD =
  /\b(?:will|won['’]t|(?:is|are) (?:expected|scheduled|set|due|going|likely|poised|about|planning|preparing) to)\b/i;

/** "Police fear another attack", "the mayor is considering …": how things stood when it was written. */
const STANDS_NOW =
  /\b(?:is|are) (?:now |still |also )?(?:considering|weighing|mulling|preparing|planning|bracing|hunting|searching|looking|pushing|scrambling|racing)\b|\bplans? to\b|\b(?:appear|look|seem)(?:s|ed)? (?:poised|set|likely|ready)\b|\bfears? (?:a|an|the|that|another|more)\b|\b(?:nears?|looms?|looming)\b/i;

/** True when a sentence tells how things stood when it was written, with what came of it still open. */
export function tellsOpenState(text: string): boolean {
  return STANDS_NOW.test(outsideQuotes(text));
}

/** True when a sentence tells what lies ahead of its writing. */
export function tellsAhead(text: string): boolean {
  return TELLS_AHEAD.test(outsideQuotes(text));
}

/** True for a sentence that tells what happened: no question, command, first or second person, or feature opening. */
export function isPlainReport(text: string): boolean {
  const plain = text.trim();
  return (
    !/\?["”’')]*$/.test(plain) &&
    !QUOTED_QUESTION.test(plain) &&
    !IMPERATIVE.test(plain) &&
    !FEATURE.test(plain) &&
    !LEANS_BACK.test(plain) &&
    !opensOnPronoun(plain) &&
    !ABOUT_THE_PIECE.test(plain) &&
    !LISTED.test(plain) &&
    !NAMELESS.test(plain) &&
    !CAPTION.test(plain) &&
    !PICTURED.test(plain) &&
    !HANDLE.test(outsideQuotes(plain)) &&
    !FIRST_PERSON.test(outsideQuotes(plain))
  );
}

/** A text with blanks in place of what is quoted in it, so that places in it stay the same. */
export function outsideQuotes(text: string): string {
  return text.replace(/["“][^"”]*["”]?/g, (quoted) => ' '.repeat(quoted.length));
}

/**
 * How well a sentence stands alone, 0 (not at all) to 1. It has a finite verb, starts and ends as a sentence does,
 * has 8 to 45 words, and does not lean on an earlier one by a pronoun or a connective.
 */
export function standsAlone(text: string, words: readonly string[], hasName: boolean): number {
  let score = 1;
  if (words.length < 8) score -= 0.12 * (8 - words.length);
  if (words.length > 38) score -= 0.04 * (words.length - 38);
  if (!hasFiniteVerb(words)) score -= 0.4;
  if (!/^["“‘'(]*[\p{Lu}\p{N}$£€]/u.test(text)) score -= 0.8;
  if (!/[.!?…]["”’')\]]*$/.test(text)) score -= 0.6;
  if (/\b(?:v|vs|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Jr)\.$/.test(text)) score -= 0.6;
  if (/\?["”’')]*$/.test(text)) score -= 0.5;
  const opening = text.replace(LEFT_OUT, '');
  if (HARD_PRONOUN.test(opening)) score -= 0.5;
  else if (LEADING_PRONOUN.test(opening)) score -= 0.25;
  else if (!hasName && PERSONAL_PRONOUN.test(outsideQuotes(text))) score -= 0.3;
  if (CONNECTIVE.test(text)) score -= 0.3;
  if (FIRST_PERSON.test(outsideQuotes(text))) score -= 0.4;
  return Math.max(0, Math.min(1, score));
}
