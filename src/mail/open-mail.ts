import type { Clock } from '../core/clock.ts';
import type { Library } from '../core/library.ts';
import type { SubscriptionDesk } from '../core/subscription.ts';
import type { Db } from '../store/store.ts';
import { type DigestReport, type DigestWriter, sendDigests } from './send-digests.ts';
import { createSmtpTransport } from './smtp-transport.ts';
import { createSubscriptionDesk, type SubscriptionWriter } from './subscription-desk.ts';
import { openTokens } from './subscription-tokens.ts';

/** Everything that has to do with mail, where a server is set. */
export interface MailRoom {
  readonly desk: SubscriptionDesk;
  /** Sends the digests that are due now. */
  sendDue(): Promise<DigestReport>;
  /** Null when the server takes mail from us, else what it says against it. */
  check(): Promise<string | null>;
  close(): void;
}

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

export async function openMail(
  { smtpUrl, from }: MailSettings,
  parts: {
    readonly db: Db;
    readonly clock: Clock;
    readonly library: Library;
    readonly writer: DigestWriter & SubscriptionWriter;
  },
): Promise<MailRoom> {
  const transport = createSmtpTransport(smtpUrl, from);
  const tokens = await openTokens(parts.db);
  return {
    desk: createSubscriptionDesk({ ...parts, transport, tokens }),
    sendDue: () => sendDigests({ ...parts, transport, tokens }),
    check: () => transport.check(),
    close: () => transport.close(),
  };
}
