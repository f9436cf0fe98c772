import type { TopicPage as TopicPageData } from '../../core/library.ts';
import { paths } from '../address.ts';
import { Layout } from './layout.tsx';
import { MentionFigure } from './plots/mention-plot.tsx';
import type { Site } from './site.ts';
import { LongStoryList } from './story-list.tsx';
import { TopicImage } from './topic-image.tsx';
import { TopicSource } from './topic-source.tsx';

export function TopicPage({
  site,
  page: { topic, stories, mentions },
}: {
  readonly site: Site;
  readonly page: TopicPageData;
}) {
  const path = paths.topic(topic.slug);
  const about = topic.extract ?? topic.description;
  return (
    <Layout site={site} title={topic.title} description={topic.description} path={path} feed={path}>
      <div class="listing">
        <header class="page-head" data-named="topic" data-id={topic.slug} data-name={topic.title}>
          <p class="kicker">
            <span>Topic</span>
          </p>
          <h1>{topic.title}</h1>
          {topic.picture === null ? null : (
            <TopicImage site={site} picture={topic.picture} title={topic.title} />
          )}
          {about === null ? null : (
            <>
              <p class="summary">{about}</p>
              <TopicSource topic={topic} />
            </>
          )}
          <MentionFigure days={mentions} />
        </header>
        {stories.length === 0 ? (
          <p class="thin">No story names this topic at present.</p>
        ) : (
          <LongStoryList site={site} stories={stories} />
        )}
      </div>
    </Layout>
  );
}
