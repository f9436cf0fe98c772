import type { ArticleCard } from '../../core/library.ts';
import type { RecurringKind } from '../../core/recurring.ts';
import type { CopyKind } from '../../core/story.ts';
import { paths } from '../address.ts';
import { webLink } from '../format/web-link.ts';
import { readingMinutes } from '../format/words.ts';
import { PublishedAt } from './moment.tsx';
import { OutletLink } from './outlet-name.tsx';
import type { Site } from './site.ts';

const COPY_MARKS: Readonly<Record<CopyKind, string>> = {
  'wire-copy': 'reprint',
  'near-duplicate': 'same text',
  update: 'update',
};

const RECURRING_NAMES: Readonly<Record<RecurringKind, string>> = {
  quiz: 'quiz',
  puzzle: 'puzzle',
  horoscope: 'horoscope',
  lottery: 'lottery numbers',
  'live-scores': 'scores',
  newsletter: 'newsletter',
  gallery: 'pictures',
  'tv-schedule': 'programme guide',
  correction: 'correction',
  listing: 'listing',
  repeated: 'same title on several days',
};

/** What the reader should know before opening it. */
function Marks({
  article,
  original,
}: {
  readonly article: ArticleCard;
  readonly original: string | undefined;
}) {
  const marks: string[] = [];
  if (article.copyOf !== null) {
    const mark = COPY_MARKS[article.copyKind ?? 'near-duplicate'];
    marks.push(original === undefined ? mark : `${mark} of ${original}`);
  }
  if (article.recurring !== null) marks.push(`recurring item (${RECURRING_NAMES[article.recurring]})`);
  if (article.origin === 'feed') marks.push('read from the feed only');
  if (article.truncated) marks.push('shown in part by the outlet');
  if (marks.length === 0) return null;
  return <span class="marks">{marks.join(' · ')}</span>;
}

/** Articles with outlet, headline, time, reading time and marks; the headline leads to the original. */
export function ArticleList({
  site,
  articles,
}: {
  readonly site: Site;
  readonly articles: readonly ArticleCard[];
}) {
  const outletOf = new Map(articles.map((article) => [article.id, article.outlet.name]));
  return (
    <ul class="articles">
      {articles.map((article) => {
        const link = webLink(article.url);
        return (
          <li class={article.copyOf === null ? undefined : 'is-copy'}>
            <p class="article-outlet">
              <OutletLink site={site} outlet={article.outlet} />
            </p>
            <div>
              <p class="article-title">
                {link === null ? (
                  article.title
                ) : (
                  <a href={link} rel="noopener">
                    {article.title}
                  </a>
                )}
              </p>
              <p class="facts">
                <PublishedAt article={article} /> · {readingMinutes(article.words)} min read ·{' '}
                <a href={site.address.href(paths.article(article.id))}>cited passages</a>{' '}
                <Marks
                  article={article}
                  original={article.copyOf === null ? undefined : outletOf.get(article.copyOf)}
                />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
