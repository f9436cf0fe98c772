import type { Refusal } from '../../core/answer.ts';

/** What a reader is told when there is no answer. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-question': 'This has no word that an article could answer to. Ask for somebody or something by name.',
  'no-article': 'These sources do not say: no article has these words.',
  'not-said': 'These sources do not say.',
};
