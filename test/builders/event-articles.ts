import type { Fingerprint } from '../../src/core/story.ts';

/** When the first of them may be published; milliseconds since the epoch. */
export const START = Date.UTC(2026, 0, 10);

/** The fingerprint of an article on one of some events, `at` milliseconds after `START`, in words of the event and of all news; the same `text` is a copy. */
export function eventArticle(
  id: string,
  { event, at, text }: { event: number; at: number; text: number },
): Fingerprint {
  const own = Array.from({ length: 12 }, (_, i) => [`e${event}w${(i + text) % 16}`, 1 + (i % 3)] as const);
  const all = Array.from({ length: 8 }, (_, i) => [`news${(i + text + event) % 12}`, 1] as const);
  return {
    articleId: id,
    outletId: `${id}.example`,
    publishedAt: START + at,
    language: 'en',
    signature: Array.from({ length: 128 }, (_, row) => event * 100_000 + text * 1000 + row),
    shingles: 100,
    terms: [...own, ...all],
    names: [1, 2, 3].map((name) => [`name ${event} ${(name + text) % 5}`, name] as const),
    wireCredit: null,
  };
}
