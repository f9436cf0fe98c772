import type { StoryKin } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { Moment } from '../moment.tsx';
import type { StoryView } from './story-view.ts';

/** What a story has to do with another, in words before its headline. */
const WORDS: Readonly<Record<StoryKin['kind'], string>> = {
  merged: 'Told together with',
  split: 'Told apart from this page',
  'split-from': 'Was part of',
  'grew-from': 'Goes on from',
  'grew-into': 'Goes on in',
};

/** Links to what a story grew from and into, and word of every merger and split with its day. */
export function StoryKinNotes({ view }: { readonly view: StoryView }) {
  const { page, site } = view;
  if (page.kin.length === 0) return null;
  return (
    <ul class="kin">
      {page.kin.map((kin) => (
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
      ))}
    </ul>
  );
}
