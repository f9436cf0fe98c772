import type { Context } from 'hono';
import type { Place } from '../../core/listings.ts';
import { parseDay } from '../format/time.ts';
import type { ApiDeps } from './api-deps.ts';
import type { CursorKey } from './cursor.ts';

const DAY_MS = 86_400_000;

/** One list under its filters, as cursors know it. */
export interface PagedList {
  /** Key that the request's cursor holds; null at the beginning. */
  readonly after: CursorKey | null;
  /**
   * The cursor of the next part, null at the end; also announced as a link (RFC 8288) in the headers, for clients that follow those.
   */
  next(key: CursorKey | null): string | null;
}

/** Reads where a request goes on in its list. @throws AppError `web/bad-request` for a cursor of elsewhere */
export function pagedList(c: Context, { cursors, address }: ApiDeps): PagedList {
  const query = new URLSearchParams(c.req.query());
  const cursor = query.get('cursor');
  query.delete('cursor');
  // How many come at a time is no matter of the list.
  const filters = new URLSearchParams(query);
  filters.delete('limit');
  filters.sort();
  const list = `${c.req.path}?${filters}`;
  return {
    after: cursor === null ? null : cursors.open(list, cursor),
    next(key) {
      if (key === null) return null;
      const sealed = cursors.seal(list, key);
      query.set('cursor', sealed);
      c.header('Link', `<${address.absolute(`${c.req.path}?${query}`)}>; rel="next"`);
      return sealed;
    },
  };
}

export function placeOf(key: CursorKey | null): Place | null {
  return key === null ? null : { at: Number(key[0]), id: String(key[1]) };
}

export function keyOfPlace(place: Place | null): CursorKey | null {
  return place === null ? null : [place.at, place.id];
}

/** Bounds of days as they are asked for: from the start of the first to the end of the last, milliseconds. */
export function dayBounds({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): {
  readonly from: number | null;
  readonly to: number | null;
} {
  const end = to === undefined ? null : parseDay(to);
  return {
    from: from === undefined ? null : parseDay(from),
    to: end === null ? null : end + DAY_MS - 1,
  };
}
