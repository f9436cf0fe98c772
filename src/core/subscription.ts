/** What somebody wants by e-mail. */
export interface DigestWish {
  readonly email: string;
  readonly frequency: 'daily' | 'weekly';
  /** Hour of the reader's own day, 0 to 23. */
  readonly hour: number;
  /** ISO weekday, 1 for Monday to 7; of a weekly digest. */
  readonly weekday: number;
  /** IANA name of the reader's time zone. */
  readonly timeZone: string;
  /** Slugs of the topics it is about; none for the edition. */
  readonly topics: readonly string[];
}

/** `pending` until the link in the first mail is followed; `bounced` when the address is refused for good. */
export type SubscriberState = 'pending' | 'active' | 'bounced';

export interface Subscriber extends DigestWish {
  readonly id: string;
  readonly state: SubscriberState;
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  readonly confirmedAt: number | null;
  /** Local day of the last digest; it is never sent twice for one. */
  readonly sentFor: string | null;
  readonly sentAt: number | null;
  /** Attempts that failed in a row, and when the next one is due. */
  readonly failures: number;
  readonly nextTryAt: number;
  readonly lastError: string | null;
}

/** What readers can do about digests; null in place of it where no mail server is set. */
export interface SubscriptionDesk {
  /** Sends the mail that asks whether the wish is meant. `busy` when too many were asked for lately, `failed` when no mail can be sent. */
  ask(wish: DigestWish): Promise<'asked' | 'busy' | 'failed'>;
  /** The subscriber of a link in a mail, changed by nothing. Null when the link is none of ours or has been used up. */
  find(id: string, token: string): Promise<Subscriber | null>;
  confirm(id: string, token: string): Promise<Subscriber | null>;
  /** Forgets the address. True when it was there. */
  leave(id: string, token: string): Promise<boolean>;
}

/** A mail as it is handed to the transport. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Address that ends the subscription by one POST (RFC 8058); null for mails that are no list. */
  readonly unsubscribeUrl: string | null;
}

/** `refused`: the server will never take mail for this address; `failed`: it may later. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'failed'; readonly why: string };

export interface MailTransport {
  send(mail: Mail): Promise<MailOutcome>;
  /** Null when the server takes mail from us, else what it says against it. */
  check(): Promise<string | null>;
  close(): void;
}

/** Links of a mail to one subscriber. */
export interface SubscriptionLinks {
  readonly confirm: string;
  readonly leave: string;
}
