import slugify from '@sindresorhus/slugify';

const UKRAINIAN: Readonly<Record<string, string>> = { и: 'y', И: 'Y', г: 'h', Г: 'H', щ: 'shch', Щ: 'Shch' };
const RUSSIAN: Readonly<Record<string, string>> = { щ: 'shch', Щ: 'Shch' };

/**
 * Ways in which the English-language press writes a Ukrainian or Russian name, in lower case: "Зеленський" →
 * "zelenskyy", "zelensky". Names that Cyrillic has from elsewhere ("Байден") do not come back as they were.
 */
export function romanised(name: string, language: 'uk' | 'ru'): string[] {
  const table = language === 'uk' ? UKRAINIAN : RUSSIAN;
  const plain = slugify(
    name.replace(/\p{L}/gu, (letter) => table[letter] ?? letter),
    { separator: ' ', decamelize: false },
  ).replace(/yyi/g, 'yi');
  if (plain === '') return [];
  return [...new Set([plain, plain.replace(/(?:iy|yy|yi)(?= |$)/g, 'y'), plain.replace(/iy(?= |$)/g, 'yi')])];
}
