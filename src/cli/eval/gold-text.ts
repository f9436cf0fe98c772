import type { Annotation } from '../../core/annotation.ts';
import type { ApplyPool } from '../../pipeline/apply-pool.ts';

/** Our own annotated text: invented, and part of the repository. */
export interface GoldText {
  /** A letter and a number; even numbers are the development part, odd ones the held-out test part. */
  readonly id: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

export function partOf(row: GoldText): 'dev' | 'test' {
  return Number(row.id.slice(1)) % 2 === 0 ? 'dev' : 'test';
}

/** The annotation of a gold text as an article of its own. */
export async function annotateGold(
  pool: ApplyPool,
  { id, text, publishedAt }: GoldText,
): Promise<Annotation> {
  const input = { id, title: '', text, publishedAt, language: 'en', byline: null };
  const applied = await pool.apply('annotate', input);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value as Annotation;
}

/** F1 of hits against how many the gold has and how many were found. */
export function f1Of(hits: number, gold: number, found: number): number {
  return gold + found === 0 ? 1 : (2 * hits) / (gold + found);
}
