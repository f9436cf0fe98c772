import type { KnowledgeSummary } from '../core/knowledge-base.ts';
import { fields, line, webAddress } from './json-fields.ts';

/** Longer openings are cut at a sentence: a card is no article. */
const MAX_LENGTH = 900;

/** The first paragraph, cut behind a whole sentence when it is long. */
function paragraphOf(extract: string): string | null {
  const first = line(extract.split('\n').find((paragraph) => paragraph.trim() !== ''));
  if (first === null || first.length <= MAX_LENGTH) return first;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(first)) {
    if (index + segment.trimEnd().length > MAX_LENGTH) break;
    end = index + segment.length;
  }
  return end === 0 ? null : first.slice(0, end).trim();
}

/**
 * Reads an answer of Wikipedia's page/summary. Null when the page is none about one thing (a list of meanings), is about another item than
 * the one asked for, or has no text.
 */
export function readSummary(answer: unknown, qid: string, language: string): KnowledgeSummary | null {
  const { type, extract, wikibase_item: item, revision, timestamp, content_urls: addresses } = fields(answer);
  if (type !== 'standard' || (typeof item === 'string' && item !== qid)) return null;
  const text = typeof extract === 'string' ? paragraphOf(extract) : null;
  const url = webAddress(fields(fields(addresses).desktop).page);
  if (text === null || url === null) return null;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(line(timestamp) ?? '');
  return {
    text,
    url,
    source: language === 'en' ? 'Wikipedia' : `Wikipedia (${language})`,
    licence: 'CC BY-SA 4.0',
    revision: typeof revision === 'number' ? String(revision) : line(revision),
    asOf: day?.[0] ?? null,
  };
}
