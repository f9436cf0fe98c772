import type { FullLibrary, MadeVersion, NamedVersion } from '../../../core/listings.ts';

/** Told of versions in the order in which they were made. */
export type VersionListener = (versions: readonly NamedVersion[]) => void;

/** Watches the store for new versions of stories, once for all who want to know. */
export interface VersionFeed {
  /** Resolves when everything made from now on will be told; then `stop` ends it. */
  subscribe(listener: VersionListener): Promise<() => void>;
  /** Looks once; called by a timer while somebody listens. */
  look(): Promise<void>;
  /** What was made after this version, oldest first; null when it is more than anybody should be sent. */
  since(last: MadeVersion): Promise<readonly NamedVersion[] | null>;
}

/** Versions that one look or one catching up reads at most. */
const MOST = 2_000;

const keyOf = ({ storyId, version }: MadeVersion): string => `${version} ${storyId}`;

/** Order of versions: by time, then by story and number, as the store gives them. */
function isAfter(one: MadeVersion, last: MadeVersion): boolean {
  if (one.madeAt !== last.madeAt) return one.madeAt > last.madeAt;
  return one.storyId === last.storyId ? one.version > last.version : one.storyId > last.storyId;
}

/**
 * A version carries the start of the round that made it, so further ones of the same time may follow those already seen: each look
 * reads from the newest time known and leaves out what was told. The store is asked because the process that makes versions may be
 * another one, on another machine.
 */
export function createVersionFeed(
  library: FullLibrary,
  everyMs: number,
  report: (error: unknown) => void,
): VersionFeed {
  const listeners = new Set<VersionListener>();
  let timer: NodeJS.Timeout | null = null;
  let newestAt = 0;
  let told = new Set<string>();
  let looking: Promise<void> | null = null;

  async function begin(): Promise<void> {
    newestAt = (await library.newestVersionAt()) ?? 0;
    told = new Set((await library.versionsSince(newestAt, MOST)).map(keyOf));
  }

  async function lookNow(): Promise<void> {
    const made = await library.versionsSince(newestAt, MOST);
    const fresh = made.filter((version) => !told.has(keyOf(version)));
    const latest = made.at(-1)?.madeAt ?? newestAt;
    if (latest > newestAt) told = new Set();
    newestAt = latest;
    for (const version of made) if (version.madeAt === newestAt) told.add(keyOf(version));
    if (fresh.length === 0) return;
    const named = await library.nameVersions(fresh);
    if (named.length > 0) for (const listener of listeners) listener(named);
  }

  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    return looking;
  }

  return {
    look,
    async subscribe(listener) {
      if (listeners.size === 0) await begin();
      listeners.add(listener);
      timer ??= setInterval(() => look().catch(report), everyMs).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
    async since(last) {
      const made = await library.versionsSince(last.madeAt, MOST);
      if (made.length === MOST) return null;
      return await library.nameVersions(made.filter((version) => isAfter(version, last)));
    },
  };
}
