import type { Mention } from '../core/annotation.ts';
import { apposition } from './apposition.ts';
import {
  type Describing,
  hasSingularRole,
  LONGEST,
  ownsNext,
  type Place,
  place,
  possesses,
  prepositionIn,
} from './described-name.ts';
import { beforeName, isNoStart } from './description-titles.ts';
import { objectClause, officeClause, succession } from './office-clauses.ts';
import { isSingularRole } from './office-phrase.ts';
import type { TaggedToken } from './text-document.ts';

/** All places that describe a name (of a lone word the apposition only): title, apposition before or behind, statement by a verb. */
export function descriptionPlaces(describing: Describing, isLone: boolean): Place[] {
  if (isLone) return [afterComma(describing)].filter((one) => one !== null);
  const found = [
    beforeName(describing),
    beforeComma(describing),
    afterComma(describing),
    byVerb(describing),
    behindName(describing),
  ];
  return found.filter((one) => one !== null);
}

/** "The US special envoy, |Steve Witkoff|, …", "Norland's prime minister, |Maria Varga|, …" */
function beforeComma(describing: Describing): Place | null {
  const { document, mention, to, nameAt } = describing;
  const { tokens } = document;
  let comma = describing.from - 1;
  // "The army chief, Gen. |Rashid Omar|": the rank stands between.
  while (comma > describing.from - 4 && tokens[comma]?.text !== ',' && isSingularRole(tokens[comma]))
    comma -= 1;
  if (tokens[comma]?.text !== ',' || !/^[,.;]$|^['’]s$/.test(tokens[to]?.text ?? '')) return null;
  let start = comma;
  while (comma - start < LONGEST && tokens[start - 1]?.sentence === mention.sentence) {
    const token = tokens[start - 1];
    if (token === undefined || !isPhraseWord(tokens, start - 1, nameAt)) break;
    start -= 1;
    if (/^(?:the|a|an|its|his|her|their|our|my)$/.test(token.lower)) break;
  }
  return phraseBefore(tokens, start, comma, describing);
}

/** The phrase before a comma, when an office stands before its first preposition and it opens as a phrase does. */
function phraseBefore(
  tokens: readonly TaggedToken[],
  first: number,
  comma: number,
  { nameAt, mention }: Describing,
): Place | null {
  let start = first;
  while (start < comma && (tokens[start]?.tag === 'ADP' || isNoStart(tokens[start]))) start += 1;
  const opening = tokens[start];
  if (opening === undefined || start === comma) return null;
  const owner = nameAt.get(start);
  const isOwned = /^(?:the|a|an|its|his|her|their|our|my)$/.test(opening.lower) || owner !== undefined;
  const isStart = tokens[start - 1]?.sentence !== mention.sentence;
  if (!isOwned && !isStart) return null;
  if (owner?.type === 'person' && !possesses(tokens, start, nameAt, owner)) return null;
  const preposition = prepositionIn(tokens, start, comma);
  return hasSingularRole(tokens, start, preposition) ? place(start, comma) : null;
}

function isPhraseWord(
  tokens: readonly TaggedToken[],
  index: number,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (nameAt.has(index)) return nameAt.get(index)?.type !== 'person' || ownsNext(tokens, index, nameAt);
  if (
    /^(?:NOUN|PROPN|ADJ|PART|NUM|DET)$/.test(token.tag) ||
    /^(?:-|&|and|former|then|acting|managing|his|her|its|their|our|my|['’]s)$/.test(token.lower)
  )
    return true;
  return /^(?:of|for|at|to|in)$/.test(token.lower) || isSingularRole(token);
}

/** "|Steve Witkoff|, the US special envoy, …": up to the next comma, with an office before any preposition. */
function afterComma(describing: Describing): Place | null {
  const { document, mention, to } = describing;
  const { tokens } = document;
  let first = to;
  if (!/^[,–—(-]$/.test(tokens[first]?.text ?? '')) return null;
  if (tokens[first]?.text === '-' && tokens[first]?.start === mention.end) return null;
  first += 1;
  // "Smith, 54, a farmer": the age is no part of it.
  if (/^\d{1,3}$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === ',') first += 2;
  if (tokens[first]?.lower === 'one' && tokens[first + 1]?.lower === 'of')
    return apposition(describing, first, true);
  return apposition(describing, first, false);
}

/** "|X| was appointed finance minister", "|X| is the president": a statement by a verb. */
function byVerb(describing: Describing): Place | null {
  const { document, mention, from, to } = describing;
  const { tokens } = document;
  const clause =
    officeClause(tokens, to, mention.sentence, tokens[from - 1]) ??
    succession(tokens, to, mention.sentence) ??
    objectClause(tokens, from, to, mention.sentence);
  if (clause === null) return null;
  const found = apposition(describing, clause.first, false);
  return found === null ? null : { ...found, tense: clause.tense, begins: clause.begins };
}

/** "Emma Thorne |MP|". */
function behindName({ document, mention, to }: Describing): Place | null {
  const token = document.tokens[to];
  return token?.text === 'MP' && token.sentence === mention.sentence ? place(to, to + 1) : null;
}
