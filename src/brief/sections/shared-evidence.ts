import type { Citation, FigureEntry, QuoteEntry } from '../../core/ledger.ts';
import type { WorkingLedger } from '../ledger/build-ledger.ts';
import { type ClaimGroup, toMember } from '../ledger/claims.ts';
import { wordSimilarity } from '../ledger/sentence-similarity.ts';
import { isInCopy, outletOf, type StoryIndex, type StorySentence } from '../ledger/story-sentence.ts';

/** How long something takes or is ago says nothing that papers share. */
const TIME = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/i;

/** Where two or more independent outlets have the same figure or the same words of somebody. */
function sharedPlaces({
  figures,
  quotes,
}: {
  readonly figures: readonly FigureEntry[];
  readonly quotes: readonly QuoteEntry[];
}): (readonly Citation[])[] {
  const ofQuotes = quotes.filter(({ outlets }) => outlets.length >= 2).map(({ citations }) => citations);
  const ofFigures = figures
    .filter(({ what }) => !TIME.test(what))
    .map(({ latest, reports }) => [latest, ...reports.filter(({ value }) => value === latest.value)]);
  return [...ofQuotes, ...ofFigures];
}

/**
 * Sentences of two outlets this near in words tell the same in part. Chosen on 2026-11-25 by reading the two nearest pairs of each of the 22
 * stories of stream-2018 with four and more outlets of which no sentence was shared: nearly all from here on did, and fewer below. Read,
 * not counted.
 */
const NEAR = 0.44;
const LEAST_SHARED = 6;

function isReport({ isOpinion, insideQuote, role }: StorySentence): boolean {
  return !isOpinion && !insideQuote && role !== 'none' && role !== 'anecdotal';
}

function isNear(index: StoryIndex, a: StorySentence, b: StorySentence): boolean {
  if (a.negated !== b.negated || outletOf(index, a) === outletOf(index, b)) return false;
  return wordSimilarity(index, a, b) >= NEAR;
}

/** For each sentence the places of those, in order, with which it has enough terms in common. Pairs with fewer are never compared. */
function createSharing(sentences: readonly StorySentence[]): (one: StorySentence) => number[] {
  const having = new Map<number, number[]>();
  sentences.forEach(({ terms }, place) => {
    for (const term of terms) {
      const places = having.get(term);
      if (places === undefined) having.set(term, [place]);
      else places.push(place);
    }
  });
  const shared = new Uint16Array(sentences.length);
  return ({ terms }) => {
    shared.fill(0);
    for (const term of terms)
      for (const place of having.get(term) ?? []) shared[place] = (shared[place] as number) + 1;
    const places: number[] = [];
    for (let place = 0; place < shared.length; place++)
      if ((shared[place] as number) >= LEAST_SHARED) places.push(place);
    return places;
  };
}

/** Sentences that are near to one of another outlet, with those. */
function nearSentences(index: StoryIndex): StorySentence[][] {
  const reports = index.sentences.filter((one) => isReport(one) && !isInCopy(index, one));
  const sharing = createSharing(reports);
  return reports.flatMap((one) => {
    const near = sharing(one)
      .map((place) => reports[place])
      .filter((other) => other !== undefined)
      .filter((other) => isNear(index, one, other));
    return near.length === 0 ? [] : [[one, ...near]];
  });
}

/** Finds the sentence of a story in which a place lies. */
function sentenceFinder(index: StoryIndex): (place: Citation) => StorySentence | undefined {
  const sentencesOf = new Map<string, StorySentence[]>();
  for (const sentence of index.sentences) {
    const id = index.articles[sentence.article]?.source.article.id ?? '';
    const known = sentencesOf.get(id);
    if (known === undefined) sentencesOf.set(id, [sentence]);
    else known.push(sentence);
  }
  return ({ articleId, start }) =>
    sentencesOf.get(articleId)?.find((one) => one.start <= start && start < one.end);
}

/**
 * What outlets share in part, for stories of which they share no whole sentence: quotations, figures, and sentences near each other. Each
 * entry has the claims of which one is to be shown; the sentences of the other outlets are the part that those have of it.
 */
export function sharedEvidence(index: StoryIndex, { ledger, claims }: WorkingLedger): ClaimGroup[][] {
  const sentenceAt = sentenceFinder(index);
  const groupOf = new Map(claims.flatMap((group) => group.sentences.map(({ id }) => [id, group] as const)));
  const places = sharedPlaces(ledger).map((one) =>
    one.map(sentenceAt).filter((found) => found !== undefined),
  );
  return [...places, ...nearSentences(index)].map((sentences) =>
    sentences.flatMap((sentence) => {
      const group = groupOf.get(sentence.id);
      if (group === undefined) return [];
      const others = sentences
        .filter((one) => outletOf(index, one) !== outletOf(index, sentence))
        .map((one) => toMember(index, one))
        .filter(({ outletId }) => !group.claim.outlets.includes(outletId));
      const partial = others.filter(
        ({ outletId }, i) => others.findIndex((one) => one.outletId === outletId) === i,
      );
      const isShared = partial.length > 0 || group.claim.outlets.length >= 2;
      return isShared ? [{ ...group, wordings: [sentence], claim: { ...group.claim, partial } }] : [];
    }),
  );
}
