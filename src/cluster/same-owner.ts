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

/**
 * The owner that two different outlets share, as the first has it; null when it is not one, not known, or only a sort
 * of owner.
 */
export function sharedOwner(a: OutletFacts | undefined, b: OutletFacts | undefined): string | null {
  if (a === undefined || b === undefined || a.id === b.id || a.owner === null || b.owner === null)
    return null;
  const owner = normaliseName(a.owner);
  if (owner === '' || owner !== normaliseName(b.owner)) return null;
  return owner.split(' ').every((word) => SORT_OF_OWNER.has(word)) ? null : a.owner;
}
