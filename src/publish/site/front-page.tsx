import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { formatDay } from '../format/time.ts';
import { Layout } from './layout.tsx';
import { Paging } from './paging.tsx';
import { SectionedStories } from './sectioned-stories.tsx';
import type { Site } from './site.ts';
import { LeadStory, StoryEntry, StoryList } from './story-list.tsx';

/** Stories beside the lead on the first page. */
const BESIDE = 3;

export function FrontPage({
  site,
  stories,
  page,
  hasNext,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
  readonly page: number;
  readonly hasNext: boolean;
}) {
  const [lead, ...others] = stories;
  const rest = page === 1 ? others : stories;
  const beside = page === 1 ? rest.slice(0, BESIDE) : [];
  const title = page === 1 ? site.name : `Front page, page ${page}`;
  const { newestAt } = site.status;
  return (
    <Layout
      site={site}
      title={title}
      description="The news of many outlets, one page per story, every sentence traceable to its source."
      path={paths.front(page)}
      feed="/index"
    >
      <div class="front">
        <h1 class="dateline">
          Front page
          {newestAt === null ? null : <span class="dateline-note">as of {formatDay(newestAt)}</span>}
          {page > 1 ? <span class="dateline-note">page {page}</span> : null}
        </h1>
        {lead === undefined ? (
          <p class="thin">
            There are no stories here yet. They appear as soon as feeds have been polled and articles read.
          </p>
        ) : null}
        {page === 1 && lead !== undefined ? (
          <div class={beside.length > 0 ? 'top' : 'top top-alone'}>
            <LeadStory site={site} story={lead} />
            {beside.length > 0 ? (
              <div class="beside">
                {beside.map((story) => (
                  <StoryEntry site={site} story={story} />
                ))}
              </div>
            ) : null}
          </div>
        ) : null}
        {page === 1 ? (
          <SectionedStories site={site} stories={rest.slice(beside.length)} />
        ) : (
          <StoryList site={site} stories={rest} />
        )}
        <Paging site={site} page={page} hasNext={hasNext} link={paths.front} />
      </div>
    </Layout>
  );
}
