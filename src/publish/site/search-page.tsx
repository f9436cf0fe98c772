import type { SearchResult } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import { paths } from '../address.ts';
import { counted } from '../format/words.ts';
import { ArticleList } from './article-list.tsx';
import { Layout } from './layout.tsx';
import { Paging } from './paging.tsx';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

/** What the reader asked for, as typed. */
export interface SearchForm {
  readonly text: string;
  readonly outletId: string;
  /** ISO days, or empty. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

interface SearchPageProps {
  readonly site: Site;
  readonly form: SearchForm;
  readonly outlets: readonly Outlet[];
  /** Null before anything was asked. */
  readonly result: SearchResult | null;
  readonly hasNext: boolean;
}

/** The search as query parameters, without what is empty. */
function searchQuery(form: SearchForm, page: number): Record<string, string> {
  const entries = { q: form.text, outlet: form.outletId, from: form.from, to: form.to };
  const filled = Object.entries(entries).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...(page > 1 ? { page: String(page) } : {}) };
}

function SearchFields({ site, form, outlets }: SearchPageProps) {
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

function Results({ site, result }: { readonly site: Site; readonly result: SearchResult }) {
  if (result.total === 0) {
    return <p class="thin">No article has these words. Fewer or more general words may find more.</p>;
  }
  return (
    <>
      <p class="facts">{counted(result.total, 'article')} found</p>
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
        {result === null ? null : <Results site={site} result={result} />}
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
