import englishWords from 'an-array-of-english-words' with { type: 'json' };
import type { WorldRow } from '../../src/topics/parse-world.ts';

/** A row before it gets its address. */
export type NamedRow = Omit<WorldRow, 'slug'>;

/** Languages whose names of things go into the world: those the text tools read. */
export const NAME_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'ru', 'ar', 'zh'] as const;

/** Distinct names in the order given, without empty ones. */
export function distinctNames(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.map((name) => name?.normalize('NFC').trim() ?? '').filter((name) => name !== ''))];
}

/** What Unicode CLDR calls a code in the languages above, long form first; English always leads. */
export function displayNames(code: string, type: 'region' | 'language' | 'currency'): string[] {
  return distinctNames(
    NAME_LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).map((style) =>
        new Intl.DisplayNames([language], { type, style, fallback: 'none' }).of(code),
      ),
    ),
  );
}

const ENGLISH: ReadonlySet<string> = new Set(englishWords);

/** True for the key of a name that is made of words of English alone: "white house", "union", "southern". */
export function isOfWords(key: string): boolean {
  return key !== '' && key.split(' ').every((word) => ENGLISH.has(word));
}
