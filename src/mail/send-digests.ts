import type { Clock } from '../core/clock.ts';
import type { Library, StoryCard } from '../core/library.ts';
import type { MailOutcome, MailTransport, Subscriber, SubscriptionLinks } from '../core/subscription.ts';
import type { Db } from '../store/store.ts';
import {
  activeSubscribers,
  claimDigest,
  type DigestOutcome,
  forgetUnconfirmed,
  recordDigest,
} from '../store/subscribers.ts';
import { dueDay } from './digest-due.ts';
import type { SubscriptionTokens } from './subscription-tokens.ts';

const DAY_MS = 86_400_000;
/** A wish that is not confirmed in this time is forgotten. */
const CONFIRM_WITHIN = 7 * DAY_MS;
/** Stories of one digest. */
const DIGEST_STORIES = 12;
/** First pause after a failure, ms; it doubles with each. */
const PAUSE_MS = 15 * 60_000;
/** After so many failures in a row the day's digest is given up. */
const MOST_FAILURES = 6;

/** Writes a digest; publishing knows how it looks. */
export interface DigestWriter {
  digest(
    subscriber: Subscriber,
    stories: readonly StoryCard[],
    links: SubscriptionLinks,
  ): { subject: string; text: string; html: string };
  links(id: string, token: string): SubscriptionLinks;
}

export interface DigestParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly library: Library;
  readonly transport: MailTransport;
  readonly tokens: SubscriptionTokens;
  readonly writer: DigestWriter;
}

export interface DigestReport {
  sent: number;
  /** Nothing new for the subscriber. */
  empty: number;
  refused: number;
  failed: number;
}

/**
 * Sends every digest that is due now. A refused address is written to no more; a failure of the server is tried again
 * later. A digest without a story is not sent.
 */
export async function sendDigests(parts: DigestParts): Promise<DigestReport> {
  const { db, clock } = parts;
  const report: DigestReport = { sent: 0, empty: 0, refused: 0, failed: 0 };
  await forgetUnconfirmed(db, clock.now() - CONFIRM_WITHIN);
  let after = '';
  for (;;) {
    const subscribers = await activeSubscribers(db, clock.now(), after);
    for (const subscriber of subscribers) {
      after = subscriber.id;
      const day = dueDay(subscriber, clock.now());
      if (day === null || !(await claimDigest(db, subscriber, day, clock.now()))) continue;
      report[await sendOne(parts, subscriber, day)] += 1;
    }
    if (subscribers.length === 0) return report;
  }
}

async function sendOne(parts: DigestParts, subscriber: Subscriber, day: string): Promise<keyof DigestReport> {
  const { library, clock, tokens, writer, transport, db } = parts;
  const stories = await digestStories(library, subscriber, clock.now());
  if (stories.length === 0) return 'empty';
  const links = writer.links(subscriber.id, tokens.of(subscriber.id));
  const outcome = await transport.send({
    to: subscriber.email,
    ...writer.digest(subscriber, stories, links),
    unsubscribeUrl: links.leave,
  });
  await recordDigest(db, subscriber.id, digestOutcome(subscriber, outcome, clock.now(), day));
  return outcome.kind;
}

function digestOutcome(
  subscriber: Subscriber,
  outcome: MailOutcome,
  now: number,
  day: string,
): DigestOutcome {
  const done = { state: 'active', sentFor: day, sentAt: now, failures: 0, nextTryAt: 0 } as const;
  if (outcome.kind === 'sent') return { ...done, lastError: null };
  const lastError = outcome.why;
  if (outcome.kind === 'refused') return { ...done, state: 'bounced', lastError };
  const failures = subscriber.failures + 1;
  // Given up for the day; the next day starts anew.
  if (failures >= MOST_FAILURES) return { ...done, lastError };
  const { sentFor, sentAt } = subscriber;
  const nextTryAt = now + PAUSE_MS * 2 ** (failures - 1);
  return { state: 'active', sentFor, sentAt, failures, nextTryAt, lastError };
}

/**
 * The stories of a digest: those with news since the one before, most widely reported first.
 * @returns at most a sitting's worth
 */
async function digestStories(
  library: Library,
  { frequency, topics, sentAt }: Subscriber,
  now: number,
): Promise<readonly StoryCard[]> {
  const span = frequency === 'daily' ? DAY_MS : 7 * DAY_MS;
  const from = Math.max(now - span, sentAt ?? 0);
  const lists =
    topics.length === 0
      ? await Promise.all(daysBetween(from, now).map((day) => library.storiesOfDay(day)))
      : await Promise.all(topics.map(async (slug) => (await library.topic(slug))?.stories ?? []));
  const byId = new Map(lists.flat().map((story) => [story.id, story]));
  return [...byId.values()]
    .filter(({ lastAt }) => lastAt > from && lastAt <= now)
    .sort(
      (a, b) => b.independentOutlets - a.independentOutlets || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1),
    )
    .slice(0, DIGEST_STORIES);
}

function daysBetween(from: number, to: number): string[] {
  const days: string[] = [];
  for (let at = from; at < to + DAY_MS; at += DAY_MS)
    days.push(new Date(Math.min(at, to)).toISOString().slice(0, 10));
  return [...new Set(days)];
}
