import { SHARE_SIZE } from '../../share/share-card.ts';
import type { Site } from '../site.ts';

/** What a page of a story adds to its Open Graph data. */
export interface SharedStory {
  /** Address of its picture; null when there is none. */
  readonly picture: string | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly modifiedAt: string;
  readonly section: string | null;
}

/** Open Graph (ogp.me) and the card that goes with it: how other sites show a link to this page. */
export function OpenGraph({
  site,
  title,
  description,
  path,
  story,
}: {
  readonly site: Site;
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly path: string;
  readonly story?: SharedStory | undefined;
}) {
  const properties: readonly (readonly [string, string | null | undefined])[] = [
    ['og:type', story === undefined ? 'website' : 'article'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', site.address.absolute(path)],
    ['og:site_name', site.name],
    ['article:published_time', story?.publishedAt],
    ['article:modified_time', story?.modifiedAt],
    ['article:section', story?.section],
  ];
  const picture = story?.picture ?? null;
  return (
    <>
      {properties.map(([property, content]) =>
        content ? <meta property={property} content={content} /> : null,
      )}
      {picture === null ? null : (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(SHARE_SIZE.width)} />
          <meta property="og:image:height" content={String(SHARE_SIZE.height)} />
          <meta property="og:image:alt" content={title} />
        </>
      )}
      <meta name="twitter:card" content={picture === null ? 'summary' : 'summary_large_image'} />
    </>
  );
}
