import type { TopicPicture } from '../../core/topic.ts';
import { paths } from '../address.ts';
import { webLink } from '../format/web-link.ts';
import type { Site } from './site.ts';
import { Licence } from './topic-source.tsx';

/** A topic's picture, served from here, with whoever made it, its licence and the page it comes from. */
export function TopicImage({
  site,
  picture,
  title,
}: {
  readonly site: Site;
  readonly picture: TopicPicture;
  readonly title: string;
}) {
  const { id, width, height, credit, licence, licenceUrl, pageUrl } = picture;
  const link = webLink(pageUrl);
  const name = credit ?? 'Wikimedia Commons';
  return (
    <figure class="topic-image">
      <img
        src={site.address.href(paths.picture(id))}
        width={width}
        height={height}
        alt={title}
        loading="lazy"
        decoding="async"
      />
      <figcaption class="facts">
        Picture:{' '}
        {link === null ? (
          name
        ) : (
          <a href={link} rel="noopener">
            {name}
          </a>
        )}
        , <Licence name={licence} url={licenceUrl} />
      </figcaption>
    </figure>
  );
}
