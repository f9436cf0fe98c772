import type { Correction, Reading } from '../../../core/briefing-changes.ts';
import { paths } from '../../address.ts';
import { outletName, type StoryView } from './story-view.ts';

/** What a version said, leading to the passage it had it from; without a link when the article is no longer there. */
function Side({ view, reading }: { readonly view: StoryView; readonly reading: Reading }) {
  const { articleId, start } = reading.citation;
  const article = view.articles.get(articleId)?.article;
  if (article === undefined) return <>{reading.text}</>;
  return (
    <>
      {reading.text}{' '}
      <a class="evidence" href={view.site.address.href(paths.passage(articleId, start))}>
        {outletName(view, article.outletId)}
      </a>
    </>
  );
}

/** Figures and names that a version gives otherwise than the one before: the old, the new, and where each is from. */
export function CorrectionNotices({
  view,
  corrections,
}: {
  readonly view: StoryView;
  readonly corrections: readonly Correction[];
}) {
  if (corrections.length === 0) return null;
  return (
    <ul class="corrections">
      {corrections.map(({ what, from, to }) => (
        <li>
          <span class="flag">Revised</span> {what}:{' '}
          <del>
            <Side view={view} reading={from} />
          </del>{' '}
          <span class="unseen">is now </span>
          <span aria-hidden="true">→ </span>
          <ins>
            <Side view={view} reading={to} />
          </ins>
        </li>
      ))}
    </ul>
  );
}
