import { NO_SIGNATURES, type PackedSignatures, unpackSignatures } from '../core/stored-signature.ts';
import type { StoryState } from '../core/story.ts';
import type { StoredClusters } from './cluster-decisions.ts';
import type { Batch } from './warm-clusterer.ts';

/** A batch as it leaves the store. */
export interface PackedBatch extends Batch {
  /** What is stored around the batch; null when the one that assigns it may remember that. */
  readonly stored: PackedClusters | null;
}

/**
 * What is stored around a batch, in few and large values: thousands of stories as objects take seconds to be handed to a
 * worker thread.
 */
export interface PackedClusters {
  /** A StoryState each, as JSON. */
  readonly stories: readonly string[];
  readonly signatures: PackedSignatures;
  /** All keys that so many documents hold, one a line. */
  readonly documentFrequencies: readonly (readonly [documents: number, keys: string])[];
}

/** What a library without articles holds. */
export const NOTHING_STORED: Omit<PackedBatch, 'pending'> = {
  round: 0,
  roster: { ids: [], revisions: new Int32Array() },
  documents: 0,
  outlets: [],
  stored: { stories: [], signatures: NO_SIGNATURES, documentFrequencies: [] },
};

export function unpackClusters(
  packed: PackedClusters,
): Pick<StoredClusters, 'stories' | 'signatures' | 'documentFrequencies'> {
  return {
    stories: packed.stories.map((state) => JSON.parse(state) as StoryState),
    signatures: [...unpackSignatures(packed.signatures)],
    documentFrequencies: unpackFrequencies(packed.documentFrequencies),
  };
}

/** Key by key what was packed by frequency. */
function* unpackFrequencies(
  packed: PackedClusters['documentFrequencies'],
): Generator<readonly [key: string, documents: number]> {
  for (const [documents, keys] of packed) for (const key of keys.split('\n')) yield [key, documents];
}
