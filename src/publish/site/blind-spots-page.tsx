import { type BlindSpotSurvey, GROUPINGS, type Grouping } from '../../core/blind-spot.ts';
import type { BlindSpotPage as BlindSpotPageData } from '../../core/library.ts';
import { paths } from '../address.ts';
import { blindSpotWords, GROUPING_NAMES, groupWords } from '../format/group-words.ts';
import { formatDay } from '../format/time.ts';
import { counted } from '../format/words.ts';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';
import { StoryEntry } from './story-list.tsx';

/** The choice of a grouping, as links, so that it works without a script and can be kept as an address. */
function Groupings({ site, page }: { readonly site: Site; readonly page: BlindSpotPageData }) {
  const offered = GROUPINGS.filter(
    (grouping) =>
      grouping !== 'own' ||
      page.surveys.some((survey) => survey.grouping === 'own' && survey.groups.length > 0),
  );
  return (
    <nav class="choices" aria-label="Outlets grouped by">
      {offered.map((grouping) => (
        <a
          href={site.address.href(paths.blindSpots(grouping))}
          aria-current={grouping === page.grouping ? 'page' : undefined}
        >
          {GROUPING_NAMES[grouping]}
        </a>
      ))}
    </nav>
  );
}

/** What was looked at: without it, silence could be read as "nothing is left out". */
function Survey({
  grouping,
  survey,
}: {
  readonly grouping: Grouping;
  readonly survey: BlindSpotSurvey | undefined;
}) {
  if (survey === undefined) return <p class="thin">No round has been finished yet.</p>;
  const large = survey.groups.filter(({ outlets }) => outlets >= 4);
  return (
    <p class="facts">
      {formatDay(survey.from)} to {formatDay(survey.to)}: {counted(survey.stories, 'story', 'stories')} that
      three or more outlets carry; {counted(large.length, 'group')} of four or more outlets
      {large.length === 0
        ? ''
        : ` (${large
            .slice(0, 8)
            .map(({ key, outlets }) => `${outlets} ${groupWords(grouping, key, outlets)}`)
            .join(', ')}${large.length > 8 ? ', …' : ''})`}
      ; enough was known to check {counted(survey.checked, 'pair')} of a story and a group.
    </p>
  );
}

function Method() {
  return (
    <details class="method">
      <summary>How this is found</summary>
      <p>
        For each outlet of a group the page takes the share of the other stories of these three days that it
        carries, times how much more often than those the story is carried outside the group. From these
        chances follows how likely it is that so few of the group carry the story. It is shown when that is so
        unlikely that among all stories shown about one in twenty at most is there by chance (Benjamini and
        Hochberg), and when at most a quarter of the usual number carry it.
      </p>
      <p>
        Outlets of one owner count once, except among owners. An outlet that reprints an agency’s text carries
        the story. Only outlets that were read since the story began, in its language, are counted. Nothing is
        said of groups of fewer than four outlets, of stories that no other group of three carries, and of
        stories younger than half a day. That an outlet was not read carrying a story does not mean that it
        has not: the program reads its feeds, not all it publishes.
      </p>
    </details>
  );
}

/** Stories that one group of outlets carries and another leaves out. */
export function BlindSpotsPage({ site, page }: { readonly site: Site; readonly page: BlindSpotPageData }) {
  const survey = page.surveys.find(({ grouping }) => grouping === page.grouping);
  return (
    <Layout
      site={site}
      title="Blind spots"
      description="Stories that one group of outlets carries and another leaves out."
      path={paths.blindSpots(page.grouping)}
    >
      <div class="listing">
        <header class="page-head">
          <h1>Blind spots</h1>
          <p class="lead">Stories that one group of outlets carries and another leaves out.</p>
          <Groupings site={site} page={page} />
          <Survey grouping={page.grouping} survey={survey} />
        </header>
        {page.spots.length === 0 ? (
          <p class="thin">
            {survey !== undefined && survey.checked > 0
              ? 'No group leaves out a story in a way that chance would not explain.'
              : 'There is too little to compare: it takes groups of at least four outlets and several days of stories.'}
          </p>
        ) : (
          <div class="entries">
            {page.spots.map(({ spot, story }) => (
              <div class="blind-spot">
                <StoryEntry site={site} story={story} />
                <p class="blind-note">{blindSpotWords(spot)}.</p>
              </div>
            ))}
          </div>
        )}
        <Method />
      </div>
    </Layout>
  );
}
