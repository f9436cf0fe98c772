import {
  bySwappedWords,
  isAbsent,
  isQuoted,
  likeCase,
  type Mutation,
  replaced,
  type Subject,
} from './mutation.ts';

const COMPARED: readonly (readonly [string, string])[] = [
  ['more', 'less'],
  ['less', 'more'],
  ['fewer', 'more'],
  ['higher', 'lower'],
  ['lower', 'higher'],
  ['larger', 'smaller'],
  ['largest', 'smallest'],
  ['smaller', 'larger'],
  ['longer', 'shorter'],
  ['shorter', 'longer'],
  ['before', 'after'],
  ['after', 'before'],
  ['above', 'below'],
  ['below', 'above'],
  ['worse', 'better'],
  ['best', 'worst'],
  ['earlier', 'later'],
  ['later', 'earlier'],
  ['weakest', 'strongest'],
  ['deadliest', 'mildest'],
  ['further', 'nearer'],
  ['nearer', 'further'],
  ['poorer', 'richer'],
  ['first', 'last'],
  ['last', 'first'],
  ['most', 'few'],
  ['former', 'latter'],
  ['double', 'half'],
  ['twice', 'half'],
];

/** More made less, before made after. */
export const comparison: Mutation = (subject) => bySwappedWords(subject, COMPARED);

const TURNED: readonly (readonly [string, string])[] = [
  ['rose', 'fell'],
  ['fell', 'rose'],
  ['fall', 'rise'],
  ['rise', 'fall'],
  ['climbed', 'dropped'],
  ['dropped', 'climbed'],
  ['gained', 'lost'],
  ['lost', 'gained'],
  ['lowered', 'raised'],
  ['raised', 'lowered'],
  ['raises', 'lowers'],
  ['lifts', 'lowers'],
  ['cut', 'rise'],
  ['cuts', 'rises'],
  ['grew', 'shrank'],
  ['grown', 'shrunk'],
  ['shrank', 'grew'],
  ['contracted', 'expanded'],
  ['growth', 'decline'],
  ['trails', 'leads'],
  ['trailing', 'leading'],
  ['opened', 'closed'],
  ['closed', 'opened'],
  ['open', 'close'],
  ['won', 'lost'],
  ['accepted', 'rejected'],
  ['rejected', 'accepted'],
  ['welcomed', 'condemned'],
  ['increased', 'decreased'],
  ['tightened', 'loosened'],
  ['halved', 'doubled'],
  ['slipped', 'jumped'],
  ['jumped', 'slipped'],
];

/** Up made down, won made lost. */
export const direction: Mutation = (subject) => bySwappedWords(subject, TURNED);

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function next(list: readonly string[], word: string, subject: Subject): string | undefined {
  const at = list.indexOf(word);
  return [2, 3, 5, 1]
    .map((step) => list[(at + step) % list.length])
    .find((other) => other !== undefined && isAbsent(subject, other) && isAbsent(subject, other.slice(0, 3)));
}

/** May and March are months only where a time is expected. */
function isMonth({ text }: Subject, word: string, at: number): boolean {
  if (!MONTHS.includes(word)) return false;
  return !/^(?:May|March)$/.test(word) || /(?:in|since|by|of|until|before|\d|,) $/.test(text.slice(0, at));
}

function otherTime(subject: Subject, word: string, at: number): string | undefined {
  if (WEEKDAYS.includes(word)) return next(WEEKDAYS, word, subject);
  if (isMonth(subject, word, at)) return next(MONTHS, word, subject);
  if (!/^\d/.test(word)) return undefined;
  const sign = word.length < 3 && Number(word) > 27 ? -1 : 1;
  return [3, 1, 2, 4].map((step) => String(Number(word) + sign * step)).find((one) => isAbsent(subject, one));
}

const TIME =
  /\b(?:\p{Lu}\p{Ll}{2,8}|(?:18|19|20)\d\d|\d{1,2}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)))\b/gu;

/** Another weekday, month, year or day of the month. */
export const date: Mutation = (subject) =>
  [...subject.text.matchAll(TIME)]
    .flatMap(({ 0: word, index }) => {
      const other = isQuoted(subject, index) ? undefined : otherTime(subject, word, index);
      const span = { start: index, end: index + word.length };
      return other === undefined ? [] : [{ text: replaced(subject.text, span, likeCase(word, other)) }];
    })
    .slice(0, 3);
