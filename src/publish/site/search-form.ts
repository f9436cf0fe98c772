import type { Library, SearchResult } from '../../core/library.ts';
import { badRequest } from '../errors.ts';
import { parseDay } from '../format/time.ts';
import type { SearchForm } from './search-page.tsx';

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;
/** Longest query that is searched, UTF-16 code units; the rest is cut off. */
const QUERY_LIMIT = 300;

/** Reads the search form from a query string. @throws AppError `web/bad-request` for a page that is no number */
export function searchForm(query: Readonly<Record<string, string>>): SearchForm {
  const page = query.page ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(page)) throw badRequest('The number of the page is not valid.');
  return {
    text: (query.q ?? '').trim().slice(0, QUERY_LIMIT),
    outletId: query.outlet ?? '',
    from: query.from ?? '',
    to: query.to ?? '',
    page: Number(page),
  };
}

function dayBound(text: string): number | null {
  if (text === '') return null;
  const at = parseDay(text);
  if (at === null) throw badRequest('A day is written like 2025-12-14.');
  return at;
}

/** Runs the search; nothing is asked of the library while the form has no words. `to` includes its day. */
export async function searchLibrary(
  library: Library,
  form: SearchForm,
): Promise<{ readonly result: SearchResult | null; readonly hasNext: boolean }> {
  const from = dayBound(form.from);
  const to = dayBound(form.to);
  if (form.text === '') return { result: null, hasNext: false };
  const result = await library.search({
    text: form.text,
    outletId: form.outletId === '' ? null : form.outletId,
    from,
    to: to === null ? null : to + DAY_MS - 1,
    limit: PAGE_SIZE,
    offset: (form.page - 1) * PAGE_SIZE,
  });
  return { result, hasNext: form.page * PAGE_SIZE < result.total };
}
