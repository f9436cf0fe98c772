import { spanText } from '../../../core/span.ts';
import type { WrittenReason } from '../../../core/written.ts';
import { tokenise } from '../../../nlp/tokens.ts';
import { isSameName } from '../../ask/word-families.ts';
import type { Evidence } from './evidence.ts';
import { numberValue } from './number-words.ts';
import { isFamily, meansSame } from './word-senses.ts';
import type { WrittenCheck, WrittenLine } from './written-line.ts';

const TITLES = new Set('mr mrs ms miss dr prof sir dame lord lady the a an'.split(' '));

function isKnown(word: string, { words }: Evidence): boolean {
  return words.has(word) || [...words].some((known) => isSameName(known, word));
}

/** Words with a capital that neither begin a sentence nor stand in the evidence; a name at the beginning counts, too. */
export const checkNames: WrittenCheck = (written, evidence) => {
  const starts = new Set(written.reading.sentences.map(({ start }) => start));
  const isStart = (at: number): boolean =>
    starts.has(at) || /(?:^|[.!?:;“"]\s?)[“"]?$/.test(written.text.slice(Math.max(0, at - 3), at));
  const named = (at: number): boolean =>
    written.mentions.some(({ start, end }) => at >= start && at < end) ||
    written.words.some(({ start, tag }) => start === at && tag === 'PROPN');
  const unknown = tokenise(written.text).filter(
    ({ text, norm, start }) =>
      /^\p{Lu}/u.test(text) &&
      !TITLES.has(norm) &&
      numberValue(norm) === null &&
      (!isStart(start) || named(start)) &&
      !written.outlets.some((outlet) => start >= outlet.start && start < outlet.end) &&
      !norm.split('-').every((part) => isKnown(part, evidence)),
  );
  return unknown
    .filter(
      ({ norm, start }) =>
        !(
          isStart(start) && [...evidence.words].some((word) => isFamily(word, norm) || meansSame(word, norm))
        ),
    )
    .map(({ text }): WrittenReason => ({ code: 'name', message: `The claims do not name ${text}.` }));
};

function lastName(name: string): string {
  return name.toLowerCase().split(' ').at(-1) ?? name.toLowerCase();
}

const FORMER = /\b(?:former|ex|late|one-?time|then|ousted)\b/i;

/** What the evidence says that a person is. */
function rolesOf({ claims }: Evidence, name: string): { readonly text: string; readonly tense: string }[] {
  return claims.flatMap(({ roles }) => roles.filter((role) => lastName(role.name) === lastName(name)));
}

/** True when the words around somebody's name in a passage have these words. */
function isSaidNear(words: readonly string[], name: string, { lines }: Evidence): boolean {
  return lines.some((line) => {
    const at = line.text.toLowerCase().indexOf(lastName(name));
    if (at < 0) return false;
    const near = tokenise(line.text.slice(Math.max(0, at - 90), at + 110)).map(({ norm }) => norm);
    return words.every((word) => near.some((other) => meansSame(other, word)));
  });
}

/** The word that says what somebody is: "economist" of "the chief economist of a bank". */
function headOf(office: string): string {
  const [first = office] = office.split(/[,;]| (?:of|at|in|for|from|to|who|which|that|with|on)\b/);
  return first.trim().toLowerCase().split(/\s+/).at(-1) ?? office;
}

/** A word for an office stands for the word of that office alone; what merely describes it is no office. */
function isHeadOf(
  office: readonly string[],
  text: string,
  roles: readonly { readonly text: string }[],
  { lines }: Evidence,
): boolean {
  const own = [headOf(office.join(' ')), headOf(text.replace(/^[\s,]+/, '')).replace('.', '')].filter(
    (word) => word !== '',
  );
  return (
    roles.length === 0 ||
    roles.some(
      (role) => meansSame(headOf(role.text), own[0] ?? '') || /\bchief executive\b/i.test(role.text),
    ) ||
    lines.some(({ words }) => words.some(({ norm }) => own.includes(norm)))
  );
}

/** Who is said to be what: an office that the claims give to that person, held as they say. */
export const checkRoles: WrittenCheck = (written, evidence) =>
  written.reading.descriptions.flatMap((found): WrittenReason[] => {
    const name = written.reading.entities[found.entity]?.name ?? '';
    const text = spanText(written.source, found);
    const office = tokenise(found.office).map(({ norm }) => norm);
    const roles = rolesOf(evidence, name);
    const held = roles.filter(({ text: role }) => {
      const words = tokenise(role).map(({ norm }) => norm);
      return office.every((word) => words.some((other) => meansSame(other, word)));
    });
    const shown = tokenise(text.replace(/^(?:an?|the) /i, '')).map(({ norm }) => norm);
    const isSaid = held.length > 0 || [office, shown].some((words) => isSaidNear(words, name, evidence));
    if (!isSaid || !isHeadOf(office, text, roles, evidence))
      return [{ code: 'role', message: `The claims do not say that ${name} is ${found.office}.` }];
    const isFormer =
      found.tense === 'former' || FORMER.test(text) || FORMER.test(before(written, found.start));
    if (held.length === 0)
      return isFormer && !isSaidNear(['former'], name, evidence) ? [tense(name, found.office)] : [];
    const isRight = held.some((role) => (role.tense === 'former' || FORMER.test(role.text)) === isFormer);
    return isRight ? [] : [tense(name, found.office)];
  });

function before({ source }: WrittenLine, at: number): string {
  return source.slice(Math.max(0, at - 14), at);
}

function tense(name: string, office: string): WrittenReason {
  return {
    code: 'role',
    message: `${name}: the claims do not give "${office}" as of that time (former or present).`,
  };
}
