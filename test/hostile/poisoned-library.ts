import type { FullLibrary } from '../../src/core/listings.ts';
import { buildLibrary } from '../builders/library-builder.ts';

/** What tells rows apart or is one of a few values of our own: no text that somebody else wrote. */
const OWN =
  /^(?:id|.*Id|articleIds|slug|.*Slug|kind|copyKind|role|language|country|life|section|sections|state|tense|mediaType|grouping|qid|type|origin|datePrecision|precision|date|asOf|direction|frequency|first|outlets|reprints|thin|key|missing|group|unit|lastStatus|status|url|.*Url)$/;
/** Addresses that come from feeds and pages. */
const ADDRESS = /^(?:url|homeUrl|wikipediaUrl|licenceUrl|pageUrl)$/;

export interface Poison {
  /** Stands in the place of each text. */
  readonly text: string;
  /** Stands in the place of each address of somebody else; addresses stay when it is left out. */
  readonly address?: string;
}

/** As long as the text whose place it takes, so that spans stay inside: they cut it anywhere. */
function filled(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function poisoned(value: unknown, poison: Poison, key = ''): unknown {
  if (typeof value === 'string') {
    if (ADDRESS.test(key)) return poison.address ?? value;
    if (OWN.test(key)) return value;
    return key === 'text' && value.length > 400 ? filled(poison.text, value.length) : poison.text;
  }
  if (Array.isArray(value)) return value.map((item) => poisoned(item, poison, key));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  if (value instanceof Map) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poisoned(inner, poison, name)]),
  );
}

/** The library of invented stories with one text in the place of all that others wrote: titles, bodies, names, bylines, words of any kind. */
export function poisonedLibrary(poison: Poison): FullLibrary {
  const library = buildLibrary();
  return new Proxy(library, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => poisoned(await method(...given), poison);
    },
  });
}
