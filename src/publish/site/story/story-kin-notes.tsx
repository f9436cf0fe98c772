import type { StoryKin } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { Moment } from '../moment.tsx';
import type { Site } from '../site.ts';
import type { StoryView } from './story-view.ts';

/** What a story has to do with another, in words before its headline. */
const WORDS: Readonly<Record<StoryKin['kind'], string>> = {
  merged: 'Told together with',
  split: 'Told apart from this page',
  'split-from': 'Was part of',
  'grew-from': 'Goes on from',
  'grew-into': 'Goes on in',
};

/** So many notes stand above the text; with more of them the reader opens the others. */
const SHOWN = 4;

/** Where a reader can go first, then what only tells where the page comes from. */
const ORDER: readonly StoryKin['kind'][] = ['grew-into', 'grew-from', 'split-from', 'split', 'merged'];

function KinNote({ site, kin }: { readonly site: Site; readonly kin: StoryKin }) {
  return (
    <li>
      <span class="kin-kind">{WORDS[kin.kind]}</span>{' '}
      {kin.kind === 'merged' ? (
        <span>{kin.headline}</span>
      ) : (
        <a href={site.address.href(paths.story(kin.slug))}>{kin.headline}</a>
      )}
      {kin.kind === 'grew-from' || kin.kind === 'grew-into' ? null : (
        <>
          , since <Moment at={kin.byHand?.at ?? kin.at} />
          {kin.byHand === undefined ? null : ', decided by those who run this site'}
        </>
      )}
    </li>
  );
}

/** Links to what a story grew from and into, and word of every merger and split with its day. */
export function StoryKinNotes({ view }: { readonly view: StoryView }) {
  const { page, site } = view;
  if (page.kin.length === 0) return null;
  const notes = [...page.kin].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const [shown, rest] = notes.length > SHOWN + 1 ? [notes.slice(0, SHOWN), notes.slice(SHOWN)] : [notes, []];
  return (
    <>
      <ul class="kin">
        {shown.map((kin) => (
          <KinNote site={site} kin={kin} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details class="kin">
          <summary>{counted(rest.length, 'more note')} on where this page comes from</summary>
          <ul>
            {rest.map((kin) => (
              <KinNote site={site} kin={kin} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
