import { type FactMatrix, type OutletCoverage, WORD_PREFERENCE } from '../../core/briefing.ts';
import type { Citation } from '../../core/ledger.ts';
import { counted, listed } from './words.ts';

/** A stretch of a paragraph; with a citation it is evidence, and leads to its place. */
export interface ParagraphPart {
  readonly text: string;
  readonly citation: Citation | null;
}

const MAX_NAMES = 3;

function plain(text: string): ParagraphPart {
  return { text, citation: null };
}

function quoted(words: readonly string[]): string {
  return listed(words.map((word) => `“${word}”`));
}

function angleSentence({ angle }: OutletCoverage): string | null {
  if (angle === undefined) return null;
  const { shared, own } = angle;
  const has = own.length === 0 ? '' : `${quoted(own)} ${own.length === 1 ? 'stands' : 'stand'} in no other`;
  if (shared.length === 0)
    return own.length === 0 ? null : `Its headline has no word that most of the headlines share; ${has}.`;
  const keeps = `Its headline has ${quoted(shared)} like most of them`;
  return own.length === 0 ? `${keeps}, and no word to itself.` : `${keeps}; ${has}.`;
}

function carriedSentence({ carried }: OutletCoverage): string | null {
  if (carried === undefined || carried.facts === 0) return null;
  const { facts, found } = carried;
  if (facts === 1)
    return found === 1
      ? 'It has the one fact that most of the others carry, whole or in part.'
      : 'The one fact that most of the others carry was not found in it.';
  const widely = `${facts} facts that most of the others carry`;
  if (found === 0) return `None of the ${widely} was found in it.`;
  return found === facts
    ? `It has all of the ${widely}, whole or in part.`
    : `It has ${found} of the ${widely}, whole or in part.`;
}

function notQuotedSentence(coverage: OutletCoverage, nameOf: (outletId: string) => string): string | null {
  const missed = coverage.notQuoted ?? [];
  if (missed.length === 0) return null;
  const people = missed.map(
    ({ speaker, outlets }) => `${speaker} (in ${listed(outlets.map(nameOf), MAX_NAMES)})`,
  );
  return `No words in quotation marks were found in it of ${listed(people)}.`;
}

function preferenceParts(coverage: OutletCoverage, nameOf: (outletId: string) => string): ParagraphPart[] {
  return (coverage.prefers ?? []).flatMap((one) => [
    plain(' It writes '),
    { text: `“${one.word}”`, citation: one.citation },
    plain(` (${counted(one.times, 'time')}) where ${nameOf(one.insteadOutletId)} has `),
    { text: `“${one.instead}”`, citation: one.insteadCitation },
    plain(` (${counted(one.insteadTimes, 'time')} in the others).`),
  ]);
}

function opensSentence({ opensWith }: OutletCoverage, matrix: FactMatrix): string | null {
  const number = matrix.facts.findIndex(({ id }) => id === opensWith) + 1;
  return number === 0 ? null : `It opens with fact ${number}.`;
}

/**
 * How one outlet covers the story, as a paragraph made of what was found: its headline against the others', the facts
 * it shares, whom it does not quote, the words it prefers. Empty when nothing was found.
 */
export function coverageParagraph(
  coverage: OutletCoverage,
  matrix: FactMatrix,
  nameOf: (outletId: string) => string,
): readonly ParagraphPart[] {
  const sentences = [
    angleSentence(coverage),
    opensSentence(coverage, matrix),
    carriedSentence(coverage),
    notQuotedSentence(coverage, nameOf),
  ].filter((one) => one !== null);
  const preferences = preferenceParts(coverage, nameOf);
  if (sentences.length === 0 && preferences.length === 0) return [];
  return [plain(sentences.join(' ')), ...preferences];
}

/** When a word counts as preferred, for the foot of the list of outlets; names those with too little text to tell. */
export function preferenceNote(
  outlets: readonly OutletCoverage[],
  nameOf: (outletId: string) => string,
): string | null {
  const own = outlets.filter(({ reprints, prefers }) => reprints === null && prefers !== undefined);
  if (own.length < 2) return null;
  const { z, times, ownWords, otherWords } = WORD_PREFERENCE;
  const thin = own.filter(({ prefers }) => prefers === null).map(({ outletId }) => nameOf(outletId));
  const rule =
    `A word counts as preferred when an outlet writes it ${times} times or more, its log-odds ratio against the others ` +
    `(informative Dirichlet prior, Monroe et al. 2008) is ${z} standard errors or more, and the others write another word ${times} times or more ` +
    'in the same place of sentences on the same thing, which the outlet never does.';
  if (thin.length === 0) return rule;
  return `${rule} Too little text to tell (${ownWords} words of its own, ${otherWords} of the others): ${listed(thin)}.`;
}
