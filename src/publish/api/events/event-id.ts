import type { MadeVersion } from '../../../core/listings.ts';

/** A version as the identifier of its event. */
export function eventId({ madeAt, version, storyId }: MadeVersion): string {
  return `${madeAt}-${version}-${storyId}`;
}

/** The version of a `Last-Event-ID`; null for anything else. */
export function parseEventId(text: string | undefined): MadeVersion | null {
  const parts = /^(\d{1,15})-(\d{1,7})-(\S{1,100})$/.exec(text ?? '');
  const [, madeAt, version, storyId] = parts ?? [];
  return storyId === undefined ? null : { madeAt: Number(madeAt), version: Number(version), storyId };
}
