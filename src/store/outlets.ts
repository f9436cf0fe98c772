import type { Outlet, OutletKind } from '../core/outlet.ts';
import type { OutletRow } from './schema.ts';
import { chunks, type Db } from './store.ts';

export function toOutlet(row: OutletRow): Outlet {
  return { ...row, kind: row.kind as OutletKind | null };
}

/** Columns of a joined outlet, under names that do not clash with an article's. */
export const OUTLET_COLUMNS = [
  'outlets.name as outletName',
  'outlets.homeUrl',
  'outlets.country',
  'outlets.language as outletLanguage',
  'outlets.kind',
  'outlets.owner',
] as const;

interface WithOutlet extends Pick<OutletRow, 'homeUrl' | 'country' | 'kind' | 'owner'> {
  readonly outletId: string;
  readonly outletName: string;
  readonly outletLanguage: string | null;
}

/** The outlet of a row that was joined with OUTLET_COLUMNS. */
export function outletOfRow(row: WithOutlet): Outlet {
  const { outletId: id, outletName: name, outletLanguage: language, homeUrl, country, kind, owner } = row;
  return toOutlet({ id, name, homeUrl, country, language, kind, owner });
}

/** Adds outlets or completes what is known of them: a value that is known is never replaced by an unknown one. */
export async function saveOutlets(db: Db, outlets: readonly Outlet[]): Promise<void> {
  for (const chunk of chunks(outlets, 500)) {
    await db
      .insertInto('outlets')
      .values(chunk.map((outlet) => ({ ...outlet })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          homeUrl: eb.fn.coalesce('excluded.homeUrl', 'outlets.homeUrl'),
          country: eb.fn.coalesce('excluded.country', 'outlets.country'),
          language: eb.fn.coalesce('excluded.language', 'outlets.language'),
          kind: eb.fn.coalesce('excluded.kind', 'outlets.kind'),
          owner: eb.fn.coalesce('excluded.owner', 'outlets.owner'),
        })),
      )
      .execute();
  }
}

/**
 * Adds outlets that are new and completes what is not known of the others: what an article or a feed says of its outlet
 * does not overrule what is stored.
 */
export async function addUnknownOutlets(db: Db, outlets: readonly Outlet[]): Promise<void> {
  const unique = [...new Map(outlets.map((outlet) => [outlet.id, outlet])).values()];
  for (const chunk of chunks(unique, 500)) {
    await db
      .insertInto('outlets')
      .values(chunk.map((outlet) => ({ ...outlet })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          homeUrl: eb.fn.coalesce('outlets.homeUrl', 'excluded.homeUrl'),
          country: eb.fn.coalesce('outlets.country', 'excluded.country'),
          language: eb.fn.coalesce('outlets.language', 'excluded.language'),
          kind: eb.fn.coalesce('outlets.kind', 'excluded.kind'),
          owner: eb.fn.coalesce('outlets.owner', 'excluded.owner'),
        })),
      )
      .execute();
  }
}

export async function outletById(db: Db, id: string): Promise<Outlet | null> {
  const row = await db.selectFrom('outlets').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toOutlet(row);
}

/** What clustering reads of the catalogue, ordered by id. */
export async function outletFacts(db: Db): Promise<Pick<Outlet, 'id' | 'owner' | 'kind'>[]> {
  const rows = await db.selectFrom('outlets').select(['id', 'owner', 'kind']).orderBy('id').execute();
  return rows.map((row) => ({ ...row, kind: row.kind as OutletKind | null }));
}
