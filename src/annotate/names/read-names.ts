import type { TextDocument } from '../text-document.ts';
import { findNames } from './find-names.ts';
import { mendNames } from './mend-names.ts';
import { repeatNames } from './repeat-names.ts';
import { type ResolvedNames, resolveNames } from './resolve-names.ts';
import { type NameTagger, tagNames } from './tag-names.ts';
import type { NameTyper } from './type-features.ts';
import type { WordUse } from './word-use.ts';

/** The trained models of English names. */
export interface EnglishNames {
  readonly tagger: NameTagger;
  readonly typer: NameTyper;
}

/**
 * Names of a text with type, and which of them mean the same. English ones by the trained tagger, those of other languages by
 * capital letters: `english` is null for them.
 */
export function readNames(document: TextDocument, use: WordUse, english: EnglishNames | null): ResolvedNames {
  const ruled = findNames(document, use);
  // German writes every noun with a capital.
  const names =
    english === null
      ? ruled.filter(({ from, to }) => document.language !== 'de' || to - from >= 2)
      : repeatNames(
          document,
          mendNames(document, tagNames(document, use, ruled, english.tagger), ruled, use),
          use,
        );
  return resolveNames(document, names, use.isCommon, english?.typer ?? null);
}
