import type { Mention, RoleDescription } from '../core/annotation.ts';
import { isSingularRole } from './office-phrase.ts';
import type { TaggedToken, TextDocument } from './text-document.ts';

/** Longest description, in tokens: beyond it an apposition has usually become a clause. */
export const LONGEST = 14;

/** A name, with the document around it. */
export interface Describing {
  readonly document: TextDocument;
  readonly nameAt: ReadonlyMap<number, Mention>;
  readonly mention: Mention;
  /** Token range of the name. */
  readonly from: number;
  readonly to: number;
}

/** Where a name is described: a token range, and what the words around it say of the time. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly tense: RoleDescription['tense'] | null;
  /** Words beside the range that tell its tense ("at the time"); null without any. */
  readonly tenseWords: string | null;
  readonly begins: boolean;
  /** Entity of the body named apart from the description ("Sen. Holm of Utah"); null where there is none. */
  readonly body: number | null;
}

/** A token range with nothing else said of it, or with what `more` says. */
export function place(from: number, to: number, more: Partial<Place> = {}): Place {
  return { from, to, tense: null, tenseWords: null, begins: false, body: null, ...more };
}

/** True when an owner's name that begins at `start` is followed by its possessive ending. */
export function possesses(
  tokens: readonly TaggedToken[],
  start: number,
  nameAt: ReadonlyMap<number, Mention>,
  owner: Mention,
): boolean {
  let index = start;
  while (nameAt.get(index) === owner) index += 1;
  return /^['’]s?$/.test(tokens[index]?.text ?? '');
}

/** True for a token of a name that owns what follows ("King Aldric's brother"). */
export function ownsNext(
  tokens: readonly TaggedToken[],
  index: number,
  nameAt: ReadonlyMap<number, Mention>,
): boolean {
  const name = nameAt.get(index);
  return name !== undefined && possesses(tokens, index, nameAt, name);
}

/** Index of the first preposition of a range; its end when there is none. */
export function prepositionIn(tokens: readonly TaggedToken[], from: number, to: number): number {
  for (let index = from; index < to; index += 1)
    if (tokens[index]?.tag === 'ADP' || tokens[index]?.lower === 'of') return index;
  return to;
}

/** True when the range holds the office of one person. */
export function hasSingularRole(tokens: readonly TaggedToken[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (isSingularRole(tokens[index])) return true;
  return false;
}
