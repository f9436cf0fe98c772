import type { MediaNs } from 'feedsmith';
import { httpUrl } from './feed-fields.ts';

interface Picture {
  readonly url: string | null;
  readonly width: number;
}

interface Enclosure {
  readonly url?: string;
  readonly type?: string;
}

/** The picture of an entry: the widest of its Media RSS pictures, else an enclosed picture, else null. */
export function imageOf(
  media: MediaNs.ItemOrFeed | undefined,
  enclosures: readonly Enclosure[],
  base: string,
): string | null {
  const groups = media?.groups ?? [];
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
  const thumbnails = [media, ...groups, ...contents].flatMap((holder) => holder?.thumbnails ?? []);
  const pictures: Picture[] = [
    ...contents.filter(isPicture).map(({ url, width }) => ({ url: httpUrl(url, base), width: width ?? 0 })),
    ...thumbnails.map(({ url, width }) => ({ url: httpUrl(url, base), width: width ?? 0 })),
    ...enclosures.filter(isPicture).map(({ url }) => ({ url: httpUrl(url, base), width: 0 })),
  ];
  const usable = pictures.filter((picture) => picture.url !== null);
  // Of equally wide ones the first: contents stand before thumbnails, and these before enclosures.
  return usable.reduce<Picture>(
    (best, next) => (best.url === null || next.width > best.width ? next : best),
    {
      url: null,
      width: 0,
    },
  ).url;
}

function isPicture(file: {
  readonly url?: string;
  readonly type?: string;
  readonly medium?: string;
}): boolean {
  if (file.medium !== undefined) return file.medium === 'image';
  if (file.type !== undefined) return file.type.startsWith('image/');
  return /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(file.url ?? '');
}
