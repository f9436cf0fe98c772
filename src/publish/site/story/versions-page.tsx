import { type BriefingChanges, isNewVersion } from '../../../core/briefing-changes.ts';
import type { StoryPage } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { counted, listed } from '../../format/words.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import { VersionsFigure } from '../plots/versions-plot.tsx';
import type { Site } from '../site.ts';
import { CorrectionNotices } from './correction-notices.tsx';
import { createStoryView, outletName, type StoryView } from './story-view.ts';

function Changes({ view, changes }: { readonly view: StoryView; readonly changes: BriefingChanges }) {
  const { formerHeadline, added, removed, corrections, positions, figures, articles } = changes;
  return (
    <>
      {articles > 0 ? <p class="facts">{counted(articles, 'more article')} read</p> : null}
      {formerHeadline === null ? null : (
        <p>
          The headline was <del>{formerHeadline}</del>
        </p>
      )}
      <CorrectionNotices view={view} corrections={corrections} />
      {figures.length === 0 ? null : <p class="facts">Figures new, gone or disputed: {listed(figures)}</p>}
      {positions.length === 0 ? null : (
        <p class="facts">
          Coverage new or changed: {listed(positions.map((outletId) => outletName(view, outletId)))}
        </p>
      )}
      {isNewVersion(changes) ? null : <p class="thin">Nothing changed that a reader would notice.</p>}
      <ul class="changes">
        {added.map((text) => (
          <li>
            <ins>{text}</ins>
          </li>
        ))}
        {removed.map((text) => (
          <li>
            <del>{text}</del>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a reader of an earlier version has missed, all versions since taken together. */
export interface ChangesSince {
  readonly version: number;
  readonly changes: BriefingChanges;
}

/** All versions of a story, newest first, with what changed in the newest ones. */
export function VersionsPage({
  site,
  page,
  changes,
  since,
}: {
  readonly site: Site;
  readonly page: StoryPage;
  /** By the number of the newer version. */
  readonly changes: ReadonlyMap<number, BriefingChanges>;
  readonly since: ChangesSince | null;
}) {
  const { href } = site.address;
  const { slug } = page.card;
  const view = createStoryView(site, page);
  return (
    <Layout
      site={site}
      title={`Versions: ${page.briefing.headline}`}
      path={paths.storyVersions(slug)}
      indexed={false}
    >
      <div class="single">
        <p class="kicker">
          <a href={href(paths.story(slug))}>{page.briefing.headline}</a>
        </p>
        <h1>Versions of this story</h1>
        <p class="summary">
          A new version is made when a statement, a figure, the headline or what an outlet stands for has
          changed. Every version stays readable under its own address.
        </p>
        {since === null ? null : (
          <section class="since" aria-labelledby="since">
            <h2 id="since">Since version {since.version}</h2>
            <Changes view={view} changes={since.changes} />
          </section>
        )}
        <VersionsFigure versions={page.versions} changes={changes} />
        <ol class="versions" reversed>
          {page.versions.map(({ version, at }) => {
            const changed = changes.get(version);
            return (
              <li>
                <h2>
                  <a href={href(paths.storyVersion(slug, version))}>Version {version}</a>{' '}
                  <small>
                    <Moment at={at} precision="minute" />
                  </small>
                </h2>
                {changed === undefined ? null : <Changes view={view} changes={changed} />}
              </li>
            );
          })}
        </ol>
      </div>
    </Layout>
  );
}
