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
  if (section === 'papersSay' && !namesOutlet(draft.text, named))
    return [
      `It names no outlet; those of its claims are ${[...new Set(named.flatMap(({ outlets }) => outlets.map(({ name }) => name)))].join(', ')}.`,
    ];
  return [];
}
