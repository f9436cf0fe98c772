import { JUDGING_BITS } from '../../annotate/judging-features.ts';
import { TONE_LABELS } from '../../annotate/tone-model.ts';
import type { BlendedOptions } from './fit-blended.ts';

/** How the tone model is trained, for shipping and for measuring alike. */
export const TONE_OPTIONS: BlendedOptions = { labels: TONE_LABELS, bits: JUDGING_BITS, hidden: 16, seed: 3 };

/** The same of the model that tells judging sentences from reports. */
export const LOADED_OPTIONS: BlendedOptions = {
  labels: ['report', 'judgement'],
  bits: JUDGING_BITS,
  hidden: 16,
  seed: 3,
};

/** The same of the model that tells judging words. */
export const LOADED_WORD_OPTIONS: BlendedOptions = {
  labels: ['plain', 'loaded'],
  bits: JUDGING_BITS,
  hidden: 8,
  seed: 3,
};
