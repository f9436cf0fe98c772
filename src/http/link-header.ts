/** One link of a Link header (RFC 8288), its address made absolute. */
export interface HttpLink {
  readonly url: string;
  /** Relation types in lower case, as `hub` and `self`. */
  readonly relations: readonly string[];
}

/** `<target>` with its parameters, whose values may be quoted and then hold commas and semicolons. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g;
/** Longer headers are no list of links that anybody reads. UTF-16 code units. */
const MAX_LENGTH = 16_000;

/** The links of a Link header that lead to http addresses; what cannot be read is passed over. */
export function parseLinkHeader(header: string | null, base: string): HttpLink[] {
  const text = header === null || header.length > MAX_LENGTH ? '' : header;
  return [...text.matchAll(LINK)].flatMap(([, target = '', parameters = '']) => {
    const url = URL.parse(target.trim(), base);
    // Of several, the first holds (RFC 8288 §3.3).
    const named = [...parameters.matchAll(PARAMETER)].find(([, name]) => name?.toLowerCase() === 'rel');
    const relations = (named?.[2] ?? named?.[3] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const isUsable = url !== null && /^https?:$/.test(url.protocol) && relations.length > 0;
    return isUsable ? [{ url: url.href, relations }] : [];
  });
}
