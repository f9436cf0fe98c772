import type { Outlet } from '../../core/outlet.ts';
import { paths } from '../address.ts';
import type { OutletComparison, SharedStory } from '../compare/compare-outlets.ts';
import { counted } from '../format/words.ts';
import { Layout } from './layout.tsx';
import { OutletLink, outletFacts } from './outlet-name.tsx';
import type { Site } from './site.ts';

export interface ComparePageProps {
  readonly site: Site;
  readonly outlets: readonly Outlet[];
  /** Null while two have not been chosen. */
  readonly compared: { readonly pair: readonly [Outlet, Outlet]; readonly result: OutletComparison } | null;
}

function Chooser({ site, outlets, compared }: ComparePageProps) {
  const select = (name: 'a' | 'b', label: string, chosen: string | undefined) => (
    <p class="field grow">
      <label for={`outlet-${name}`}>{label}</label>
      <select id={`outlet-${name}`} name={name}>
        {outlets.map(({ id, name: outletName }) => (
          <option value={id} selected={id === chosen}>
            {outletName}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form class="search-form" action={site.address.href('/compare')} method="get">
      {select('a', 'One outlet', compared?.pair[0].id)}
      {select('b', 'Another', compared?.pair[1].id ?? outlets[1]?.id)}
      <button type="submit">Compare</button>
    </form>
  );
}

function StoryRow({ site, story }: { readonly site: Site; readonly story: SharedStory }) {
  const { href } = site.address;
  return (
    <tr>
      <th scope="row">
        <a href={href(paths.story(story.slug))}>{story.headline}</a>
      </th>
      {story.headlines.map((headline, side) => (
        <td>
          <a href={href(paths.article(story.articleIds[side] ?? ''))}>{headline}</a>
        </td>
      ))}
      <td class="number">{story.both}</td>
      <td class="number">{story.onlyFirst}</td>
      <td class="number">{story.onlySecond}</td>
    </tr>
  );
}

function Comparison({
  site,
  pair: [a, b],
  result,
}: { readonly site: Site } & NonNullable<ComparePageProps['compared']>) {
  const { stories } = result;
  if (stories.length === 0)
    return (
      <p class="thin">
        Of the newest stories of {a.name} and {b.name} none is told by both, so there is nothing to compare.
      </p>
    );
  return (
    <>
      <p class="summary">
        In the {counted(stories.length, 'newest story', 'newest stories')} that both tell,{' '}
        {counted(result.both, 'fact')} {result.both === 1 ? 'is' : 'are'} in both, {result.onlyFirst} only in{' '}
        {a.name}, {result.onlySecond} only in {b.name}. Of all outlets of these stories, {a.name} had{' '}
        {counted(result.first[0], 'fact')} first and {b.name} {result.first[1]}.
      </p>
      <p class="facts">
        {[a, b].map((outlet, index) => (
          <>
            {index > 0 ? ' · ' : null}
            <OutletLink site={site} outlet={outlet} />
            {outletFacts(outlet) === '' ? null : `, ${outletFacts(outlet)}`}
          </>
        ))}
      </p>
      <section class="scroll" aria-label="Stories of both" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Story</th>
              <th scope="col">{a.name}</th>
              <th scope="col">{b.name}</th>
              <th scope="col">Facts in both</th>
              <th scope="col">only in {a.name}</th>
              <th scope="col">only in {b.name}</th>
            </tr>
          </thead>
          <tbody>
            {stories.map((story) => (
              <StoryRow site={site} story={story} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="method">
        Facts are those of the stories’ tables, which two and more outlets carry or one has first. An outlet
        that says a part of a fact is not said to leave it out. A fact told in quite other words can be
        missed.
      </p>
    </>
  );
}

/** Two outlets side by side over the stories that both tell. */
export function ComparePage(props: ComparePageProps) {
  const { site, compared } = props;
  const title =
    compared === null ? 'Compare two outlets' : compared.pair.map(({ name }) => name).join(' and ');
  return (
    <Layout site={site} title={title} path="/compare" indexed={false}>
      <div class="listing">
        <header class="page-head">
          <p class="kicker">
            <a href={site.address.href('/outlets')}>Outlets</a>
          </p>
          <h1>{title}</h1>
          <Chooser {...props} />
        </header>
        {compared === null ? null : <Comparison site={site} {...compared} />}
      </div>
    </Layout>
  );
}
