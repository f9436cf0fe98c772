import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../../test/builders/library-builder.ts';
import type { NamedVersion } from '../../../core/listings.ts';
import { eventId, parseEventId } from './event-id.ts';
import { createVersionFeed } from './version-feed.ts';

const made = (storyId: string, version: number, madeAt: number): NamedVersion => ({
  storyId,
  version,
  madeAt,
  slug: storyId,
  headline: storyId,
});

function open(versions: NamedVersion[]) {
  const faults: unknown[] = [];
  // Looks are made by hand; the timer of an hour never comes.
  const feed = createVersionFeed(buildLibrary({ versions }), 3_600_000, (error) => faults.push(error));
  const told: string[] = [];
  const listen = () =>
    feed.subscribe((list) => told.push(...list.map((one) => `${one.storyId}${one.version}`)));
  return { feed, told, listen };
}

describe('the feed of versions', () => {
  it('tells each new version once, also those of a time that was seen before', async () => {
    const versions = [made('a', 1, 10)];
    const { feed, told, listen } = open(versions);
    const stop = await listen();
    await feed.look();
    expect(told).toEqual([]);
    versions.push(made('b', 1, 10), made('c', 1, 20));
    await feed.look();
    versions.push(made('d', 1, 20));
    await feed.look();
    await feed.look();
    expect(told).toEqual(['b1', 'c1', 'd1']);
    stop();
  });

  it('begins anew when nobody listened for a while', async () => {
    const versions = [made('a', 1, 10)];
    const { feed, told, listen } = open(versions);
    (await listen())();
    versions.push(made('b', 1, 20));
    const stop = await listen();
    await feed.look();
    versions.push(made('b', 2, 30));
    await feed.look();
    expect(told).toEqual(['b2']);
    stop();
  });

  it('begins with the first version of an empty base', async () => {
    const versions: NamedVersion[] = [];
    const { feed, told, listen } = open(versions);
    const stop = await listen();
    versions.push(made('a', 1, 5));
    await feed.look();
    expect(told).toEqual(['a1']);
    stop();
  });
});

describe('event ids', () => {
  it('name a version', () => {
    const version = made('s-a-b', 3, 1_700_000_000_000);
    expect(parseEventId(eventId(version))).toEqual({
      storyId: 's-a-b',
      version: 3,
      madeAt: 1_700_000_000_000,
    });
  });

  it.each(['', 'x', '1-2', '1-x-s', '-1-1-s', `1-1-${'s'.repeat(200)}`, '1-1-a b'])('are not %j', (text) => {
    expect(parseEventId(text)).toBeNull();
  });
});
