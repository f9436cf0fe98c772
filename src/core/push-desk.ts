/** What a hub asks to make sure that a subscription is wanted (W3C WebSub §5.3), or tells when it refuses one (§5.2). */
export interface HubQuestion {
  /** `subscribe`, `unsubscribe` or `denied`. */
  readonly mode: string;
  readonly topic: string;
  readonly challenge: string | null;
  readonly leaseSeconds: number | null;
  /** Why a subscription is denied, in the hub's words. */
  readonly reason: string | null;
}

export interface HubDelivery {
  readonly contentType: string | null;
  readonly body: Uint8Array;
  /** The X-Hub-Signature header: `method=hexadecimal digits`. */
  readonly signature: string | null;
}

/** Where the hubs of feeds are answered. A token is the last part of a callback's address. */
export interface PushDesk {
  /** What is answered to a hub's question: the challenge when it is agreed to, an empty text when it is noted, null when not agreed. */
  answer(token: string, question: HubQuestion): Promise<string | null>;
  /** Takes in what a hub delivers; `unknown` where nothing was subscribed to, `ignored` where it is not the hub's or cannot be read. */
  take(token: string, delivery: HubDelivery): Promise<'taken' | 'ignored' | 'unknown'>;
}
