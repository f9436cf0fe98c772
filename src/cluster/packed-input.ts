import { type PackedSignatures, unpackSignatures } from '../core/stored-signature.ts';
import type { Fingerprint, StoryState } from '../core/story.ts';
import type { ClusterInput } from './assign-stories.ts';
import type { OutletFacts } from './same-owner.ts';

/**
 * A ClusterInput as it leaves the store: in few and large values, since thousands of stories as objects take seconds to
 * be handed to a worker thread.
 */
export interface PackedClusterInput {
  readonly pending: readonly Fingerprint[];
  /** A StoryState each, as JSON. */
  readonly stories: readonly string[];
  readonly signatures: PackedSignatures;
  /** All keys that so many documents hold, one a line. */
  readonly documentFrequencies: readonly (readonly [documents: number, keys: string])[];
  readonly documents: number;
  readonly outlets?: readonly OutletFacts[];
}

export function unpackClusterInput(packed: PackedClusterInput): ClusterInput {
  return {
    pending: packed.pending,
    stories: packed.stories.map((state) => JSON.parse(state) as StoryState),
    signatures: [...unpackSignatures(packed.signatures)],
    documentFrequencies: unpackFrequencies(packed.documentFrequencies),
    documents: packed.documents,
    outlets: packed.outlets,
  };
}

/** Key by key what was packed by frequency. */
function* unpackFrequencies(
  packed: PackedClusterInput['documentFrequencies'],
): Generator<readonly [key: string, documents: number]> {
  for (const [documents, keys] of packed) for (const key of keys.split('\n')) yield [key, documents];
}
