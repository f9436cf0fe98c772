import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AdminSessions } from '../../core/administration.ts';
import type { Clock } from '../../core/clock.ts';
import type { Address } from '../address.ts';
import { clientAddress } from '../api/client-address.ts';
import { createRateLimit } from '../api/rate-limit.ts';
import { csrfTokenOf, hashOfToken, isSameText, newAdminToken } from './admin-token.ts';

const COOKIE = 'variorum_admin';
/** A working day: whoever comes back tomorrow signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;
/** Attempts to sign in of one client in a minute. The token cannot be guessed; this keeps the log and the database quiet. */
const ATTEMPTS_PER_MINUTE = 10;

export interface SignedIn {
  /** Names the session in logs without opening it. */
  readonly name: string;
  readonly csrf: string;
  readonly expiresAt: number;
}

export interface AdminGate {
  /** `none`: no token was ever made. */
  signIn(c: Context, token: string): Promise<'in' | 'wrong' | 'busy' | 'none'>;
  session(c: Context): Promise<SignedIn | null>;
  signOut(c: Context): Promise<void>;
}

/**
 * Who may use the administration. The cookie is sent to `/admin` alone, never with a link from elsewhere, and no script
 * reads it; the database holds only the hashes of tokens, and forgetting one there ends its session everywhere.
 */
export function createAdminGate(
  sessions: AdminSessions,
  { clock, address }: { readonly clock: Clock; readonly address: Address },
): AdminGate {
  const limit = createRateLimit(ATTEMPTS_PER_MINUTE, clock);
  const cookie = {
    path: address.href('/admin'),
    httpOnly: true,
    sameSite: 'Strict',
    secure: address.absolute('/').startsWith('https:'),
  } as const;
  return {
    async signIn(c, token) {
      if (!limit.take(clientAddress(c)).isAllowed) return 'busy';
      const wanted = await sessions.tokenHash();
      if (wanted === null) return 'none';
      if (!isSameText(hashOfToken(token), wanted)) return 'wrong';
      const secret = newAdminToken();
      const now = clock.now();
      await sessions.open(hashOfToken(secret), now, now + SESSION_SECONDS * 1000);
      setCookie(c, COOKIE, secret, { ...cookie, maxAge: SESSION_SECONDS });
      return 'in';
    },
    async session(c) {
      const secret = getCookie(c, COOKIE);
      if (secret === undefined) return null;
      const id = hashOfToken(secret);
      const expiresAt = await sessions.expiry(id, clock.now());
      if (expiresAt === null) return null;
      return { name: `session ${id.slice(0, 6)}`, csrf: csrfTokenOf(secret), expiresAt };
    },
    async signOut(c) {
      const secret = getCookie(c, COOKIE);
      if (secret !== undefined) await sessions.end(hashOfToken(secret));
      deleteCookie(c, COOKIE, cookie);
    },
  };
}
