const UNITS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 10 * (index + 2)]),
);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    hundred: 1e2,
    thousand: 1e3,
    lakh: 1e5,
    million: 1e6,
    crore: 1e7,
    billion: 1e9,
    trillion: 1e12,
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    bn: 1e9,
    b: 1e9,
    tn: 1e12,
  }),
);

/** Value of a word or sign of magnitude ("million", "bn", "dozen"), lower case; null when it is none. */
export function scaleOf(word: string): number | null {
  return SCALES.get(word) ?? null;
}

export function isNumberWord(word: string): boolean {
  return UNITS.has(word) || TENS.has(word);
}

/** Value of an English number phrase ("thirty-one", "two dozen", "three hundred and five thousand"); null when it is none. */
export function parseNumberWords(phrase: string): number | null {
  const words = phrase
    .toLowerCase()
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0) return null;
  let total = 0;
  let current = 0;
  for (const word of words) {
    const small = UNITS.get(word) ?? TENS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) current += small;
    else if (word === 'a' || word === 'an') current += 1;
    else if (scale === undefined) return null;
    else if (scale < 1000) current = Math.max(1, current) * scale;
    else {
      total += Math.max(1, current) * scale;
      current = 0;
    }
  }
  return total + current;
}

/** Value of a number in digits with English grouping ("1,250.5"); null when it is none. */
export function parseDigits(digits: string): number | null {
  if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(digits)) return null;
  return Number(digits.replaceAll(',', ''));
}
