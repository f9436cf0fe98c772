import type { StoryPage as StoryPageData } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { unreadOfStory } from '../../format/unread.ts';
import { ArticleList } from '../article-list.tsx';
import { Layout } from '../layout.tsx';
import type { Site } from '../site.ts';
import { BehindTheHeadline } from './behind-the-headline.tsx';
import { GoDeeper } from './go-deeper.tsx';
import { HowWeGotHere } from './how-we-got-here.tsx';
import { PapersSay } from './papers-say.tsx';
import { PolicyForm } from './policy-note.tsx';
import { Section } from './section.tsx';
import { StoryHead } from './story-head.tsx';
import { createStoryView } from './story-view.ts';
import { TopicCards } from './topic-cards.tsx';
import type { ChangesSince } from './versions-page.tsx';
import { WhatHappened } from './what-happened.tsx';

/** The page of one story, in the order and with the names of product.md. */
export function StoryPage({
  site,
  page,
  former,
}: {
  readonly site: Site;
  readonly page: StoryPageData;
  /** What changed since the version before; null when there is none. */
  readonly former: ChangesSince | null;
}) {
  const view = createStoryView(site, page);
  const { slug, version: current, summary } = page.card;
  const unread = unreadOfStory(page.articles);
  const isCurrent = page.version === current;
  return (
    <Layout
      site={site}
      title={page.briefing.headline}
      description={summary}
      path={isCurrent ? paths.story(slug) : paths.storyVersion(slug, page.version)}
      indexed={isCurrent && page.readerPolicy === undefined}
    >
      <div class="story">
        <StoryHead view={view} former={former} />
        <WhatHappened view={view} />
        <BehindTheHeadline view={view} />
        <PapersSay view={view} />
        <HowWeGotHere view={view} />
        <GoDeeper view={view} />
        <TopicCards view={view} />
        <Section id="articles" heading="The articles" filled={page.articles.length > 0}>
          {unread === null ? null : <p class="thin">{unread}</p>}
          <PolicyForm view={view} />
          <ArticleList site={site} articles={page.articles.map(({ article }) => article)} />
          {view.reported === undefined ? null : (
            <p class="meta report-page">
              <a href={site.address.href(paths.report(slug, page.version, null))} rel="nofollow">
                Report an error on this page
              </a>
            </p>
          )}
        </Section>
      </div>
    </Layout>
  );
}
