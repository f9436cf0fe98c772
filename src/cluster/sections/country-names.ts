/** Country codes (ISO 3166-1 alpha-2) with the names of each as they stand in the model: lower case, separated by `|`. */
export type StoredCountryNames = Readonly<Record<string, string>>;

/** Names of countries, their people and their large cities. */
export interface CountryNames {
  readonly codes: ReadonlyMap<string, string>;
  /** Words in the longest name. */
  readonly longest: number;
}

/** One country named in a text. */
export interface CountryMention {
  readonly code: string;
  /** Offset in UTF-16 code units. */
  readonly start: number;
}

export function readCountryNames(stored: StoredCountryNames): CountryNames {
  const codes = new Map<string, string>();
  let longest = 1;
  for (const [code, names] of Object.entries(stored)) {
    for (const name of names.split('|')) {
      codes.set(name, code);
      longest = Math.max(longest, name.split(' ').length);
    }
  }
  return { codes, longest };
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’-](?!s\b)[\p{L}\p{M}]+)*/gu;

/** A name as it is looked up: "U.S." and "US" are one. */
export function countryKey(name: string): string {
  return name.replaceAll('.', '').replaceAll('’', "'").toLowerCase();
}

/** Countries that a text names, longest names first, in order. Only words with a capital count: "turkey" is a bird. */
export function countriesNamed(text: string, { codes, longest }: CountryNames): CountryMention[] {
  const words = [...text.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index }));
  const found: CountryMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined || !/^\p{Lu}|^[^\p{Ll}\p{Lu}]/u.test(first.text)) continue;
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const name = words
        .slice(at, at + length)
        .map((word) => word.text)
        .join(' ');
      const code = name === 'us' ? undefined : codes.get(countryKey(name));
      if (code === undefined) continue;
      found.push({ code, start: first.start });
      at += length - 1;
      break;
    }
  }
  return found;
}
