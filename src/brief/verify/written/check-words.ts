import type { WritableClaim, WrittenReason } from '../../../core/written.ts';
import { isSumOf } from './check-numbers.ts';
import type { Evidence } from './evidence.ts';
import { numbersIn } from './number-words.ts';
import type { WrittenCheck, WrittenLine } from './written-line.ts';

const NUMBERS = /\d[\d.,]*\d|\d/g;
const DENIALS =
  /\b(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot|absence|(?:den(?:y|ie)|fail|refus|reject|lack)\p{L}*)\b|n['’]t\b/giu;
/** What sets a bound or adds denies nothing: "no more than 40", "not only". */
const NO_DENIALS = /\b(?:no|not) (?:more|less|fewer|later|longer|only|least)\b/giu;
/** Words that deny in passages only: what is unlikely or yet to come is not so. */
const DENYING_EVIDENCE =
  /\b(?:un(?:likely|clear|known|certain|able)|yet to|ruled out|turned down|declin\p{L}+|oppos\p{L}+|disput\p{L}+|only|first since|last \p{L}+ (?:it |the \p{L}+ )?in)\b/giu;

/** Words that deny. */
function denials(text: string): number {
  return text.replace(NO_DENIALS, ' ').match(DENIALS)?.length ?? 0;
}

/** As many denials as a text has, or may be retold with. */
function deniable(text: string): number {
  return denials(text) + (text.match(DENYING_EVIDENCE)?.length ?? 0);
}

function numberOf(shown: string): number {
  return Number(shown.replaceAll(',', ''));
}

/** All numbers that a writer was told of these claims. */
function knownNumbers(claims: readonly WritableClaim[]): Set<number> {
  const told = claims
    .flatMap(({ text, dates, roles, outlets, passages }) => [
      text,
      // Year and day; a month is written in letters.
      ...dates.map(({ date }) => date.replace(/-(\d\d)/, ' ').replaceAll('-', ' ')),
      ...roles.map((role) => role.text),
      ...outlets.map(({ name }) => name),
      ...passages.map((passage) => passage.text),
    ])
    .join('\n');
  return new Set([
    ...(told.match(NUMBERS) ?? []).map(numberOf),
    ...numbersIn(told).map(({ value }) => value),
  ]);
}

/** Digits that no claim has, as a part of a name too ("Article 12"); a right total, or another way to write a figure, is known. */
function strangeNumbers(written: WrittenLine, evidence: Evidence): WrittenReason[] {
  const known = knownNumbers(evidence.claims);
  const figures = new Set(evidence.lines.flatMap((line) => line.figures.map(({ value }) => value)));
  return [...written.text.matchAll(NUMBERS)].flatMap(({ 0: shown, index }): WrittenReason[] => {
    const figure = written.figures.find(({ start, end }) => start <= index && index < end);
    const value = numberOf(shown);
    const isKnown =
      known.has(value) ||
      (figure !== undefined && figures.has(figure.value)) ||
      isSumOf(figure?.value ?? value, written, evidence);
    return isKnown ? [] : [{ code: 'figure', message: `Its claims do not have the number ${shown}.` }];
  });
}

/**
 * What words alone decide, whatever is made of the rest: a number that no claim has, and more denials than the claims have. Of
 * 1,000 made-up replies over the demonstration press these refuse the last two that all other checks let through
 * (test/verify/adversarial-writer, 2026-11-25).
 */
export const checkWords: WrittenCheck = (written, evidence) => {
  const denied = evidence.claims.reduce(
    (sum, claim) => sum + Math.max(...[claim, ...claim.passages].map((one) => deniable(one.text))),
    0,
  );
  const denies: WrittenReason[] =
    denials(written.text) > denied
      ? [{ code: 'negation', message: 'It denies more than its claims do.' }]
      : [];
  return [...strangeNumbers(written, evidence), ...denies];
};
