import type { StoryCard } from '../../core/library.ts';
import { paths } from '../address.ts';
import { formatDay, shiftDay } from '../format/time.ts';
import { counted } from '../format/words.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

/** The stories of one UTC day, with ways to the days around it. */
export function DayPage({
  site,
  day,
  stories,
}: {
  readonly site: Site;
  readonly day: string;
  readonly stories: readonly StoryCard[];
}) {
  const { href } = site.address;
  const title = formatDay(Date.parse(`${day}T00:00:00Z`));
  const next = shiftDay(day, 1);
  const path = paths.day(day);
  return (
    <Layout site={site} title={title} path={path} feed={path} indexed={stories.length > 0}>
      <div class="listing">
        <header class="page-head">
          <p class="kicker">
            <span>By day</span>
          </p>
          <h1>{title}</h1>
          <p class="meta">{counted(stories.length, 'story', 'stories')}</p>
          <nav class="paging" aria-label="Days">
            <a rel="prev nofollow" href={href(paths.day(shiftDay(day, -1)))}>
              Day before
            </a>
            {next <= site.today ? (
              <a rel="next nofollow" href={href(paths.day(next))}>
                Day after
              </a>
            ) : (
              <span></span>
            )}
          </nav>
        </header>
        {stories.length === 0 ? (
          <p class="thin">No article of this day has been read.</p>
        ) : (
          <StoryList site={site} stories={stories} />
        )}
      </div>
    </Layout>
  );
}
