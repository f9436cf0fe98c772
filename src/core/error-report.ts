import type { Citation } from './ledger.ts';

/** What a reader says is wrong with a page. */
export interface NewErrorReport {
  readonly storyId: string;
  readonly storySlug: string;
  readonly headline: string;
  readonly version: number;
  /** The sentence as the page had it; null for the page as a whole. */
  readonly statement: string | null;
  readonly citation: Citation | null;
  readonly note: string;
  /** How to reach the reader, in the reader's own words. */
  readonly contact: string | null;
}

export interface ErrorReport extends NewErrorReport {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly doneAt: number | null;
  readonly doneBy: string | null;
}

/** Where readers hand in reports. Nothing on a page changes by it: somebody reads them. */
export interface ReportBox {
  /** `full` when too many are waiting to be read. */
  handIn(report: NewErrorReport): Promise<'taken' | 'full'>;
}
