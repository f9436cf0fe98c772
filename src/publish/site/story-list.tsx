import type { StoryCard } from '../../core/library.ts';
import type { Section } from '../../core/section.ts';
import { paths } from '../address.ts';
import { SECTION_NAMES } from '../format/section-names.ts';
import { counted, listed } from '../format/words.ts';
import { Moment } from './moment.tsx';
import type { Site } from './site.ts';

interface StoryProps {
  readonly site: Site;
  readonly story: StoryCard;
  /** Section of the list that the story stands in, which need not be named again. */
  readonly inSection?: Section;
}

/** Section and topics of a story as a line above its headline. */
function Topics({ site, story, inSection }: StoryProps) {
  const section = story.section === inSection ? null : story.section;
  if (story.topics.length === 0 && section === null && !story.recurring) return null;
  return (
    <p class="kicker">
      {story.recurring ? <span>Recurring item</span> : null}
      {section === null ? null : (
        <a class="kicker-section" href={site.address.href(paths.section(section))}>
          {SECTION_NAMES[section]}
        </a>
      )}
      {story.topics.slice(0, 3).map(({ slug, title }) => (
        <a href={site.address.href(paths.topic(slug))}>{title}</a>
      ))}
    </p>
  );
}

/** Who reports it and when it last changed. */
function Coverage({ story }: { readonly story: StoryCard }) {
  return (
    <p class="coverage">
      {listed(story.outletNames, 3)} · {counted(story.articleCount, 'article')} · updated{' '}
      <Moment at={story.lastAt} />
    </p>
  );
}

/** How widely a story is told: the measure that the order of a list rests on. */
function Breadth({ story }: { readonly story: StoryCard }) {
  const outlets = counted(story.independentOutlets, 'independent outlet');
  return (
    <p class="breadth">
      {story.independentOutlets > 1 ? <strong>{outlets}</strong> : outlets}
      {story.countries > 1 ? ` of ${counted(story.countries, 'country', 'countries')}` : null}
    </p>
  );
}

/** What the reader's own script goes by: it hides, marks and keeps stories. */
function marksOf(story: StoryCard) {
  return {
    'data-story': story.slug,
    'data-version': story.version,
    'data-topics': story.topics.map(({ slug }) => slug).join(' '),
    'data-outlets': story.outletNames.join('\n'),
  };
}

/** A story at the head of the front page. */
export function LeadStory({ site, story, inSection }: StoryProps) {
  return (
    <article class="lead-story" {...marksOf(story)}>
      <Topics site={site} story={story} {...(inSection === undefined ? {} : { inSection })} />
      <h2>
        <a href={site.address.href(paths.story(story.slug))}>{story.headline}</a>
      </h2>
      {story.summary === null ? null : <p class="summary">{story.summary}</p>}
      <Breadth story={story} />
      <Coverage story={story} />
    </article>
  );
}

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

/** A story as one row of a list. */
export function StoryEntry({
  site,
  story,
  inSection,
  level = 2,
}: StoryProps & { readonly level?: 2 | 3 | 4 }) {
  const Heading = HEADINGS[level];
  return (
    <article class="entry" {...marksOf(story)}>
      <Breadth story={story} />
      <div class="entry-text">
        <Topics site={site} story={story} {...(inSection === undefined ? {} : { inSection })} />
        <Heading>
          <a href={site.address.href(paths.story(story.slug))}>{story.headline}</a>
        </Heading>
        {story.summary === null ? null : <p class="summary">{story.summary}</p>}
        <Coverage story={story} />
      </div>
    </article>
  );
}

export function StoryList({
  site,
  stories,
  level = 2,
  inSection,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
  readonly level?: 2 | 3;
  readonly inSection?: Section;
}) {
  return (
    <div class="entries">
      {stories.map((story) => (
        <StoryEntry
          site={site}
          story={story}
          level={level}
          {...(inSection === undefined ? {} : { inSection })}
        />
      ))}
    </div>
  );
}

/** Stories of a long list that are shown whole; those after them are one line each. */
const SHOWN_WHOLE = 20;

/** A list that may be long: the newest whole, the older ones as headlines that open on demand. */
export function LongStoryList({
  site,
  stories,
  level = 2,
}: {
  readonly site: Site;
  readonly stories: readonly StoryCard[];
  readonly level?: 2 | 3;
}) {
  const older = stories.slice(SHOWN_WHOLE);
  return (
    <>
      <StoryList site={site} stories={stories.slice(0, SHOWN_WHOLE)} level={level} />
      {older.length === 0 ? null : (
        <details class="older-stories">
          <summary>{counted(older.length, 'older story', 'older stories')}</summary>
          <ul>
            {older.map((story) => (
              <li {...marksOf(story)}>
                <a href={site.address.href(paths.story(story.slug))}>{story.headline}</a>{' '}
                <Moment at={story.lastAt} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
