import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowIdentity } from './row-identity.ts';

describe('rowIdentity', () => {
  it.each([
    [{}, { keys: [], place: null }],
    [
      { iso3166: 'xv', geonames: 17 },
      { keys: ['iso3166:XV', 'geonames:17'], place: null },
    ],
    [
      { geonames: '0', iso3166: 'XVI' },
      { keys: [], place: null },
    ],
    [
      { lat: 1.5, lon: -2, country: 'XV', population: 9 },
      { keys: [], place: { country: 'XV', latitude: 1.5, longitude: -2, population: 9 } },
    ],
    [
      { lat: 1.5, lon: -2, country: 'Varland' },
      { keys: [], place: { country: null, latitude: 1.5, longitude: -2, population: null } },
    ],
    [
      { lat: 91, lon: 0, country: 'XV' },
      { keys: [], place: null },
    ],
    [
      { lat: '1', lon: 0 },
      { keys: [], place: null },
    ],
  ])('reads %j', (row, identity) => {
    expect(rowIdentity(row)).toEqual(identity);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('lat', 'lon', 'country', 'geonames', 'iso3166'), fc.jsonValue()),
        (row) => {
          expect(() => rowIdentity(row)).not.toThrow();
        },
      ),
    );
  });
});
