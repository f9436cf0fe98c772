import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

/** Shown in place of a page that is not kept in the browser, when the site cannot be reached. */
export function OfflinePage({
  site,
  stories,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
}) {
  const { href } = site.address;
  return (
    <Layout site={site} title="No connection" path="/offline" indexed={false}>
      <div class="single">
        <h1>This page is not kept for reading without a connection</h1>
        <p>
          The site cannot be reached at the moment. What can be read are the edition that was fetched last and
          the stories you saved.
        </p>
        <ul class="plain-list">
          <li>
            <a href={href('/edition')}>Edition of the day</a>
          </li>
          {stories.map(({ slug, headline }) => (
            <li>
              <a href={href(paths.story(slug))}>{headline}</a>
            </li>
          ))}
          <li>
            <a href={href('/reading')}>Saved for later</a>
          </li>
        </ul>
      </div>
    </Layout>
  );
}
