import { readFileSync } from 'node:fs';
import type { Outlet } from '../core/outlet.ts';
import { parseCatalogue } from '../pipeline/intake/catalogue.ts';

/** Text of the catalogue of outlets that comes with the program. */
export function readCatalogue(): string {
  return readFileSync(new URL('../../data/outlets.json', import.meta.url), 'utf8');
}

/** What the program's own catalogue knows of outlets, by id. */
export function knownOutlets(): ReadonlyMap<string, Outlet> {
  return new Map(parseCatalogue(readCatalogue()).map(({ outlet }) => [outlet.id, outlet]));
}
