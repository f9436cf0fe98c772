import type { Briefing } from '../../../core/briefing.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { Moment } from '../moment.tsx';
import { PolicyNote } from './policy-note.tsx';
import { StoryKinNotes } from './story-kin-notes.tsx';
import type { StoryView } from './story-view.ts';

function Counts({ counts }: { readonly counts: Briefing['counts'] }) {
  const { independentOutlets, countries, articles, copies } = counts;
  return (
    <>
      <strong>{counted(independentOutlets, 'independent outlet')}</strong>
      {countries > 1 ? ` of ${counted(countries, 'country', 'countries')}` : null},{' '}
      {counted(articles, 'article')}
      {copies > 0 ? ` (${counted(copies, 'reprint')})` : null}
    </>
  );
}

/** Headline, counts and times. */
export function StoryHead({ view }: { readonly view: StoryView }) {
  const { page, site } = view;
  const { href } = site.address;
  const { card, briefing, version, versions } = page;
  const newest = Math.max(version, ...versions.map((entry) => entry.version));
  const topics = briefing.sections.topics.slice(0, 3);
  return (
    <header class="story-head">
      {topics.length === 0 ? null : (
        <p class="kicker">
          {topics.map(({ slug, title }) => (
            <a href={href(paths.topic(slug))}>{title}</a>
          ))}
        </p>
      )}
      <h1>{briefing.headline}</h1>
      <p class="meta">
        <Counts counts={briefing.counts} />
      </p>
      <p class="meta">
        <span class={`life life-${card.life}`}>{card.life}</span> · first <Moment at={card.firstAt} /> ·
        updated <Moment at={briefing.asOf} /> ·{' '}
        <a href={href(paths.storyVersions(card.slug))}>version {version}</a>
      </p>
      {version < newest ? (
        <p class="older">
          This is version {version} as it stood at <Moment at={page.versionAt} precision="minute" />.{' '}
          <a href={href(paths.story(card.slug))}>Read version {newest}</a>
        </p>
      ) : null}
      <PolicyNote view={view} />
      <StoryKinNotes view={view} />
    </header>
  );
}
