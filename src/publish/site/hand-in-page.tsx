import type { HandedIn } from '../../core/hand-in.ts';
import type { ArticlePassages, StoryPage } from '../../core/library.ts';
import { paths } from '../address.ts';
import type { LeftOut } from '../compare/left-out.ts';
import { webLink } from '../format/web-link.ts';
import { counted } from '../format/words.ts';
import type { HandInAnswer } from '../hand-in-answer.ts';
import { Layout } from './layout.tsx';
import { PublishedAt } from './moment.tsx';
import { OutletLink } from './outlet-name.tsx';
import { ReadNextNote } from './read-next-note.tsx';
import type { Site } from './site.ts';
import { StatementParagraph } from './story/statement.tsx';
import { createStoryView, outletName } from './story/story-view.ts';

/** A box for an address; the answer has it filled in, to be corrected. */
function AddressForm({ site, url }: { readonly site: Site; readonly url: string }) {
  return (
    <form class="search-form ask-form" action={site.address.href('/hand-in')} method="get">
      <p class="field grow">
        <label for="address">Address of an article</label>
        <input
          id="address"
          type="url"
          name="url"
          value={url}
          maxlength={2000}
          placeholder="https://"
          autocomplete="off"
          required
        />
      </p>
      <button type="submit">Look it up</button>
    </form>
  );
}

function TakeIn({ site, url }: { readonly site: Site; readonly url: string }) {
  return (
    <form action={site.address.href('/hand-in')} method="post">
      <input type="hidden" name="url" value={url} />
      <p>
        This site can fetch it, once, as it fetches all articles: under its own name, slowly, and only when
        the outlet’s robots.txt lets it.
      </p>
      <button type="submit">Take the article in</button>
    </form>
  );
}

/** What there is to say while there is no article to show. */
function NotHere({
  site,
  found,
  takesIn,
}: {
  readonly site: Site;
  readonly found: Exclude<HandedIn, { kind: 'stored' }>;
  readonly takesIn: boolean;
}) {
  if (found.kind === 'waiting')
    return (
      <p class="lead">
        The article has been taken in and is being read. Please look again in a minute, at{' '}
        <a href={site.address.href(paths.handIn(found.url))}>this address</a>.
      </p>
    );
  if (found.kind === 'unreadable')
    return (
      <>
        <p class="lead">The article was asked for, and nothing could be read.</p>
        <p class="facts">{found.reason}</p>
      </>
    );
  return (
    <>
      <p class="lead">This article is not here.</p>
      {takesIn ? (
        <TakeIn site={site} url={found.url} />
      ) : (
        <p>
          This site has what <a href={site.address.href('/outlets')}>its own sources</a> publish. An article
          that came out just now is often here some minutes later.
        </p>
      )}
    </>
  );
}

function Handed({ site, passages }: { readonly site: Site; readonly passages: ArticlePassages }) {
  const { article } = passages;
  const original = webLink(article.url);
  return (
    <header class="page-head">
      <p class="kicker">
        <OutletLink site={site} outlet={article.outlet} />
      </p>
      <h1>{article.title}</h1>
      <p class="meta">
        <PublishedAt article={article} /> ·{' '}
        <a href={site.address.href(paths.article(article.id))}>What is cited of it</a>
        {original === null ? null : (
          <>
            {' · '}
            <a href={original} rel="noopener">
              The original
            </a>
          </>
        )}
      </p>
    </header>
  );
}

function Belongs({ site, story }: { readonly site: Site; readonly story: StoryPage | null }) {
  return (
    <section aria-labelledby="story-heading">
      <h2 class="list-heading" id="story-heading">
        The story it belongs to
      </h2>
      {story === null ? (
        <p class="thin">None so far: its story is still being put together.</p>
      ) : (
        <>
          <p class="lead">
            <a href={site.address.href(paths.story(story.card.slug))}>{story.briefing.headline}</a>
          </p>
          {story.card.summary === null ? null : <p>{story.card.summary}</p>}
          <p class="facts">
            {counted(story.card.articleCount, 'article')} of{' '}
            {counted(story.card.independentOutlets, 'independent outlet')}
          </p>
        </>
      )}
    </section>
  );
}

/** Facts that others report, each with the passage that says it. */
function LeavesOut({
  site,
  story,
  leftOut,
}: {
  readonly site: Site;
  readonly story: StoryPage;
  readonly leftOut: LeftOut | null;
}) {
  const view = createStoryView(site, story);
  const name = leftOut === null ? '' : outletName(view, leftOut.outletId);
  return (
    <section aria-labelledby="left-heading">
      <h2 class="list-heading" id="left-heading">
        What it leaves out
      </h2>
      {leftOut === null ? (
        <p class="thin">There are too few texts of different outlets to compare it with.</p>
      ) : leftOut.facts.length === 0 ? (
        <p>Nothing that was found: {name} has every fact that is compared in this story.</p>
      ) : (
        <>
          <p class="facts">
            {leftOut.facts.length} of {counted(leftOut.compared, 'fact')} that are compared in this story were
            not found in any article of {name} on it. They may stand there in words that are not recognised.
          </p>
          <ol class="left-out">
            {leftOut.facts.map(({ statement }, index) => (
              <li>
                <StatementParagraph view={view} statement={statement} place={`left-${index + 1}`} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Where a reader hands in the address of an article, and what the site has on it. */
export function HandInPage({ site, answer }: { readonly site: Site; readonly answer: HandInAnswer | null }) {
  const url = answer?.found.url ?? '';
  const passages = answer?.passages ?? null;
  const title = passages === null ? 'Hand in an article' : passages.article.title;
  const { story = null, leftOut = null, next = null } = answer ?? {};
  return (
    <Layout site={site} title={title} path={paths.handIn(url === '' ? undefined : url)} indexed={false}>
      <div class="single">
        {passages === null ? <h1>{title}</h1> : <Handed site={site} passages={passages} />}
        {answer === null || answer.found.kind === 'stored' ? null : (
          <NotHere site={site} found={answer.found} takesIn={answer.takesIn} />
        )}
        {passages === null ? null : <Belongs site={site} story={story} />}
        {story === null ? null : <LeavesOut site={site} story={story} leftOut={leftOut} />}
        {passages === null || next === null ? null : (
          <ReadNextNote site={site} read={passages.article.outlet} next={next} article={next.article} />
        )}
        <AddressForm site={site} url={url} />
        <p class="facts">
          Give the address of an article and see which story it belongs to, what it leaves out and what to
          read next. Who asks is noted nowhere.{' '}
          <a href={site.address.href('/settings#bookmark')}>A bookmark that does it</a>
        </p>
      </div>
    </Layout>
  );
}
