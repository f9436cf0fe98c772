const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The value of a number word or of digits; null for any other word. Ordinals and "half" are words. */
export function numberValue(lower: string): number | null {
  if (/^\d[\d,]*(?:\.\d+)?%?$/.test(lower)) return Number(lower.replace(/[,%]/g, ''));
  const small = SMALL.indexOf(lower);
  if (small >= 0) return small;
  const [ten = '', one = ''] = lower.split('-');
  const at = TENS.indexOf(ten);
  if (at < 0 && ten !== 'twenty') return null;
  const rest = one === '' ? 0 : SMALL.indexOf(one);
  return rest < 0 ? null : (ten === 'twenty' ? 20 : 10 * (at + 3)) + rest;
}

/** A number of a text, in digits or words. */
export interface NumberAt {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NUMBER = /(?<![\p{L}\p{N}.,])(?:\d[\d,]*(?:\.\d+)?|[\p{L}]+(?:-[\p{L}]+)?)/gu;

/** Every number of a text, as digits or words. "One" is a word. */
export function numbersIn(text: string): NumberAt[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: shown, index }) => {
    const value = numberValue(shown.replace(/,$/, '').toLowerCase());
    if (value === null || value === 1 || /^(?:\d+:|Article )/.test(shown)) return [];
    return [{ value, start: index, end: index + shown.length, text: shown }];
  });
}
