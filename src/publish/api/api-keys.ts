import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The key of an `Authorization: Bearer KEY` header (RFC 6750 §2.1); null without one. */
export function bearerKey(header: string | undefined): string | null {
  return /^bearer +([\w.~+/-]+=*) *$/i.exec(header ?? '')?.[1] ?? null;
}

/** Whether a key is one of those that are known. All are compared, in the same time whatever they hold. */
export function isKnownKey(key: string, keys: readonly string[]): boolean {
  const given = digest(key);
  return keys.map((known) => timingSafeEqual(digest(known), given)).some((isEqual) => isEqual);
}
