import type { Clock } from '../core/clock.ts';
import { stableId } from '../core/hash.ts';
import type {
  DigestWish,
  MailTransport,
  Subscriber,
  SubscriptionDesk,
  SubscriptionLinks,
} from '../core/subscription.ts';
import type { Db } from '../store/store.ts';
import { confirmSubscriber, forgetSubscriber, saveWish, subscriberById } from '../store/subscribers.ts';
import type { SubscriptionTokens } from './subscription-tokens.ts';

const HOUR_MS = 3_600_000;
/** Mails asked for by forms, an hour: a form must not become a means to flood others. */
const ASKED_PER_HOUR = 60;
/** One address is written to at most once in this time, ms. */
const PAUSE_PER_ADDRESS = 10 * 60_000;

/** Writes the mails of the desk; publishing knows how they look and where links lead. */
export interface SubscriptionWriter {
  /** Asks whether a wish is meant; tells a confirmed subscriber that it stands already. */
  opening(subscriber: Subscriber, links: SubscriptionLinks): { subject: string; text: string; html: string };
  links(id: string, token: string): SubscriptionLinks;
}

interface DeskParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly transport: MailTransport;
  readonly tokens: SubscriptionTokens;
  readonly writer: SubscriptionWriter;
}

/** Sign-up by double opt-in: nothing is sent to an address but one question until its owner has answered it. */
export function createSubscriptionDesk({
  db,
  clock,
  transport,
  tokens,
  writer,
}: DeskParts): SubscriptionDesk {
  const asked: { at: number; id: string }[] = [];
  const isBusy = (id: string, now: number) => {
    while ((asked[0]?.at ?? now) < now - HOUR_MS) asked.shift();
    const isRepeated = asked.some((one) => one.id === id && one.at > now - PAUSE_PER_ADDRESS);
    return isRepeated || asked.length >= ASKED_PER_HOUR;
  };
  const find = async (id: string, token: string) =>
    tokens.isOf(id, token) ? await subscriberById(db, id) : null;
  return {
    find,
    async ask(wish: DigestWish) {
      const now = clock.now();
      const id = stableId(`subscriber\n${wish.email.toLowerCase()}`);
      if (isBusy(id, now)) return 'busy';
      asked.push({ at: now, id });
      await saveWish(db, id, wish, now);
      const subscriber = await subscriberById(db, id);
      if (subscriber === null) return 'failed';
      const links = writer.links(id, tokens.of(id));
      const outcome = await transport.send({
        to: wish.email,
        ...writer.opening(subscriber, links),
        unsubscribeUrl: null,
      });
      return outcome.kind === 'sent' ? 'asked' : 'failed';
    },
    confirm: async (id, token) =>
      tokens.isOf(id, token) ? await confirmSubscriber(db, id, clock.now()) : null,
    leave: async (id, token) => tokens.isOf(id, token) && (await forgetSubscriber(db, id)),
  };
}
