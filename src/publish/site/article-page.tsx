import type { ArticlePassages, StoryPage } from '../../core/library.ts';
import { paths } from '../address.ts';
import { readNext } from '../compare/read-next.ts';
import { unreadOfArticle } from '../format/unread.ts';
import { linkToWords, webLink } from '../format/web-link.ts';
import { counted, listed, readingMinutes } from '../format/words.ts';
import { openingOf } from '../passages/article-excerpts.ts';
import { citedPlaces } from '../passages/cited.ts';
import { sentencesOf } from '../passages/excerpt.ts';
import { type ExcerptRun, excerptRuns, type HiddenPlace } from '../passages/excerpt-runs.ts';
import { Layout } from './layout.tsx';
import { PublishedAt } from './moment.tsx';
import { OutletLink, outletFacts } from './outlet-name.tsx';
import { ReadNextNote } from './read-next-note.tsx';
import type { Site } from './site.ts';

/** Neighbouring sentences with what is cited of them marked; `s<start>` are the anchors that citations lead to. */
function Run({
  passages,
  run,
  wanted,
}: {
  readonly passages: ArticlePassages;
  readonly run: ExcerptRun;
  readonly wanted: boolean;
}) {
  const { article, text } = passages;
  const { parts, sections, firstSentence, lastSentence, cited } = run;
  const link = linkToWords(article.url, text.slice(cited.start, cited.end));
  const numbers = firstSentence === lastSentence ? firstSentence : `${firstSentence}–${lastSentence}`;
  return (
    <li class={wanted ? 'excerpt wanted' : 'excerpt'}>
      <blockquote>
        <p>
          {parts.map((part) => {
            const id = part.anchor === null ? undefined : `s${part.anchor}`;
            return part.cited ? <mark id={id}>{part.text}</mark> : part.text;
          })}
        </p>
      </blockquote>
      <p class="facts">
        {firstSentence === lastSentence ? 'sentence' : 'sentences'} {numbers} of{' '}
        {sentencesOf(passages).length} · cited in {listed(sections)}
        {link === null ? null : (
          <>
            {' · '}
            <a href={link} rel="noopener">
              Find it in the original
            </a>
          </>
        )}
      </p>
    </li>
  );
}

/** Cited places beyond the limit, each leading to the original at its words. */
function Hidden({
  passages,
  hidden,
}: {
  readonly passages: ArticlePassages;
  readonly hidden: readonly HiddenPlace[];
}) {
  if (hidden.length === 0) return null;
  return (
    <div class="beyond">
      <p class="thin">
        The limit on what this site shows of one article is reached. {counted(hidden.length, 'further place')}{' '}
        cited of it can be read in the original:
      </p>
      <ul class="facts">
        {hidden.map(({ start, end, sections }) => {
          const link = linkToWords(passages.article.url, passages.text.slice(start, end));
          const label = `cited in ${listed(sections)}`;
          return (
            <li id={`s${start}`}>
              {link === null ? (
                label
              ) : (
                <a href={link} rel="noopener">
                  {label}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Opening({ passages }: { readonly passages: ArticlePassages }) {
  const opening = openingOf(passages);
  return (
    <>
      <p class="thin">No story cites this article at present.</p>
      {opening === '' ? null : (
        <blockquote class="opening">
          <p>{opening} […]</p>
        </blockquote>
      )}
    </>
  );
}

function ArticleHead({
  site,
  passages,
  story,
}: {
  readonly site: Site;
  readonly passages: ArticlePassages;
  readonly story: StoryPage | null;
}) {
  const { article } = passages;
  const original = webLink(article.url);
  const unread = unreadOfArticle(passages.unread);
  return (
    <header class="page-head">
      <p class="kicker">
        <OutletLink site={site} outlet={article.outlet} />
        <span>{outletFacts(article.outlet)}</span>
      </p>
      <h1>{article.title}</h1>
      <p class="meta">
        <PublishedAt article={article} />
        {article.byline === null ? null : ` · ${article.byline}`} · {readingMinutes(article.words)} min read
      </p>
      <p class="meta">
        {original === null ? null : (
          <a class="button" href={original} rel="noopener">
            Read the article at {article.outlet.name}
          </a>
        )}
      </p>
      {story === null ? null : (
        <p class="meta">
          Part of the story{' '}
          <a href={site.address.href(paths.story(story.card.slug))}>{story.briefing.headline}</a>
        </p>
      )}
      {unread === null ? null : <p class="thin">{unread}</p>}
    </header>
  );
}

/** The article to read after this one, when the story's matrix tells enough. */
function Next({
  site,
  passages,
  story,
}: {
  readonly site: Site;
  readonly passages: ArticlePassages;
  readonly story: StoryPage;
}) {
  const { outletId, outlet } = passages.article;
  const next = readNext(outletId, story.briefing);
  const other = story.articles.find(({ article }) => article.id === next?.articleId)?.article;
  if (next === null || other === undefined) return null;
  return <ReadNextNote site={site} read={outlet} next={next} article={other} />;
}

/** What is cited of an article, each passage in its context. Never the article itself: the original is linked. */
export function ArticlePage({
  site,
  passages,
  story,
  at,
}: {
  readonly site: Site;
  readonly passages: ArticlePassages;
  readonly story: StoryPage | null;
  /** Start of the passage that was asked for. */
  readonly at: number | null;
}) {
  const { article } = passages;
  const { runs, hidden } = excerptRuns(passages, story === null ? [] : citedPlaces(story.briefing));
  return (
    <Layout
      site={site}
      title={`${article.title} (${article.outlet.name})`}
      path={paths.article(article.id)}
      indexed={false}
    >
      <div class="single">
        <ArticleHead site={site} passages={passages} story={story} />
        {runs.length === 0 ? (
          <Opening passages={passages} />
        ) : (
          <section aria-labelledby="cited-heading">
            <h2 class="list-heading" id="cited-heading">
              What is cited of this article
            </h2>
            <ol class="excerpts">
              {runs.map((run) => (
                <Run
                  passages={passages}
                  run={run}
                  wanted={run.parts.some(({ anchor }) => anchor !== null && anchor === at)}
                />
              ))}
            </ol>
            <Hidden passages={passages} hidden={hidden} />
          </section>
        )}
        {story === null ? null : <Next site={site} passages={passages} story={story} />}
      </div>
    </Layout>
  );
}
