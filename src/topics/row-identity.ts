import type { TopicIdentity, TopicPlace } from '../core/topic-identity.ts';

type Row = Readonly<Record<string, unknown>>;

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The ISO 3166-1 alpha-2 code in upper case; null for anything else. */
function countryCode(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : null;
}

/** Where a row says its place lies; null without coordinates on the globe. */
function placeOf(row: Row): TopicPlace | null {
  const latitude = number(row.lat);
  const longitude = number(row.lon);
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return null;
  return { country: countryCode(row.country), latitude, longitude, population: number(row.population) };
}

/** By what an NDJSON row may be the same as a topic of another base: `iso3166` and `geonames` if it has them, and its place. */
export function rowIdentity(row: Row): TopicIdentity {
  const keys: string[] = [];
  const country = countryCode(row.iso3166);
  if (country !== null) keys.push(`iso3166:${country}`);
  const geonames = typeof row.geonames === 'number' ? String(row.geonames) : row.geonames;
  if (typeof geonames === 'string' && /^[1-9]\d*$/.test(geonames)) keys.push(`geonames:${geonames}`);
  return { keys, place: placeOf(row) };
}
