import type { Kysely } from 'kysely';
import type { SearchQuery } from '../../core/library.ts';
import type { Schema } from '../schema.ts';

export type DialectKind = 'sqlite' | 'postgres';

export interface SearchHits {
  /** Article ids, best first. */
  readonly ids: readonly string[];
  readonly total: number;
}

/** All that differs between the databases; everything else goes through Kysely unchanged. */
export interface Dialect {
  readonly kind: DialectKind;
  /** Adds full-text search over the title and text of articles; part of the first migration. */
  createSearchIndex(db: Kysely<unknown>): Promise<void>;
  /** Articles that contain all words of the query, or any of them, best first. */
  searchArticles(db: Kysely<Schema>, query: SearchQuery): Promise<SearchHits>;
  /** An expression whose text is the same only while nothing was committed by anybody; no table is read for it. */
  readonly stateMark: string;
  /** How many values one statement may bind. */
  readonly maxParameters: number;
}
