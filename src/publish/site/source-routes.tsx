import { Hono } from 'hono';
import type { FeedOfOutlet } from '../../core/library.ts';
import type { WebDeps } from '../web-deps.ts';
import { Layout } from './layout.tsx';
import { renderPage } from './render-page.ts';
import type { Site, SiteSource } from './site.ts';
import { type SourceFilter, SourceList, sourceFilter } from './source-list.tsx';

const PATH = '/sources';

function SourcesPage({
  site,
  feeds,
  filter,
}: {
  readonly site: Site;
  readonly feeds: readonly FeedOfOutlet[];
  readonly filter: SourceFilter;
}) {
  return (
    <Layout site={site} title="Feeds and their health" path={PATH}>
      <div class="listing">
        <header class="page-head">
          <p class="kicker">
            <a href={site.address.href('/outlets')}>Outlets</a>
          </p>
          <h1>Feeds and their health</h1>
          <p>
            What this site reads, and whether it can. What an outlet does not offer any more is missing from
            the stories. All times are UTC.
          </p>
        </header>
        <SourceList site={site} path={PATH} feeds={feeds} filter={filter} />
      </div>
    </Layout>
  );
}

/** `/sources`: every feed with its health in words. */
export function sourceRoutes({ library }: WebDeps, site: SiteSource): Hono {
  const app = new Hono();
  app.get(PATH, async (c) => {
    const filter = sourceFilter(c.req.query());
    return c.html(
      renderPage(<SourcesPage site={await site()} feeds={await library.feeds()} filter={filter} />),
    );
  });
  return app;
}
