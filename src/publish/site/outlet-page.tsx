import type { FeedHealth, OutletPage as OutletPageData } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import { paths } from '../address.ts';
import { feedHealth } from '../format/feed-health.ts';
import { webLink } from '../format/web-link.ts';
import { counted, countryName, languageName } from '../format/words.ts';
import { ArticleList } from './article-list.tsx';
import { Layout } from './layout.tsx';
import { Moment } from './moment.tsx';
import { OutletLeavesOut } from './outlet-leaves-out.tsx';
import { kindName, outletFacts } from './outlet-name.tsx';
import { CountryFigure } from './plots/country-plot.tsx';
import { OutletToneFigure } from './plots/outlet-tone-plot.tsx';
import type { Site } from './site.ts';
import { LongStoryList } from './story-list.tsx';

/** Facts about an outlet, those that are known. */
function OutletFacts({ page }: { readonly page: OutletPageData }) {
  const { outlet, articleCount } = page;
  const home = webLink(outlet.homeUrl);
  const facts: readonly (readonly [string, string | null])[] = [
    ['Kind', outlet.kind === null ? null : kindName(outlet.kind)],
    ['Country', outlet.country === null ? null : countryName(outlet.country)],
    ['Language', outlet.language === null ? null : languageName(outlet.language)],
    ['Owner', outlet.owner],
    ['Articles here', articleCount.toLocaleString('en-GB')],
  ];
  return (
    <dl class="fact-list">
      {facts.map(([term, value]) =>
        value === null ? null : (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {home === null ? null : (
        <div>
          <dt>Site</dt>
          <dd>
            <a href={home} rel="noopener">
              {outlet.id}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function FeedRow({ feed, now }: { readonly feed: FeedHealth; readonly now: number }) {
  const { condition, words } = feedHealth(feed, now);
  return (
    <tr>
      <th scope="row">{feed.url}</th>
      <td>{feed.lastPolledAt === null ? 'never' : <Moment at={feed.lastPolledAt} />}</td>
      <td>{condition === 'failing' || condition === 'gone' ? <span class="flag">{words}</span> : words}</td>
    </tr>
  );
}

export function OutletPage({ site, page }: { readonly site: Site; readonly page: OutletPageData }) {
  const { outlet, feeds, stories, recent, tones, articleCount } = page;
  const path = paths.outlet(outlet.id);
  return (
    <Layout site={site} title={outlet.name} description={outletFacts(outlet)} path={path} feed={path}>
      <div class="listing">
        <header class="page-head" data-named="outlet" data-id={outlet.id} data-name={outlet.name}>
          <p class="kicker">
            <a href={site.address.href('/outlets')}>Outlets</a>
          </p>
          <h1>{outlet.name}</h1>
          <OutletFacts page={page} />
        </header>
        {stories.length === 0 ? null : (
          <section aria-labelledby="stories-heading">
            <h2 class="list-heading" id="stories-heading">
              Stories it takes part in
            </h2>
            <LongStoryList site={site} stories={stories} level={3} />
          </section>
        )}
        {articleCount === 0 ? null : (
          <section aria-labelledby="tone-heading">
            <h2 class="list-heading" id="tone-heading">
              Its tone
            </h2>
            <OutletToneFigure site={site} tones={tones} />
          </section>
        )}
        {articleCount === 0 ? null : (
          <section aria-labelledby="leaves-out-heading">
            <h2 class="list-heading" id="leaves-out-heading">
              What it leaves out
            </h2>
            <OutletLeavesOut site={site} page={page} />
          </section>
        )}
        {recent.length === 0 ? null : (
          <section aria-labelledby="recent-heading">
            <h2 class="list-heading" id="recent-heading">
              Recent articles
            </h2>
            <ArticleList site={site} articles={recent} />
          </section>
        )}
        {feeds.length === 0 ? null : (
          <section aria-labelledby="feeds-heading">
            <h2 class="list-heading" id="feeds-heading">
              Feeds and their health
            </h2>
            <section class="scroll" aria-label="Feeds" tabindex={0}>
              <table class="feeds">
                <thead>
                  <tr>
                    <th scope="col">Feed</th>
                    <th scope="col">Last polled</th>
                    <th scope="col">State</th>
                  </tr>
                </thead>
                <tbody>
                  {feeds.map((feed) => (
                    <FeedRow feed={feed} now={site.now} />
                  ))}
                </tbody>
              </table>
            </section>
          </section>
        )}
      </div>
    </Layout>
  );
}

/** All outlets by country. */
export function OutletsPage({
  site,
  outlets,
}: {
  readonly site: Site;
  readonly outlets: readonly (Outlet & { readonly articleCount: number })[];
}) {
  const countries = Map.groupBy(outlets, ({ country }) =>
    country === null ? 'Country not known' : countryName(country),
  );
  const known = new Set(outlets.flatMap(({ country }) => country ?? [])).size;
  const sorted = [...countries].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return (
    <Layout site={site} title="Outlets" path="/outlets">
      <div class="listing">
        <header class="page-head">
          <h1>Outlets</h1>
          <p class="meta">
            <a href={site.address.href('/compare')}>Compare two outlets</a> ·{' '}
            <a href={site.address.href('/sources')}>Feeds and their health</a>
          </p>
          <p class="summary">
            {counted(outlets.length, 'outlet')}
            {known > 0 ? ` of ${counted(known, 'country', 'countries')}` : ''}. Country, kind and owner are
            facts about a publisher; this site rates nobody.
          </p>
        </header>
        <CountryFigure outlets={outlets} />
        <div class="columns">
          {sorted.map(([country, entries]) => (
            <section class="country">
              <h2>{country}</h2>
              <ul>
                {entries.map((outlet) => (
                  <li>
                    <a href={site.address.href(paths.outlet(outlet.id))}>{outlet.name}</a>{' '}
                    <small>
                      {outlet.kind === null ? null : `${kindName(outlet.kind)}, `}
                      {counted(outlet.articleCount, 'article')}
                    </small>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Layout>
  );
}
