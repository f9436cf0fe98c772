import type { ArticleNote, NoteKind } from '../core/article-details.ts';

/** A longer block is a paragraph of the article. */
const MAX_NOTE = 700;
const DATE = '(?:\\s*\\(?[^:()]{0,40}\\d[^:()]{0,20}\\)?)?';
const PATTERNS: readonly (readonly [RegExp, NoteKind])[] = [
  [
    new RegExp(
      `^(?:correction|corrected|erratum|korrektur|corrección|correção|rectificatif|errata)${DATE}\\s*[:–—](?!\\d)`,
      'i',
    ),
    'correction',
  ],
  [new RegExp(`^(?:clarification|klarstellung|aclaración)${DATE}\\s*[:–—](?!\\d)`, 'i'), 'clarification'],
  [
    /^(?:an|the) (?:earlier|previous|original) version of this (?:article|story|report|column|headline|post)\b/i,
    'correction',
  ],
  [
    /^\(?this (?:article|story|report|column|headline|post|piece)(?: (?:was|has been))?(?: \S+){0,6} (?:corrected|amended)\b/i,
    'correction',
  ],
  [
    /^\(?this (?:article|story|report|column|post|piece)(?: (?:was|has been))?(?: \S+){0,6} (?:updated|revised)\b/i,
    'update',
  ],
  [
    new RegExp(
      `^(?:update|updated|aktualisierung|mise à jour|actualización|aggiornamento)${DATE}\\s*[:–—](?!\\d)`,
      'i',
    ),
    'update',
  ],
  [/^\(?(?:editor['’]?s?|editorial|editors['’]) note\b/i, 'editors-note'],
];

/** What blocks of a page say of changes to the article: corrections, clarifications, updates, notes of the editors. In order. */
export function articleNotes(blocks: readonly string[]): ArticleNote[] {
  const notes = new Map<string, ArticleNote>();
  for (const text of blocks) {
    if (text.length > MAX_NOTE || text.split(' ').length < 5) continue;
    const kind = PATTERNS.find(([pattern]) => pattern.test(text))?.[1];
    if (kind !== undefined && !notes.has(text)) notes.set(text, { kind, text });
  }
  return [...notes.values()];
}
