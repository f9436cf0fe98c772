import type { LinearModel } from '../../nlp/linear-model.ts';
import type { SequenceModel } from '../../nlp/sequence-model.ts';
import type { DocumentSentence } from '../text-document.ts';
import {
  addByDistance,
  addByPlace,
  addOwn,
  DISTANCE_CLASSES,
  goTo,
  newHere,
  PART_BITS,
  PLACES,
  placesOf,
} from './part-features.ts';
import { BucketList, type TokenTable } from './token-table.ts';

/** Whether the second label of a model with two scores above the first: `scoreLabels` without an array. */
export function isSecond({ weights, scale, offsets }: LinearModel, list: BucketList): boolean {
  const { buckets, size } = list;
  let no = 0;
  let yes = 0;
  for (let at = 0; at < size; at += 1) {
    const row = (buckets[at] as number) * 2;
    no += weights[row] as number;
    yes += weights[row + 1] as number;
  }
  return yes * scale + (offsets[1] ?? 0) > no * scale + (offsets[0] ?? 0);
}

const LABELS = 5;
/** Sums are kept for each place, then for each class of distance, then for the token itself. */
const OWN = PLACES + DISTANCE_CLASSES;

/**
 * Labels sentences by one sequence model of five labels: what `tagSequence` gives, in arrays kept from one sentence to
 * the next. Sums are of whole numbers and the order of the additions is the same, so that no result differs.
 */
export class PartTagger {
  readonly #model: SequenceModel;
  readonly #transitions: Float64Array;
  readonly #offsets: Float64Array;
  readonly #list = new BucketList(PART_BITS, 4000);
  readonly #sums = new Int32Array((OWN + 1) * LABELS);
  readonly #known = new Uint8Array(OWN + 1);
  #emissions = new Float64Array(0);
  #pointers = new Uint8Array(0);

  /** @throws TypeError when the model has other than five labels. */
  constructor(model: SequenceModel) {
    if (model.labels.length !== LABELS) throw new TypeError('The model of parts has not five labels.');
    this.#model = model;
    this.#transitions = Float64Array.from(model.transitions);
    this.#offsets = Float64Array.from(model.offsets);
  }

  /** The likeliest labels of the tokens of a sentence, seen from the cue at `cue`. */
  tag(table: TokenTable, sentence: DocumentSentence, cue: number): Uint8Array {
    const count = sentence.tokenEnd - sentence.tokenStart;
    if (this.#pointers.length < count * LABELS) {
      this.#pointers = new Uint8Array(2 * count * LABELS);
      this.#emissions = new Float64Array(2 * count * LABELS);
    }
    this.#score(table, sentence, cue);
    return this.#bestPath(count);
  }

  /** Sums up the features that tokens share once for all of them. */
  #score(table: TokenTable, sentence: DocumentSentence, cue: number): void {
    const list = this.#list;
    const count = sentence.tokenEnd - sentence.tokenStart;
    const standing = new Uint8Array(count);
    const away = new Uint8Array(count);
    list.clear();
    const known = this.#known.fill(0);
    const places = placesOf(table, sentence, cue);
    const here = newHere();
    for (let at = sentence.tokenStart; at < sentence.tokenEnd; at += 1) {
      goTo(here, table, sentence.tokenStart, cue, at, places);
      const distance = PLACES + here.away;
      if (known[here.place] === 0) {
        const from = list.size;
        addByPlace(list, table, sentence, cue, places, here);
        this.#sumInto(here.place, from);
        list.cut(from);
      }
      if (known[distance] === 0) {
        const from = list.size;
        addByDistance(list, table, cue, places, here);
        this.#sumInto(distance, from);
        list.cut(from);
      }
      standing[at - sentence.tokenStart] = here.place;
      away[at - sentence.tokenStart] = distance;
      addOwn(list, table, sentence, cue, at, places, here);
    }
    // Many reads of the table in a row, with no hashing between them, wait for memory together.
    const each = list.size / count;
    for (let token = 0; token < count; token += 1) {
      this.#sumInto(OWN, token * each, (token + 1) * each);
      this.#emit(token, standing[token] as number, away[token] as number);
    }
  }

  /** The weights of some buckets in the list, by label. */
  #sumInto(slot: number, from: number, to = this.#list.size): void {
    const { buckets } = this.#list;
    const [weights, sums] = [this.#model.weights, this.#sums];
    let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
    for (let at = from; at < to; at += 1) {
      const row = (buckets[at] as number) * LABELS;
      s0 += weights[row] as number;
      s1 += weights[row + 1] as number;
      s2 += weights[row + 2] as number;
      s3 += weights[row + 3] as number;
      s4 += weights[row + 4] as number;
    }
    const first = slot * LABELS;
    sums[first] = s0;
    sums[first + 1] = s1;
    sums[first + 2] = s2;
    sums[first + 3] = s3;
    sums[first + 4] = s4;
    this.#known[slot] = 1;
  }

  #emit(token: number, place: number, distance: number): void {
    const [sums, offsets, emissions] = [this.#sums, this.#offsets, this.#emissions];
    const { scale } = this.#model;
    for (let label = 0; label < LABELS; label += 1) {
      const sum =
        (sums[OWN * LABELS + label] as number) +
        (sums[place * LABELS + label] as number) +
        (sums[distance * LABELS + label] as number);
      emissions[token * LABELS + label] = sum * scale + (offsets[label] as number);
    }
  }

  /** Viterbi's best path; of equal ones that with the lower labels. */
  #bestPath(count: number): Uint8Array {
    const [emissions, pointers, transitions] = [this.#emissions, this.#pointers, this.#transitions];
    // The scores of the best paths stand where the emissions were.
    for (let row = LABELS; row < count * LABELS; row += LABELS) {
      for (let to = 0; to < LABELS; to += 1) {
        let best = 0;
        let top = Number.NEGATIVE_INFINITY;
        for (let from = 0; from < LABELS; from += 1) {
          const score =
            (emissions[row - LABELS + from] as number) + (transitions[from * LABELS + to] as number);
          if (score > top) {
            top = score;
            best = from;
          }
        }
        pointers[row + to] = best;
        emissions[row + to] = top + (emissions[row + to] as number);
      }
    }
    const path = new Uint8Array(count);
    const last = (count - 1) * LABELS;
    let label = 0;
    for (let at = 1; at < LABELS; at += 1)
      if ((emissions[last + at] as number) > (emissions[last + label] as number)) label = at;
    for (let at = count - 1; at >= 0; at -= 1) {
      path[at] = label;
      label = pointers[at * LABELS + label] as number;
    }
    return path;
  }
}
