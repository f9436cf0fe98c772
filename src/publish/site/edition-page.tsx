import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { formatDay, shiftDay } from '../format/time.ts';
import { counted } from '../format/words.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

/** The main stories of one day as an edition that ends. */
export function EditionPage({
  site,
  day,
  stories,
  others,
}: {
  readonly site: Site;
  readonly day: string;
  readonly stories: readonly StoryCard[];
  /** Stories of the day that are not in it. */
  readonly others: number;
}) {
  const { href } = site.address;
  const date = formatDay(Date.parse(`${day}T00:00:00Z`));
  return (
    <Layout
      site={site}
      title={`Edition of ${date}`}
      description={`The main stories of ${date}, each with its sources.`}
      path={paths.edition(day)}
      indexed={stories.length > 0}
    >
      <div class="listing edition">
        <header class="page-head">
          <p class="kicker">
            <span>Edition of the day</span>
          </p>
          <h1>{date}</h1>
          <p class="meta">
            {counted(stories.length, 'story', 'stories')}, most widely reported first.{' '}
            <a rel="prev nofollow" href={href(paths.edition(shiftDay(day, -1)))}>
              The day before
            </a>
          </p>
        </header>
        {stories.length === 0 ? (
          <p class="thin">No article of this day has been read.</p>
        ) : (
          <>
            <StoryList site={site} stories={stories} />
            <footer class="edition-end">
              <p class="lead">You are done.</p>
              <p class="meta">
                These were the main stories of {date}.
                {others > 0 ? (
                  <>
                    {' '}
                    <a href={href(paths.day(day))}>
                      {counted(others, 'further story', 'further stories')} of that day
                    </a>
                    , should you want them.
                  </>
                ) : null}
              </p>
            </footer>
          </>
        )}
      </div>
    </Layout>
  );
}
