export const OUTLET_KINDS = [
  'agency',
  'newspaper',
  'tabloid',
  'broadcaster',
  'state',
  'business',
  'digital',
  'magazine',
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** A publisher of articles. `id` is its domain, as in `bbc.co.uk`; a loopback press has `host:port` instead. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly homeUrl: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly kind: OutletKind | null;
  readonly owner: string | null;
}

/** What conditional GET needs to be told next time (RFC 9110 §13). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How articles of an outlet are found: by a feed (a news sitemap is read as one), or by the links of a page. */
export const SOURCE_KINDS = ['feed', 'section-page'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
