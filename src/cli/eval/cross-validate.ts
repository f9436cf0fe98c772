import type { BlendedClassifier } from '../../nlp/blended-classifier.ts';
import { classify } from '../../nlp/blended-classifier.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { type BlendedExample, type BlendedOptions, fitBlended } from './fit-blended.ts';

export interface GroupedExample extends BlendedExample {
  /** Examples of one group are never apart: all in training or all held out. */
  readonly group: string;
}

export interface HeldOut<Example> {
  readonly example: Example;
  readonly probabilities: Float64Array;
}

/** Number of a group's part; the same for the same name, so that folds do not depend on the order of the file. */
export function foldOf(group: string, folds: number): number {
  return hashFeature(`fold ${group}`, 30) % folds;
}

/** Trains on all folds but one and answers for that one, for each. */
export function crossValidate<Example extends GroupedExample>(
  examples: readonly Example[],
  options: BlendedOptions,
  folds: number,
): HeldOut<Example>[] {
  const held: HeldOut<Example>[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeld = (example: Example) => foldOf(example.group, folds) === fold;
    const model: BlendedClassifier = fitBlended(
      examples.filter((example) => !isHeld(example)),
      options,
    );
    for (const example of examples.filter(isHeld))
      held.push({ example, probabilities: classify(model, example) });
  }
  return held;
}
