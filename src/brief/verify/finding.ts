import type { SectionName } from '../../core/briefing.ts';
import type { Citation, LedgerArticle } from '../../core/ledger.ts';

export const FINDING_CODES = [
  'no-citation',
  'unknown-article',
  'span-outside',
  'words-not-in-span',
  'negation-dropped',
  'bracket-not-borne-out',
  'date-not-in-span',
  'empty-section',
  'empty-text',
  'repeated-sentence',
  'unheld-forecast',
  'holder-not-in-article',
  'headline-not-from-article',
  'quote-altered',
  'quote-marks-added',
  'wrong-outlet',
  'figure-altered',
  'figure-magnitude',
  'role-altered',
  'role-conflict',
  'role-overtaken',
  'foreign-question',
  'unknown-fact',
  'written-not-borne-out',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something on a page that its sources do not bear out. */
export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
  readonly section: SectionName | 'headline' | 'figures' | 'quotes' | 'roles';
  readonly citation?: Citation;
}

/** The articles of a story by id. */
export type Articles = ReadonlyMap<string, LedgerArticle>;

export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
