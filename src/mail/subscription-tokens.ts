import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Db } from '../store/store.ts';

const SECRET = 'mail-secret';

/** Proves that a link comes from a mail of ours: nobody can end or confirm another's subscription. */
export interface SubscriptionTokens {
  of(id: string): string;
  isOf(id: string, token: string): boolean;
}

/** Tokens of the installation's own secret, which is made when it is first needed. */
export async function openTokens(db: Db): Promise<SubscriptionTokens> {
  const stored = await readSetting(db, SECRET);
  const secret = stored ?? randomBytes(32).toString('hex');
  if (stored === null) await writeSetting(db, SECRET, secret);
  const of = (id: string) => createHmac('sha256', secret).update(id).digest('base64url');
  return {
    of,
    isOf: (id, token) => {
      const [right, given] = [Buffer.from(of(id)), Buffer.from(token)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
