import type { StoryCard } from '../../core/library.ts';
import { SECTIONS } from '../../core/section.ts';
import { paths } from '../address.ts';
import { SECTION_NAMES } from '../format/section-names.ts';
import type { Site } from './site.ts';
import { StoryList } from './story-list.tsx';

/** Stories under the names of their sections, each in the order given; those of no section come last. */
export function SectionedStories({
  site,
  stories,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
}) {
  const others = stories.filter((story) => story.section === null);
  return (
    <>
      {SECTIONS.map((section) => {
        const own = stories.filter((story) => story.section === section);
        if (own.length === 0) return null;
        return (
          <section class="front-section" data-part={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>
              <a href={site.address.href(paths.section(section))}>{SECTION_NAMES[section]}</a>
            </h2>
            <StoryList site={site} stories={own} level={3} inSection={section} />
          </section>
        );
      })}
      {others.length === 0 ? null : (
        <section class="front-section" data-part="other" aria-labelledby="section-other">
          <h2 id="section-other">More stories</h2>
          <StoryList site={site} stories={others} level={3} />
        </section>
      )}
    </>
  );
}
