import { z } from 'zod';
import { AppError } from '../../core/app-error.ts';
import { OUTLET_KINDS, type Outlet } from '../../core/outlet.ts';

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

export interface CatalogueEntry {
  readonly outlet: Outlet;
  /** Addresses of its feeds. */
  readonly feeds: readonly string[];
}

/**
 * Outlets and feeds of a catalogue (the format of data/outlets.json).
 * @throws AppError `catalogue/invalid` naming the first row that does not fit.
 */
export function parseCatalogue(json: string): CatalogueEntry[] {
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
  return parsed.data.map((row) => ({
    feeds: row.feeds,
    outlet: {
      id: row.domain,
      name: row.name,
      homeUrl: row.home,
      country: row.country ?? null,
      language: row.language ?? null,
      kind: row.kind ?? null,
      owner: row.owner ?? null,
    },
  }));
}
