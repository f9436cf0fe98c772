import { readFileSync } from 'node:fs';

export type Comparison = 'text' | 'html' | 'exact' | 'address' | 'language' | 'time' | 'person' | 'list';

interface MappedField {
  readonly path: string;
  readonly field: string;
  readonly as: Comparison;
}

interface Exclusion {
  readonly kind: string;
  /** The path itself or one above it. */
  readonly path?: string;
  readonly folder?: string;
  /** Names of cases. */
  readonly cases?: readonly string[];
  /** A response header that the case sets. */
  readonly header?: string;
}

/** eval/feed-cases.json: which statement of a case is about which of our fields, and why others are left out. */
export interface FeedMapping {
  readonly fields: readonly MappedField[];
  readonly kinds: Readonly<Record<string, string>>;
  /** Cases whose expectation is plain text; that of all others is HTML. */
  readonly plain: readonly string[];
  readonly exclusions: readonly Exclusion[];
}

export function readFeedMapping(): FeedMapping {
  return JSON.parse(
    readFileSync(new URL('../../../../eval/feed-cases.json', import.meta.url), 'utf8'),
  ) as FeedMapping;
}

/** Steps of a path as the mapping writes it: `entries[].tags[].term`. */
export function pathName(steps: readonly (string | number)[]): string {
  return steps
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .slice(1);
}

export function fieldOf(mapping: FeedMapping, path: string): MappedField | null {
  return mapping.fields.find((field) => field.path === path) ?? null;
}

/** Why the path says nothing about a FeedItem in this case; null when it does say something. */
export function exclusionOf(
  mapping: FeedMapping,
  path: string,
  { name, folder }: { readonly name: string; readonly folder: string },
): string | null {
  const fits = mapping.exclusions.find(
    (exclusion) =>
      exclusion.header === undefined &&
      (exclusion.cases === undefined || exclusion.cases.includes(name)) &&
      (exclusion.folder === undefined || exclusion.folder === folder) &&
      (exclusion.path === undefined ||
        path === exclusion.path ||
        path.startsWith(`${exclusion.path}.`) ||
        path.startsWith(`${exclusion.path}[`)),
  );
  if (fits !== undefined) return fits.kind;
  if (fieldOf(mapping, path) !== null) return null;
  if (path === 'bozo') return 'well-formedness';
  if (path.startsWith('feed.') || path === 'feed') return 'feed-field';
  return path.startsWith('entries[]') ? 'item-field' : 'form';
}

/** The kind under which a response header of the case puts it aside. */
export function exclusionByHeader(mapping: FeedMapping, headers: ReadonlyMap<string, string>): string | null {
  return mapping.exclusions.find(({ header }) => header !== undefined && headers.has(header))?.kind ?? null;
}
