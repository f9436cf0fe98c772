import type { RoleInputs } from '../../src/annotate/roles/role-network.ts';
import { fitLinear } from './fit-linear.ts';
import { frequentFeatures, type RoleSequence } from './fit-role-network.ts';

/** Features in fewer sentences are not learned; those of a neighbour only when they are common. */
const MIN_COUNT = 4;
const MIN_NEAR_COUNT = 200;

/**
 * Multinomial logistic regression over the features of a sentence and the common ones of the sentences before and after
 * it. Gives the log-probability of each label for every sentence of an article. Weaker than the network and wrong
 * elsewhere, so that the two together are better than either.
 */
export function fitNeighbourLinear(
  sequences: readonly RoleSequence[],
  labels: readonly string[],
): (sentences: readonly RoleInputs[]) => Float64Array[] {
  const own = frequentFeatures(sequences, MIN_COUNT);
  const near = frequentFeatures(sequences, MIN_NEAR_COUNT);
  const buckets = (sentences: readonly RoleInputs[], at: number): Int32Array =>
    Int32Array.from([
      ...rows(sentences[at], own, 0),
      ...rows(sentences[at - 1], near, own.size),
      ...rows(sentences[at + 1], near, own.size + near.size),
      own.size + 2 * near.size,
    ]);
  const { weights } = fitLinear(
    sequences.flatMap(({ sentences, targets }) =>
      targets.map((target, at) => ({
        buckets: buckets(sentences, at),
        label: target.subarray(0, labels.length).indexOf(1),
      })),
    ),
    {
      labels,
      bits: Math.ceil(Math.log2(own.size + 2 * near.size + 1)),
      epochs: 15,
      rate: 0.03,
      l2: 0.03,
      seed: 5,
    },
  );
  return (sentences) =>
    sentences.map((_, at) => logProbabilities(weights, buckets(sentences, at), labels.length));
}

function rows(sentence: RoleInputs | undefined, index: ReadonlyMap<number, number>, first: number): number[] {
  return Array.from(sentence?.features ?? []).flatMap((feature) => {
    const row = index.get(feature);
    return row === undefined ? [] : [first + row];
  });
}

function logProbabilities(weights: Float64Array, buckets: Int32Array, labels: number): Float64Array {
  const scores = new Float64Array(labels);
  for (const bucket of buckets)
    for (let label = 0; label < labels; label += 1)
      scores[label] = (scores[label] as number) + (weights[bucket * labels + label] as number);
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  return scores.map((score) => score - top - Math.log(sum));
}
