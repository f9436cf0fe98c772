import type { Section } from '../../core/section.ts';
import { type CountryNames, countryKey } from './country-names.ts';
import { SECTION_OF_WORD } from './path-words.ts';

/** Segments looked at: what comes deeper is a tag or the article's own name. */
const DEPTH = 4;

/**
 * The section that an outlet's own address of an article names, null when it names none. The first segment that means
 * a section decides, but a place before it is kept in mind: `/news/world/science/…` is science. A country's name
 * ("india-news", "uk-news") is the outlet's own nation or the world, by the outlet's country. The last segment is the
 * article's own name and never read.
 */
export function sectionOfPath(
  url: string,
  outletCountry: string | null,
  countries: CountryNames,
): Section | null {
  const places: Section[] = [];
  for (const segment of sectionSegments(url)) {
    const section = SECTION_OF_WORD.get(segment) ?? countrySection(segment, outletCountry, countries);
    if (section === null) continue;
    if (section !== 'world' && section !== 'national') return section;
    places.push(section);
  }
  return places.includes('world') ? 'world' : (places[0] ?? null);
}

function sectionSegments(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { hostname, pathname } = new URL(url);
  const host = hostname.split('.')[0] ?? '';
  const path = pathname.toLowerCase().split('/').slice(1, -1).slice(0, DEPTH);
  return [host, ...path].filter((segment) => /^[\p{L}][\p{L}_-]*1?$/u.test(segment));
}

function countrySection(
  segment: string,
  outletCountry: string | null,
  { codes }: CountryNames,
): Section | null {
  const named = segment.replace(/-news$/, '');
  if (named.length < 3 && named === segment && named !== 'us' && named !== 'uk') return null;
  const code = codes.get(countryKey(named.replaceAll(/[-_]/g, ' ')));
  if (code === undefined || outletCountry === null) return null;
  return code === outletCountry ? 'national' : 'world';
}
