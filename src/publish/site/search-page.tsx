import type { SearchResult } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import { SECTIONS } from '../../core/section.ts';
import { paths } from '../address.ts';
import { SECTION_NAMES } from '../format/section-names.ts';
import { counted } from '../format/words.ts';
import { ArticleList } from './article-list.tsx';
import { Layout } from './layout.tsx';
import { Paging } from './paging.tsx';
import { type SearchForm, searchQuery } from './search-form.ts';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

interface SearchPageProps {
  readonly site: Site;
  readonly form: SearchForm;
  readonly outlets: readonly Outlet[];
  /** Title of the topic that is asked for; null when none is, or none has this slug. */
  readonly topicTitle: string | null;
  /** Null before anything was asked. */
  readonly result: SearchResult | null;
  readonly hasNext: boolean;
}

/** The topic that the search is on, with the way to drop it. */
function ChosenTopic({ site, form, topicTitle }: SearchPageProps) {
  if (form.topicSlug === '') return null;
  const without = paths.search(searchQuery({ ...form, topicSlug: '' }, 1));
  return (
    <p class="field">
      <span class="field-name">Topic</span>
      <span class="chosen">
        {topicTitle ?? form.topicSlug}
        <input type="hidden" name="topic" value={form.topicSlug} />
        <a href={site.address.href(without)}>any topic</a>
      </span>
    </p>
  );
}

function SearchFields(props: SearchPageProps) {
  const { site, form, outlets } = props;
  return (
    <form class="search-form" action={site.address.href('/search')} method="get">
      <p class="field grow">
        <label for="words">Words</label>
        <input id="words" type="search" name="q" value={form.text} required />
      </p>
      <p class="field">
        <label for="outlet">Outlet</label>
        <select id="outlet" name="outlet">
          <option value="">all</option>
          {outlets.map((outlet) => (
            <option value={outlet.id} selected={outlet.id === form.outletId}>
              {outlet.name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="section">Section</label>
        <select id="section" name="section">
          <option value="">all</option>
          {SECTIONS.map((section) => (
            <option value={section} selected={section === form.section}>
              {SECTION_NAMES[section]}
            </option>
          ))}
        </select>
      </p>
      <ChosenTopic {...props} />
      <p class="field">
        <label for="from">From</label>
        <input id="from" type="date" name="from" value={form.from} />
      </p>
      <p class="field">
        <label for="to">To</label>
        <input id="to" type="date" name="to" value={form.to} />
      </p>
      <button type="submit">Search</button>
    </form>
  );
}

/** How many topics of what was found are offered to narrow it by. */
const OFFERED_TOPICS = 8;

/** The topics that most of the found stories have, for one of which the same can be searched. */
function narrowingTopics({ stories }: SearchResult, chosen: string) {
  const counts = new Map<string, { readonly slug: string; readonly title: string; stories: number }>();
  for (const story of stories)
    for (const { slug, title } of story.topics) {
      const counted = counts.get(slug) ?? { slug, title, stories: 0 };
      counted.stories++;
      counts.set(slug, counted);
    }
  return [...counts.values()]
    .filter(({ slug }) => slug !== chosen)
    .sort((a, b) => b.stories - a.stories || (a.title < b.title ? -1 : 1))
    .slice(0, OFFERED_TOPICS);
}

function NarrowByTopic({ site, form, result }: ResultsProps) {
  const topics = narrowingTopics(result, form.topicSlug);
  if (topics.length === 0) return null;
  return (
    <nav aria-label="Narrow by topic">
      <p class="facts narrow">
        <span>Only on</span>
        {topics.map(({ slug, title }) => (
          <a href={site.address.href(paths.search(searchQuery({ ...form, topicSlug: slug }, 1)))}>{title}</a>
        ))}
      </p>
    </nav>
  );
}

interface ResultsProps {
  readonly site: Site;
  readonly form: SearchForm;
  readonly result: SearchResult;
}

/** What may be given up to find more. */
function nothingFound({ outletId, topicSlug, section, from, to }: SearchForm): string {
  return [outletId, topicSlug, section, from, to].some((filter) => filter !== '')
    ? 'No article has these words within these limits. Without the limits, or with more general words, there may be some.'
    : 'No article has these words. Fewer or more general words may find more.';
}

function Results(props: ResultsProps) {
  const { site, form, result } = props;
  if (result.total === 0) return <p class="thin">{nothingFound(form)}</p>;
  return (
    <>
      <p class="facts">{counted(result.total, 'article')} found</p>
      <NarrowByTopic {...props} />
      {result.stories.length === 0 ? null : (
        <section aria-labelledby="stories-heading">
          <h2 class="list-heading" id="stories-heading">
            Stories
          </h2>
          <StoryList site={site} stories={result.stories} level={3} />
        </section>
      )}
      {result.articles.length === 0 ? null : (
        <section aria-labelledby="articles-heading">
          <h2 class="list-heading" id="articles-heading">
            Articles
          </h2>
          <ArticleList site={site} articles={result.articles} />
        </section>
      )}
    </>
  );
}

export function SearchPage(props: SearchPageProps) {
  const { site, form, result, hasNext } = props;
  const feed =
    form.text === '' ? {} : { feed: '/search', feedQuery: `?${new URLSearchParams(searchQuery(form, 1))}` };
  return (
    <Layout
      site={site}
      title={form.text === '' ? 'Search' : `Search: ${form.text}`}
      path={paths.search(searchQuery(form, form.page))}
      query={form.text}
      indexed={false}
      {...feed}
    >
      <div class="listing">
        <header class="page-head">
          <h1>Search</h1>
          <SearchFields {...props} />
        </header>
        {result === null ? null : <Results site={site} form={form} result={result} />}
        <Paging
          site={site}
          page={form.page}
          hasNext={hasNext}
          link={(page) => paths.search(searchQuery(form, page))}
        />
      </div>
    </Layout>
  );
}
