import { tokenise } from '../../nlp/tokens.ts';
import {
  dotProduct,
  meanVector,
  toUnit,
  vectorWord,
  type WordVectors,
  wordRows,
} from '../../nlp/word-vectors.ts';
import type { SentenceFacts } from './sentence-facts.ts';

/** Dense inputs besides the three mean vectors. */
const PLAIN = 10;

/** How many dense inputs a sentence has with these vectors. */
export function denseSize({ dimensions }: WordVectors): number {
  return 3 * dimensions + PLAIN;
}

/**
 * Numbers of each sentence for the network: mean word vectors of all its words, of its verbs, of its nouns and
 * adjectives; nearness to headline, first sentence, whole article and neighbours; place and length.
 */
export function denseInputs(
  vectors: WordVectors,
  facts: readonly SentenceFacts[],
  title: string,
): Float64Array[] {
  const titleWords = tokenise(title).map(({ norm }) => vectorWord(norm));
  const headline = meanVector(vectors, wordRows(vectors, titleWords));
  const rows = facts.map(({ words }) => wordRows(vectors, words));
  const means = rows.map((own) => meanVector(vectors, own));
  const centre = new Float64Array(vectors.dimensions);
  for (const mean of means)
    for (let d = 0; d < centre.length; d += 1) centre[d] = (centre[d] ?? 0) + (mean[d] ?? 0);
  toUnit(centre);
  return facts.map((one, index) => {
    const own = means[index] ?? new Float64Array(vectors.dimensions);
    const near = (other: Float64Array | undefined) => (other === undefined ? 0 : 2 * dotProduct(own, other));
    const inputs = new Float64Array(denseSize(vectors));
    inputs.set(own, 0);
    const words = rows[index] ?? new Int32Array(0);
    const verbs = meanVector(vectors, words, (place) => isVerbTag(one.tags[place]));
    const nouns = meanVector(vectors, words, (place) => isNounTag(one.tags[place]));
    inputs.set(verbs, vectors.dimensions);
    inputs.set(nouns, 2 * vectors.dimensions);
    const plain = [
      near(headline),
      near(means[0]),
      near(centre),
      near(means[index - 1]),
      near(means[index + 1]),
      Math.log(1 + index) / 2,
      index / facts.length,
      Math.log(facts.length) / 3,
      Math.log(1 + one.words.length) / 2,
      one.quote.words === 0 ? 0 : one.quote.quoted / one.quote.words,
    ];
    inputs.set(plain, 3 * vectors.dimensions);
    return inputs;
  });
}

function isVerbTag(tag: string | undefined): boolean {
  return tag === 'VERB' || tag === 'AUX';
}

function isNounTag(tag: string | undefined): boolean {
  return tag === 'NOUN' || tag === 'ADJ';
}
