import type { TextDocument } from '../text-document.ts';
import { findNames } from './find-names.ts';
import { mendNames } from './mend-names.ts';
import { type ResolvedNames, resolveNames } from './resolve-names.ts';
import { type NameTagger, tagNames } from './tag-names.ts';
import type { WordUse } from './word-use.ts';

/**
 * Names of a text with type, and which of them mean the same. English ones by the trained tagger, those of other languages by
 * capital letters: `tagger` is null for them.
 */
export function readNames(document: TextDocument, use: WordUse, tagger: NameTagger | null): ResolvedNames {
  const ruled = findNames(document, use);
  // German writes every noun with a capital.
  const names =
    tagger === null
      ? ruled.filter(({ from, to }) => document.language !== 'de' || to - from >= 2)
      : mendNames(document, tagNames(document, use, ruled, tagger), ruled);
  return resolveNames(document, names, use.isCommon);
}
