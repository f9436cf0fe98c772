import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { contentHash } from '../../core/hash.ts';

/** A token that lets into the administration, or stands in a cookie: 256 random bits, which nobody guesses. */
export function newAdminToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token. A plain hash is enough: passwords need slow ones because people choose them, and nobody has
 * chosen these.
 */
export function hashOfToken(token: string): string {
  return contentHash(token);
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(contentHash(a)), Buffer.from(contentHash(b)));
}

/** What each form of a session carries: made from the cookie's token, so that only its own pages can know it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}
