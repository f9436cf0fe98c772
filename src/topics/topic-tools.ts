import { createRequire } from 'node:module';
import { type LinearModel, readLinearModel } from '../nlp/linear-model.ts';
import { type LinkModels, readLinkModels } from './link-model.ts';
import { readTopicContexts, type TopicContexts } from './topic-contexts.ts';
import { readWordVectors, type WordVectors } from './topic-words.ts';

/** What is known of words and topics before an article is read. */
export interface ContextTools {
  readonly vectors: WordVectors;
  readonly contexts: TopicContexts;
}

/** What linking needs beside an article and its candidates. Made once per thread. */
export interface LinkTools extends ContextTools {
  readonly models: LinkModels;
}

// Not imports: the JSON lies beside src/, outside the compiler's root, at the same distance from src/ and dist/.
const require = createRequire(import.meta.url);

export function loadContextTools(): ContextTools {
  const vectors = readWordVectors(require('../../data/models/topic-words.json'));
  const words = [...vectors.numbers.keys()];
  return { vectors, contexts: readTopicContexts(require('../../data/models/topic-contexts.json'), words) };
}

export function createLinkTools(): LinkTools {
  return {
    ...loadContextTools(),
    models: readLinkModels(require('../../data/models/linking.json')),
  };
}

/** The classifier of types for rows of a base that have none. */
export function loadTypeModel(): LinearModel {
  return readLinearModel(require('../../data/models/topic-types.json'), 'topic-types');
}
