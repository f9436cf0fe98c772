import type { Mention, MentionType } from '../../../../core/annotation.ts';
import {
  asClause,
  chosen,
  isAbsent,
  isQuoted,
  type Mutant,
  type Mutation,
  replaced,
  type Subject,
} from './mutation.ts';

function isOutlet({ stock, outlets }: Subject, name: string): boolean {
  return [...stock.outlets, ...outlets].some((outlet) => outlet.includes(name) || name.includes(outlet));
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

/** Names of the story of a type that no evidence of the statement has, in no part. */
function foreignNames(subject: Subject, types: readonly MentionType[], own: string): string[] {
  return subject.stock.names
    .filter(({ type, name }) => types.includes(type) && name !== own && !isOutlet(subject, name))
    .map(({ name }) => name)
    .filter((name) => name.split(/[\s-]+/).every((part) => part.length < 3 || isAbsent(subject, part)));
}

function swapNames(subject: Subject, types: readonly MentionType[]): Mutant[] {
  const { text, annotation } = subject;
  const mentions = annotation.mentions.filter(
    ({ type, kind, start, end }) =>
      types.includes(type) &&
      kind !== 'demonym' &&
      !isQuoted(subject, start) &&
      !isOutlet(subject, text.slice(start, end)),
  );
  return mentions.slice(0, 2).flatMap((mention, turn) => {
    const shown = text.slice(mention.start, mention.end);
    const name = chosen(foreignNames(subject, [mention.type], shown), subject, turn);
    if (name === undefined) return [];
    const by = mention.type === 'person' && !shown.includes(' ') ? lastWord(name) : name;
    return [{ text: replaced(text, mention, by) }];
  });
}

export const name: Mutation = (subject) => swapNames(subject, ['person', 'organisation']);

export const place: Mutation = (subject) => swapNames(subject, ['place']);

/** Another office for the same person. */
export const role: Mutation = (subject) => {
  const { text, annotation, stock } = subject;
  return annotation.descriptions.flatMap(({ start, end, office }) => {
    const at = text.slice(start, end).toLowerCase().indexOf(office);
    if (at < 0 || isQuoted(subject, start)) return [];
    const others = stock.offices.filter(
      (other) =>
        !other.includes(office) &&
        !office.includes(other) &&
        other.split(' ').some((word) => word.length > 3 && isAbsent(subject, word)),
    );
    const other = chosen(others, subject);
    return other === undefined
      ? []
      : [{ text: replaced(text, { start: start + at, end: start + at + office.length }, other) }];
  });
};

/** A former holder of an office made the present one, and the other way round. */
export const roleTense: Mutation = (subject) => {
  const { text, annotation } = subject;
  return annotation.descriptions.flatMap(({ start, end, office, tense }) => {
    const shown = text.slice(start, end);
    const at = shown.toLowerCase().indexOf(office);
    if (at < 0 || isQuoted(subject, start)) return [];
    if (tense === 'former' && /\bformer /.test(shown))
      return [{ text: replaced(text, { start, end }, shown.replace(/\bformer /, '')) }];
    if (tense !== 'current' || !isAbsent(subject, 'former')) return [];
    const place = { start: start + at, end: start + at };
    return [
      { text: replaced(text, place, /^\p{Lu}/u.test(text.slice(place.start)) ? 'Former ' : 'former ') },
    ];
  });
};

/** What one outlet reports laid at another's door. */
export const outlet: Mutation = (subject) => {
  const { text, stock, outlets } = subject;
  const named = outlets.filter((each) => text.includes(each));
  const [first, second] = named;
  const others = stock.outlets.filter((each) => !outlets.includes(each) && isAbsent(subject, each));
  const other = chosen(others, subject);
  const exchanged =
    first === undefined || second === undefined
      ? []
      : [{ text: text.replace(first, '\u0000').replace(second, first).replace('\u0000', second) }];
  if (other === undefined) return exchanged;
  if (first !== undefined) return [...exchanged, { text: text.replace(first, other) }];
  return [
    { text: `According to ${other}, ${asClause(subject)}` },
    { text: `${other} reports that ${asClause(subject)}` },
  ];
};

const SYMMETRIC = new Set(
  'meet met meets discuss discussed discusses differ differs agree agreed agrees negotiate negotiated disagree disagrees border share shared'.split(
    ' ',
  ),
);
const AUXILIARY = new Set('be is are was were been being has have had do does did will would'.split(' '));

/** True when a verb that means something else the other way round stands between two names that are no list. */
function isDirected(subject: Subject, left: Mention, right: Mention): boolean {
  const between = subject.words.filter(({ start, end }) => start >= left.end && end <= right.start);
  const verbs = between.filter(({ tag, lower }) => tag === 'VERB' && !AUXILIARY.has(lower));
  return (
    verbs.length > 0 &&
    !verbs.some(({ lower }) => SYMMETRIC.has(lower)) &&
    !between.some(({ lower }) => /^[;:“”"]$/.test(lower)) &&
    !isQuoted(subject, left.start) &&
    !isQuoted(subject, right.start)
  );
}

/** Who did it and to whom it was done, exchanged. */
export const agent: Mutation = (subject) => {
  const { text, annotation } = subject;
  const names = annotation.mentions.filter(
    ({ kind, start, end }) => kind !== 'demonym' && !isOutlet(subject, text.slice(start, end)),
  );
  return names.flatMap((left, at): Mutant[] => {
    const right = names.slice(at + 1).find(({ entity }) => entity !== left.entity);
    if (right === undefined || left.type !== right.type || !isDirected(subject, left, right)) return [];
    const [one, other] = [text.slice(left.start, left.end), text.slice(right.start, right.end)];
    if (one === other || one.includes(other) || other.includes(one)) return [];
    return [{ text: replaced(replaced(text, right, one), left, other) }];
  });
};
