import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { formatDay } from '../format/time.ts';
import { Layout } from './layout.tsx';
import { Paging } from './paging.tsx';
import { FrontTreemap, toldByMany } from './plots/front-treemap.tsx';
import { SectionedStories } from './sectioned-stories.tsx';
import type { Site } from './site.ts';
import { LeadStory, StoryEntry, StoryList } from './story-list.tsx';

/** How the first page is laid out; the reader's choice is in the address (`?view=map`). */
export type FrontView = 'list' | 'map';

/** Stories beside the lead on the first page. */
const BESIDE = 3;
/** Fewer stories of several outlets than this are seen at once in a list. */
const LEAST_TILES = 4;

function ViewChoice({ site, view }: { readonly site: Site; readonly view: FrontView }) {
  const choices: readonly (readonly [FrontView, string, string])[] = [
    ['list', paths.front(), 'As a list'],
    ['map', `${paths.front()}?view=map`, 'By breadth'],
  ];
  return (
    <nav class="view-choice" aria-label="Layout of the front page">
      {choices.map(([name, path, label]) => (
        <a href={site.address.href(path)} aria-current={name === view ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function FirstPage({ site, stories }: { readonly site: Site; readonly stories: readonly StoryCard[] }) {
  const [lead, ...rest] = stories;
  if (lead === undefined) return null;
  const beside = rest.slice(0, BESIDE);
  return (
    <>
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
      <SectionedStories site={site} stories={rest.slice(beside.length)} />
    </>
  );
}

export function FrontPage({
  site,
  stories,
  page,
  view,
  hasNext,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
  readonly page: number;
  readonly view: FrontView;
  readonly hasNext: boolean;
}) {
  const title = page === 1 ? site.name : `Front page, page ${page}`;
  const { newestAt } = site.status;
  const broad = toldByMany(stories);
  const hasChoice = page === 1 && broad.length >= LEAST_TILES;
  return (
    <Layout
      site={site}
      title={title}
      description="The news of many outlets, one page per story, every sentence traceable to its source."
      path={paths.front(page)}
      feed="/index"
    >
      <div class="front">
        <div class="front-head">
          <h1 class="dateline">
            Front page
            {newestAt === null ? null : <span class="dateline-note">as of {formatDay(newestAt)}</span>}
            {page > 1 ? <span class="dateline-note">page {page}</span> : null}
          </h1>
          {hasChoice ? <ViewChoice site={site} view={view} /> : null}
        </div>
        {stories.length === 0 ? (
          <p class="thin">
            There are no stories here yet. They appear as soon as feeds have been polled and articles read.
          </p>
        ) : null}
        {hasChoice && view === 'map' ? (
          <>
            <FrontTreemap site={site} stories={broad} />
            <SectionedStories site={site} stories={stories.filter((story) => !broad.includes(story))} />
          </>
        ) : page === 1 ? (
          <FirstPage site={site} stories={stories} />
        ) : (
          <StoryList site={site} stories={stories} />
        )}
        <Paging site={site} page={page} hasNext={hasNext} link={paths.front} />
      </div>
    </Layout>
  );
}
