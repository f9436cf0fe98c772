import type { StoryCard } from '../../core/library.ts';
import type { Topic } from '../../core/topic.ts';
import { paths } from '../address.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

/** Newest stories of the topics that the address names: a followed selection is a link, and needs no account. */
export function FollowingPage({
  site,
  topics,
  stories,
}: {
  readonly site: Site;
  readonly topics: readonly Topic[];
  readonly stories: readonly StoryCard[];
}) {
  const { href } = site.address;
  return (
    <Layout site={site} title="Followed topics" path="/following" indexed={false}>
      <div class="listing">
        <header class="page-head">
          <h1>Followed topics</h1>
          {topics.length === 0 ? (
            <p class="summary">
              A topic’s page has the button to follow it. What you follow is kept in your browser; this page
              shows the newest stories of the topics in its address, which you may also bookmark.
            </p>
          ) : (
            <p class="meta">
              {topics.map(({ slug, title }, index) => (
                <>
                  {index > 0 ? ' · ' : null}
                  <a href={href(paths.topic(slug))}>{title}</a>
                </>
              ))}
            </p>
          )}
          {topics.length > 0 && site.hasMail ? (
            <p class="meta">
              <a href={href(`/subscribe?${new URLSearchParams(topics.map(({ slug }) => ['topic', slug]))}`)}>
                Get them by e-mail
              </a>
            </p>
          ) : null}
        </header>
        {topics.length > 0 && stories.length === 0 ? (
          <p class="thin">No story names these topics at present.</p>
        ) : (
          <StoryList site={site} stories={stories} />
        )}
      </div>
    </Layout>
  );
}
