import type { Figure } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { isCurrency, isTimeUnit } from './figure-units.ts';
import { isNumberWord } from './number-words.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

/**
 * What happened to those counted, whichever way it is said: "31 people were killed", "killed 31", "31 killed".
 * Deaths of any wording but killing are `dead`.
 */
/** What happens to things: they are called by what they are where the sentence says it ("230 buildings were destroyed"). */
const DESTROYED = 'destroyed';
const OUTCOMES: readonly (readonly [RegExp, string])[] = [
  [/^kill(?:ed|s|ing)?$/, 'killed'],
  [/^(?:dead|died|dies|deaths?|fatalit(?:y|ies)|drowned|perished)$/, 'dead'],
  [/^(?:injur(?:ed|ing|es|e|ies)|hurt)$/, 'injured'],
  [/^wound(?:ed|ing|s)$/, 'wounded'],
  [/^arrest(?:ed|ing|s)?$/, 'arrested'],
  [/^detain(?:ed|ing|s|ees)?$/, 'detained'],
  [/^displac(?:ed|ing)$/, 'displaced'],
  [/^evacuat(?:ed|ing)$/, 'evacuated'],
  [/^infect(?:ed|ing|ions?)$/, 'infected'],
  [/^rescu(?:ed|ing)$/, 'rescued'],
  [/^(?:abduct|kidnap)(?:ped|ed|ping|ing)$/, 'abducted'],
  [/^deport(?:ed|ing)$/, 'deported'],
  [/^hospitali[sz]ed$/, 'hospitalised'],
  [/^(?:missing|unaccounted)$/, 'missing'],
  [/^destroy(?:ed|ing)$/, DESTROYED],
];
const ACTIVE =
  /^(?:kill|injur|wound|arrest|detain|displac|evacuat|infect|rescu|abduct|kidnap|deport|destroy)\w*$/;

function outcome(word: string): string | null {
  return OUTCOMES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Tokens looked at before a figure: "the death toll from the fire at the mill in the north rose to 38". */
const REACH = 24;

export interface Counted {
  /** Head words of what is counted, lower case; null when the sentence names nothing. */
  readonly counted: string | null;
  /** True when the figure is no total of its own: added to one that is not given, or part of one beside it. */
  readonly partial: boolean;
}

/** What a figure counts. `previous` is the figure before it in its sentence, whose kind a part goes on with. */
export function countedBy(
  document: TextDocument,
  figure: Span,
  sentence: number,
  unit: string,
  previous: Figure | null,
): Counted {
  const range = document.sentences[sentence];
  if (range === undefined) return { counted: null, partial: false };
  const [before, after] = tokensAround(document, figure, range.tokenStart, range.tokenEnd);
  if (unit !== 'count') return { counted: measured(after, unit), partial: false };
  if (isPartOf(after)) return { counted: partOf(after.slice(2), previous), partial: true };
  if (after[0]?.lower === 'of' && isTotalNext(after)) return { counted: partOfTotal(after), partial: true };
  const { noun, next } = headNoun(after);
  const compound = compoundHead(after);
  if (compound !== null) return { counted: compound, partial: false };
  const happened =
    (noun === null ? null : outcome(noun)) ?? passiveOutcome(after.slice(next)) ?? activeOutcome(before);
  const isThing = noun !== null && (happened === DESTROYED || ANIMAL.test(noun));
  const own = (isThing ? null : happened) ?? noun ?? attribute(after) ?? tallied(before);
  const counted = own ?? inherited(before, after, previous);
  const isPart = own === null && counted !== null && before.at(-1)?.lower !== 'from';
  return { counted, partial: isPart || isIncrement(counted, before, after) };
}

const ANIMAL =
  /^(?:animals?|sheep|cattle|cows?|pigs?|chickens?|birds?|dogs?|horses?|fish|goats?|livestock|trees?)$/;

/** "A 10-page document", "the 12-member panel": the word joined to the number is what it counts. */
function compoundHead(after: readonly TaggedToken[]): string | null {
  const [joint, word, next] = after;
  if (joint?.text !== '-' || word === undefined || word.start !== joint.end) return null;
  return /^(?:NOUN|ADJ|PROPN|VERB)$/.test(next?.tag ?? '') && word.tag === 'NOUN' ? word.lower : null;
}

/** "19 were children": who they are follows the verb. */
function attribute(after: readonly TaggedToken[]): string | null {
  if (!/^(?:were|are)$/.test(after[0]?.lower ?? '')) return null;
  const { noun, next } = headNoun(after.slice(1));
  if (noun === null || outcome(noun) !== null || next === 0) return null;
  return noun.endsWith('s') || /^(?:children|women|men|people)$/.test(noun) ? noun : null;
}

/** Up to `REACH` tokens before a figure and 12 behind it. */
function tokensAround(
  document: TextDocument,
  figure: Span,
  from: number,
  to: number,
): [readonly TaggedToken[], readonly TaggedToken[]] {
  let first = from;
  while (first < to && (document.tokens[first]?.end ?? 0) <= figure.start) first += 1;
  let last = first;
  while (last < to && (document.tokens[last]?.start ?? 0) < figure.end) last += 1;
  return [
    document.tokens.slice(Math.max(from, first - REACH), first),
    document.tokens.slice(last, Math.min(to, last + 12)),
  ];
}

/** "4.5 tonnes of cocaine", "60 percent of the voters", "one in five children", "half the seats". */
function measured(after: readonly TaggedToken[], unit: string): string | null {
  if (isCurrency(unit) || isTimeUnit(unit)) return null;
  if (after[0]?.lower === 'of') return isPartOf(after) ? null : headNoun(after.slice(1)).noun;
  return unit === 'fraction' ? headNoun(after).noun : null;
}

/** "Two of them minors", "of whom three". */
function isPartOf(after: readonly TaggedToken[]): boolean {
  return after[0]?.lower === 'of' && /^(?:them|whom|these|those|us|which)$/.test(after[1]?.lower ?? '');
}

function partOf(rest: readonly TaggedToken[], previous: Figure | null): string | null {
  const next = /^(?:were|was|are|is)$/.test(rest[0]?.lower ?? '') ? 1 : 0;
  const { noun } = headNoun(rest.slice(next));
  return (
    (noun === null ? null : outcome(noun)) ?? passiveOutcome(rest) ?? noun ?? previous?.counted ?? 'people'
  );
}

/** "Three of the 41 people killed were children": the part is children, the toll is the other figure's. */
function isTotalNext(after: readonly TaggedToken[]): boolean {
  return isFigure(after[/^(?:the|its|his|her|their)$/.test(after[1]?.lower ?? '') ? 2 : 1]?.lower ?? '');
}

function partOfTotal(after: readonly TaggedToken[]): string | null {
  const start = after.findIndex((token) => isFigure(token.lower));
  return headNoun(after.slice(start + 1)).noun;
}

/** "The number of unemployed fell to 400,000", "the number of missing": who they are stands before. */
function tallied(before: readonly TaggedToken[]): string | null {
  const at = before.findLastIndex(
    (token, index) =>
      token.lower === 'of' && /^(?:number|total|count|tally)$/.test(before[index - 1]?.lower ?? ''),
  );
  if (at === -1 || before.slice(at).some((token) => /^(?:,|;|and|but)$/.test(token.lower))) return null;
  const word = before.slice(at + 1).find((token) => /^(?:NOUN|ADJ)$/.test(token.tag));
  return word === undefined ? null : (outcome(word.lower) ?? word.lower);
}

/** ", five seriously", "including two from Velm": of those that the figure before counts. */
function inherited(
  before: readonly TaggedToken[],
  after: readonly TaggedToken[],
  previous: Figure | null,
): string | null {
  if (previous === null || previous.unit !== 'count' || previous.counted === null) return null;
  const last = before.at(-1)?.lower ?? '';
  if (last === 'from') return previous.counted;
  const opens = /^(?:,|;|including|and|but|another|with|to|put)$/.test(last) || last === '(';
  const goesOn =
    /^(?:seriously|critically|badly|severely|fatally|lightly|in|did|from|at|were|was|are|had|remain|remained|more|others?|on|lay|below|of|,|\.)$/.test(
      after[0]?.lower ?? '.',
    );
  return opens && goesOn ? previous.counted : null;
}

/**
 * "Three more were killed", "another two died": added to a total. Beside another outcome ("31 killed and 14 more
 * injured"), and with "another" of those hurt, who follow the dead, the figure stands for itself.
 */
function isIncrement(
  counted: string | null,
  before: readonly TaggedToken[],
  after: readonly TaggedToken[],
): boolean {
  if (counted === null || !OUTCOMES.some(([, name]) => name === counted)) return false;
  const last = before.at(-1)?.lower ?? '';
  const added =
    /^(?:further|additional)$/.test(last) || /^(?:more|further|additional)$/.test(after[0]?.lower ?? '');
  if (!added && !(last === 'another' && isDeath(counted))) return false;
  return !before.some((token) => {
    const other = outcome(token.lower);
    return other !== null && other !== counted && !(isDeath(other) && isDeath(counted));
  });
}

function isDeath(name: string): boolean {
  return name === 'killed' || name === 'dead';
}

function headNoun(tokens: readonly TaggedToken[]): { noun: string | null; next: number } {
  let index = 0;
  while (index < 5 && index < tokens.length && isSkipped(tokens[index], tokens[index + 1])) index += 1;
  let noun: string | null = null;
  while (isNounPart(tokens, index)) {
    noun = tokens[index]?.lower ?? null;
    index += 1;
    if (tokens[index]?.text === '-') {
      index += 1;
      // "13 coroner-led teams": up to here it was an attribute.
      if (tokens[index]?.tag === 'VERB' || tokens[index]?.tag === 'ADJ') index += 1;
      if (tokens[index]?.tag === 'PROPN') index += 1;
      if (tokens[index - 1]?.tag === 'PROPN') return { noun: tokens[index - 1]?.lower ?? null, next: index };
    } else if (noun !== null && /[^s]s$/.test(noun) && !PLURAL_ATTRIBUTE.test(noun)) break;
  }
  if (noun === null) noun = pluralAt(tokens, index) ?? groupName(tokens[index - 1]);
  if (noun === null && index === 0) noun = wordOutcome(tokens[0]);
  return { noun, next: index };
}

/** "12 rebounds", "calls went unanswered": a plural that the tagger took for a verb. */
function pluralAt(tokens: readonly TaggedToken[], index: number): string | null {
  const token = tokens[index];
  if (token?.tag !== 'VERB' || !/[^s]s$/.test(token.lower) || token.lower === 'was') return null;
  return /^(?:NOUN|PRON|DET|PROPN|NUM)$/.test(tokens[index + 1]?.tag ?? '') ? null : token.lower;
}

/** Plurals that stand before another noun; behind any other the next word is a verb ("voters favor rights"). */
const PLURAL_ATTRIBUTE =
  /^(?:arms|sports|news|sales|weapons|jobs|veterans|rights|savings|systems|operations|communications|drugs|goods|customs|appeals|services|elections|intelligence|materials|relations|economics|politics|athletics|parks|metals|minutes|women|plastics|fisheries|textbooks|securities|emissions|works|christmas|gas|bus|campus|business|crisis|process|access|express|class|press)$/;

/** Behind a number these are no nouns, whatever the tagger says: "nearly 2 million cast", "10 each". */
const NO_HEAD = /^(?:cast|each|apart|strong|today|yesterday|tomorrow|tonight|%|s)$/;

/** "72,000 overdose deaths": a noun before a plural that the tagger took for a verb. */
function isMistaken(token: TaggedToken, next: TaggedToken): boolean {
  return (
    /[^s]s$/.test(next.lower) &&
    !/^(?:left|came|went|took|made|said|had|gave|won|lost|got|fled|died|saw|ran|face|faces|need|needs|have|has|met)$/.test(
      token.lower,
    )
  );
}

const COLLECTIVE =
  /^(?:public|elderly|poor|young|unemployed|homeless|uninsured|jobless|chinese|japanese|british|french|irish|dutch|spanish|swiss)$/;

/** "60 Russians", "the four liberals": a people or camp, which the tagger takes for a name or an adjective. */
function groupName(token: TaggedToken | undefined): string | null {
  if (token === undefined || !/^(?:PROPN|ADJ)$/.test(token.tag)) return null;
  const isGroup = (/[^s'’]s$/.test(token.lower) && token.text.length > 4) || COLLECTIVE.test(token.lower);
  return isGroup ? token.lower : null;
}

function isNounPart(tokens: readonly TaggedToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.tag !== 'NOUN' || !/^\p{L}/u.test(token.text)) return false;
  return !NO_HEAD.test(token.lower) && !token.lower.startsWith('http');
}

function wordOutcome(token: TaggedToken | undefined): string | null {
  return token === undefined ? null : outcome(token.lower);
}

function isSkipped(token: TaggedToken | undefined, next: TaggedToken | undefined): boolean {
  if (token === undefined || outcome(token.lower) !== null) return false;
  if (token.tag === 'ADJ' || token.tag === 'PROPN' || token.tag === 'NUM') return true;
  if (token.lower === 'out') return next?.lower === 'of';
  if (/^(?:of|the|its|his|her|their|our|other|others|more|all|these|those|some|extra|-)$/.test(token.lower))
    return true;
  if (token.tag !== 'VERB' || next?.tag !== 'NOUN')
    return /^(?:known|held)$/.test(token.lower) && next?.tag === 'ADJ';
  return /(?:ed|ing|known|held|built|made|led|run|owned)$/.test(token.lower) || isMistaken(token, next);
}

/** "… (who) were (reportedly) killed", "… killed". */
function passiveOutcome(tokens: readonly TaggedToken[]): string | null {
  // "Killed 31 people and injured 14": behind a bare "and" begins the next figure's clause.
  if (tokens[0]?.lower === 'and') return null;
  for (const [index, token] of tokens.slice(0, 6).entries()) {
    const found = outcome(token.lower);
    // "Killed six people, wounded 13": behind a comma, what has an object of its own is the next clause's.
    if (found !== null && /^(?:,|and)$/.test(tokens[index - 1]?.lower ?? '') && hasObject(tokens[index + 1]))
      return null;
    if (found !== null && !/^(?:kill|injure|arrest|kills|arrests)$/.test(token.lower)) {
      return /ing$/.test(token.lower) && token.lower !== 'missing' ? null : found;
    }
    if (
      !/^(?:who|that|were|was|have|has|had|been|being|are|is|be|feared|confirmed|reported|also|reportedly|left|and|to|,)$/.test(
        token.lower,
      )
    )
      return null;
  }
  return null;
}

function hasObject(token: TaggedToken | undefined): boolean {
  return (
    token !== undefined &&
    (isFigure(token.lower) ||
      /^(?:NOUN|DET|PROPN)$/.test(token.tag) ||
      /^(?:at|more|about|another|dozens)$/.test(token.lower))
  );
}

/** "killed (at least) 31", "death toll rose to 31". */
function activeOutcome(tokens: readonly TaggedToken[]): string | null {
  const near = tokens.slice(-3).reverse();
  for (const token of near) {
    if (ACTIVE.test(token.lower)) return outcome(token.lower);
    if (!/^(?:and|another|the|least|at|than|more|leaving|of|as|many|some)$/.test(token.lower)) break;
  }
  return tolled(tokens.map((token) => token.lower));
}

const TOLL_LINKS =
  /^(?:to|at|of|reached|reaches|hit|hits|stands|stood|is|was|now|passed|passes|topped|tops|exceeded)$/;

/** "The death toll rose to 31", "the number of people killed reached 31": what the total before the figure counts. */
function tolled(words: readonly string[]): string | null {
  if (!TOLL_LINKS.test(words.at(-1) ?? '')) return null;
  const toll = words.lastIndexOf('toll');
  const number = words.findLastIndex((word) => /^(?:number|total|count|tally)$/.test(word));
  const from = Math.max(toll, number);
  // Between total and figure stands no other figure but the one it rose from.
  if (
    from === -1 ||
    words.slice(from).some((word, index, all) => isFigure(word) && all[index - 1] !== 'from')
  )
    return null;
  const named = words
    .slice(from)
    .map(outcome)
    .findLast((one) => one !== null);
  if (named !== undefined) return named;
  return toll === from ? 'dead' : null;
}

function isFigure(word: string): boolean {
  return /^\d/.test(word) || isNumberWord(word);
}
