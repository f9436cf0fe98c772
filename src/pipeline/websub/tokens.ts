import { randomBytes } from 'node:crypto';

/** What makes a callback's address unguessable, and the key that its deliveries are signed with (less than 200 bytes, §5.1). */
export function newTokens(): { readonly token: string; readonly secret: string } {
  return { token: randomBytes(24).toString('base64url'), secret: randomBytes(32).toString('hex') };
}
