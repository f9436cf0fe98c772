import { DISCOURSE_ROLES, type DiscourseRole, type Quote } from '../../core/annotation.ts';
import { spansOverlap } from '../../core/span.ts';
import { hashFeature } from '../../nlp/hashed-features.ts';
import { bestLabel } from '../../nlp/linear-model.ts';
import type { WordVectors } from '../../nlp/word-vectors.ts';
import type { DocumentSentence, TextDocument } from '../text-document.ts';
import { denseInputs } from './dense-inputs.ts';
import { type RoleInput, roleFeatures } from './role-features.ts';
import type { RoleModel } from './role-model.ts';
import { type RoleInputs, scoreSentences } from './role-network.ts';
import { sentenceFacts } from './sentence-facts.ts';

const MAIN = DISCOURSE_ROLES.indexOf('main');

export interface FoundRole {
  readonly role: DiscourseRole;
  /** True when the sentence reports what somebody said. */
  readonly speech: boolean;
}

/** What the network reads of each sentence of an article. Features are hashed into 2^`bits` buckets, each once. */
export function roleInputs(input: RoleInput, vectors: WordVectors, bits: number): RoleInputs[] {
  const facts = sentenceFacts(input.document);
  const dense = denseInputs(vectors, facts, input.title);
  return roleFeatures(input, facts).map((features, index) => ({
    buckets: [...new Set(features.map((feature) => hashFeature(feature, bits)))],
    dense: dense[index] ?? [],
  }));
}

/**
 * The discourse role of every sentence of an English article (Choubey et al., ACL 2020) and whether it reports speech,
 * decided over the whole article. A sentence that may not be `main` gets its next best role.
 */
export function findRoles(
  input: RoleInput,
  vectors: WordVectors,
  { network, offsets, speechThreshold }: RoleModel,
  mayBeMain: (sentence: DocumentSentence) => boolean,
): FoundRole[] {
  const scores = scoreSentences(network, roleInputs(input, vectors, network.bits));
  return scores.map((row, index) => {
    const shifted = DISCOURSE_ROLES.map((_, role) => (row[role] ?? 0) + (offsets[role] ?? 0));
    const range = input.document.sentences[index];
    if (bestLabel(shifted) === MAIN && range !== undefined && !mayBeMain(range))
      shifted[MAIN] = Number.NEGATIVE_INFINITY;
    return {
      role: DISCOURSE_ROLES[bestLabel(shifted)] ?? 'none',
      speech: (row[DISCOURSE_ROLES.length] ?? 0) > speechThreshold,
    };
  });
}

/** For languages without a role model: speech where a quotation stands, no role. */
export function speechByQuotes({ sentences }: TextDocument, quotes: readonly Quote[]): FoundRole[] {
  return sentences.map((range, index) => ({
    role: 'none',
    speech: quotes.some((quote) => quote.sentence === index || spansOverlap(quote.content, range)),
  }));
}
