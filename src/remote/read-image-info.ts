import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';
import type { KnowledgeImage } from '../core/knowledge-base.ts';
import { fields, type Json, line, list, webAddress } from './json-fields.ts';

const MAX_CREDIT = 120;

/** Text of a field of Commons' metadata, which is HTML written by whoever uploaded the file. */
function plain(metadata: Json, name: string): string | null {
  const { value } = fields(metadata[name]);
  if (typeof value !== 'string') return null;
  return line(decodeHTML(sanitizeHtml(value.slice(0, 5_000), { allowedTags: [], allowedAttributes: {} })));
}

function shortened(credit: string | null): string | null {
  if (credit === null || credit.length <= MAX_CREDIT) return credit;
  return `${credit
    .slice(0, MAX_CREDIT - 1)
    .toWellFormed()
    .trimEnd()}…`;
}

function size(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 10_000 ? value : null;
}

/**
 * Reads an answer of Commons' `imageinfo` with `extmetadata`. Null for a file that is gone, that is not free, or that says neither its
 * licence nor its page: what cannot be credited is not shown.
 */
export function readImageInfo(answer: unknown, uploadPrefix: string): KnowledgeImage | null {
  const [page] = list(fields(fields(answer).query).pages);
  const info = fields(list(fields(page).imageinfo)[0]);
  const metadata = fields(info.extmetadata);
  const fileUrl = webAddress(info.thumburl);
  const pageUrl = webAddress(info.descriptionurl);
  const width = size(info.thumbwidth);
  const height = size(info.thumbheight);
  const licence = plain(metadata, 'LicenseShortName');
  const isFree = plain(metadata, 'NonFree') !== 'true';
  if (fileUrl === null || pageUrl === null || width === null || height === null) return null;
  if (licence === null || !isFree || !fileUrl.startsWith(uploadPrefix)) return null;
  return {
    fileUrl,
    width,
    height,
    credit: shortened(plain(metadata, 'Artist') ?? plain(metadata, 'Credit')),
    licence: licence.slice(0, 60),
    licenceUrl: webAddress(fields(metadata.LicenseUrl).value),
    pageUrl,
  };
}
