import type { BlendedClassifier } from '../../src/nlp/blended-classifier.ts';
import { packNetwork } from '../../src/nlp/dense-network.ts';
import { writeModel } from './trained-model.ts';

/** What data/models/ holds of a classifier. */
export function packBlended({ linear, network }: BlendedClassifier): object {
  const weights = Buffer.from(linear.weights.buffer).toString('base64');
  return { linear: { ...linear, weights }, network: packNetwork(network) };
}

/** Writes data/models/NAME.json. */
export function writeBlended(name: string, classifier: BlendedClassifier): void {
  writeModel(name, packBlended(classifier));
}
