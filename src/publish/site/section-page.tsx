import type { StoryCard } from '../../core/library.ts';
import type { Section } from '../../core/section.ts';
import { paths } from '../address.ts';
import { SECTION_NAMES, SECTION_NOTES } from '../format/section-names.ts';
import { Layout } from './layout.tsx';
import { Paging } from './paging.tsx';
import type { Site } from './site.ts';
import { LeadStory, StoryList } from './story-list.tsx';

/** The stories of one section by rank. */
export function SectionPage({
  site,
  section,
  stories,
  page,
  hasNext,
}: {
  readonly site: Site;
  readonly section: Section;
  readonly stories: readonly StoryCard[];
  readonly page: number;
  readonly hasNext: boolean;
}) {
  const name = SECTION_NAMES[section];
  const [lead, ...others] = stories;
  const isFirst = page === 1;
  return (
    <Layout
      site={site}
      title={isFirst ? name : `${name}, page ${page}`}
      description={SECTION_NOTES[section]}
      path={paths.section(section, page)}
      feed={paths.section(section)}
      indexed={stories.length > 0}
    >
      <div class="front">
        <h1 class="dateline">
          {name}
          <span class="dateline-note">{SECTION_NOTES[section]}</span>
          {isFirst ? null : <span class="dateline-note">page {page}</span>}
        </h1>
        {lead === undefined ? <p class="thin">There are no stories in this section yet.</p> : null}
        {lead !== undefined && isFirst ? (
          <div class="top top-alone">
            <LeadStory site={site} story={lead} inSection={section} />
          </div>
        ) : null}
        <StoryList site={site} stories={isFirst ? others : stories} inSection={section} />
        <Paging site={site} page={page} hasNext={hasNext} link={(to) => paths.section(section, to)} />
      </div>
    </Layout>
  );
}
