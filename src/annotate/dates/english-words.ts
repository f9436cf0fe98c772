/** Month names as the press writes them; a capital is needed, as "may" and "march" are words. */
export const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Mar\\.|April|Apr\\.|May|June|Jun\\.|July|Jul\\.|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
export const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])';
export const YEAR = '(?:1[4-9]|20)\\d\\d';
export const PART_OF_DAY = '(?: (?:morning|afternoon|evening|night))?';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  );

/** A small number in words or digits, as a pattern. */
export const NUMBER = `an?|${NUMBERS.slice(1).join('|')}|\\d{1,2}`;
export const ORDINAL = `${ORDINALS.slice(1).join('|')}|\\d{1,2}(?:st|nd|rd|th)`;

/** 0 to 11. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

/** 0 (Sunday) to 6. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
}

export function numberOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  const index = NUMBERS.indexOf(lower);
  return index === -1 ? Number(lower) : index;
}

export function ordinalOf(word: string): number {
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index === -1 ? Number.parseInt(word, 10) : index;
}
