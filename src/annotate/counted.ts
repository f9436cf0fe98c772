import type { Figure } from '../core/annotation.ts';
import type { Span } from '../core/span.ts';
import { headNoun } from './counted-head.ts';
import {
  activeOutcome,
  DESTROYED,
  isDeath,
  isFigureWord,
  isOutcome,
  outcome,
  passiveOutcome,
} from './counted-outcome.ts';
import { isCurrency, isTimeUnit } from './figure-units.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

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
  return isFigureWord(after[/^(?:the|its|his|her|their)$/.test(after[1]?.lower ?? '') ? 2 : 1]?.lower ?? '');
}

function partOfTotal(after: readonly TaggedToken[]): string | null {
  const start = after.findIndex((token) => isFigureWord(token.lower));
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
  if (counted === null || !isOutcome(counted)) return false;
  const last = before.at(-1)?.lower ?? '';
  const added =
    /^(?:further|additional)$/.test(last) || /^(?:more|further|additional)$/.test(after[0]?.lower ?? '');
  if (!added && !(last === 'another' && isDeath(counted))) return false;
  return !before.some((token) => {
    const other = outcome(token.lower);
    return other !== null && other !== counted && !(isDeath(other) && isDeath(counted));
  });
}
