import type { Annotation, Entity } from '../../core/annotation.ts';
import { isSpeaker, MONTH_OR_DAY } from './speaker-words.ts';

export interface Holder {
  readonly name: string;
  /** True when the sentence itself names the speaker, and not only by a pronoun. */
  readonly isNamedThere: boolean;
}

/**
 * The name that a sentence puts after its verb of speaking: "…, said Beatrix Olander", "according to Chief Mara Lind"; not
 * "critics said Beatrix Olander had …".
 */
const NAMED_AFTER =
  /(?:(?<=[,”"’?!]\s|^)(?:said|says|added|warned|argued|wrote)|\baccording to)\s+(?:(?:the\s+)?(?:[\p{Ll}-]+\s+){0,3})?(\p{Lu}[\p{L}.’'-]+(?:\s+(?:(?:de|van|von|bin|al|der|la)\s+)?\p{Lu}[\p{L}.’'-]+){1,3})/u;

/** "Said Fox Sports commentator Jason Whitlock": the person after the body's name and an office in small letters. */
const PERSON_OF_BODY =
  /^(?:[’']s)?(?:\s+[\p{Ll}-]+){1,4}\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,2})/u;

function knownAs(annotation: Annotation, name: string): Entity | undefined {
  return annotation.entities.find((entity) => entity.name === name || name.endsWith(` ${entity.name}`));
}

/** The full name after a verb of speaking, as the article knows it; null for names of places and things. */
export function namedAfter(annotation: Annotation, text: string): Holder | null {
  const match = NAMED_AFTER.exec(text);
  // "…, Holm said, according to North Press": who says it goes before who passes it on.
  if (match !== null && /^according to/i.test(match[0]) && /\b(?:said|says?|told)\b/.test(text)) return null;
  const words = match?.[1] ?? '';
  const name = words.replace(/[’']s$/, '').replace(/[.,]+$/, '');
  if (match === null || name === '' || MONTH_OR_DAY.test(name)) return null;
  const person = PERSON_OF_BODY.exec(text.slice(match.index + match[0].length))?.[1]?.replace(/[.,]+$/, '');
  const officer = person === undefined ? undefined : knownAs(annotation, person);
  const known = officer?.type === 'person' ? officer : knownAs(annotation, name);
  // "…, said Holm’s plan was dead": who says it stands elsewhere.
  if (known !== officer && /[’']s$/.test(words)) return null;
  if (known === undefined) return null;
  return isSpeaker(known) ? { name: known.name, isNamedThere: true } : null;
}

/** "…, said longtime friend and rival Aksel Varga": the office may be long, the person ends it. */
const SPOKEN_BY = /(?<=[,”"’?!]\s)(?:said|says|added|argued|wrote)\s([^,.;:“”"]{6,90}?)(?=[,.;]|$)/u;

/** The person who ends the words after a verb of speaking; null where those are no description alone. */
export function namedLast(annotation: Annotation, text: string): Holder | null {
  const words = SPOKEN_BY.exec(text)?.[1] ?? '';
  if (/\b(?:who|that|of|in|to|on|was|is|has|had|would|will)\b/.test(words)) return null;
  const known = annotation.entities.find(
    ({ name, type }) => type === 'person' && name.includes(' ') && words.endsWith(` ${name}`),
  );
  return known === undefined || !isSpeaker(known) ? null : { name: known.name, isNamedThere: true };
}
