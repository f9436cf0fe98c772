import type { Annotation, FigureModifier, Granularity, RoleDescription } from './annotation.ts';
import type { Statement } from './briefing.ts';
import type { Citation, LedgerArticle } from './ledger.ts';
import type { Span } from './span.ts';

/** A passage that a claim rests on, with its words and who printed them when. */
export interface CitedPassage extends Citation {
  readonly outletId: string;
  readonly outletName: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
  /** As the article has it. */
  readonly text: string;
}

/** A number of a claim, as its passage gives it. */
export interface ClaimFigure {
  /** "at least 31". */
  readonly text: string;
  readonly value: number;
  readonly high: number | null;
  readonly unit: string;
  readonly counted: string | null;
  readonly modifier: FigureModifier;
  readonly outletId: string;
}

/** A time that a passage names, resolved: "on Friday", 2025-12-12. */
export interface ClaimDate {
  readonly text: string;
  /** As much of an ISO date as is known: `2019`, `2019-08`, `2019-08-02`. */
  readonly date: string;
  readonly precision: Granularity;
}

/** Words in quotation marks within a passage, without the marks. */
export interface ClaimQuote {
  readonly text: string;
  readonly speaker: string | null;
}

/** What the cited articles say that somebody named in a claim is. */
export interface ClaimRole {
  readonly name: string;
  readonly text: string;
  readonly tense: RoleDescription['tense'];
  /** Publication time of the article, or the time it gives, milliseconds. */
  readonly asOf: number;
  readonly citation: Citation;
}

/** One numbered claim as a language model sees it: an extracted statement with all that may be said of it. */
export interface WritableClaim {
  /** Unique among the claims of one task. */
  readonly number: number;
  /** The extracted statement, with days and names completed in brackets. */
  readonly text: string;
  readonly kind: Statement['kind'];
  /** Whose words, opinion or forecast it is; null when it is told as a fact. */
  readonly holder: string | null;
  /** Outlets whose passages are cited. */
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
  /** When the newest cited passage was published, milliseconds. */
  readonly asOf: number;
  readonly figures: readonly ClaimFigure[];
  readonly quotes: readonly ClaimQuote[];
  readonly dates: readonly ClaimDate[];
  readonly roles: readonly ClaimRole[];
  /** What it rests on: passages that have its words first, then those that say it in words of their own. */
  readonly passages: readonly [CitedPassage, ...CitedPassage[]];
}

/** What a model has written, with the numbers of the claims it names for it. */
export interface WrittenStatement {
  readonly text: string;
  readonly claims: readonly number[];
}

/** A word or mark with its part of speech (Universal Dependencies). */
export interface ReadWord extends Span {
  readonly text: string;
  readonly lower: string;
  readonly tag: string;
  /** Index of its sentence, -1 outside all. */
  readonly sentence: number;
}

/** What is read out of a text to compare it with another. */
export interface TextReading
  extends Pick<Annotation, 'entities' | 'mentions' | 'descriptions' | 'figures' | 'quotes' | 'dates'> {
  readonly words: readonly ReadWord[];
  readonly sentences: readonly Span[];
}

/** Reads an English text as an article of that time would be read. */
export type TextReader = (text: string, publishedAt: number) => TextReading;

/** What written statements are checked against beside their claims. */
export interface WrittenContext {
  /** All articles of the story. */
  readonly articles: readonly LedgerArticle[];
  /** Reads what was written and the articles: `createTextReader` of `annotate/`, handed in because rooms meet in core. */
  readonly read: TextReader;
}

export const WRITTEN_FAULTS = [
  'empty',
  'unknown-claim',
  'figure',
  'unit',
  'counted',
  'modifier',
  'total',
  'comparison',
  'direction',
  'name',
  'role',
  'outlet',
  'attribution',
  'quote',
  'date',
  'negation',
  'modality',
  'agent',
  'unsupported',
] as const;
export type WrittenFault = (typeof WRITTEN_FAULTS)[number];

/** Why a written statement may not be shown, in words that a writer can mend it by. */
export interface WrittenReason {
  readonly code: WrittenFault;
  readonly message: string;
}

export type WrittenVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reasons: readonly WrittenReason[] };
