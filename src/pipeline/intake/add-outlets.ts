import { stableId } from '../../core/hash.ts';
import type { Outlet, SourceKind } from '../../core/outlet.ts';
import type { OpmlOutlet } from '../../ingest/opml.ts';
import { outletIdOf } from '../../ingest/outlet-of-feed.ts';
import { addFeeds, type NewFeed } from '../../store/feeds.ts';
import { addUnknownOutlets, saveOutlets } from '../../store/outlets.ts';
import type { Store } from '../../store/store.ts';
import { parseCatalogue } from './catalogue.ts';

export interface AddedFeeds {
  readonly outlets: number;
  readonly newFeeds: number;
}

function feedOf(outletId: string, url: string, kind: SourceKind = 'feed'): NewFeed {
  return { id: stableId(`feed:${url}`), outletId, url, title: null, kind };
}

/**
 * Adds the outlets and feeds of a catalogue (the format of data/outlets.json).
 * @throws AppError `catalogue/invalid` naming the first row that does not fit.
 */
export async function addCatalogue(store: Store, json: string): Promise<AddedFeeds> {
  const entries = parseCatalogue(json);
  const outlets = entries.map(({ outlet }) => outlet);
  const feeds = entries.flatMap((entry) => entry.feeds.map((url) => feedOf(entry.outlet.id, url)));
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
      rows.map(({ outline, id }) => feedOf(id, outline.feedUrl, outline.kind)),
    );
    return { outlets: unique.length, newFeeds };
  });
}
