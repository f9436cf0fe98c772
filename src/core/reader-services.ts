import type { Answer, AskedQuestion } from './answer.ts';
import type { StoryPage } from './library.ts';
import type { SourcePolicy } from './source-policy.ts';

/** A story read under a reader's own policy, or why there is none. */
export type StoryUnderPolicy =
  | { readonly kind: 'page'; readonly page: StoryPage }
  /** No such story. */
  | { readonly kind: 'unknown' }
  /** The policy leaves no article of it. */
  | { readonly kind: 'nothing-left' }
  /** Too much work is waiting, or the story is too large for this. */
  | { readonly kind: 'busy' };

/** Tells stories anew from the sources that a reader wants. Nothing of it is stored. */
export interface PolicyReader {
  /** The current version under the site's policy and the reader's together. */
  story(slug: string, policy: SourcePolicy): Promise<StoryUnderPolicy>;
}

/** Answers questions from the stored articles. */
export interface Asker {
  /** Null when the question is confined to a story that does not exist; `busy` when too many are being answered. */
  ask(question: AskedQuestion): Promise<Answer | null | 'busy'>;
}
