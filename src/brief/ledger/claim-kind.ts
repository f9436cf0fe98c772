import type { DiscourseRole } from '../../core/annotation.ts';
import type { ClaimKind } from '../../core/ledger.ts';

const KIND_OF_ROLE: Readonly<Record<DiscourseRole, ClaimKind>> = {
  main: 'event',
  consequence: 'event',
  'previous-event': 'background',
  historical: 'background',
  'current-context': 'context',
  anecdotal: 'context',
  none: 'context',
  evaluation: 'evaluation',
  expectation: 'expectation',
};

/** What sort of claim sentences of one role make; words in quotation marks are their speaker's, whatever they tell. */
export function claimKind(role: DiscourseRole, isQuoted: boolean): ClaimKind {
  return isQuoted ? 'quote' : KIND_OF_ROLE[role];
}
