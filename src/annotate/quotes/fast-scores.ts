import type { LinearModel } from '../../nlp/linear-model.ts';
import type { SequenceModel } from '../../nlp/sequence-model.ts';
import type { BucketList } from './token-table.ts';

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

/**
 * Labels sentences by one sequence model of five labels: what `tagSequence` gives, in arrays kept from one sentence to
 * the next. Sums are of whole numbers and the order of the additions is the same, so that no result differs.
 */
export class PartTagger {
  readonly #model: SequenceModel;
  readonly #transitions: Float64Array;
  #emissions = new Float64Array(0);
  #pointers = new Uint8Array(0);

  /** @throws TypeError when the model has other than five labels. */
  constructor(model: SequenceModel) {
    if (model.labels.length !== LABELS) throw new TypeError('The model of parts has not five labels.');
    this.#model = model;
    this.#transitions = Float64Array.from(model.transitions);
  }

  /** The likeliest labels of `count` tokens, whose buckets stand one after the other in the list. */
  tag(list: BucketList, count: number): Uint8Array {
    if (this.#pointers.length < count * LABELS) {
      this.#pointers = new Uint8Array(2 * count * LABELS);
      this.#emissions = new Float64Array(2 * count * LABELS);
    }
    this.#score(list, count);
    return this.#bestPath(count);
  }

  #score({ buckets, size }: BucketList, count: number): void {
    const { weights, scale, offsets } = this.#model;
    const emissions = this.#emissions;
    const each = size / Math.max(1, count);
    const [o0 = 0, o1 = 0, o2 = 0, o3 = 0, o4 = 0] = offsets;
    let at = 0;
    for (let token = 0; token < count; token += 1) {
      let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
      for (const end = at + each; at < end; at += 1) {
        const row = (buckets[at] as number) * LABELS;
        s0 += weights[row] as number;
        s1 += weights[row + 1] as number;
        s2 += weights[row + 2] as number;
        s3 += weights[row + 3] as number;
        s4 += weights[row + 4] as number;
      }
      const to = token * LABELS;
      emissions[to] = s0 * scale + o0;
      emissions[to + 1] = s1 * scale + o1;
      emissions[to + 2] = s2 * scale + o2;
      emissions[to + 3] = s3 * scale + o3;
      emissions[to + 4] = s4 * scale + o4;
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
