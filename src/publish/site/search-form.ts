import type { Library, SearchResult } from '../../core/library.ts';
import { isSection, type Section } from '../../core/section.ts';
import { badRequest } from '../errors.ts';
import { parseDay } from '../format/time.ts';

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;
/** Longest query that is searched, UTF-16 code units; the rest is cut off. */
const QUERY_LIMIT = 300;

/** What the reader asked for, as typed. */
export interface SearchForm {
  readonly text: string;
  readonly outletId: string;
  /** Slug of a topic, or empty. */
  readonly topicSlug: string;
  readonly section: Section | '';
  /** ISO days, or empty. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

/** The search as query parameters, without what is empty. */
export function searchQuery(form: SearchForm, page: number): Record<string, string> {
  const { text: q, outletId: outlet, topicSlug: topic, section, from, to } = form;
  const entries = { q, outlet, topic, section, from, to };
  const filled = Object.entries(entries).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...(page > 1 ? { page: String(page) } : {}) };
}

/** Reads the search form from a query string. @throws AppError `web/bad-request` for a page that is no number, or no section */
export function searchForm(query: Readonly<Record<string, string>>): SearchForm {
  const page = query.page ?? '1';
  if (!/^[1-9]\d{0,3}$/.test(page)) throw badRequest('The number of the page is not valid.');
  const section = query.section ?? '';
  if (section !== '' && !isSection(section)) throw badRequest('There is no section of this name.');
  return {
    text: (query.q ?? '').trim().slice(0, QUERY_LIMIT),
    outletId: query.outlet ?? '',
    topicSlug: query.topic ?? '',
    section,
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
    topicSlug: form.topicSlug === '' ? null : form.topicSlug,
    section: form.section === '' ? null : form.section,
    from,
    to: to === null ? null : to + DAY_MS - 1,
    limit: PAGE_SIZE,
    offset: (form.page - 1) * PAGE_SIZE,
  });
  return { result, hasNext: form.page * PAGE_SIZE < result.total };
}
