/**
 * A name as a key: lower case, no accents, no punctuation, single spaces, without a leading article or title.
 * "The Hon. Zelenskyy’s" and "zelenskyy" share one key, so that aliases can be looked up.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) (?=\S)/, '');
}
