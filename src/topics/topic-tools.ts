import { createRequire } from 'node:module';
import { type LinearModel, readLinearModel } from '../nlp/linear-model.ts';
import { readWordVectors, type WordVectors } from '../nlp/word-vectors.ts';
import { type LinkModels, readLinkModels } from './link-model.ts';

/** What linking needs beside an article and its candidates. Made once per thread. */
export interface LinkTools {
  readonly vectors: WordVectors;
  readonly models: LinkModels;
}

// Not imports: the JSON lies beside src/, outside the compiler's root, at the same distance from src/ and dist/.
const require = createRequire(import.meta.url);

export function createLinkTools(): LinkTools {
  return {
    vectors: readWordVectors(require('../../data/models/word-vectors.json')),
    models: readLinkModels(require('../../data/models/linking.json')),
  };
}

/** The classifier of types for rows of a base that have none. */
export function loadTypeModel(): LinearModel {
  return readLinearModel(require('../../data/models/topic-types.json'), 'topic-types');
}
