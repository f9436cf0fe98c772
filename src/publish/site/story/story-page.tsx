import type { StoryPage as StoryPageData } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { SECTION_NAMES } from '../../format/section-names.ts';
import { unreadOfStory } from '../../format/unread.ts';
import { ArticleList } from '../article-list.tsx';
import { storyJsonLd } from '../head/json-ld.ts';
import { Layout } from '../layout.tsx';
import { CountryFigure } from '../plots/country-plot.tsx';
import { CoverageFigure } from '../plots/coverage-plot.tsx';
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
  const picture = site.hasSharePictures ? site.address.absolute(paths.sharePicture(slug, current)) : null;
  return (
    <Layout
      site={site}
      title={page.briefing.headline}
      description={summary}
      path={isCurrent ? paths.story(slug) : paths.storyVersion(slug, page.version)}
      indexed={isCurrent && page.readerPolicy === undefined}
      story={{
        picture,
        publishedAt: new Date(page.card.firstAt).toISOString(),
        modifiedAt: new Date(Math.max(page.versionAt, page.card.firstAt)).toISOString(),
        section: page.card.section === null ? null : SECTION_NAMES[page.card.section],
      }}
      jsonLd={storyJsonLd(page, { address: site.address, siteName: site.name, picture })}
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
          <CoverageFigure view={view} />
          <CountryFigure outlets={[...view.outlets.values()]} />
          <PolicyForm view={view} />
          <ArticleList site={site} articles={page.articles.map(({ article }) => article)} />
        </Section>
      </div>
    </Layout>
  );
}
