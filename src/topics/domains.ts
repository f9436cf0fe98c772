import { stem } from '../nlp/stem.ts';
import { addWord, cosine, type WordVectors } from './topic-words.ts';

/** Fields in which names have readings of their own: a city is its club in sports, a first name a singer in the arts. */
export const DOMAINS = ['sports', 'arts', 'business', 'politics'] as const;

/** Everyday words of each field; only the direction they share in the word vectors counts. */
const SEEDS: Readonly<Record<(typeof DOMAINS)[number], string>> = {
  sports: `game match team league season cup score coach player championship tournament goal win final defeat football
    basketball cricket tennis baseball hockey rugby club race title striker inning`,
  arts: 'album song film movie music band singer actor actress director studio guitar concert novel artist award theater',
  business:
    'company share market profit investor stock bank price earnings quarter sale firm billion executive merger',
  politics:
    'election president minister government parliament vote party campaign senator lawmaker policy coalition',
};

const centres = new WeakMap<WordVectors, readonly Float64Array[]>();

function centresOf(vectors: WordVectors): readonly Float64Array[] {
  const known = centres.get(vectors);
  if (known !== undefined) return known;
  const made = DOMAINS.map((domain) => {
    const sum = new Float64Array(vectors.dimensions);
    for (const word of SEEDS[domain].split(/\s+/)) addWord(sum, vectors, stem(word), 1);
    return sum;
  });
  centres.set(vectors, made);
  return made;
}

/** Cosine that any news text has with any field, and the step from there to a text that is of the field. */
const [BACKGROUND, STEP] = [0.3, 0.3];

/** How much a text is of each field, 0 to 1, by its vector, in the order of `DOMAINS`. */
export function domainShares(vector: Float64Array, vectors: WordVectors): number[] {
  return centresOf(vectors).map((centre) =>
    Math.min(1, Math.max(0, (cosine(vector, centre) - BACKGROUND) / STEP)),
  );
}
