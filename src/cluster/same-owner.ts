import type { Outlet } from '../core/outlet.ts';
import { normaliseName } from '../nlp/normalise-name.ts';

/** What the catalogue knows of an outlet that decides how a copy is called. */
export type OutletFacts = Pick<Outlet, 'id' | 'owner' | 'kind'>;

/** Words that say what sort of owner it is and name none: "public foundation", "cooperative of newspapers". */
const SORT_OF_OWNER = new Set(
  `independent independently owned private privately public state government municipal family families foundation trust
   cooperative co operative newspaper newspapers publishers broadcasters employees staff journalists editors readers
   members shareholders investors founders nonprofit non profit self the its own of by and a an local unknown none`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** An owner as a key, so that spellings of one are one; null for none, or where only a sort of owner is given. */
export function ownerKey(owner: string | null): string | null {
  const key = normaliseName(owner ?? '');
  return key.split(' ').every((word) => word === '' || SORT_OF_OWNER.has(word)) ? null : key;
}

/** The owner that two different outlets share, as the first has it; null when it is not one, or not known. */
export function sharedOwner(a: OutletFacts | undefined, b: OutletFacts | undefined): string | null {
  if (a === undefined || b === undefined || a.id === b.id) return null;
  const key = ownerKey(a.owner);
  return key === null || key !== ownerKey(b.owner) ? null : a.owner;
}
