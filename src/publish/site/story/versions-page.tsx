import type { StoryPage } from '../../../core/library.ts';
import { paths } from '../../address.ts';
import { counted } from '../../format/words.ts';
import { Layout } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import type { Site } from '../site.ts';
import type { BriefingChanges } from './briefing-changes.ts';

function Changes({ changes }: { readonly changes: BriefingChanges }) {
  const { formerHeadline, added, removed, articles } = changes;
  const isSame = formerHeadline === null && added.length === 0 && removed.length === 0;
  return (
    <>
      {articles > 0 ? <p class="facts">{counted(articles, 'more article')} read</p> : null}
      {formerHeadline === null ? null : (
        <p>
          The headline was <del>{formerHeadline}</del>
        </p>
      )}
      {isSame ? <p class="thin">No sentence changed.</p> : null}
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

/** All versions of a story, newest first, with what changed in the newest ones. */
export function VersionsPage({
  site,
  page,
  changes,
}: {
  readonly site: Site;
  readonly page: StoryPage;
  /** By the number of the newer version. */
  readonly changes: ReadonlyMap<number, BriefingChanges>;
}) {
  const { href } = site.address;
  const { slug } = page.card;
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
          The page is made anew when articles come in. Every version stays readable under its own address.
        </p>
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
                {changed === undefined ? null : <Changes changes={changed} />}
              </li>
            );
          })}
        </ol>
      </div>
    </Layout>
  );
}
