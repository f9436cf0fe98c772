import type { SourceChange } from '../../core/administration.ts';
import type { FeedOfOutlet } from '../../core/library.ts';
import type { HealthWords } from '../format/feed-health.ts';
import { type SourceFilter, SourceList } from '../site/source-list.tsx';
import { ActForm, type AdminFrame, AdminLayout, type Notice } from './admin-layout.tsx';

const PATH = '/admin/sources';

const ACTS: Readonly<Record<SourceChange, string>> = {
  poll: 'Poll now',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove',
};

function Acts({
  frame,
  one: { feed, health },
}: {
  readonly frame: AdminFrame;
  readonly one: FeedOfOutlet & { readonly health: HealthWords };
}) {
  const isPaused = health.condition === 'paused';
  const acts: readonly SourceChange[] = isPaused ? ['resume', 'remove'] : ['poll', 'pause', 'remove'];
  return (
    <>
      {health.advice === null ? null : <p class="source-feed">What you can do: {health.advice}.</p>}
      {feed.failures > 0 && feed.lastError !== null ? (
        <p class="source-feed">
          {feed.failures} in a row; the last: {feed.lastError}
        </p>
      ) : null}
      <ActForm frame={frame} path={`${PATH}/${encodeURIComponent(feed.id)}`}>
        {acts.map((act) => (
          <button
            type="submit"
            name="do"
            value={act}
            class={act === 'remove' ? 'danger' : undefined}
            aria-label={`${ACTS[act]}: ${feed.url}`}
          >
            {ACTS[act]}
          </button>
        ))}
      </ActForm>
    </>
  );
}

/** Every feed with what can be done to it, and the form that adds more. */
export function AdminSourcesPage({
  frame,
  feeds,
  filter,
  notice,
  given = '',
}: {
  readonly frame: AdminFrame;
  readonly feeds: readonly FeedOfOutlet[];
  readonly filter: SourceFilter;
  readonly notice: Notice | null;
  /** An address that could not be added, to be put right. */
  readonly given?: string;
}) {
  return (
    <AdminLayout frame={frame} title="Sources" path={PATH} notice={notice}>
      <ActForm frame={frame} path={PATH}>
        <p class="field grow">
          <label for="url">Add a feed, a site or an article by its address</label>
          <input id="url" name="url" type="text" inputmode="url" required maxlength={2000} value={given} />
        </p>
        <button type="submit">Add</button>
      </ActForm>
      <h2>Feeds</h2>
      <SourceList
        site={frame.site}
        path={PATH}
        feeds={feeds}
        filter={filter}
        actions={(one) => <Acts frame={frame} one={one} />}
      />
    </AdminLayout>
  );
}

/** Asked once more before a feed is forgotten. */
export function RemoveSourcePage({
  frame,
  one: { feed, outlet },
}: {
  readonly frame: AdminFrame;
  readonly one: FeedOfOutlet;
}) {
  return (
    <AdminLayout frame={frame} title="Remove a feed" path={PATH}>
      <p>
        {outlet.name}: <span class="source-feed">{feed.url}</span>
      </p>
      <p>It is not asked any more and forgotten here. Its articles and their stories stay.</p>
      <ActForm frame={frame} path={`${PATH}/${encodeURIComponent(feed.id)}`}>
        <input type="hidden" name="sure" value="yes" />
        <button type="submit" name="do" value="remove" class="danger">
          Remove it
        </button>
        <a class="button" href={frame.site.address.href(PATH)}>
          Keep it
        </a>
      </ActForm>
    </AdminLayout>
  );
}
