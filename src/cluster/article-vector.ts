import type { Fingerprint } from '../core/story.ts';
import type { TermTable } from './term-table.ts';
import type { ValueRoom } from './value-room.ts';

/**
 * One article as a vector of unit length over terms and names. `weights` are TF-IDF; `counts` are the same without
 * the idf, so that a sum of them can be weighed again when more has been read.
 */
export interface ArticleVector {
  /** Numbers of the TermTable. */
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  readonly counts: Float64Array;
  /** How many of the entries, the first ones, are terms; the others are names. */
  readonly terms: number;
}

/** An array for each vector, for those that live on. */
const OWN_ROOM = { take: (length: number) => new Float64Array(length) };

/**
 * Terms and names are each brought to unit length, then joined so that names hold `nameShare` of the squared length;
 * where an article has only one of the two, that one holds all.
 *
 * @param ids numbers of the article's terms and names, in their order
 * @param room where the values lie; in a ValueRoom they are good until it is cleared
 */
export function articleVector(
  article: Fingerprint,
  table: TermTable,
  nameShare: number,
  ids = table.keysOf(article),
  room: Pick<ValueRoom, 'take'> = OWN_ROOM,
): ArticleVector {
  const counts = room.take(ids.length);
  const weights = room.take(ids.length);
  const terms = article.terms.length;
  for (let k = 0; k < ids.length; k++) {
    const count =
      k < terms ? article.terms[k]?.[1] : 1 + Math.log(Math.max(1, article.names[k - terms]?.[1] ?? 1));
    counts[k] = count ?? 0;
    weights[k] = (count ?? 0) * table.weight(ids[k] ?? 0);
  }
  const share = terms === ids.length ? 0 : terms === 0 ? 1 : nameShare;
  const termScale = Math.sqrt(1 - share) / length(weights, 0, terms);
  const nameScale = Math.sqrt(share) / length(weights, terms, weights.length);
  for (let k = 0; k < ids.length; k++) {
    const scale = k < terms ? termScale : nameScale;
    counts[k] = (counts[k] ?? 0) * scale;
    weights[k] = (weights[k] ?? 0) * scale;
  }
  return { ids, weights, counts, terms };
}

/** Euclidean length of a part of a vector; 1 for an empty part, so that it can be divided by. */
function length(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (weights[i] ?? 0) ** 2;
  return Math.sqrt(sum) || 1;
}
