import type { Failure } from '../core/failure.ts';
import { ok, type Result } from '../core/result.ts';
import type { HtmlDocument } from './html-document.ts';
import { parseTree } from './parse-tree.ts';
import { type TrimmedHtml, trimHtml } from './trim-html.ts';

/** A page, parsed once for all that is read of it. */
export interface ParsedPage extends Pick<TrimmedHtml, 'jsonLd' | 'cut'> {
  readonly document: HtmlDocument;
}

/** Errors are those of `trimHtml`. */
export function parsePage(html: string): Result<ParsedPage, Failure> {
  const trimmed = trimHtml(html);
  if (!trimmed.ok) return trimmed;
  const { jsonLd, cut } = trimmed.value;
  return ok({ document: parseTree(trimmed.value.html), jsonLd, cut });
}
