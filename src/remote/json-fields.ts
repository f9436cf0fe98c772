export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one for anything else. */
export function fields(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text on one line, of whole characters; null when there is none. */
export function line(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s+/g, ' ').trim().toWellFormed();
  return text === '' ? null : text;
}

/** An address of the web, normalised; null for anything else. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // Commons gives some addresses without a scheme.
  const url = URL.parse(value.startsWith('//') ? `https:${value}` : value);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
