import type { LeavesOut, OutletPage } from '../../core/library.ts';
import { paths } from '../address.ts';
import { formatDay } from '../format/time.ts';
import { counted, countryName, listed } from '../format/words.ts';
import { kindName } from './outlet-name.tsx';
import type { Site } from './site.ts';

function peerWords(peers: LeavesOut['peers']): string {
  const others = counted(peers.outlets, 'other outlet');
  return peers.by === 'country'
    ? `${others} of ${countryName(peers.key)}`
    : `${others} (${kindName(peers.key)})`;
}

function Missing({ site, stories }: { readonly site: Site; readonly stories: LeavesOut['stories'] }) {
  return (
    <ul class="left-out">
      {stories.map(({ story, carriers }) => (
        <li>
          <a href={site.address.href(paths.story(story.slug))}>{story.headline}</a>{' '}
          <small>
            {counted(carriers, 'of them has it', 'of them have it')}, among others{' '}
            {listed(story.outletNames.slice(0, 4))}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What an outlet's peers carried and it did not; says so where too little is known to tell. */
export function OutletLeavesOut({ site, page }: { readonly site: Site; readonly page: OutletPage }) {
  const { leavesOut, outlet } = page;
  if (leavesOut === null)
    return (
      <p class="thin">
        Too little is known to tell: that takes the country or the kind of {outlet.name}, four other outlets
        of it, and eight stories that three of them carried within a month.
      </p>
    );
  const { peers, from, to, least, shared, carried, stories } = leavesOut;
  return (
    <>
      <p>
        Of {counted(shared, 'story', 'stories')} that {least} or more of {peerWords(peers)} carried between{' '}
        {formatDay(from)} and {formatDay(to)}, it has {carried === 0 ? 'none' : carried}. What is not found
        here may stand in a part of it that this site does not read.
      </p>
      {stories.length === 0 ? null : <Missing site={site} stories={stories} />}
    </>
  );
}
