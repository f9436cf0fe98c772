import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import { stableId } from '../../core/hash.ts';
import { OUTLET_KINDS, type Outlet } from '../../core/outlet.ts';
import type { OpmlOutlet } from '../../ingest/opml.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { addFeeds, type NewFeed } from '../../store/feeds.ts';
import { addUnknownOutlets, saveOutlets } from '../../store/outlets.ts';
import type { Store } from '../../store/store.ts';

const catalogueRow = z.object({
  domain: z.string().min(1),
  name: z.string().min(1),
  home: z.url(),
  feeds: z.array(z.url()).min(1),
  country: z.string().length(2).optional(),
  language: z.string().optional(),
  kind: z.enum(OUTLET_KINDS).optional(),
  owner: z.string().optional(),
});

export interface AddedFeeds {
  readonly outlets: number;
  readonly newFeeds: number;
}

function feedOf(outletId: string, url: string): NewFeed {
  return { id: stableId(`feed:${url}`), outletId, url, title: null };
}

/**
 * Adds the outlets and feeds of a catalogue (the format of data/outlets.json).
 * @throws AppError `catalogue/invalid` naming the first row that does not fit.
 */
export async function addCatalogue(store: Store, json: string): Promise<AddedFeeds> {
  const parsed = z.array(catalogueRow).safeParse(JSON.parse(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError(
      'catalogue/invalid',
      `The catalogue of outlets is not valid: ${issue?.message} at ${issue?.path.join('.')}.`,
      {
        hint: 'Compare the row with those of data/outlets.json.',
        blame: 'user',
      },
    );
  }
  const outlets = parsed.data.map(
    (row): Outlet => ({
      id: row.domain,
      name: row.name,
      homeUrl: row.home,
      country: row.country ?? null,
      language: row.language ?? null,
      kind: row.kind ?? null,
      owner: row.owner ?? null,
    }),
  );
  const feeds = parsed.data.flatMap((row) => row.feeds.map((url) => feedOf(row.domain, url)));
  return await store.db.transaction().execute(async (db) => {
    await saveOutlets(db, outlets);
    return { outlets: outlets.length, newFeeds: await addFeeds(db, feeds) };
  });
}

/** Adds the feeds of an OPML file; what the catalogue knows of their outlets stays as it is. */
export async function addOpml(store: Store, outlines: readonly OpmlOutlet[]): Promise<AddedFeeds> {
  const rows = outlines.map((outline) => ({ outline, id: outletIdOf(outline.homeUrl, outline.feedUrl) }));
  const outlets = rows.map(
    ({ outline, id }): Outlet => ({
      id,
      name: outline.name,
      homeUrl: outline.homeUrl,
      country: null,
      language: null,
      kind: null,
      owner: null,
    }),
  );
  const unique = [...new Map(outlets.map((outlet) => [outlet.id, outlet])).values()];
  return await store.db.transaction().execute(async (db) => {
    await addUnknownOutlets(db, unique);
    const newFeeds = await addFeeds(
      db,
      rows.map(({ outline, id }) => feedOf(id, outline.feedUrl)),
    );
    return { outlets: unique.length, newFeeds };
  });
}
