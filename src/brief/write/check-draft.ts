import type { WritableClaim, WrittenContext } from '../../core/written.ts';
import { quotedWords } from '../sentence-words.ts';
import { verifyWritten } from '../verify/written/verify-written.ts';
import type { SectionMatter } from './section-matter.ts';
import type { Draft } from './write-task.ts';

const LEAST_WORDS = 4;
const MOST_WORDS = 60;
/** A page shows plain sentences; none of these stands in one. */
const MARKUP = /[<>{}`*#|\\\n\r]|https?:|\bwww\.|\]\(/;

/** What is wrong with the form of a statement, whatever it says. */
function formFaults(text: string): string[] {
  const words = quotedWords(text).length;
  return [
    ...(words < LEAST_WORDS ? ['It is no whole sentence.'] : []),
    ...(words > MOST_WORDS ? [`It has ${words} words; ${MOST_WORDS} are the most.`] : []),
    ...(/\?["”’]?\s*$/.test(text) ? ['It asks a question; say what the claims say.'] : []),
    ...(MARKUP.test(text) ? ['It has markup, a link or a line break; write plain sentences.'] : []),
  ];
}

/** A press review names whom it speaks of. */
function namesOutlet(text: string, claims: readonly WritableClaim[]): boolean {
  return claims.some(({ outlets }) => outlets.some(({ name }) => text.includes(name)));
}

const NUMBERS = /\d[\d.,]*\d|\d/g;
const DENIALS =
  /\b(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot|(?:den(?:y|ie)|fail|refus|reject|lack)\p{L}*)\b|n['’]t\b/giu;

/** Words that deny. */
function denials(text: string): number {
  return text.match(DENIALS)?.length ?? 0;
}

function numbersOf(text: string): string[] {
  return (text.match(NUMBERS) ?? []).map((number) => number.replaceAll(',', ''));
}

/** All that a model was told of these claims, as one text. */
function evidenceOf(claims: readonly WritableClaim[]): string {
  return claims
    .flatMap(({ text, dates, roles, outlets, passages }) => [
      text,
      // Year and day; a month is written in letters.
      ...dates.map(({ date }) => date.replace(/-(\d\d)/, ' ').replaceAll('-', ' ')),
      ...roles.map((role) => role.text),
      ...outlets.map(({ name }) => name),
      ...passages.map((passage) => passage.text),
    ])
    .join('\n');
}

/**
 * What words alone decide, whatever the verifier makes of the rest: a number that no claim has, as a part of a name too, and more
 * denials than the claims have. Of 1,000 made-up replies over the demonstration press these refuse the last two
 * that the verifier alone let through (test/verify/adversarial-writer, 2026-11-25).
 */
function wordFaults(text: string, claims: readonly WritableClaim[]): string[] {
  const evidence = evidenceOf(claims);
  const known = new Set(numbersOf(evidence).map((number) => String(Number(number))));
  const unknown = numbersOf(text).filter((number) => !known.has(String(Number(number))));
  const denied = claims.reduce(
    (sum, claim) => sum + Math.max(...[claim, ...claim.passages].map((one) => denials(one.text))),
    0,
  );
  return [
    ...unknown.map((number) => `Its claims do not have the number ${number}.`),
    ...(denials(text) > denied ? ['It denies more than its claims do.'] : []),
  ];
}

/**
 * A view stands among the views and an answer under its question because extraction found it to be one: what rests on none of
 * the claims of its part may be true and out of place.
 */
function isInPlace(parts: SectionMatter['parts'], draft: Draft): boolean {
  if (parts.length < 2) return true;
  const own = parts.find(({ name }) => name === draft.part)?.claims ?? [];
  return draft.claims.some((number) => own.includes(number));
}

/** What of a section a draft is checked against. */
export type DraftPlace = Pick<SectionMatter, 'section' | 'parts'>;

/**
 * Why a draft may not be shown; empty when it may. Beside its claims (`verifyWritten`) the form is checked, that it is in its
 * place, and that a press review names an outlet.
 */
export function draftFaults(
  { section, parts }: DraftPlace,
  draft: Draft,
  claims: readonly WritableClaim[],
  context: WrittenContext,
): string[] {
  const form = formFaults(draft.text);
  if (form.length > 0) return form;
  if (!isInPlace(parts, draft))
    return [`It rests on none of the claims that the part "${draft.part}" is about.`];
  const verdict = verifyWritten(draft, claims, context);
  if (!verdict.ok) return verdict.reasons.map(({ message }) => message);
  const named = claims.filter(({ number }) => draft.claims.includes(number));
  const words = wordFaults(draft.text, named);
  if (words.length > 0) return words;
  if (section === 'papersSay' && !namesOutlet(draft.text, named))
    return [
      `It names no outlet; those of its claims are ${[...new Set(named.flatMap(({ outlets }) => outlets.map(({ name }) => name)))].join(', ')}.`,
    ];
  return [];
}
