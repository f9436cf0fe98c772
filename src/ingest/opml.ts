import { type Opml, parseOpml as readOpml } from 'feedsmith';
import type { Failure } from '../core/failure.ts';
import type { SourceKind } from '../core/outlet.ts';
import { err, ok, type Result } from '../core/result.ts';
import { readableXml } from './mend-xml.ts';

/** One subscription of an OPML file. */
export interface OpmlOutlet {
  readonly name: string;
  readonly feedUrl: string;
  /** A feed when left out. */
  readonly kind?: SourceKind;
  readonly homeUrl: string | null;
  /** Names of the folders it lies in, outermost first, joined by " / "; its own `category` where it lies in none. */
  readonly category: string | null;
}

type Outline = Opml.Outline<string>;

const ROOTS: ReadonlySet<string> = new Set(['opml']);

/** Folders deeper than this are an attack or a mistake; what lies in them is left out. */
const MAX_DEPTH = 20;

/** Subscriptions of an OPML 1.0 or 2.0 document. A feed that occurs twice is given once, where it came first. */
export function parseOpml(text: string): Result<OpmlOutlet[], Failure> {
  let outlines: readonly Outline[];
  try {
    outlines = readOpml(readableXml(text, ROOTS).text).body?.outlines ?? [];
  } catch {
    const message =
      'This is not an OPML document. Export the subscriptions of the other reader once more, as OPML 2.0.';
    return err({ code: 'feed/not-a-feed', message, retryable: false });
  }
  const found = new Map<string, OpmlOutlet>();
  for (const outlet of outlines.flatMap((outline) => outletsOf(outline, [])))
    if (!found.has(outlet.feedUrl)) found.set(outlet.feedUrl, outlet);
  return ok([...found.values()]);
}

function outletsOf(outline: Outline, folders: readonly string[]): OpmlOutlet[] {
  const name = (outline.title ?? outline.text ?? '').trim();
  const feedUrl = httpUrl(outline.xmlUrl);
  const own: OpmlOutlet[] =
    feedUrl === null
      ? []
      : [
          {
            name: name === '' ? new URL(feedUrl).host : name,
            feedUrl,
            ...(outline.type === 'section-page' ? { kind: outline.type } : {}),
            homeUrl: httpUrl(outline.htmlUrl),
            category: folders.join(' / ') || (outline.category ?? null),
          },
        ];
  if (folders.length >= MAX_DEPTH) return own;
  const inner = name === '' ? folders : [...folders, name];
  return [...own, ...(outline.outlines ?? []).flatMap((child) => outletsOf(child, inner))];
}

function httpUrl(text: string | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '');
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
