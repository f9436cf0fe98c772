import {
  chosen,
  isAbsent,
  isQuoted,
  likeCase,
  type Mutant,
  type Mutation,
  replaced,
  type Subject,
} from './mutation.ts';

const CAUSES = [
  'because of a software error',
  'because the staff had not been paid',
  'after an anonymous tip',
  'as a result of heavy snowfall',
  'due to pressure from lobbyists',
  'because of a dispute over wages',
  'following a secret agreement',
  'owing to a shortage of spare parts',
  'since nobody had read the contract',
  'because of falling tourist numbers',
  'in retaliation for last year’s boycott',
  'due to human error',
  'because the weather had changed',
  'prompted by a leaked memo',
  'in response to public anger',
  'caused by poor maintenance',
];
const DETAILS = [
  ', to loud applause',
  ' in front of television cameras',
  ', the first such case in a decade',
  ' after a sleepless night',
  ', despite repeated warnings from neighbours',
  ' at a hastily arranged ceremony',
  ', visibly shaken',
  ', a figure that shocked investors',
  ' amid growing criticism',
  ', behind closed doors',
  ', with the help of foreign advisers',
  ', which surprised most observers',
  ' on the advice of lawyers',
  ', his third attempt this year',
  ', under heavy guard',
  ', as had long been feared',
  ', according to a confidential memo',
  ' for the benefit of shareholders',
  ', a record for the region',
  ', leaving many residents homeless',
];
const ADJECTIVES =
  'controversial embattled wealthy outspoken prestigious notorious popular secretive bankrupt celebrated'.split(
    ' ',
  );

function withoutStop({ text }: Subject): string | null {
  return /[^.]\.$/.test(text) && !/["”]/.test(text.slice(-3)) ? text.slice(0, -1) : null;
}

function contentAbsent(subject: Subject, words: string): boolean {
  return (words.match(/\p{L}{5,}/gu) ?? []).every((word) => isAbsent(subject, word));
}

/** A reason that nobody gives. */
export const cause: Mutation = (subject) => {
  const body = withoutStop(subject);
  if (body === null) return [];
  return [0, 1].flatMap((turn): Mutant[] => {
    const added = chosen(CAUSES, subject, turn);
    return added === undefined || !contentAbsent(subject, added)
      ? []
      : [{ text: `${body}${turn === 0 ? ' ' : ', '}${added}.` }];
  });
};

/** A circumstance or a judgement that nobody gives. */
export const detail: Mutation = (subject) => {
  const body = withoutStop(subject);
  const added = chosen(DETAILS, subject);
  const atEnd =
    body === null || added === undefined || !contentAbsent(subject, added)
      ? []
      : [{ text: `${body}${added}.` }];
  const noun = subject.words.find(
    ({ tag, start }, i) =>
      tag === 'NOUN' && subject.words[i - 1]?.lower === 'the' && !isQuoted(subject, start),
  );
  const adjective = chosen(ADJECTIVES, subject);
  if (noun === undefined || adjective === undefined || !isAbsent(subject, adjective)) return atEnd;
  return [...atEnd, { text: replaced(subject.text, noun, `${adjective} ${noun.text}`) }];
};

/** Words in quotation marks that are not those that were said. */
export const quote: Mutation = (subject) => {
  const inside = subject.words.filter(
    ({ tag, start, lower }) =>
      isQuoted(subject, start) && /^(?:NOUN|VERB|ADJ)$/.test(tag) && lower.length > 2,
  );
  const word = chosen(inside, subject);
  if (word === undefined) return [];
  const other = chosen(
    (subject.stock.words.get(word.tag) ?? []).filter((one) => isAbsent(subject, one)),
    subject,
  );
  const left = { start: word.start, end: word.end + (subject.text.charAt(word.end) === ' ' ? 1 : 0) };
  // Without its first or last word a quotation is still what was said.
  const isInner =
    /[\p{L}\p{N}]\s*$/u.test(subject.text.slice(0, word.start)) &&
    /^\s+[\p{L}\p{N}]/u.test(subject.text.slice(word.end));
  return [
    ...(other === undefined ? [] : [{ text: replaced(subject.text, word, likeCase(word.text, other)) }]),
    ...(isInner ? [{ text: replaced(subject.text, left, '') }] : []),
    ...(isInner
      ? [{ text: `${subject.text.slice(0, word.start)}really ${subject.text.slice(word.start)}` }]
      : []),
  ].filter(({ text }) => !text.includes('really really'));
};
