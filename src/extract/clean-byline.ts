import { plainText } from './plain-text.ts';

const LEAD =
  /^(?:(?:written|posted|reported|published|story|words|text|edited)\s+)?(?:by|von|par|por|di|autor|author)(?:\s*:\s*|\s+|$)/i;
/** What stands behind the names: times, roles, agencies' marks, addresses. */
const TAIL =
  /\s*(?:\||•|·|\bupdated\b|\bpublished\b|\bposted\b|\bfollow\b|\s[-–—]\s|\b\d{1,2}:\d{2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\bemail\b).*$/i;
const ROLE =
  /,\s+(?:[\p{L}]+\s+){0,3}(?:reporter|correspondent|editor|writer|columnist|staff|analyst|contributor|producer|bureau chief|opinion contributor)\b.*$/iu;

/** A time where a name is expected. */
const NO_NAME =
  /^(?:(?:last |first )?(?:updated|published|posted|modified)\b|follow\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b)/i;

/** Longer bylines are cut before they are read. */
const MAX_LENGTH = 400;

/**
 * The names of a byline without "By", roles, times, handles and addresses; null when nothing name-like is left (an
 * address of a profile, a whole sentence).
 */
export function cleanByline(raw: string | null | undefined): string | null {
  let text = plainText((raw ?? '').slice(0, MAX_LENGTH)).trim();
  if (/^https?:\/\/|^www\./i.test(text) || NO_NAME.test(text)) return null;
  text = text
    .replace(/\S+@\S+\.\S+/g, '')
    .replace(/(?:^|\s)\(?@\w+\)?/g, '')
    .replace(LEAD, '')
    .replace(TAIL, '')
    .replace(ROLE, '')
    .replace(/\s+([,;])/g, '$1')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .trim();
  return text.length < 2 || text.length > 120 || !/\p{L}{2}/u.test(text) ? null : text;
}
