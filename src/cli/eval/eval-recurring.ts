import { recurringKind } from '../../cluster/recurring/recurring-item.ts';
import type { RecurringKind } from '../../core/recurring.ts';
import { say } from '../output.ts';
import { isTestRow, readGold } from './read-gold.ts';

interface GoldTitle {
  readonly id: string;
  readonly title: string;
  readonly kind: RecurringKind | null;
}

/**
 * Precision and recall of recurring items by title alone, on our own titles. Rows with an odd number are for
 * development, those with an even number for testing; `kind` is the share of those found that are called what they are.
 */
export async function evalRecurring(): Promise<Record<string, number>> {
  const rows = readGold<GoldTitle>('recurring');
  const figures: Record<string, number> = {};
  for (const [part, isIn] of [
    ['dev', (id: string) => !isTestRow(id)],
    ['test', isTestRow],
  ] as const) {
    const read = rows
      .filter(({ id }) => isIn(id))
      .map((row) => ({ ...row, found: recurringKind({ title: row.title, text: '' }) }));
    const flagged = read.filter(({ found }) => found !== null);
    const hits = flagged.filter(({ kind }) => kind !== null);
    figures[`${part}.precision`] = hits.length / flagged.length;
    figures[`${part}.recall`] = hits.length / read.filter(({ kind }) => kind !== null).length;
    figures[`${part}.kind`] = hits.filter(({ kind, found }) => kind === found).length / hits.length;
    if (part === 'dev') sayErrors(read);
  }
  return figures;
}

/** Only those for development: the others are not to be looked at. */
function sayErrors(read: readonly (GoldTitle & { readonly found: RecurringKind | null })[]): void {
  for (const { title, kind, found } of read)
    if ((kind === null) !== (found === null))
      say(`recurring: ${found ?? 'report'} for ${kind ?? 'report'}: ${title}`);
}
