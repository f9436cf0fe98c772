import type { MentionType } from '../core/annotation.ts';

/**
 * What the type words of knowledge bases mean here: NER labels, plain words, and Wikidata classes. A country is an organisation too in
 * Wikidata, so the kinds are tried in this order.
 */
const KINDS: readonly (readonly [MentionType, ReadonlySet<string>])[] = [
  [
    'person',
    new Set([
      'person',
      'per',
      'human',
      'q215627',
      'q5',
      'q21070598',
      'congress',
      'leaders2021',
      'leaders2026',
    ]),
  ],
  [
    'place',
    new Set(
      'place gpe loc fac location country capital city town adm1 adm2 region section state territory island river mledoze q6256 q27096213 q515'.split(
        ' ',
      ),
    ),
  ],
  [
    'organisation',
    new Set(
      'organisation organization org company party agency alliance norp nsi q43229 q431289 q4830453'.split(
        ' ',
      ),
    ),
  ],
  ['event', new Set('event war election conflict summit disaster q1656682'.split(' '))],
  ['work', new Set('work work_of_art book film product q17537576 q2424752'.split(' '))],
];

/** The mention type that a base's type words (in any case) speak for; `other` when none is known. */
export function topicType(words: readonly string[]): MentionType {
  const known = new Set(words.map((word) => word.toLowerCase()));
  const kind = KINDS.find(([, names]) => [...known].some((word) => names.has(word)));
  return kind?.[0] ?? 'other';
}
