import type { Child } from 'hono/jsx';
import type { FeedOfOutlet } from '../../core/library.ts';
import { paths } from '../address.ts';
import { byAttention, feedHealthSentence, type HealthWords } from '../format/feed-health.ts';
import { capitalised, countryName } from '../format/words.ts';
import type { Site } from './site.ts';

/** Which feeds are shown: of outlets with these letters in their name or domain, of this country. */
export interface SourceFilter {
  readonly outlet: string;
  readonly country: string;
}

export function sourceFilter(query: Readonly<Record<string, string>>): SourceFilter {
  return {
    outlet: (query.outlet ?? '').trim().slice(0, 100),
    country: (query.country ?? '').slice(0, 2).toUpperCase(),
  };
}

function isShown({ outlet, country }: SourceFilter, { feed, outlet: own }: FeedOfOutlet): boolean {
  const wanted = outlet.toLowerCase();
  const isNamed = [own.name, own.id, feed.url].some((text) => text.toLowerCase().includes(wanted));
  return isNamed && (country === '' || own.country === country);
}

function FilterForm({
  site,
  path,
  filter,
  feeds,
}: {
  readonly site: Site;
  readonly path: string;
  readonly filter: SourceFilter;
  readonly feeds: readonly FeedOfOutlet[];
}) {
  const codes = [...new Set(feeds.flatMap(({ outlet }) => outlet.country ?? []))];
  const countries = codes
    .map((code) => [code, countryName(code)] as const)
    .sort((a, b) => a[1].localeCompare(b[1], 'en'));
  return (
    <form class="search-form" action={site.address.href(path)} method="get">
      <p class="field grow">
        <label for="outlet">Outlet or address</label>
        <input id="outlet" name="outlet" type="search" value={filter.outlet} maxlength={100} />
      </p>
      <p class="field">
        <label for="country">Country</label>
        <select id="country" name="country">
          <option value="">all</option>
          {countries.map(([code, name]) => (
            <option value={code} selected={code === filter.country}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">Show</button>
    </form>
  );
}

function Source({
  site,
  one: { feed, outlet, health },
  children,
}: {
  readonly site: Site;
  readonly one: FeedOfOutlet & { readonly health: HealthWords };
  readonly children?: Child;
}) {
  const isBad = health.condition === 'failing' || health.condition === 'gone';
  return (
    <li class="source">
      <p class="source-outlet">
        <a href={site.address.href(paths.outlet(outlet.id))}>{outlet.name}</a>
        {outlet.country === null ? null : <small>{countryName(outlet.country)}</small>}
      </p>
      <div>
        <p class={isBad ? 'source-state flag' : 'source-state'}>{capitalised(health.words)}.</p>
        <p class="source-feed">
          {feed.title === null || feed.title === outlet.name ? null : `${feed.title} · `}
          {feed.url}
        </p>
        {children}
      </div>
    </li>
  );
}

/** Feeds with their health in words, those that need attention first; `actions` is what can be done to one. */
export function SourceList({
  site,
  path,
  feeds,
  filter,
  actions,
}: {
  readonly site: Site;
  readonly path: string;
  readonly feeds: readonly FeedOfOutlet[];
  readonly filter: SourceFilter;
  readonly actions?: (one: FeedOfOutlet & { readonly health: HealthWords }) => Child;
}) {
  const all = byAttention(feeds, site.now);
  const shown = all.filter((one) => isShown(filter, one));
  const isNarrowed = shown.length < all.length;
  return (
    <>
      <p class="summary">{feedHealthSentence(all.map(({ health }) => health))}</p>
      <FilterForm site={site} path={path} filter={filter} feeds={feeds} />
      {isNarrowed ? (
        <p class="meta source-shown" role="status">
          Shown: {feedHealthSentence(shown.map(({ health }) => health))}
        </p>
      ) : null}
      <ul class="sources">
        {shown.map((one) => (
          <Source site={site} one={one}>
            {actions?.(one)}
          </Source>
        ))}
      </ul>
    </>
  );
}
