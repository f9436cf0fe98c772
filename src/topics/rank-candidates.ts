import type { Annotation } from '../core/annotation.ts';
import type { TopicCandidate } from '../core/topic.ts';
import type { ArticleContext } from './article-context.ts';
import { fillGap, noneRow, type ReadyCandidate, readyCandidates } from './candidate-features.ts';
import { AT } from './link-features.ts';
import { type LinkModels, scoreRow, toProbabilities } from './link-model.ts';
import type { ContextTools } from './topic-tools.ts';
import { cosine, rarity, type WordVectors } from './topic-words.ts';

/** An entity with the rows to choose from. */
export interface Choice {
  readonly entity: number;
  readonly ready: readonly ReadyCandidate[];
  /** The row of "not in the base". */
  readonly none: Float64Array;
}

/** A candidate with how likely it is what the entity means. */
export interface RankedCandidate {
  readonly candidate: TopicCandidate;
  readonly probability: number;
}

export interface Ranking {
  readonly entity: number;
  /** The likeliest first; of equals the one with the smaller id. */
  readonly candidates: readonly RankedCandidate[];
  /** How likely it is that none of them is meant. */
  readonly none: number;
}

/** Below this a guess of the first round says nothing about the other entities. */
const MIN_GUESS = 0.02;

/** All rows of an article's entities that have candidates, as far as they do not depend on each other. */
export function prepareChoices(
  annotation: Annotation,
  candidates: ReadonlyMap<number, readonly TopicCandidate[]>,
  context: ArticleContext,
  tools: ContextTools,
): Choice[] {
  return annotation.entities.flatMap((entity, index): Choice[] => {
    const own = candidates.get(index) ?? [];
    if (own.length === 0) return [];
    const ready = readyCandidates(entity, index, own, context, tools);
    return [{ entity: index, ready, none: noneRow(entity, ready, context) }];
  });
}

/** Probabilities of a choice's candidates, and last of "not in the base". */
function chances(choice: Choice, model: LinkModels['first']): Float64Array {
  const scores = new Float64Array(choice.ready.length + 1);
  for (const [at, { row }] of choice.ready.entries()) scores[at] = scoreRow(model, row);
  scores[choice.ready.length] = scoreRow(model, choice.none);
  return toProbabilities(scores);
}

/** What the first round takes one entity to be about. */
interface Guess {
  readonly vector: Float64Array;
  readonly mass: ReadonlyMap<string, number>;
  readonly ids: ReadonlyMap<string, number>;
  /** Words of any of the candidates, however unlikely. */
  readonly possible: ReadonlySet<string>;
}

/** Adds a vector made `length` long. */
function addScaled(sum: Float64Array, vector: ArrayLike<number>, length: number): void {
  let square = 0;
  for (let d = 0; d < sum.length; d += 1) square += (vector[d] as number) ** 2;
  const factor = length / (Math.sqrt(square) || 1);
  for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] as number) + factor * (vector[d] as number);
}

/** In how many entities each word is possible. */
function countPossible(guesses: readonly Guess[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { possible } of guesses)
    for (const term of possible) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The share of the other entities that may be of the same kind, by the best of a candidate's words: another club, another senator. */
function kinship(
  about: readonly string[],
  own: Guess,
  counts: ReadonlyMap<string, number>,
  entities: number,
  vectors: WordVectors,
): number {
  let best = 0;
  for (const term of about) {
    const others = (counts.get(term) ?? 0) - Number(own.possible.has(term));
    best = Math.max(best, (rarity(vectors, term) * others) / Math.max(1, entities - 1));
  }
  return best;
}

function guess({ ready }: Choice, probabilities: Float64Array, dimensions: number): Guess {
  const vector = new Float64Array(dimensions);
  const mass = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const [at, one] of ready.entries()) {
    const probability = probabilities[at] as number;
    if (probability < MIN_GUESS) continue;
    ids.set(one.candidate.topic.id, probability);
    addScaled(vector, one.vector, probability);
    if (one.known !== undefined) addScaled(vector, one.known.vector, probability);
    for (const term of one.about) mass.set(term, (mass.get(term) ?? 0) + probability);
  }
  const possible = new Set(ready.flatMap((one) => one.about));
  return { vector, mass, ids, possible };
}

function addTo(all: Map<string, number>, part: ReadonlyMap<string, number>): void {
  for (const [key, value] of part) all.set(key, (all.get(key) ?? 0) + value);
}

/**
 * Adds to the rows how well each candidate goes with what the other entities of the article probably mean: two county clubs,
 * two senators of one state, the same person under a shorter name.
 */
export function fillCoherence(
  choices: readonly Choice[],
  first: LinkModels['first'],
  vectors: WordVectors,
): void {
  const guesses = choices.map((choice) => guess(choice, chances(choice, first), vectors.dimensions));
  const total = new Float64Array(vectors.dimensions);
  const mass = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const one of guesses) {
    for (let d = 0; d < total.length; d += 1) total[d] = (total[d] as number) + (one.vector[d] as number);
    addTo(mass, one.mass);
    addTo(ids, one.ids);
  }
  const possible = countPossible(guesses);
  for (const [at, choice] of choices.entries()) {
    const own = guesses[at] as Guess;
    const others = total.map((value, d) => value - (own.vector[d] as number));
    for (const one of choice.ready) {
      const { row, vector, candidate } = one;
      const { id } = candidate.topic;
      row[AT.coherence] = cosine(vector, others);
      row[AT.sharedMass] = sharedMass(one.about, mass, own.mass, vectors);
      row[AT.kin] = kinship(one.about, own, possible, choices.length, vectors);
      if (one.known !== undefined) row[AT.contextCoherence] = cosine(one.known.vector, others);
      row[AT.agreed] = Math.min(1, (ids.get(id) ?? 0) - (own.ids.get(id) ?? 0));
    }
    fillGap(choice.ready, AT.coherence, AT.coherenceGap);
    fillGap(choice.ready, AT.sharedMass, AT.sharedMassGap);
    fillGap(choice.ready, AT.kin, AT.kinGap);
    const best = choice.ready.reduce((top, { row }) => Math.max(top, row[AT.coherence] as number), 0);
    choice.none[AT.noneBestCoherence] = best;
  }
}

/** How much of what a candidate is about the other entities probably are about, too, rare words first. */
function sharedMass(
  about: readonly string[],
  all: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
  vectors: WordVectors,
): number {
  let shared = 0;
  let worth = 0;
  for (const term of about) {
    const telling = rarity(vectors, term);
    worth += telling;
    shared += telling * Math.min(2, (all.get(term) ?? 0) - (own.get(term) ?? 0));
  }
  return worth === 0 ? 0 : shared / (worth + 0.5);
}

/** Ranks what each entity with candidates may mean, the entities of an article together. */
export function rankCandidates(
  choices: readonly Choice[],
  models: LinkModels,
  vectors: WordVectors,
): Ranking[] {
  fillCoherence(choices, models.first, vectors);
  return choices.map((choice) => {
    const probabilities = chances(choice, models.second);
    const candidates = choice.ready.map(({ candidate }, at) => ({
      candidate,
      probability: probabilities[at] as number,
    }));
    candidates.sort(
      (a, b) => b.probability - a.probability || (a.candidate.topic.id < b.candidate.topic.id ? -1 : 1),
    );
    return { entity: choice.entity, candidates, none: probabilities[choice.ready.length] as number };
  });
}
