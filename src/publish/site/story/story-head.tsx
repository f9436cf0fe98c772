import type { Briefing } from '../../../core/briefing.ts';
import { paths } from '../../address.ts';
import { explainRank } from '../../format/explain-rank.ts';
import { blindSpotWords } from '../../format/group-words.ts';
import { SECTION_NAMES } from '../../format/section-names.ts';
import { counted, ownLanguageName } from '../../format/words.ts';
import { Moment } from '../moment.tsx';
import { CorrectionNotices } from './correction-notices.tsx';
import { PolicyNote } from './policy-note.tsx';
import { FormSwitch } from './section-form.tsx';
import { StoryKinNotes } from './story-kin-notes.tsx';
import type { StoryView } from './story-view.ts';
import type { ChangesSince } from './versions-page.tsx';

function Counts({ counts }: { readonly counts: Briefing['counts'] }) {
  const { independentOutlets, countries, articles, copies } = counts;
  return (
    <>
      <strong>{counted(independentOutlets, 'independent outlet')}</strong>
      {countries > 1 ? ` of ${counted(countries, 'country', 'countries')}` : null},{' '}
      {counted(articles, 'article')}
      {copies > 0 ? ` (${counted(copies, 'copy', 'copies')})` : null}
    </>
  );
}

/** Notes on groups of outlets that leave the story out; the page of blind spots has them all. */
const SHOWN_BLIND_SPOTS = 2;

function BlindSpotNotes({ view }: { readonly view: StoryView }) {
  const spots = view.page.blindSpots.slice(0, SHOWN_BLIND_SPOTS);
  if (spots.length === 0) return null;
  const { href } = view.site.address;
  return (
    <>
      {spots.map((spot) => (
        <p class="blind-note">
          {blindSpotWords(spot)}. <a href={href(paths.blindSpots(spot.grouping))}>Blind spots</a>
        </p>
      ))}
    </>
  );
}

/** The same story as the outlets of other languages have it. */
function OtherLanguages({ view }: { readonly view: StoryView }) {
  const { otherLanguages } = view.page;
  if (otherLanguages.length === 0) return null;
  return (
    <p class="meta">
      Also in:{' '}
      {otherLanguages.map(({ slug, headline, language, independentOutlets }, index) => (
        <>
          {index > 0 ? '; ' : null}
          <a
            href={view.site.address.href(paths.story(slug))}
            lang={language}
            hreflang={language}
            title={headline}
          >
            {ownLanguageName(language)}
          </a>{' '}
          – {counted(independentOutlets, 'outlet')}
        </>
      ))}
    </p>
  );
}

/** Headline, counts, times, and who leaves it out; what was revised since the version before; what changed since the last visit. */
export function StoryHead({
  view,
  former,
}: {
  readonly view: StoryView;
  readonly former: ChangesSince | null;
}) {
  const { page, site } = view;
  const { href } = site.address;
  const { card, briefing, version, versions } = page;
  const newest = Math.max(version, ...versions.map((entry) => entry.version));
  const topics = briefing.sections.topics.slice(0, 3);
  return (
    <header
      class="story-head"
      {...(version === newest && page.readerPolicy === undefined
        ? { 'data-slug': card.slug, 'data-version': version, 'data-outlets': card.outletNames.join('\n') }
        : {})}
    >
      {topics.length === 0 && card.section === null ? null : (
        <p class="kicker">
          {card.section === null ? null : (
            <a class="kicker-section" href={href(paths.section(card.section))}>
              {SECTION_NAMES[card.section]}
            </a>
          )}
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
      {card.standing === null || version < newest ? null : <p class="meta">{explainRank(card.standing)}</p>}
      <OtherLanguages view={view} />
      {version < newest ? null : <BlindSpotNotes view={view} />}
      {version < newest ? (
        <p class="older">
          This is version {version} as it stood at <Moment at={page.versionAt} precision="minute" />.{' '}
          <a href={href(paths.story(card.slug))}>Read version {newest}</a>
        </p>
      ) : null}
      <PolicyNote view={view} />
      <FormSwitch view={view} />
      {version === newest ? (
        <p class="since" hidden>
          <a href={href(paths.storyVersions(card.slug))}>What changed since you last read this story</a>
        </p>
      ) : null}
      {former === null ? null : <CorrectionNotices view={view} corrections={former.changes.corrections} />}
      <StoryKinNotes view={view} />
    </header>
  );
}
